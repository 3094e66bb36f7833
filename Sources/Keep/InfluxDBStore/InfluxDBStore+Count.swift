import Telemetry

extension InfluxDBStore {
    /// How many readings of each series lie in `query`'s window.
    /// - Throws: ``InfluxDBError``.
    public func counts(_ query: ReadingQuery) throws -> [SeriesIdentity: Int] {
        guard let table = try readingsTable() else { return [:] }
        if try connection.isV1() { return try countsV1(query, table) }
        var counts: [SeriesIdentity: Int] = [:]
        try inRanges(query) { try count($0, table, into: &counts) }
        return counts
    }

    private func count(
        _ query: ReadingQuery, _ table: ReadingsTable, into counts: inout [SeriesIdentity: Int]
    ) throws -> QueryEnd {
        // Rows that differ only in a tag of others are one reading.
        let count: SQL = table.foreignTags.isEmpty ? "count(*)" : "count(DISTINCT time)"
        let sql: SQL = """
            SELECT \(table.identityColumns), CAST(\(count) AS VARCHAR) AS readings
            FROM \(name: Table.readings.rawValue) WHERE \(table.condition(query))
            GROUP BY k_run, k_provider, k_machine
            """
        let (end, rows) = try texts(.sql(sql), ReadingsTable.identityNames + ["readings"])
        guard end == .complete else { return end }
        for row in rows {
            counts[ReadingsTable.series(row), default: 0] += Int(row[3]) ?? 0
        }
        return end
    }
}
