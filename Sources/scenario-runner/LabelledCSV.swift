import CSVFiles
import CommandLineTool
import Digests
import Foundation
import Scoring
import Telemetry
import Testbed

/// Anyone's labelled CSV file as a dataset.
///
/// It is read once for times and labels, which stay in memory (some 9 bytes a row), and again for the
/// values by each detector, which do not: so a file may be larger than memory.
struct LabelledCSV: Dataset {
    /// What the user says about the columns; nil or empty for what their names say.
    struct Options: Sendable {
        var label: String?
        var time: String?
        var id: String?
        var ignored: [String] = []
        var probation = Probation.share(0.15, atMost: 750)
    }

    /// How much of each series' beginning is not scored.
    enum Probation: Sendable, Equatable {
        /// Of the rows, as NAB does it.
        case share(Double, atMost: Int)
        case rows(Int)
        case seconds(Double)
    }

    let path: String
    /// Of the file's bytes.
    let sha256: String
    let channels: [String]
    /// Columns that are neither channels nor anything else.
    let unused: [String]
    private(set) var series: [DatasetSeries] = []
    private let layout: Layout

    var rowCount: Int { series.reduce(0) { $0 + $1.rows.times.count } }
    /// Whether a column says which series a row belongs to.
    var hasIDs: Bool { layout.id != nil }
    /// Smallest period of all series, nanoseconds.
    var interval: Int64 { series.map(\.period).min() ?? 1_000_000_000 }
    /// First and last time.
    let start: Int64
    let end: Int64

    /// Which column is what.
    private struct Layout: Sendable {
        var header: [String]
        var time: Int
        var label: Int
        var id: Int?
        var kind: Int?
        var channels: [Int] = []
    }

    /// Rows that decide whether a column holds numbers.
    private static let probe = 1000
    private static let separators = [UInt8(ascii: ";"), UInt8(ascii: "\t")]

    /// Columns that describe a reading and are no measurement.
    private static let described: Set = [
        "machineID", "unique_id", "provider", "run", "barcode", "seq", "kind",
    ]

    /// Channels that are probably labels of some kind: a detector that sees them sees the answers.
    var suspects: [String] {
        let names: Set = [
            "anomaly", "is_anomaly", "changepoint", "change_point", "outlier", "is_outlier",
            "attack", "ground_truth", "target", "prediction",
        ]
        return channels.filter { names.contains($0.lowercased()) }
    }

    /// Surveys the file.
    /// - Throws: ``ToolFailure`` (usage) naming file, line and remedy.
    init(path: String, options: Options) throws {
        self.path = path
        var layout = try readingCSV { try Self.layout(path, options) }
        let hash = FileHash(path)
        (layout, unused) = try readingCSV { try Self.findChannels(path, layout, options) }
        self.layout = layout
        channels = layout.channels.map { layout.header[$0] }
        guard !channels.isEmpty else {
            throw ToolFailure.usage(
                "\(path): there is no numeric column to detect anomalies in; the columns are "
                    + layout.header.joined(separator: ", "))
        }
        let rows = try readingCSV { try Self.survey(path, layout) }
        guard rows.contains(where: { !$0.times.isEmpty }) else {
            throw ToolFailure.usage("\(path):1: there are no rows under the header")
        }
        start = rows.compactMap { $0.times.min() }.min() ?? 0
        end = rows.compactMap { $0.times.max() }.max() ?? 0
        series = rows.map { rows in
            let period = rows.period
            return DatasetSeries(
                rows: rows, events: rows.events(period: period),
                probationEnd: options.probation.end(of: rows.times), period: period)
        }
        sha256 = hash.wait()
    }

    // MARK: - Columns

