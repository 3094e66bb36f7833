import Telemetry

/// The sibling demo's table, `machine_data_aggregated`: per machine and time the vibration and
/// whether it is anomalous, 0 or 1.
public struct SQLiteAggregatedSink: ScoreSink {
    private let store: SQLiteStore

    public init(_ store: SQLiteStore) { self.store = store }

    public func send(_ scores: ScoreBatch) throws {
        try store.withConnection { connection in
            let insert = try connection.prepare(
                """
                INSERT OR REPLACE INTO machine_data_aggregated
                (machineID, run, time, anomalies, vibration) VALUES (?1, ?2, ?3, ?4, ?5)
                """)
            insert.bind(1, scores.machineID)
            insert.bind(2, scores.run)
            try connection.transaction {
                for index in 0..<scores.count {
                    insert.bind(3, scores.times[index])
                    insert.bind(4, scores.flags[index] ? 1 : Int64(0))
                    insert.bind(5, scores.values[index])
                    try insert.run()
                }
            }
        }
    }
}

extension SQLiteStore {
    /// What ``SQLiteAggregatedSink`` has written of a machine, in the order of time.
    public func aggregated(machineID: String) throws -> [(time: Int64, isAnomaly: Bool)] {
        try withConnection { connection in
            let select = try connection.prepare(
                """
                SELECT time, anomalies FROM machine_data_aggregated WHERE machineID = ?1
                ORDER BY run, time
                """)
            select.bind(1, machineID)
            var rows: [(time: Int64, isAnomaly: Bool)] = []
            while try select.next() { rows.append((select.integer(0), select.integer(1) == 1)) }
            return rows
        }
    }
}
