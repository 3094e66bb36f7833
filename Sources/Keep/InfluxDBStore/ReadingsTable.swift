import CSVFiles
import Telemetry

/// Which columns `machine_data` has, and what they are to us: the table may be somebody else's.
struct ReadingsTable: Sendable, Equatable {
    /// Numbers: floats, integers and unsigned. The demo's first and in their order, others by name.
    var channels: [String] { numbers.map(\.name) }
    /// Fields that are no numbers: no detector can look at them.
    let leftOut: [String]
    /// Numbers that are called like labels: a detector that saw them would see the answers.
    let answers: [String]
    /// Tags beside ours. They part rows, but not series.
    let foreignTags: [String]

    private struct Number: Equatable {
        let name: String
        let isFloat: Bool
    }

    private let numbers: [Number]
    /// Types of the columns that have a part of their own to play, by name.
    private let types: [String: String]
    static let tag = "Dictionary(Int32, Utf8)"
    private static let ours = ["run", "provider", "machineID", "time", "seq"]

    /// - Parameter columns: names and types as `information_schema.columns` has them, `time` included.
    /// - Returns: nil without any column, which means that there is no table.
    /// - Throws: ``InfluxDBError/missingColumn(table:column:found:)``.
    init?(_ columns: [(name: String, type: String)]) throws {
        guard !columns.isEmpty else { return nil }
        // Names of others are compared with these only, which are ASCII: two that differ in nothing but
        // the way an umlaut is written stay two columns.
        types = Dictionary(
            columns.filter { Self.ours.contains($0.name) }.map { ($0.name, $0.type) }
        ) { first, _ in first }
        guard types["machineID"] != nil else {
            throw InfluxDBError.missingColumn(
                table: InfluxDBStore.Table.readings.rawValue, column: "machineID",
                found: columns.map(\.name))
        }
        let others = columns.filter { !Self.ours.contains($0.name) }
        let all = others.filter { ["Float64", "Int64", "UInt64"].contains($0.type) }
            .map { Number(name: $0.name, isFloat: $0.type == "Float64") }
        // Where there is nothing else, the name is all that speaks against them.
        let measured = all.filter { !ColumnNames.tellsAnswer($0.name) }
        let found = measured.isEmpty ? all : measured
        answers = measured.isEmpty ? [] : all.map(\.name).filter(ColumnNames.tellsAnswer)
        numbers =
            demoChannels.flatMap { name in found.filter { $0.name == name } }
            + found.filter { !demoChannels.contains($0.name) }
        foreignTags = others.filter { $0.type == Self.tag }.map(\.name)
        leftOut = others.filter { ["Utf8", "Boolean"].contains($0.type) }.map(\.name)
    }

    /// Run, provider and machine under the names that ``series(_:)`` expects; a column that is not
    /// there is an empty text.
    var identityColumns: SQL {
        "\(text("run")) AS k_run, \(text("provider")) AS k_provider, \(text("machineID")) AS k_machine"
    }

    func has(_ column: String) -> Bool { types[column] != nil }

    var hasSequence: Bool { types["seq"] != nil }

    var hasIntegerSequence: Bool { types["seq"] == "Int64" }

    static let identityNames = ["k_run", "k_provider", "k_machine"]

    /// The series of a row that begins with ``identityNames``.
    static func series(_ cells: [String]) -> SeriesIdentity {
        SeriesIdentity(machineID: cells[2], provider: cells[1], run: cells[0])
    }

    /// The reading's number as an integer, whatever kind of number the table keeps; 0 or NULL is none.
    var sequence: SQL {
        switch types["seq"] {
        case "Int64": "\(name: "seq")"
        case "UInt64", "Float64", "Utf8", Self.tag: "TRY_CAST(\(name: "seq") AS BIGINT)"
        default: "0"
        }
    }

    /// The channels as floats under names of our own: theirs may hold commas and quotes, and the head
    /// of the answer is compared with what was asked.
    var channelColumns: SQL {
        var sql: SQL = ""
        for (index, number) in numbers.enumerated() {
            if index > 0 { sql = "\(sql), " }
            let alias = "c\(index)"
            sql =
                number.isFloat
                ? "\(sql)\(name: number.name) AS \(name: alias)"
                : "\(sql)CAST(\(name: number.name) AS DOUBLE) AS \(name: alias)"
        }
        return sql
    }

    var channelAliases: [String] { numbers.indices.map { "c\($0)" } }

    /// Whether `column` holds `wanted`; an absent tag is "".
    func equals(_ column: String, _ wanted: String) -> SQL {
        guard types[column] != nil else { return wanted.isEmpty ? "TRUE" : "FALSE" }
        return wanted.isEmpty
            ? "(\(name: column) IS NULL OR \(text(column)) = '')"
            : "\(text(column)) = \(.text(wanted))"
    }

    /// Whether `column` holds one of `wanted`.
    func isOne(_ column: String, of wanted: [String]) -> SQL {
        guard types[column] != nil, !wanted.contains("") else { return "TRUE" }
        var sql: SQL = "\(text(column)) IN ("
        for (index, value) in wanted.enumerated() {
            sql = index == 0 ? "\(sql)\(.text(value))" : "\(sql), \(.text(value))"
        }
        return "\(sql))"
    }

    private func text(_ column: String) -> SQL {
        switch types[column] {
        case nil: "''"
        case Self.tag, "Utf8": "\(name: column)"
        default: "CAST(\(name: column) AS VARCHAR)"
        }
    }

    /// `time` inside the window, and of the run. The end of all time is left open: the engine's own range
    /// is a little narrower.
    func condition(_ query: ReadingQuery) -> SQL {
        var sql: SQL = "time >= \(.time(max(query.window.start, Instant.earliestStored)))"
        if query.window.end != .max { sql = sql.then("AND time < \(.time(query.window.end))") }
        if let run = query.run { sql = sql.then("AND \(equals("run", run))") }
        return sql
    }
}

extension InfluxDBStore {
    /// What the table looks like now; nil while there is none. One question, whatever is asked next.
    /// - Throws: ``InfluxDBError``.
    func readingsTable() throws -> ReadingsTable? {
        let columns = try connection.isV1() ? columnsV1() : columns()
        guard let table = try ReadingsTable(columns) else { return nil }
        if !table.leftOut.isEmpty { connection.notices.tell(.leftOut(columns: table.leftOut)) }
        if !table.answers.isEmpty { connection.notices.tell(.answers(columns: table.answers)) }
        return table
    }

    private func columns() throws -> [(name: String, type: String)] {
        let sql: SQL = """
            SELECT column_name, data_type FROM information_schema.columns
            WHERE table_schema = 'iox' AND table_name = \(.text(Table.readings.rawValue))
            ORDER BY column_name
            """
        let (end, rows) = try texts(.sql(sql), ["column_name", "data_type"])
        return end == .complete ? rows.map { ($0[0], $0[1]) } : []
    }
}
