import HTTPClient
import Telemetry

/// What the store does through the 1.x API. There an unknown table or column is no error and rows come
/// in the order of time only: it is asked what there is, and each series has a statement of its own.
extension InfluxDBStore {
    /// Makes the database where the server lets us (1.x); a bucket of InfluxDB Cloud is made by its
    /// owner, and the first write says when it is missing. Columns get the types of the first row, in
    /// which our floats and integers are told apart.
    func prepareV1() throws {
        let statement: InfluxQL = "CREATE DATABASE \(name: connection.configuration.database)"
        let answer = try connection.untilAnswered {
            try connection.http.send(connection.queryRequest([statement]))
        }
        if StatusKind(answer.status) == .notFound, !answer.body.isObject {
            throw InfluxDBError.notInfluxDB(server: connection.name, status: answer.status)
        }
    }

    /// Names and types as `information_schema.columns` would have them, in the order of names.
    func columnsV1() throws -> [(name: String, type: String)] {
        let table = Table.readings.rawValue
        let question = Question.influxQL(
            ["SHOW FIELD KEYS FROM \(name: table)", "SHOW TAG KEYS FROM \(name: table)"],
            InfluxQLReader(.none, cells: 2))
        let (end, rows) = try texts(question, ["name", "type"])
        guard end == .complete, !rows.isEmpty else { return [] }
        var types: [[UInt8]: String] = [:]
        for row in rows {
            // Identity is made of tags alone here: nothing can be grouped by a field.
            guard row[1].isEmpty || !ReadingsTable.identity.contains(row[0]) else { continue }
            let type = ReadingsTable.type(ofInfluxQL: row[1])
            types[Array(row[0].utf8)] = types[Array(row[0].utf8)] ?? type
        }
        types[Array("time".utf8)] = "Timestamp(Nanosecond, None)"
        return types.sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .map { (String(decoding: $0.key, as: UTF8.self), $0.value) }
    }

    /// The oldest (or newest) reading's time of each series in the window.
    func endsV1(
        _ query: ReadingQuery, _ table: ReadingsTable, newest: Bool
    ) throws -> [SeriesIdentity: Int64] {
        guard table.hasValuesV1, table.mayHoldV1("run", query.run ?? "") else { return [:] }
        var times: [SeriesIdentity: Int64] = [:]
        try inRanges(query) { query in
            var statement = table.selectionV1.then(table.conditionV1(query))
            statement = statement.then("GROUP BY \(names: table.identityTags)")
            statement = statement.then(
                newest ? "ORDER BY time DESC LIMIT 1" : "ORDER BY time LIMIT 1")
            let question = Question.influxQL(
                [statement], InfluxQLReader(.tags(ReadingsTable.identity), cells: 1))
            let (end, rows) = try texts(question, ReadingsTable.identityNames + ["time_ns"])
            guard end == .complete else { return end }
            for row in rows {
                guard let time = Int64(row[3]) else { continue }
                let series = ReadingsTable.series(row)
                // Ranges come in the order of time.
                times[series] = newest ? time : times[series] ?? time
            }
            return end
        }
        return times
    }

    func extentsV1(
        _ query: ReadingQuery, _ table: ReadingsTable
    ) throws -> [SeriesIdentity: ClosedRange<Int64>] {
        let oldest = try endsV1(query, table, newest: false)
        let newest = try endsV1(query, table, newest: true)
        return oldest.reduce(into: [:]) { extents, entry in
            // Between the two questions a series can only have grown.
            extents[entry.key] = entry.value...max(entry.value, newest[entry.key] ?? entry.value)
        }
    }

    /// Counts what comes: the server counts the values of a field, and no field need be in every row.
    func countsV1(_ query: ReadingQuery, _ table: ReadingsTable) throws -> [SeriesIdentity: Int] {
        var counts: [SeriesIdentity: Int] = [:]
        try loadV1(query, table) { counts[$0.series, default: 0] += $0.count }
        return counts
    }
}

extension ReadingsTable {
    /// In the order of ``identityNames``.
    static let identity = ["run", "provider", "machineID"]

    /// `fieldType` of `SHOW FIELD KEYS`; "" is a tag.
    static func type(ofInfluxQL type: String) -> String {
        switch type {
        case "": tag
        case "float": "Float64"
        case "integer": "Int64"
        case "unsigned": "UInt64"
        case "boolean": "Boolean"
        default: "Utf8"
        }
    }

    /// Identity as the answer's first cells.
    static func cells(of series: SeriesIdentity) -> [UInt8] {
        [series.run, series.provider, series.machineID].reduce(into: []) { csv, text in
            InfluxQLReader.append(quoted: Array(text.utf8), to: &csv)
            csv.append(UInt8(ascii: ","))
        }
    }

    /// Number, channels, and what is left out: a row without any value that was asked for does not
    /// come, and it is a reading all the same.
    var selectionV1: InfluxQL {
        let names = (hasSequence ? ["seq"] : []) + channels + leftOut
        return "SELECT \(names: names) FROM \(name: InfluxDBStore.Table.readings.rawValue)"
    }

    fileprivate var identityTags: [String] { Self.identity.filter(has) }

    /// `WHERE …`, or nothing.
    func conditionV1(
        _ query: ReadingQuery, of series: SeriesIdentity? = nil
    ) -> InfluxQL {
        var conditions: [InfluxQL] = []
        if query.window.start != .min { conditions.append("time >= \(time: query.window.start)") }
        if query.window.end != .max { conditions.append("time < \(time: query.window.end)") }
        if let run = query.run { conditions += equalsV1("run", run) }
        if let series {
            conditions += equalsV1("run", series.run)
            conditions += equalsV1("provider", series.provider)
            conditions += equalsV1("machineID", series.machineID)
        }
        guard let first = conditions.first else { return "" }
        return conditions.dropFirst().reduce("WHERE \(first)") { $0.then("AND \($1)") }
    }

    /// An absent tag is equal to ''. One that the table does not have is not asked for: servers differ in
    /// what they make of it.
    private func equalsV1(_ column: String, _ wanted: String) -> [InfluxQL] {
        has(column) ? ["\(name: column) = \(value: wanted)"] : []
    }

    /// Whether a row can have this; a column that is not there is empty in all of them.
    func mayHoldV1(_ column: String, _ wanted: String) -> Bool {
        has(column) || wanted.isEmpty
    }

    func mayHoldV1(_ series: SeriesIdentity) -> Bool {
        mayHoldV1("run", series.run) && mayHoldV1("provider", series.provider)
    }

    var hasValuesV1: Bool { hasSequence || !channels.isEmpty || !leftOut.isEmpty }
}
