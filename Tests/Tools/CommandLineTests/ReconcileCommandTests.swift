import Foundation
import SQLiteStore
import Telemetry
import TestSupport
import Testing

@Suite struct `reconcile` {
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = temporaryPath("reconcile")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { removeTemporary(folder) }
        try body(folder)
    }

    private func all(_ path: String) throws -> [ReadingBatch] {
        var found: [ReadingBatch] = []
        try SQLiteStore(path: path).load(ReadingQuery()) { found.append($0) }
        return found
    }

    /// A store with what `path` has, but for `lost`.
    private func copy(
        _ path: String, to other: String, without lost: [String: ClosedRange<Int64>]
    ) throws {
        let store = try SQLiteStore(path: other)
        for batch in try all(path) {
            var part = ReadingBatch(series: batch.series, channels: batch.channels)
            for row in 0..<batch.count
            where lost[batch.series.machineID]?.contains(batch.sequences[row]) != true {
                part.append(
                    time: batch.times[row], sequence: batch.sequences[row], row: batch.row(row))
            }
            try store.send(part)
        }
    }

    @Test func `fills a store from the seed alone, and the second time writes nothing`() throws {
        try withFolder { folder in
            let path = folder + "/r.sqlite"
            _ = try SQLiteStore(path: path)
            let words = [
                "reconcile", "overload-fault", "--run", "r1", "--seed", "7", "--store",
                "sqlite:" + path,
            ]
            let dry = try runTool("scenario-runner", words + ["--dry-run"])
            #expect(dry.exitCode == 3 && dry.output.contains("lost(broker) 5400"), "\(dry)")
            #expect(try all(path).isEmpty)
            let first = try runTool("scenario-runner", words)
            #expect(first.exitCode == 0, "\(first)")
            #expect(first.output.contains("generated 5400  stored 0  spooled 0  lost(broker) 5400"))
            #expect(first.output.contains("stored 5400  spooled 0  repaired 5400  lost_final 0"))
            let second = try runTool("scenario-runner", words + ["--json"])
            #expect(second.exitCode == 0, "\(second)")
            #expect(second.output.contains(#""stored":5400,"spooled":0"#))
            #expect(second.output.contains(#""repaired":0,"lost_final":0"#))
            // Another seed would put other values beside those of this one.
            try copy(path, to: folder + "/part.sqlite", without: ["machine2": 100...200])
            var other = words
            other[5] = "8"
            other[7] = "sqlite:\(folder)/part.sqlite"
            let refused = try runTool("scenario-runner", other)
            #expect(refused.exitCode == 1, "\(refused)")
            #expect(refused.errors.contains("nothing is written"), "\(refused.errors)")
        }
    }

    @Test(
        arguments: [
            ([], "needs --state"), (["overload-fault"], "needs --state"),
            (["--state", "/nowhere"], "no ledger"),
            (["--state", "/nowhere", "--run", "x"], "no ledger of run x"),
            (["overload-fault", "--run", "r", "--store", "sqlite:/nowhere/x"], "no such file"),
            (["overload-fault", "--run", "r", "--seed", "x"], "--seed x"),
            (["overload-fault", "--run", "r", "--start", "2262-04-11T23:40:00Z"], "before 2262"),
            (["--state", "x", "--seed", "1"], "does not go with --state"),
        ] as [([String], String)])
    func `says what is wrong with a command line`(arguments: [String], says: String) throws {
        let result = try runTool("scenario-runner", ["reconcile"] + arguments)
        #expect(result.exitCode == 2 && result.errors.contains(says), "\(result)")
    }

    @Test(.needsBroker) func `finds what live machines had sent, by their ledger, to the last bit`()
        throws
    {
        try TestBroker.running { broker in
            let (full, part) = (broker.folder + "/full.sqlite", broker.folder + "/part.sqlite")
            func login(_ user: String) -> [String: String] {
                [
                    "BROKER": "mqtt://127.0.0.1:\(broker.port)", "MQTT_USERNAME": user,
                    "MQTT_PASSWORD_FILE": "\(broker.folder)/secrets/mqtt-\(user)",
                ]
            }
            let ingester = try ChildProcess(
                builtProducts.appending(path: "scenario-runner").path,
                ["ingest", "--store", "sqlite:" + full, "--journal", broker.folder + "/j"],
                environment: login("ingester"))
            defer { ingester.stop() }
            #expect(ingester.readLine()?.hasPrefix("storing readings of") == true)
            let state = broker.folder + "/state"
            let made = try runTool(
                "machine-generator",
                [
                    "--no-panel", "--interval", "10ms", "--duration", "2s", "--run", "live1",
                    "--start", "now", "--state", state,
                ], environment: login("generator").mapValues { $0 })
            #expect(made.exitCode == 0, "\(made)")
            #expect(
                try eventually(within: 30) { try SQLiteStore(path: full).count() == 600 })
            let lost = ["machine1": Int64(51)...60, "machine3": 200...200]
            try copy(full, to: part, without: lost)
            let words = ["reconcile", "--state", state, "--store", "sqlite:" + part]
            let first = try runTool("scenario-runner", words)
            #expect(first.exitCode == 0, "\(first)")
            #expect(first.output.contains("generated 600  stored 589  spooled 0  lost(broker) 11"))
            #expect(first.output.contains("machine1: 10 readings (51-60)"))
            #expect(first.output.contains("machine3: 1 reading (200)"))
            #expect(first.output.contains("repaired 11  lost_final 0"))
            #expect(try all(part) == all(full))
            let second = try runTool("scenario-runner", words)
            #expect(second.output.contains("lost 0") && second.output.contains("repaired 0"))
        }
    }

    @Test func `leaves alone what still waits in the generator's spool`() throws {
        try withFolder { folder in
            let state = folder + "/state"
            let generator = try ChildProcess(
                builtProducts.appending(path: "machine-generator").path,
                [
                    "--no-panel", "--interval", "10ms", "--duration", "1s", "--run", "off",
                    "--broker", "mqtt://127.0.0.1:1", "--state", state,
                ])
            // Live machines do not wait for a broker for ever.
            #expect(generator.wait() == 0)
            let path = folder + "/r.sqlite"
            _ = try SQLiteStore(path: path)
            let result = try runTool(
                "scenario-runner", ["reconcile", "--state", state, "--store", "sqlite:" + path])
            #expect(result.exitCode == 0, "\(result)")
            #expect(result.output.contains("generated 300  stored 0  spooled 300  lost 0"))
            #expect(try all(path).isEmpty)
        }
    }

    @Test(.needsInfluxDBStandIn) func `repairs an InfluxDB as well`() throws {
        try InfluxDBStandIn.running { server in
            let environment = [
                "INFLUX_HOST": server.url, "INFLUX_TOKEN": InfluxDBStandIn.token,
                "INFLUX_DATABASE": "factory",
            ]
            let words = ["reconcile", "overload-fault", "--run", "r1", "--store", "influxdb3"]
            for repaired in [5400, 0] {
                let result = try runTool("scenario-runner", words, environment: environment)
                #expect(result.exitCode == 0, "\(result)")
                #expect(result.output.contains("repaired \(repaired)  lost_final 0"), "\(result)")
            }
        }
    }
}
