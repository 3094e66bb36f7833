import Telemetry

extension InfluxDBStore {
    /// How many readings of each series lie in `query`'s window.
    /// - Throws: ``InfluxDBError``.
    public func counts(_ query: ReadingQuery) throws -> [SeriesIdentity: Int] {
        guard try !channels().isEmpty else { return [:] }
        return try countsHalving(query)
    }

    private func countsHalving(_ query: ReadingQuery) throws -> [SeriesIdentity: Int] {
        let sql: SQL = """
            SELECT "run", "provider", "machineID", CAST(count(*) AS VARCHAR) AS readings
            FROM \(name: Table.readings.rawValue) WHERE \(Self.condition(query))
            GROUP BY "run", "provider", "machineID"
            """
        let (end, rows) = try texts(sql, ["run", "provider", "machineID", "readings"])
        switch end {
        case .noDatabase: return [:]
        case .complete:
            return rows.reduce(into: [:]) { counts, row in
                let series = SeriesIdentity(machineID: row[2], provider: row[1], run: row[0])
                counts[series, default: 0] += Int(row[3]) ?? 0
            }
        case .tooMuch(let text):
            let (first, second) = try halves(of: query, text)
            return try countsHalving(first).merging(countsHalving(second), uniquingKeysWith: +)
        }
    }
}
