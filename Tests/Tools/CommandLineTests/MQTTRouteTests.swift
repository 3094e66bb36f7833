import Foundation
import TestSupport
import Testing

/// The reports in `folder` by file name, without what may differ between routes.
private func reports(_ folder: String) throws -> [String: [String: NSObject]] {
    var found: [String: [String: NSObject]] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: folder)
    where file.hasSuffix(".json") {
        let data = try Data(contentsOf: URL(filePath: "\(folder)/\(file)"))
        var report = try #require(
            try JSONSerialization.jsonObject(with: data) as? [String: NSObject])
        report["timing"] = nil
        report["route"] = nil
        found[file] = report
    }
    return found
}

@Suite(.needsBroker) struct `The mqtt route` {
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = temporaryPath("reports")
        defer { removeTemporary(folder) }
        try body(folder)
    }

    private func expectSame(
        _ scenarios: [String], _ options: [String] = [], environment: [String: String?] = [:]
    ) throws {
        try withFolder { folder in
            let common =
                ["run"] + scenarios + ["--detector", "half-space-trees", "--detector", "random"]
            let embedded = try runTool("scenario-runner", common + ["--out", folder + "/e"])
            #expect(embedded.exitCode == 0, "\(embedded.errors)")
            let mqtt = try runTool(
                "scenario-runner", common + ["--out", folder + "/m", "--via", "mqtt"] + options,
                environment: environment)
            #expect(mqtt.exitCode == 0, "\(mqtt.errors)")
            let (a, b) = (try reports(folder + "/e"), try reports(folder + "/m"))
            #expect(a.count == 2 * scenarios.count && a.keys == b.keys)
            for (name, report) in a {
                let isSame = report == b[name]
                #expect(isSame, "\(name) differs")
            }
        }
    }

    @Test func `gives the same scores as the embedded one, over a broker of its own`() throws {
        // Whole numbers; then all kinds of machines, missing readings and long fractions.
        try expectSame(["overload-fault", "scenarios/suite/06-noise-and-loose-wire.json5"])
    }

    @Test func `carries payloads that nobody can read, refuses them and goes on`() throws {
        try withFolder { folder in
            let scenario = folder + "/unreadable.json5"
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
            try """
            { name: "unreadable", duration: "1h", machines: [{ count: 2, profile: "pump" }],
              anomalies: [
                { machine: "all", kind: "malformed", at: "10m", for: "20m" },
                { machine: "all", kind: "overload", at: "40m", for: "5m" }] }
            """.write(toFile: scenario, atomically: true, encoding: .utf8)
            try expectSame([scenario])
            let run = try runTool(
                "scenario-runner",
                ["run", scenario, "--detector", "random", "--via", "mqtt", "--out", folder + "/n"])
            #expect(run.exitCode == 0 && run.errors.isEmpty, "\(run.errors)")
            let delivery = try #require(
                reports(folder + "/n").values.first?["delivery"] as? [String: Int])
            let broken = try #require(delivery["broken"])
            #expect(broken > 500 && delivery["withheld"] == broken)
            #expect(delivery["lost"] == 0 && delivery["stored"] == 7200 - broken)
        }
    }

    @Test func `gives the same scores over a running broker with passwords and access list`() throws
    {
        try TestBroker.running { broker in
            try expectSame(
                ["overload-fault"], ["--broker", "mqtt://127.0.0.1:\(broker.port)"],
                environment: [
                    "MQTT_USERNAME": "generator", "MQTT_PASSWORD_FILE": broker.passwordFile,
                    "MQTT_INGESTER_USERNAME": "ingester",
                    "MQTT_INGESTER_PASSWORD": try broker.password("ingester"),
                ])
        }
    }

    @Test func `says what is wrong with a broker`() throws {
        let cases: [(options: [String], environment: [String: String], exit: Int32, says: String)] =
            [
                (["--broker", "http://x"], [:], 2, "mqtt:// or mqtts://"),
                (
                    ["--broker", "mqtt://127.0.0.1"],
                    ["MQTT_USERNAME": "a", "MQTT_PASSWORD": "hunter2", "MQTT_PASSWORD_FILE": "/x"],
                    2,
                    "both set"
                ),
            ]
        for (options, environment, exit, says) in cases {
            let result = try runTool(
                "scenario-runner", ["run", "overload-fault", "--via", "mqtt"] + options,
                environment: environment)
            #expect(result.exitCode == exit && result.errors.contains(says), "\(result.errors)")
            #expect(!result.errors.contains("hunter2"))
        }
        try TestBroker.running { broker in
            let result = try runTool(
                "scenario-runner",
                [
                    "run", "overload-fault", "--via", "mqtt", "--broker",
                    "mqtt://generator:hunter2@127.0.0.1:\(broker.port)",
                ])
            #expect(result.exitCode == 1 && result.errors.contains("does not accept user"))
            #expect(!result.errors.contains("hunter2"))
        }
    }
}
