import AlarmRules
import Alerting
import AnomalyDetection
import DetectionPipeline
import DetectorService
import Telemetry
import TestSupport

extension FuzzedReader {
    /// What lies inside a checkpoint file that is sound.
    static let checkpointReaders = [
        FuzzedReader("checkpoint-body", inputs: 40_000, corpus: bodies) { _ in
            let source = try readings()
            return { bytes in
                var detector = try detector(over: source)
                _ = try detector.restore(bytes)
                // What was restored goes on without harm.
                let window = TimeWindow(start: 0, end: 44_000_000_000)
                _ = try detector.cycle(window) { _, _ in }
                _ = try detector.finish { _, _ in }
                _ = detector.save(outbox: [])
            }
        },
        FuzzedReader("alert-desk", inputs: 40_000, corpus: desks) { _ in
            { bytes in
                var desk = try AlertDesk([], policy: AlertPolicy(), saved: bytes) { _, _ in }
                for finding in [Finding.opened(run), .closed(run)] {
                    desk.tell([NamedFinding(finding, run: "r", channels: ["load"])])
                }
                _ = desk.save()
            }
        },
    ]

    private static let run = AnomalyRun(
        uniqueID: "a-machine1", machineID: "machine1", start: 33_000_000_000, last: 34_000_000_000,
        anomalousCount: 2, peakScore: 0.9, peakTime: 33_000_000_000, leadingChannel: "load",
        peakValues: [40])

    private static func readings() throws -> MemoryStore {
        let store = MemoryStore()
        for machine in ["machine1", "machine2"] {
            var batch = ReadingBatch(
                series: SeriesIdentity(machineID: machine, provider: "A", run: "r"),
                channels: ["load", "power"])
            for tick in 0..<44 {
                let load = Double(tick * 7 % 5) + (tick == 33 ? 40 : 0)
                batch.append(
                    time: Int64(tick) * 1_000_000_000, sequence: Int64(tick + 1),
                    row: [load, tick == 7 ? .missing : 200 + load])
            }
            try store.send(batch)
        }
        return store
    }

    private static func detector(over source: MemoryStore) throws -> LiveDetector {
        // One whose state is small, so that mutations fall on what is around it.
        let kind = try ConfiguredDetector(DetectorSpec("always-on"))
        return LiveDetector(
            pipeline: Pipeline(
                load: LoadInfluxData(source: source, overlap: 8_000_000_000),
                detect: DetectAnomalies(makeDetector: kind.detector(for:)),
                check: CheckAnomalies(rule: AlarmRule(mergeGap: .seconds(3)))),
            detectorName: "always-on", scoreSink: nil)
    }

    @Sendable private static func bodies(_: Workbench) throws -> [[UInt8]] {
        var detector = try detector(over: readings())
        _ = try detector.cycle(TimeWindow(start: 0, end: 36_000_000_000)) { _, _ in }
        return [detector.save(outbox: [1, 2, 3])]
    }

    @Sendable private static func desks(_: Workbench) throws -> [[UInt8]] {
        var policy = AlertPolicy()
        _ = policy(.opened(run), run: "r", channels: ["load"])
        var writer = StateWriter()
        policy.save(to: &writer)
        writer.write(1)
        writer.write("slack")
        return try outboxes(Workbench(folder: "")).map { writer.bytes + $0 }
    }
}
