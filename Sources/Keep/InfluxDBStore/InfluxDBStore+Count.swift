import Telemetry

extension InfluxDBStore {
    /// How many readings of each series lie in `query`'s window.
    /// - Throws: ``InfluxDBError``.
    public func counts(_ query: ReadingQuery) throws -> [SeriesIdentity: Int] {
        guard let table = try readingsTable() else { return [:] }
        if try connection.isV1() { return try countsV1(query, table) }
        return try countsHalving(query, table)
    }

    private func countsHalving(
        _ query: ReadingQuery, _ table: ReadingsTable
    ) throws -> [SeriesIdentity: Int] {
        // Rows that differ only in a tag of others are one reading.
        let count: SQL = table.foreignTags.isEmpty ? "count(*)" : "count(DISTINCT time)"
        let sql: SQL = """
            SELECT \(table.identityColumns), CAST(\(count) AS VARCHAR) AS readings
            FROM \(name: Table.readings.rawValue) WHERE \(table.condition(query))
            GROUP BY k_run, k_provider, k_machine
            """
        let (end, rows) = try texts(.sql(sql), ReadingsTable.identityNames + ["readings"])
        switch end {
        case .noDatabase: return [:]
        case .complete:
            return rows.reduce(into: [:]) { counts, row in
                counts[ReadingsTable.series(row), default: 0] += Int(row[3]) ?? 0
            }
        case .tooMuch(let text):
            let (first, second) = try halves(of: query, text)
            return try countsHalving(first, table)
                .merging(countsHalving(second, table), uniquingKeysWith: +)
        }
    }
}
