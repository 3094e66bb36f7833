import Telemetry

/// The sibling demo's table, `machine_data_aggregated`: tag `machineID` (and `run`, where readings
/// have one), fields `anomalies` (0 or 1) and the channel that was looked at.
public struct InfluxDBAggregatedSink: ScoreSink {
    private let store: InfluxDBStore
    private let channel: String

    public init(_ store: InfluxDBStore, channel: String) {
        self.store = store
        self.channel = channel
    }

    public func send(_ scores: ScoreBatch) throws { try send([scores]) }

    public func send(_ scores: [ScoreBatch]) throws {
        try store.write(
            scores.flatMap { batch in
                batch.times.indices.map { index in
                    Point(
                        .aggregated, tags: ["machineID": batch.machineID, "run": batch.run],
                        fields: [
                            "anomalies": .integer(batch.flags[index] ? 1 : 0),
                            channel: .float(batch.values[index]),
                        ], time: batch.times[index])
                }
            })
    }
}
