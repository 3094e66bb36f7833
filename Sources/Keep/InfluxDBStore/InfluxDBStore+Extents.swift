import Telemetry

extension InfluxDBStore {
    /// Times of the oldest and the newest reading of each series that has any in `query`'s window,
    /// nanoseconds since 1970 UTC. Where that is more than the server looks at in one statement, the
    /// window is halved.
    /// - Throws: ``InfluxDBError``.
    public func extents(_ query: ReadingQuery) throws -> [SeriesIdentity: ClosedRange<Int64>] {
        guard let table = try readingsTable() else { return [:] }
        if try connection.isV1() { return try extentsV1(query, table) }
        return try extents(query, table)
    }

    private func extents(
        _ query: ReadingQuery, _ table: ReadingsTable
    ) throws -> [SeriesIdentity: ClosedRange<Int64>] {
        // As texts: a small result is read as texts.
        let sql: SQL = """
            SELECT \(table.identityColumns), CAST(CAST(min(time) AS BIGINT) AS VARCHAR) AS oldest, \
            CAST(CAST(max(time) AS BIGINT) AS VARCHAR) AS newest
            FROM \(name: Table.readings.rawValue) WHERE \(table.condition(query))
            GROUP BY k_run, k_provider, k_machine
            """
        let (end, rows) = try texts(.sql(sql), ReadingsTable.identityNames + ["oldest", "newest"])
        switch end {
        case .noDatabase: return [:]
        case .complete:
            return rows.reduce(into: [:]) { extents, row in
                guard let oldest = Int64(row[3]), let newest = Int64(row[4]), oldest <= newest
                else { return }
                extents[ReadingsTable.series(row)] = oldest...newest
            }
        case .tooMuch(let text):
            let (first, second) = try halves(of: query, text)
            return try extents(first, table).merging(extents(second, table)) {
                min($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound)
            }
        }
    }
}
