import Telemetry

extension InfluxDBStore: ScoreSink {
    public func send(_ scores: ScoreBatch) throws {
        try write([
            ScoreRows(
                uniqueID: scores.uniqueID, machineID: scores.machineID, detector: scores.detector,
                run: scores.run, times: scores.times, scores: scores.scores,
                isAnomaly: scores.flags, values: scores.values)
        ])
    }
}
