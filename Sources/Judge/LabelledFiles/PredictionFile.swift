import CSVFiles
import CommandLineTool
import Scoring
import Telemetry

/// A CSV file of labels and predictions, in columns.
public struct PredictionFile {
    /// What the user says about the columns; nil for what their names say.
    public struct Options: Sendable {
        public var label: String?
        /// Labels that mean normal; empty for 0, 1 and words.
        public var normalLabels: [String] = []
        public var time: String?
        public var id: String?
        public var decimal: NumberStyle.Mark?
        /// A file of truth events in place of labels.
        public var truth: TruthFile?
        public var tolerance = Tolerance()
        public var table = TableFormat()

        public init() {}
    }

    private struct Series {
        var rows: LabelledRows
        /// Empty if the file has no such column; NaN for an empty cell.
        var scores: [Double] = []
        var predictions: [Bool] = []
    }

    private var series: [Series] = []
    private var kinds: [String] = []
    private var events: [String] = []
    private var hasTimes = false
    private var hasIDs = false
    private let options: Options
    private let title: String
    /// Whether a column says which rows are flagged.
    public private(set) var hasPredictions = false
    /// What was taken for what, in a line.
    public private(set) var summary = ""
    /// What a user may not expect.
    public private(set) var warnings: [String] = []

    /// - Parameter path: `-` for standard input.
    /// - Throws: ``ToolFailure`` naming file, line, what was found and what belongs there.
    public init(path: String, options: Options = Options()) throws {
        self.options = options
        title = path == "-" ? "stdin" : InputFile.title(of: path)
        try readingCSV {
            try read(
                options.table.reader(path: path == "-" ? nil : path))
        }
    }

    private mutating func read(_ reader: CSVReader) throws {
        let roles = try PredictionRoles(reader, options)
        hasTimes = roles.time != nil
        hasIDs = roles.id != nil
        hasPredictions = roles.prediction != nil
        summary = roles.summary(reader)
        var index = NameIndex()
        var kindIndex = NameIndex()
        var eventIndex = NameIndex()
        var clock = options.table.clock
        var labels = LabelReader(normal: options.normalLabels)
        var numbers = StreamedNumbers(options.decimal, separator: reader.separator)
        if roles.id == nil { series.append(Series(rows: LabelledRows(machine: "series"))) }
        while case .row = try reader.next() {
            var place = 0
            if let id = roles.id {
                place = index[reader.cell(id)]
                if place == series.count {
                    series.append(Series(rows: LabelledRows(machine: index.names[place])))
                }
            }
            let label = try roles.label.map { try labels.label(reader, $0) } ?? false
            series[place].rows.labels.append(label ?? false)
            if let column = roles.score {
                series[place].scores.append(
                    try numbers.value(reader, column, orMissing: .nan))
            }
            if let column = roles.prediction {
                series[place].predictions.append(try reader.flag(column))
            }
            if let column = roles.time {
                guard let time = clock.nanoseconds(reader.cell(column)) else {
                    throw reader.badCell(column, needed: TimeCells.needed(reader.cell(column)))
                }
                series[place].rows.times.append(time)
            }
            let isIgnored = try roles.ignored.map(reader.flag) ?? false
            series[place].rows.ignore(label == nil || isIgnored, always: roles.ignored != nil)
            if let column = roles.kind {
                series[place].rows.kindOfRow.append(
                    Int32(truncatingIfNeeded: kindIndex[reader.cell(column)]))
            }
            if let column = roles.events {
                series[place].rows.eventsOfRow.append(
                    Int32(truncatingIfNeeded: eventIndex[reader.cell(column)]))
            }
        }
        warnings += [clock.warning, labels.note].compactMap { $0 }
        kinds = kindIndex.names
        events = eventIndex.names
        if series.allSatisfy({ $0.rows.labels.isEmpty }) {
            throw ToolFailure.usage(
                "\(reader.name):\(reader.line): there are no rows under the header")
        }
        if let line = reader.repeatedHeaders.first {
            warnings.append("line \(line) repeats the header and is passed over")
        }
        if numbers.hasCommas { warnings.append("scores are read with a decimal comma") }
        let backward = series.reduce(0) { $0 + $1.rows.backwardCount }
        if backward > 0 {
            warnings.append(
                "\(backward) rows have a time before the row above: rows are judged in the order of"
                    + " time")
        }
    }

    /// One series per unique id, in order of first mention; runs of label 1, or what a column events
    /// names, are its events. Without times, rows are a second apart.
    public func series(threshold: Double?, probation: Double) -> [ScoredSeries] {
        series.map { series in
            let second: Int64 = 1_000_000_000
            var rows = series.rows
            if !hasTimes { rows.times = rows.labels.indices.map { Int64($0) * second } }
            rows.kinds = kinds
            rows.eventNames = events
            let period = hasTimes ? rows.period : second
            let start = rows.times.min() ?? 0
            let probationEnd =
                probation > 0 ? start + Int64((probation * 1e9).rounded()) : Int64.min
            let (truth, zones) = truth(of: rows, period, probationEnd)
            var scored = rows.scored(
                scores: series.scores,
                flags: hasPredictions
                    ? series.predictions : series.scores.map { $0 >= threshold ?? .infinity },
                truth: truth, probationEnd: probationEnd, period: period)
            scored.ignoreZones += zones
            return scored
        }
    }

    /// From labels or a file of truth events, with the tolerance around it.
    private func truth(
        of rows: LabelledRows, _ period: Int64, _ probationEnd: Int64
    ) -> (truth: LabelledTruth, zones: [TimeWindow]) {
        let known = options.truth?.truth(
            of: rows.machine, isOnly: !hasIDs, in: title, until: (rows.times.max() ?? 0) + period)
        let tolerant = options.tolerance.around(
            known?.0 ?? rows.truth(period: period), probationEnd: probationEnd)
        return (tolerant.truth, tolerant.zones + (known?.zones ?? []))
    }
}
