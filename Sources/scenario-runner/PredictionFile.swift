import CommandLineTool
import Foundation
import Scoring
import Telemetry

/// A CSV file of labels and predictions, in columns.
///
/// Read in one pass over its bytes; cells may be quoted, lines may end in CRLF, a byte order mark is
/// passed over.
struct PredictionFile {
    private var labels: [Bool] = []
    /// Empty if the file has no such column; NaN for an empty cell.
    private var scores: [Double] = []
    private var predictions: [Bool] = []
    private var times: [Int64] = []
    /// Index into `ids` of each row; empty if there is one series.
    private var idOfRow: [Int32] = []
    private var ids: [String] = []
    /// Index into `kinds` of each row; empty if the file has no such column.
    private var kindOfRow: [Int32] = []
    private var kinds: [String] = []

    private(set) var hasPredictions = false

    /// - Throws: ``ToolFailure`` naming file, line, what was found and what belongs there.
    init(path: String) throws {
        let data: Data
        do {
            data =
                path == "-"
                ? try FileHandle.standardInput.readToEnd() ?? Data()
                : try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
        } catch {
            let isThere = FileManager.default.fileExists(atPath: path)
            throw ToolFailure.usage(
                isThere
                    ? "\(path): can't be read: \(error.localizedDescription)"
                    : "\(path): there is no such file")
        }
        try data.withUnsafeBytes {
            try read(CSVCells(bytes: $0, path: path == "-" ? "stdin" : path))
        }
    }

    private enum Role {
        case label, score, prediction, time, id, kind, other
    }

    private mutating func read(_ cells: CSVCells) throws {
        var cells = cells
        let roles = try header(&cells)
        var idIndex: [String: Int32] = [:]
        var kindIndex: [String: Int32] = [:]
        var clock = TimeCells()
        while cells.nextLine() {
            for (column, role) in roles.enumerated() {
                let cell = try cells.nextCell(isLast: column == roles.count - 1)
                switch role {
                case .label: labels.append(try cells.flag(cell, "label"))
                case .score: scores.append(try cells.score(cell))
                case .prediction: predictions.append(try cells.flag(cell, "prediction"))
                case .time: times.append(try clock.nanoseconds(cell, in: cells))
                case .id: idOfRow.append(Self.index(cells.text(cell), &ids, &idIndex))
                case .kind: kindOfRow.append(Self.index(cells.text(cell), &kinds, &kindIndex))
                case .other: break
                }
            }
        }
        if labels.isEmpty { throw cells.failure("there are no rows under the header") }
    }

    private mutating func header(_ cells: inout CSVCells) throws -> [Role] {
        guard cells.nextLine() else {
            throw cells.failure("the file is empty; give a CSV file with a header line")
        }
        var names: [String] = []
        while let name = try cells.headerCell() { names.append(name) }
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
        if names.contains("unique_id"), let column = names.firstIndex(of: "machineID") {
            roles[column] = .other
            roles[names.firstIndex(of: "unique_id")!] = .id
        }
        let found = "the columns are " + names.map { "\"\($0)\"" }.joined(separator: ", ")
        if !roles.contains(.label) {
            throw cells.failure("there is no column label (0 or 1); \(found)")
        }
        hasPredictions = roles.contains(.prediction)
        if !hasPredictions, !roles.contains(.score) {
            throw cells.failure("there is no column score and no column prediction; \(found)")
        }
        return roles
    }

    private static func index(
        _ text: String, _ names: inout [String], _ indices: inout [String: Int32]
    ) -> Int32 {
        if let index = indices[text] { return index }
        let index = Int32(names.count)
        indices[text] = index
        names.append(text)
        return index
    }

    /// One series per unique id, in order of first mention; runs of label 1 (and of one kind) are its
    /// events.
    func series(threshold: Double?, probation: Double) -> [ScoredSeries] {
        let names = ids.isEmpty ? ["series"] : ids
        var rows = [[Int]](repeating: [], count: names.count)
        if ids.isEmpty {
            rows[0] = Array(labels.indices)
        } else {
            for (row, id) in idOfRow.enumerated() { rows[Int(id)].append(row) }
        }
        return zip(names, rows).map { name, rows in
            series(name, rows, threshold: threshold, probation: probation)
        }
    }

    private func series(_ name: String, _ rows: [Int], threshold: Double?, probation: Double)
        -> ScoredSeries
    {
        let second: Int64 = 1_000_000_000
        var rows = rows
        var seriesTimes = rows.indices.map { Int64($0) * second }
        var period = second
        if !times.isEmpty {
            rows.sortIfNeeded { (times[$0], $0) < (times[$1], $1) }
            seriesTimes = rows.map { times[$0] }
            period = Self.period(of: seriesTimes)
        }
        let flags = rows.map {
            hasPredictions ? predictions[$0] : scores[$0] >= threshold ?? .infinity
        }
        let start = seriesTimes.first ?? 0
        return ScoredSeries(
            machine: name, times: seriesTimes,
            scores: scores.isEmpty ? [] : rows.map { scores[$0] }, flags: flags,
            events: events(name, rows, seriesTimes, period),
            probationEnd: probation > 0 ? start + Int64((probation * 1e9).rounded()) : .min,
            period: period)
    }

    private func events(_ name: String, _ rows: [Int], _ times: [Int64], _ period: Int64)
        -> [TruthEvent]
    {
        var events: [TruthEvent] = []
        func kind(_ place: Int) -> Int32 { kindOfRow.isEmpty ? -1 : kindOfRow[rows[place]] }
        var place = 0
        while place < rows.count {
            guard labels[rows[place]] else {
                place += 1
                continue
            }
            var end = place + 1
            while end < rows.count, labels[rows[end]], kind(end) == kind(place) { end += 1 }
            // Up to the next row where that comes first: repeated or crowded times must not make two
            // events out of one row.
            let last = times[end - 1] + period
            events.append(
                TruthEvent(
                    id: "\(name)-\(events.count + 1)", machine: name,
                    kind: kindOfRow.isEmpty ? "anomaly" : kinds[Int(kind(place))], group: .process,
                    window: TimeWindow(
                        start: times[place],
                        end: end < rows.count
                            ? max(times[end - 1] + 1, min(last, times[end])) : last)))
            place = end
        }
        return events
    }

    /// Median distance of neighbouring times that differ; a second where there is none.
    private static func period(of times: [Int64]) -> Int64 {
        var steps: [Int64] = []
        steps.reserveCapacity(times.count)
        for index in times.indices.dropFirst() where times[index] > times[index - 1] {
            steps.append(times[index] - times[index - 1])
        }
        guard let first = steps.first else { return 1_000_000_000 }
        if steps.allSatisfy({ $0 == first }) { return first }
        steps.sort()
        return steps[(steps.count - 1) / 2]
    }
}

extension [Int] {
    /// Sorts by `precedes` unless the elements are in order already, as they nearly always are.
    fileprivate mutating func sortIfNeeded(by precedes: (Int, Int) -> Bool) {
        if zip(self, dropFirst()).allSatisfy({ precedes($0, $1) }) { return }
        sort(by: precedes)
    }
}
