import AnomalyDetection
import DetectionPipeline
import DetectorService
import Telemetry
import Testing

private let second: Int64 = 1_000_000_000

/// Judges from its third row on.
private struct FromThird: SeriesDetector {
    var rows = 0
    mutating func process(_ block: FeatureBlock, into verdicts: inout [Verdict]) {
        for _ in 0..<block.rowCount {
            rows += 1
            verdicts.append(
                Verdict(score: 0, threshold: 1, state: rows < 3 ? .warmup : .normal))
        }
    }
    func save(to writer: inout StateWriter) {}
    mutating func restore(from reader: inout StateReader) throws {}
}

@Suite struct `A heartbeat` {
    private func feed(
        _ heartbeat: inout Heartbeat, _ pipeline: inout Pipeline, _ store: MemoryStore,
        _ machine: String, _ ticks: Range<Int64>
    ) throws {
        var batch = ReadingBatch(
            series: SeriesIdentity(machineID: machine, provider: "p", run: "r"),
            channels: ["load"])
        for tick in ticks { batch.append(time: tick * second, sequence: tick, row: [1]) }
        try store.send(batch)
        _ = try pipeline.run(.all) { scored, _ in heartbeat.observe(scored) }
    }

    @Test func `tells warm-up, pace and age, at most twice a minute`() throws {
        let begin = ContinuousClock.now
        var heartbeat = Heartbeat(warmup: 3, now: begin)
        let store = MemoryStore()
        var pipeline = Pipeline(
            load: LoadInfluxData(source: store), detect: DetectAnomalies { _ in FromThird() })
        #expect(heartbeat.line(begin + .seconds(29), wall: 0, openRuns: 0) == nil)
        #expect(heartbeat.line(begin + .seconds(30), wall: 0, openRuns: 0) == "no readings so far")
        try feed(&heartbeat, &pipeline, store, "machine1", 0..<4)
        try feed(&heartbeat, &pipeline, store, "machine2", 0..<2)
        #expect(heartbeat.line(begin + .seconds(59), wall: 0, openRuns: 0) == nil)
        let line = heartbeat.line(begin + .seconds(60), wall: 5 * second, openRuns: 1)
        #expect(
            line == "2 machines, 6 readings in 30s, the newest 2s old, warming up: p-machine2 2/3,"
                + " 1 anomalous now")
        try feed(&heartbeat, &pipeline, store, "machine2", 2..<3)
        heartbeat.quiet(begin + .seconds(80))
        #expect(heartbeat.line(begin + .seconds(90), wall: 0, openRuns: 0) == nil)
        #expect(
            heartbeat.line(begin + .seconds(110), wall: 9 * second, openRuns: 0)
                == "2 machines, 1 reading in 30s, the newest 6s old")
    }
}
