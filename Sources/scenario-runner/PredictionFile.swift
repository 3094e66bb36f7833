import CSVFiles
import CommandLineTool
import Glibc
import Scoring
import Telemetry

/// A CSV file of labels and predictions, in columns.
struct PredictionFile {
    private struct Series {
        var rows: LabelledRows
        /// Empty if the file has no such column; NaN for an empty cell.
        var scores: [Double] = []
        var predictions: [Bool] = []
    }

    private var series: [Series] = []
    private var kinds: [String] = []
    private var hasTimes = false
    private(set) var hasPredictions = false

    /// - Parameter path: `-` for standard input.
    /// - Throws: ``ToolFailure`` naming file, line, what was found and what belongs there.
    init(path: String) throws {
        try readingCSV { try read(CSVReader(path: path == "-" ? nil : path)) }
    }

    private enum Role {
        case label, score, prediction, time, id, kind, other
    }

    private mutating func read(_ reader: CSVReader) throws {
        let roles = try roles(reader)
        var index = NameIndex()
        var kindIndex = NameIndex()
        var clock = TimeCells()
        let idColumn = roles.firstIndex(of: .id)
        if idColumn == nil { series.append(Series(rows: LabelledRows(machine: "series"))) }
        while case .row = try reader.next() {
            var place = 0
            if let idColumn {
                place = index[reader.cell(idColumn)]
                if place == series.count {
                    series.append(Series(rows: LabelledRows(machine: index.names[place])))
                }
            }
            for (column, role) in roles.enumerated() {
                let cell = reader.cell(column)
                switch role {
                case .label: series[place].rows.labels.append(try reader.flag(column))
                case .score:
                    guard let score = cell.value else {
                        throw reader.badCell(
                            column, needed: "it must be a number, or empty if missing")
                    }
                    series[place].scores.append(score)
                case .prediction: series[place].predictions.append(try reader.flag(column))
                case .time:
                    guard let time = clock.nanoseconds(cell) else {
                        throw reader.badCell(column, needed: TimeCells.allowed)
                    }
                    series[place].rows.times.append(time)
                case .kind:
                    series[place].rows.kindOfRow.append(Int32(truncatingIfNeeded: kindIndex[cell]))
                case .id, .other: break
                }
            }
        }
        kinds = kindIndex.names
        if series.allSatisfy({ $0.rows.labels.isEmpty }) {
            throw ToolFailure.usage(
                "\(reader.name):\(reader.line): there are no rows under the header")
        }
    }

    private mutating func roles(_ reader: CSVReader) throws -> [Role] {
        let names = reader.header
        var roles: [Role] = []
        for name in names {
            let role: Role =
                switch name {
                case "label": .label
                case "score": .score
                case "prediction", "is_anomaly": .prediction
                case "time", "timestamp": .time
                case "unique_id", "machineID": .id
                case "kind": .kind
                default: .other
                }
            // A file may carry both spellings of a column; the first one counts.
            roles.append(role == .other || !roles.contains(role) ? role : .other)
        }
        if let unique = names.firstIndex(of: "unique_id"),
            let machine = names.firstIndex(of: "machineID")
        {
            roles[machine] = .other
            roles[unique] = .id
        }
        func failure(_ what: String) -> ToolFailure {
            let columns = names.map { "\"\($0)\"" }.joined(separator: ", ")
            return .usage(
                "\(reader.name):\(reader.line): \(what); the columns are \(columns)")
        }
        if !roles.contains(.label) { throw failure("there is no column label (0 or 1)") }
        hasTimes = roles.contains(.time)
        hasPredictions = roles.contains(.prediction)
        if !hasPredictions, !roles.contains(.score) {
            throw failure("there is no column score and no column prediction")
        }
        return roles
    }

    /// One series per unique id, in order of first mention; runs of label 1 (and of one kind) are its
    /// events. Without times, rows are a second apart.
    func series(threshold: Double?, probation: Double) -> [ScoredSeries] {
        series.map { series in
            let second: Int64 = 1_000_000_000
            var rows = series.rows
            if !hasTimes { rows.times = rows.labels.indices.map { Int64($0) * second } }
            rows.kinds = kinds
            let period = hasTimes ? rows.period : second
            let start = rows.times.min() ?? 0
            return rows.scored(
                scores: series.scores,
                flags: hasPredictions
                    ? series.predictions : series.scores.map { $0 >= threshold ?? .infinity },
                events: rows.events(period: period),
                probationEnd: probation > 0 ? start + Int64((probation * 1e9).rounded()) : .min,
                period: period)
        }
    }
}

/// Numbers names in the order they are first seen.
struct NameIndex {
    private(set) var names: [String] = []
    private var indices: [String: Int] = [:]
    /// The last one: neighbouring rows mostly have the same.
    private var last = -1
    private var lastBytes: [UInt8] = []

    /// The number of the cell's text.
    subscript(cell: CSVCell) -> Int {
        mutating get {
            if last >= 0, lastBytes.count == cell.bytes.count,
                lastBytes.withUnsafeBytes({
                    $0.isEmpty || memcmp($0.baseAddress!, cell.bytes.baseAddress!, $0.count) == 0
                })
            {
                return last
            }
            let text = cell.text
            lastBytes = Array(cell.bytes)
            if let known = indices[text] {
                last = known
            } else {
                last = names.count
                indices[text] = last
                names.append(text)
            }
            return last
        }
    }
}
