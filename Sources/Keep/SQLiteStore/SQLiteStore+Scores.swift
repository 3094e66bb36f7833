import Telemetry

extension SQLiteStore: ScoreSink {
    public func send(_ scores: ScoreBatch) throws { try send([scores]) }

    /// Writes the scores of several series in one transaction.
    public func send(_ scores: [ScoreBatch]) throws {
        try withConnection { connection in
            let insert = try connection.prepare(
                """
                INSERT OR REPLACE INTO anomaly_scores
                (unique_id, detector, time, machineID, score, is_anomaly, value, run)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                """)
            try connection.transaction {
                for batch in scores {
                    insert.bind(1, batch.uniqueID)
                    insert.bind(2, batch.detector)
                    insert.bind(4, batch.machineID)
                    insert.bind(8, batch.run)
                    for index in 0..<batch.count {
                        insert.bind(3, batch.times[index])
                        insert.bind(5, batch.scores[index])  // SQLite keeps NaN as NULL: no score
                        insert.bind(6, batch.flags[index] ? 1 : Int64(0))
                        insert.bind(7, batch.values[index])
                        try insert.run()
                    }
                }
            }
        }
    }

    /// The scores of `detector` in `window`, by run, unique id and time.
    public func scores(detector: String, window: TimeWindow = .all) throws -> [ScoreBatch] {
        try withConnection { connection in
            let select = try connection.prepare(
                """
                SELECT unique_id, machineID, time, score, is_anomaly, value, run FROM anomaly_scores
                WHERE detector = ?1 AND time >= ?2 AND time < ?3 ORDER BY run, unique_id, time
                """)
            select.bind(1, detector)
            select.bind(2, window.start)
            select.bind(3, window.end)
            var batches: [ScoreBatch] = []
            while try select.next() {
                let (uniqueID, run) = (select.text(0), select.text(6))
                if batches.last?.uniqueID.hasSameBytes(as: uniqueID) != true
                    || batches.last?.run.hasSameBytes(as: run) != true
                {
                    batches.append(
                        ScoreBatch(
                            uniqueID: uniqueID, machineID: select.text(1), detector: detector,
                            run: run))
                }
                let last = batches.count - 1
                batches[last].times.append(select.integer(2))
                batches[last].scores.append(select.isNull(3) ? .missing : select.double(3))
                batches[last].flags.append(select.integer(4) == 1)
                batches[last].values.append(select.isNull(5) ? .missing : select.double(5))
            }
            return batches
        }
    }
}