    private static func layout(_ path: String, _ options: Options) throws -> Layout {
        let reader = try CSVReader(path: path, otherSeparators: separators)
        let header = reader.header
        func column(_ name: String, _ option: String) throws -> Int {
            if let place = header.firstIndex(of: name) { return place }
            throw ToolFailure.usage(
                "\(path): --\(option) \(name): there is no such column; the columns are "
                    + header.joined(separator: ", ") + Spelling.question(name, in: header))
        }
        for name in options.ignored { _ = try column(name, "ignore-columns") }
        let times = ["timestamp", "time", "datetime"]
        guard
            let time = try options.time.map({ try column($0, "time-column") })
                ?? header.firstIndex(where: { times.contains($0.lowercased()) })
        else {
            throw ToolFailure.usage(
                "\(path):1: there is no column timestamp or time; name it with --time-column;"
                    + " the columns are " + header.joined(separator: ", "))
        }
        let rest = header.indices.filter { $0 != time && !options.ignored.contains(header[$0]) }
        guard
            let label = try options.label.map({ try column($0, "label-column") })
                ?? rest.first(where: { header[$0] == "label" }) ?? rest.last
        else {
            throw ToolFailure.usage(
                "\(path):1: there is no column label (0 or 1); name it with --label-column")
        }
        return Layout(
            header: header, time: time, label: label,
            id: try options.id.map { try column($0, "id-column") }
                ?? header.firstIndex(of: "unique_id") ?? header.firstIndex(of: "machineID"),
            kind: header.firstIndex(of: "kind"))
    }

    /// All other columns whose first cells are numbers or empty.
    private static func findChannels(
        _ path: String, _ layout: Layout, _ options: Options
    ) throws -> (layout: Layout, unused: [String]) {
        var isText = [Bool](repeating: false, count: layout.header.count)
        let reader = try CSVReader(path: path, otherSeparators: separators)
        var row = 0
        while row < probe, case .row = try reader.next() {
            for column in isText.indices where reader.cell(column).value == nil {
                isText[column] = true
            }
            row += 1
        }
        var result = layout
        var unused: [String] = []
        for (column, name) in layout.header.enumerated() {
            if [layout.time, layout.label].contains(column) || layout.id == column { continue }
            if described.contains(name) { continue }
            if isText[column] || options.ignored.contains(name) {
                unused.append(name)
            } else {
                result.channels.append(column)
            }
        }
        return (result, unused)
    }

    // MARK: - Rows

    private static func survey(_ path: String, _ layout: Layout) throws -> [LabelledRows] {
        let reader = try CSVReader(path: path, otherSeparators: separators)
        var series: [LabelledRows] = []
        var index = NameIndex()
        var kinds = NameIndex()
        var clock = TimeCells()
        // One look-up of the series a row, not one an array.
        var rows = LabelledRows(machine: name(of: path))
        var place = 0
        if layout.id == nil { series.append(rows) }
        while case .row = try reader.next() {
            if let id = layout.id {
                let found = index[reader.cell(id)]
                if found == series.count {
                    series.append(LabelledRows(machine: index.names[found]))
                }
                if found != place || rows.times.isEmpty {
                    if !rows.times.isEmpty { series[place] = rows }
                    place = found
                    swap(&rows, &series[place])
                }
            }
            guard let time = clock.nanoseconds(reader.cell(layout.time)) else {
                throw reader.badCell(layout.time, needed: TimeCells.allowed)
            }
            guard let label = reader.cell(layout.label).flag else {
                throw reader.badCell(
                    layout.label,
                    needed: "a label must be 0 or 1; name the label's column with --label-column")
            }
            rows.times.append(time)
            rows.labels.append(label)
            if let kind = layout.kind {
                rows.kindOfRow.append(Int32(truncatingIfNeeded: kinds[reader.cell(kind)]))
            }
        }
        if !series.isEmpty { series[place] = rows }
        for place in series.indices { series[place].kinds = kinds.names }
        return series
    }

    func readings(_ body: (_ series: Int, _ piece: ReadingBatch) throws -> Void) throws {
        try readingCSV { try readRows(body) }
    }

