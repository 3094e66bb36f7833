import Alerting
import AnomalyDetection
import DetectorService
import Foundation
import Telemetry
import TestSupport

extension FuzzedReader {
    static let stateReaders =
        [
            FuzzedReader("checkpoint-file", inputs: 20_000, corpus: checkpointFiles) { bench in
                { bytes in
                    let folder = try CheckpointFolder(folder: try bench.emptyFolder("read"))
                    _ = try bench.write(bytes, to: "read/" + checkpointName(bench))
                    _ = try folder.load(setup: "setup")
                }
            },
            FuzzedReader("outbox", inputs: 60_000, corpus: outboxes) { _ in
                { bytes in
                    var reader = StateReader(bytes)
                    _ = try Outbox(from: &reader, at: .seconds(9))
                }
            },
            FuzzedReader(
                "delivered-log", inputs: 20_000,
                corpus: deliveries
            ) { bench in { _ = try DeliveredLog(path: try bench.write($0, to: "delivered")) } },
        ]
        + DetectorCatalogue.kinds.map { kind in
            FuzzedReader(
                "state-\(kind.name)", inputs: 12_000, corpus: { _ in [try saved(kind.name)] },
                prepare: { _ in
                    { bytes in
                        var detector = try detector(kind.name)
                        var reader = StateReader(bytes)
                        try detector.restore(from: &reader)
                        // What was restored goes on without harm.
                        try process(36..<44, &detector)
                        var writer = StateWriter()
                        detector.save(to: &writer)
                    }
                })
        }

    private static func detector(_ name: String) throws -> any SeriesDetector {
        // Small models: their state is all that is mutated.
        let spec =
            switch name {
            case "half-space-trees": "\(name):n_trees=3,height=3,window_size=10"
            case "random-cut-forest": "\(name):n_trees=3,tree_size=16"
            default: name
            }
        return try ConfiguredDetector(DetectorSpec(spec)).detector(
            for: SeriesContext(channels: ["load", "vibration", "power", "temperature"]))
    }

    private static func process(_ ticks: Range<Int>, _ detector: inout any SeriesDetector) throws {
        let times = ticks.map { Int64($0) * 1_000_000_000 }
        let values = ticks.flatMap { tick -> [Double] in
            let load = Double(tick * 7 % 5) + (tick == 33 ? 40 : 0)
            return [load, tick == 7 ? .missing : 80, 200 + load, 37]
        }
        var verdicts: [Verdict] = []
        try times.withUnsafeBufferPointer { times in
            try values.withUnsafeBufferPointer { values in
                try detector.process(
                    FeatureBlock(channelCount: 4, times: times, values: values), into: &verdicts)
            }
        }
    }

    private static func saved(_ name: String) throws -> [UInt8] {
        var detector = try detector(name)
        try process(0..<36, &detector)
        var writer = StateWriter()
        detector.save(to: &writer)
        return writer.bytes
    }

    @Sendable static func outboxes(_: Workbench) throws -> [[UInt8]] { [outbox()] }

    @Sendable private static func deliveries(_: Workbench) throws -> [[UInt8]] {
        [Array("r/machine1/17/raised\nr/machine2/18/cleared\n".utf8)]
    }

    /// An outbox with a test message and a summary, as ``Outbox`` writes it.
    private static func outbox() -> [UInt8] {
        var writer = StateWriter()
        for count in 0..<7 { writer.write(count) }
        writer.write(2)
        writer.write(Int64(3))
        writer.write(0)
        writer.write(Int64(4))
        writer.write(2)
        writer.write(3)
        writer.write(Int64(1))
        writer.write(Int64(9))
        writer.write(0.9)
        writer.write("machine1")
        return writer.bytes
    }

    @Sendable private static func checkpointFiles(_ bench: Workbench) throws -> [[UInt8]] {
        let path = try bench.emptyFolder("write")
        try CheckpointFolder(folder: path).save([1, 2, 3, 4], setup: "setup")
        return [Array(try Data(contentsOf: URL(filePath: path + "/" + checkpointName(bench))))]
    }

    /// What the folder calls its first checkpoint.
    private static func checkpointName(_ bench: Workbench) throws -> String {
        let names = try FileManager.default.contentsOfDirectory(atPath: bench.path("write"))
        guard let name = names.first(where: { $0 != "lock" }) else {
            throw Refused(what: "no file")
        }
        return name
    }
}
