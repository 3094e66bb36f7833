import Telemetry

extension InfluxDBStore {
    /// The columns of any table, `time` included, in the order of their names; empty where there is no such
    /// table.
    /// - Throws: ``InfluxDBError``.
    public func columns(ofTable table: String) throws -> [String] {
        let sql: SQL = """
            SELECT column_name FROM information_schema.columns
            WHERE table_name = \(.text(table)) ORDER BY column_name
            """
        return try texts(.sql(sql), ["column_name"]).1.map { $0[0] }
    }

    /// Rows of any table in the order of time, each cell as text: times as nanoseconds since 1970 UTC, what
    /// is absent as an empty text.
    /// - Parameters:
    ///   - columns: of the table; `time` may be among them.
    ///   - condition: SQL that rows must meet, as a user wrote it; nil for none.
    ///   - run: value of the column `run`; nil for any.
    ///   - start: rows before it are left out, nanoseconds since 1970 UTC.
    /// - Throws: ``InfluxDBError``, ``InfluxDBError/refused(server:status:text:)`` for a condition that is no SQL.
    public func rows(
        ofTable table: String, columns: [String], condition: String? = nil, run: String? = nil,
        from start: Int64
    ) throws -> [[String]] {
        let names = columns.indices.map { "k\($0)" }
        var list: SQL = ""
        for (place, column) in columns.enumerated() {
            let comma: SQL = place == 0 ? "" : ", "
            // The head of the answer has names of our own: theirs may hold commas and quotes.
            let cell: SQL =
                column == "time"
                ? "CAST(CAST(time AS BIGINT) AS VARCHAR) AS \(name: names[place])"
                : "CAST(\(name: column) AS VARCHAR) AS \(name: names[place])"
            list = "\(list)\(comma)\(cell)"
        }
        var sql: SQL = "SELECT \(list) FROM \(name: table) WHERE time >= \(.time(start))"
        if let run { sql = sql.then("AND \(name: "run") = \(.text(run))") }
        if let condition { sql = sql.then("AND (").then(SQL(ownCondition: condition)).then(")") }
        return try texts(.sql(sql.then("ORDER BY time")), names).1
    }
}
