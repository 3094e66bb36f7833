import AnomalyDetection
import CSVFiles
import CommandLineTool
import DetectionPipeline
import Telemetry

/// Scores rows of CSV one by one as they come, each series by a detector of its own.
struct ScoreFilter {
    let reader: CSVReader
    private let detector: ConfiguredDetector
    var columns: ScoreColumns
    /// Nil before the first row.
    var rowNumbers: RowNumbers?
    private var timeColumn: TimeCells
    /// Whether it has been said that times may be none.
    var isClockNamed = false
    private var output = ScoreOutput()
    var numbers: StreamedNumbers
    /// Columns with a decimal comma that have been named.
    var namedCommas = 0
    var series: [Series] = []
    /// Where in `series` a key stands.
    private var places: [[UInt8]: Int] = [:]
    private var lastPlace = 0
    private var key: [UInt8] = []
    var row: [Double]
    /// Per channel, values beyond what detectors tell apart.
    var largeCounts: [Int]
    private var verdicts: [Verdict] = []

    struct Series {
        var key: [UInt8]
        var detector: any SeriesDetector
        var rows = 0
        var answered = 0
    }

    /// - Throws: ``ToolFailure`` for a header that cannot be used.
    init(
        _ reader: CSVReader, _ detector: ConfiguredDetector,
        options: ScoreColumns.Options = ScoreColumns.Options()
    ) throws {
        self.reader = reader
        self.detector = detector
        timeColumn = options.table.clock
        numbers = StreamedNumbers(options.decimal, separator: reader.separator)
        columns = try ScoreColumns(
            reader.header, file: reader.name, detector: detector, options: options)
        row = [Double](repeating: .missing, count: columns.channels.count)
        largeCounts = [Int](repeating: 0, count: columns.channels.count)
        // The header and what it names are checked before the first row is waited for; a program is
        // not started for that.
        if detector.canBeSaved {
            _ = try detector.detector(for: SeriesContext(channels: columns.channels))
        }
    }

    /// Reads to the end of the input.
    /// - Throws: ``CSVError``, `DetectorError`, or what a program that detects throws. Rows before
    ///   the one in error have been written.
    mutating func run() throws {
        if columns.maybeRowNumbers.isEmpty { sayPassedOver() }
        // The header goes out with the first row: not at all if that cannot be read.
        output.keepHeader(of: reader)
        do {
            var waiting = false
            while true {
                switch try reader.next(waiting: waiting) {
                case .row:
                    try take()
                    waiting = false
                    continue
                case .wouldWait:
                    // What is known goes out before we wait: somebody may be watching.
                    try output.flush()
                    waiting = true
                    continue
                case .end: break
                }
                break
            }
            try finish()
            if let line = reader.repeatedHeaders.first {
                say("line \(line) repeats the header and is left out")
            }
            for (channel, count) in zip(columns.channels, largeCounts) where count > 0 {
                say("warning: " + LargeValues.warning(channel, count))
            }
        } catch let error as CSVError where error == .outputClosed {
            throw error
        } catch {
            try? output.flush()
            throw error
        }
        try output.begin()
        try output.flush()
    }

    private mutating func take() throws {
        watchRowNumbers()
        for channel in columns.columns.indices {
            guard let column = columns.columns[channel] else { continue }
            let value = try number(column)
            row[channel] = value
            if LargeValues.areCut(value) { largeCounts[channel] += 1 }
        }
        sayDecimalCommas()
        let place = try currentSeries()
        var time = Int64(series[place].rows) * 1_000_000_000
        if let column = columns.time {
            guard let found = timeColumn.nanoseconds(reader.cell(column)) else {
                throw reader.badCell(
                    column, needed: TimeCells.needed(reader.cell(column)) + reader.unitsHint)
            }
            time = found
            if !isClockNamed, let warning = timeColumn.warning {
                isClockNamed = true
                say("warning: " + warning)
            }
        }
        series[place].rows += 1
        verdicts.removeAll(keepingCapacity: true)
        do {
            try withUnsafePointer(to: time) { time in
                try row.withUnsafeBufferPointer { values in
                    try series[place].detector.process(
                        FeatureBlock(
                            channelCount: values.count,
                            times: UnsafeBufferPointer(start: time, count: 1), values: values),
                        into: &verdicts)
                }
            }
        } catch DetectorError.unusableRow(let name, _, let reason) {
            throw ToolFailure.usage(
                "\(reader.name):\(reader.line): detector \(name): the row cannot be used: \(reason)"
            )
        }
        try output.add(reader, series: place, verdicts)
        series[place].answered += verdicts.count
    }

    /// The series the present row belongs to; a new one gets a detector.
    private mutating func currentSeries() throws -> Int {
        key.removeAll(keepingCapacity: true)
        for column in columns.keys {
            key.append(contentsOf: reader.cell(column).bytes)
            // No text has this byte: "a" + "bc" and "ab" + "c" stay two keys.
            key.append(0xFF)
        }
        if lastPlace < series.count, series[lastPlace].key == key { return lastPlace }
        if let known = places[key] {
            lastPlace = known
            return known
        }
        let name = columns.keys.first.map { reader.cell($0).text } ?? ""
        let context = SeriesContext(
            channels: columns.channels,
            salt: columns.keys.isEmpty ? 0 : DetectAnomalies.salt(of: name))
        series.append(Series(key: key, detector: try detector.detector(for: context)))
        lastPlace = series.count - 1
        places[key] = lastPlace
        return lastPlace
    }

    /// Ends all series, in the order in which they began.
    private mutating func finish() throws {
        for place in series.indices {
            verdicts.removeAll(keepingCapacity: true)
            try series[place].detector.finish(into: &verdicts)
            series[place].answered += verdicts.count
            guard series[place].answered == series[place].rows else {
                throw ToolFailure.failed(
                    "detector \(detector.name) gave \(series[place].answered) scores for"
                        + " \(series[place].rows) rows; it must give one a row")
            }
            try output.settle(series: place, verdicts)
        }
        if series.isEmpty, detector.canBeSaved {
            // A detector that cannot do without rows says so; the others have nothing to say.
            var none = try detector.detector(for: SeriesContext(channels: columns.channels))
            try none.finish(into: &verdicts)
        }
    }
}
