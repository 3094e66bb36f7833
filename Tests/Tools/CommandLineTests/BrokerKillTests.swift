import Foundation
import Synchronization
import TestSupport
import Testing
import Threading

/// The broker stopped and killed under a scenario on the mqtt route: nothing may be missing in the end.
@Suite(.needsBroker) struct `A broker that dies during a scenario` {
    private func text(machines: Int, minutes: Int) -> String {
        """
        { name: "kill", seed: 5, duration: "\(minutes)m", warmup: "1m",
          machines: [{ count: \(machines), profile: "demo", provider: "Smith and Sons" }],
          anomalies: [{ machine: "machine1", kind: "overload", at: "5m", for: "2m" }] }
        """
    }

    @Test(.timeLimit(.minutes(60)))
    func `loses nothing: same scores as without a broker, every reading accounted for`() throws {
        // Each round: ended in order or killed, away for a while.
        let rounds = isFullSuite ? 20 : 2
        let away: UInt32 = isFullSuite ? 20_000_000 : 700_000
        let folder = temporaryPath("kill")
        defer { removeTemporary(folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let scenario = folder + "/kill.json5"
        try text(machines: 20, minutes: isFullSuite ? 240 : 90)
            .write(toFile: scenario, atomically: true, encoding: .utf8)
        let common = ["run", scenario, "--detector", "half-space-trees"]
        let plain = try runTool("scenario-runner", common + ["--out", folder + "/e"])
        #expect(plain.exitCode == 0, "\(plain.errors)")
        let expected = try report(folder + "/e")
        for round in 0..<(isFullSuite ? rounds : 1) {
            try TestBroker.running { broker in
                let isOver = Mutex(false)
                let deaths = Mutex(0)
                Threads.start {
                    for death in 0..<(isFullSuite ? 1 : rounds) {
                        usleep(UInt32.random(in: 300_000...1_200_000))
                        if isOver.withLock({ $0 }) { return }
                        broker.stop((round + death) % 2 == 0 ? SIGKILL : SIGTERM)
                        deaths.withLock { $0 += 1 }
                        usleep(away)
                        try? broker.start()
                    }
                }
                let result = try runTool(
                    "scenario-runner",
                    common + [
                        "--out", "\(folder)/\(round)", "--via", "mqtt", "--broker",
                        "mqtt://127.0.0.1:\(broker.port)",
                    ],
                    environment: [
                        "MQTT_USERNAME": "generator", "MQTT_PASSWORD_FILE": broker.passwordFile,
                        "MQTT_INGESTER_USERNAME": "ingester",
                        "MQTT_INGESTER_PASSWORD": try broker.password("ingester"),
                    ])
                isOver.withLock { $0 = true }
                #expect(result.exitCode == 0, "\(result.errors)")
                #expect(deaths.withLock { $0 } > 0, "the run was over before the broker died")
                var found = try report("\(folder)/\(round)")
                let delivery = try #require(found["delivery"] as? [String: Int])
                #expect(delivery["lost"] == 0 && delivery["stored"] == delivery["generated"])
                #expect(delivery["scored"] == delivery["generated"])
                // Copies were merged; without them the books are the same.
                found["delivery"] = expected["delivery"]
                let isSame = found == expected
                #expect(isSame, "round \(round)")
                print("broker killed, round \(round): \(delivery)")
            }
        }
    }

    private func report(_ folder: String) throws -> [String: NSObject] {
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: folder).first {
                $0.hasSuffix(".json")
            })
        let data = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
        var report = try #require(
            try JSONSerialization.jsonObject(with: data) as? [String: NSObject])
        report["timing"] = nil
        report["route"] = nil
        return report
    }
}
