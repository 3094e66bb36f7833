import Telemetry

extension InfluxDBStore {
    /// Time of the newest reading of `run` (of any if nil) at `start` or later, nanoseconds since 1970
    /// UTC; nil without any. Where that is more than the server looks at in one statement, the stretch
    /// is halved, later half first.
    /// - Throws: ``InfluxDBError``.
    public func newestTime(run: String? = nil, from start: Int64 = .min) throws -> Int64? {
        guard try !channels().isEmpty else { return nil }
        return try newest(ReadingQuery(run: run, window: TimeWindow(start: start, end: .max)))
    }

    private func newest(_ query: ReadingQuery) throws -> Int64? {
        // As text: a small result is read as texts, and of no rows the maximum is null.
        let sql: SQL = """
            SELECT CAST(CAST(max(time) AS BIGINT) AS VARCHAR) AS newest
            FROM \(name: Table.readings.rawValue) WHERE \(Self.condition(query))
            """
        let (end, rows) = try texts(sql, ["newest"])
        switch end {
        case .noDatabase: return nil
        case .complete: return rows.first?.first.flatMap { Int64($0) }
        case .tooMuch(let text):
            let (first, second) = try halves(of: query, text)
            return try newest(second) ?? newest(first)
        }
    }
}

/// The sibling demo's table, `machine_data_aggregated`: tag `machineID` (and `run`, where readings
/// have one), fields `anomalies` (0 or 1) and the channel that was looked at.
public struct InfluxDBAggregatedSink: ScoreSink {
    private let store: InfluxDBStore
    private let channel: String

    public init(_ store: InfluxDBStore, channel: String) {
        self.store = store
        self.channel = channel
    }

    public func send(_ scores: ScoreBatch) throws {
        try store.write(
            scores.times.indices.map { index in
                Point(
                    .aggregated, tags: ["machineID": scores.machineID, "run": scores.run],
                    fields: [
                        "anomalies": .integer(scores.flags[index] ? 1 : 0),
                        channel: .float(scores.values[index]),
                    ], time: scores.times[index])
            })
    }
}