    private func readRows(_ body: (_ series: Int, _ piece: ReadingBatch) throws -> Void) throws {
        let pieceSize = max(64, min(4096, 65_536 / series.count))
        let reader = try CSVReader(path: path, otherSeparators: Self.separators)
        var pieces = series.map {
            ReadingBatch(
                series: SeriesIdentity(machineID: $0.rows.machine, provider: "", run: ""),
                channels: channels, capacity: pieceSize)
        }
        var counts = [Int](repeating: 0, count: series.count)
        var index = NameIndex()
        var place = 0
        while case .row = try reader.next() {
            if let id = layout.id { place = index[reader.cell(id)] }
            guard place < series.count, counts[place] < series[place].rows.times.count else {
                throw ToolFailure.failed(
                    "\(path):\(reader.line): the file has grown while it was read; run again")
            }
            pieces[place].times.append(series[place].rows.times[counts[place]])
            counts[place] += 1
            pieces[place].sequences.append(Int64(counts[place]))
            for column in layout.channels {
                guard let value = reader.cell(column).value else {
                    throw reader.badCell(
                        column,
                        needed: "it must be a number, or empty if missing; leave the column out"
                            + " with --ignore-columns \(layout.header[column])")
                }
                // A cell that says nan is as missing as one that says nothing.
                pieces[place].values.append(value.isNaN ? .missing : value)
            }
            if pieces[place].count == pieceSize {
                try body(place, pieces[place])
                pieces[place].removeAll()
            }
        }
        for place in pieces.indices where !pieces[place].isEmpty { try body(place, pieces[place]) }
        guard zip(counts, series).allSatisfy({ $0 == $1.rows.times.count }) else {
            throw ToolFailure.failed("\(path): the file has shrunk while it was read; run again")
        }
    }

    /// The file's name without its ending.
    static func name(of path: String) -> String {
        let name = URL(filePath: path).deletingPathExtension().lastPathComponent
        return name.isEmpty ? "data" : name
    }
}

extension LabelledCSV.Probation {
    /// The first time that is scored, of a series with these times.
    fileprivate func end(of times: [Int64]) -> Int64 {
        guard let first = times.min(), let last = times.max() else { return .min }
        func after(_ rows: Int) -> Int64 {
            if rows <= 0 { return .min }
            if rows >= times.count { return last + 1 }
            let isSorted = zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }
            return isSorted ? times[rows] : times.sorted()[rows]
        }
        switch self {
        case .share(let share, let most): return after(min(most, Int(share * Double(times.count))))
        case .rows(let count): return after(count)
        case .seconds(let seconds):
            return seconds > 0 ? first + Int64((min(seconds, 9e8) * 1e9).rounded()) : .min
        }
    }

    /// `10m`, `400rows`, `15%`, or a number of seconds.
    init(_ text: String) throws {
        func failure() -> ToolFailure {
            .usage(
                "--probation \(text): give a duration such as 10m or 300, rows as in 400rows, or a"
                    + " share as in 15%")
        }
        if text.hasSuffix("rows"), let count = Int(text.dropLast(4)), count >= 0 {
            self = .rows(count)
        } else if text.hasSuffix("%"), let share = Double(text.dropLast()), (0...99).contains(share)
        {
            self = .share(share / 100, atMost: .max)
        } else if let seconds = Double(text), (0...1e9).contains(seconds) {
            self = .seconds(seconds)
        } else if let nanoseconds = DurationText.parse(text) {
            self = .seconds(Double(nanoseconds) / 1e9)
        } else {
            throw failure()
        }
    }
}

/// The SHA-256 of a file, made on a thread of its own while the file is read for other reasons.
private final class FileHash: @unchecked Sendable {
    // Unchecked: `hex` is written before `done` is signalled and read after it was waited for.
    private var hex = ""
    private let done = DispatchSemaphore(value: 0)

    init(_ path: String) {
        let thread = Thread { [self] in
            var hash = SHA256()
            if let file = FileHandle(forReadingAtPath: path) {
                while let piece = try? file.read(upToCount: 1 << 20), !piece.isEmpty {
                    hash.update(piece)
                }
            }
            hex = hexadecimal(hash.finalize())
            done.signal()
        }
        thread.start()
    }

    func wait() -> String {
        done.wait()
        return hex
    }
}
