import Foundation
import MachineSimulation
import Scenarios
import Telemetry
import TestSupport

extension FuzzedReader {
    static let scenarioReaders = [
        FuzzedReader("scenario", inputs: 40_000, corpus: scenarios) { bench in
            { bytes in
                let path = try bench.write(bytes, to: "x.json5")
                try play(Scenario.load(path: path))
            }
        },
        FuzzedReader("recorded-load", inputs: 40_000, corpus: recordedLoads) { bench in
            let text = """
                { name: "x", duration: "1m",
                  machines: [{ id: "m", profile: "pump", recording: "loads.csv" }] }
                """
            let path = try bench.write(Array(text.utf8), to: "x.json5")
            return { bytes in
                _ = try bench.write(bytes, to: "loads.csv")
                try play(Scenario.load(path: path))
            }
        },
    ]

    @Sendable private static func scenarios(_: Workbench) throws -> [[UInt8]] {
        let texts = try RepositoryFiles.files(in: "scenarios", endingWith: ".json5")
            .map(RepositoryFiles.text)
        let ends = [
            """
            { name: "ends", seed: 18446744073709551615, start: "2262-04-11T23:00:00Z",
              duration: "10m", interval: "1ms", machines: [{ count: 2, profile: "demo" }],
              anomalies: [{ id: "a", machine: "all", kind: "spike", at: "1m", for: "1m" },
                { machine: "machine1", kind: "drift", after: "a", delay: "1s", for: "2m",
                  magnitude: 2, channels: ["load"], parameters: {} }],
              warmup: "1m", alarms: { merge_gap: "10s" },
              delivery: { drop: 0.05, duplicate: 0.05, delay: "3s" } }
            """
        ]
        return (texts + ends).map { Array($0.utf8) }
    }

    @Sendable private static func recordedLoads(_: Workbench) throws -> [[UInt8]] {
        let rows = (0..<60).map { "\($0),7,\($0 % 3 * 40)\n" }.joined()
        return ["time,speed,load\n" + rows, "load\r\n1\r\n2.5\r\n300\r\n", "\"load\",x\n\"5\",y\n"]
            .map { Array($0.utf8) }
    }

    /// What the reader takes can be played.
    private static func play(_ scenario: Scenario) throws {
        let plan = scenario.plan()
        for machine in plan.machines.prefix(2) {
            var simulated = try SimulatedMachine(machine, in: plan)
            var line = try DeliveryLine(machine, in: plan, channels: simulated.channels)
            var batch = ReadingBatch(
                series: SeriesIdentity(machineID: machine.id, provider: "", run: ""),
                channels: simulated.channels)
            simulated.advance(3, into: &batch)
            line.carry(batch) { _, _ in }
        }
    }
}
