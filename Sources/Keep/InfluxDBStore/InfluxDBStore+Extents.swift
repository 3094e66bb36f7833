import Telemetry

extension InfluxDBStore {
    /// Times of the oldest and the newest reading of each series that has any in `query`'s window,
    /// nanoseconds since 1970 UTC. Where that is more than the server looks at in one statement, it
    /// is asked in ranges.
    /// - Throws: ``InfluxDBError``.
    public func extents(_ query: ReadingQuery) throws -> [SeriesIdentity: ClosedRange<Int64>] {
        guard let table = try readingsTable() else { return [:] }
        if try connection.isV1() { return try extentsV1(query, table) }
        var extents: [SeriesIdentity: ClosedRange<Int64>] = [:]
        try inRanges(query) { try extend(&extents, $0, table) }
        return extents
    }

    private func extend(
        _ extents: inout [SeriesIdentity: ClosedRange<Int64>], _ query: ReadingQuery,
        _ table: ReadingsTable
    ) throws -> QueryEnd {
        // As texts: a small result is read as texts.
        let sql: SQL = """
            SELECT \(table.identityColumns), CAST(CAST(min(time) AS BIGINT) AS VARCHAR) AS oldest, \
            CAST(CAST(max(time) AS BIGINT) AS VARCHAR) AS newest
            FROM \(name: Table.readings.rawValue) WHERE \(table.condition(query))
            GROUP BY k_run, k_provider, k_machine
            """
        let (end, rows) = try texts(.sql(sql), ReadingsTable.identityNames + ["oldest", "newest"])
        guard end == .complete else { return end }
        for row in rows {
            guard let oldest = Int64(row[3]), let newest = Int64(row[4]), oldest <= newest
            else { continue }
            let series = ReadingsTable.series(row)
            let known = extents[series] ?? oldest...newest
            extents[series] =
                min(known.lowerBound, oldest)...max(known.upperBound, newest)
        }
        return end
    }
}
