import CSVFiles
import CommandLineTool
import GroundTruth
import Telemetry

/// Reads incidents from a CSV file: `start`, `end`, and if there are any `id` (the series), `kind` and
/// `labeler`. Both ends lie inside; an incident without an end lasts to the end of the data.
struct TruthTable {
    private static let names = (
        machine: ["id", "unique_id", "machineID", "machine", "series", "unit"],
        start: ["start", "start_time", "begin", "from", "onset"],
        end: ["end", "end_time", "stop", "to", "until"],
        kind: ["kind", "type", "class", "category", "fault", "label", "description"],
        labeler: ["labeler", "labeller", "annotator", "rater", "operator"]
    )

    private let reader: CSVReader
    private var clock = TimeCells()
    private var people: [String] = []
    private var entries: [TruthFile.Entry] = []
    private var seen: Set<[String]> = []
    /// Rows that say what a row above them said.
    private var repeatedCount = 0

    static func read(_ path: String) throws -> TruthFile {
        try readingCSV {
            var table = try TruthTable(
                reader: CSVReader(
                    path: path, name: "--truth \(path)",
                    otherSeparators: CSVReader.usualSeparators, mustBeUTF8: true))
            try table.readRows()
            var file = TruthFile(path: path, entries: table.entries)
            file.labelers = max(1, table.people.count)
            file.repeatedCount = table.repeatedCount
            return file
        }
    }

    private init(reader: CSVReader) { self.reader = reader }

    private mutating func readRows() throws {
        let header = reader.header
        guard let start = ColumnNames.first(Self.names.start, in: header),
            let end = ColumnNames.first(Self.names.end, in: header)
        else {
            throw ToolFailure.usage(
                "\(reader.name):1: there are no columns start and end; write id,start,end,kind, where id"
                    + " and kind may be left out; the columns are " + header.joined(separator: ", ")
            )
        }
        let machine = ColumnNames.first(Self.names.machine, in: header)
        let kind = ColumnNames.first(Self.names.kind, in: header)
        let labeler = ColumnNames.first(Self.names.labeler, in: header)
        func text(_ column: Int?) -> String? {
            guard let cell = column.map(reader.cell), cell.shape != .missing else { return nil }
            return cell.text
        }
        while case .row = try reader.next() {
            let first = try time(start)
            var window = TimeWindow(start: first, end: TimeCells.latest)
            if reader.cell(end).shape != .missing {
                let last = try time(end)
                guard last >= first else {
                    throw reader.badCell(end, needed: "an incident ends after it starts")
                }
                window.end = last + 1
            }
            let said = [machine, kind, labeler].map { text($0) ?? "" }
            let ends = "\(window.start) \(window.end)"
            guard seen.insert(said + [ends]).inserted else {
                repeatedCount += 1
                continue
            }
            let event = TruthEvent(
                id: "incident-\(entries.count + 1)", machine: text(machine) ?? "",
                kind: text(kind) ?? "anomaly", group: .process, window: window)
            entries.append(
                TruthFile.Entry(
                    machine: text(machine), event: event, labeler: person(text(labeler) ?? "")))
        }
    }

    private mutating func time(_ column: Int) throws -> Int64 {
        guard let time = clock.nanoseconds(reader.cell(column)) else {
            throw reader.badCell(column, needed: TimeCells.allowed)
        }
        return time
    }

    private mutating func person(_ name: String) -> Int {
        if let known = people.firstIndex(of: name) { return known }
        people.append(name)
        return people.count - 1
    }
}
