import Foundation
import TestSupport
import Testing

/// A minute of two machines, one of which is overloaded from 0:30 to 0:45.
private let plant = """
    { name: "live", duration: "60s", interval: "1s", warmup: "10s",
      machines: [{ id: "press-1", profile: "demo" }, { id: "press-2", profile: "demo" }],
      anomalies: [{ machine: "press-1", kind: "overload", at: "30s", for: "15s" }] }
    """

@Suite struct `A scenario at the world's pace` {
    @Test func `is judged by what came to the webhook, beside our own detectors`() async throws {
        let folder = temporaryPath("live")
        defer { removeTemporary(folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try plant.write(toFile: "\(folder)/live.json5", atomically: true, encoding: .utf8)
        let port = freePort()
        // 60 s at 20 times the pace; the alert comes when 35 s have been played.
        let sender = Thread {
            // Until the receiver listens.
            for _ in 0..<200 {
                if Webhook.post(port, "{}") == 204 { break }
                usleep(50_000)
            }
            // The first reading is 2 to 3 s after the receiver began to listen.
            usleep(4_500_000)
            let now = Date().formatted(.iso8601)
            _ = Webhook.post(
                port,
                """
                {"alerts":[{"status":"firing","labels":{"machine":"press-1"},"startsAt":"\(now)"}]}
                """)
        }
        sender.start()
        let result = try runTool(
            "scenario-runner",
            [
                "run", "\(folder)/live.json5", "--detector", "webhook[name=hook]:\(port)",
                "--detector", "never-on", "--speed", "20", "--settle", "1s", "--out", folder,
            ])
        #expect(result.exitCode == 0, "\(result.errors)")
        let data = try Data(contentsOf: URL(filePath: "\(folder)/live--hook--1.json"))
        let report = try #require(
            try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let verdicts = try #require(report["verdicts"] as? [String: Any])
        #expect(verdicts["received"] as? Int == 2)
        let counts = try #require(verdicts["counts"] as? [String: Int])
        #expect(counts["not_understood"] == 1)
        #expect(verdicts["never_connected"] is NSNull)
        // It fires to the end, for nobody resolved it.
        #expect(verdicts["unresolved"] as? Int == 1)
        #expect(
            FileManager.default.fileExists(atPath: "\(folder)/live--never-on--1.json"))
    }

    @Test func `tells a webhook that nobody reached from one that said nothing`() throws {
        let folder = temporaryPath("silent")
        defer { removeTemporary(folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try plant.write(toFile: "\(folder)/live.json5", atomically: true, encoding: .utf8)
        let port = freePort()
        let result = try runTool(
            "scenario-runner",
            [
                "run", "\(folder)/live.json5", "--detector", "webhook:\(port)", "--speed", "max",
                "--settle", "0s", "--out", folder, "--json",
            ])
        #expect(result.exitCode == 0, "\(result.errors)")
        #expect(result.output.contains("never connected: no request reached 127.0.0.1:\(port)"))
    }

    @Test(arguments: [
        ["--start", "yesterday"], ["--speed", "0"], ["--settle", "long"],
        ["--detector", "webhook:0.0.0.0:9"], ["--detector", "webhook:host"],
    ])
    func `refuses what cannot be`(arguments: [String]) throws {
        let result = try runTool("scenario-runner", ["run", "overload-fault"] + arguments)
        #expect(result.exitCode == 2, "\(result.errors)")
    }
}

private enum Webhook {
    /// Status of the answer; nil where nobody listens.
    static func post(_ port: Int, _ body: String) -> Int? {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", "--data-binary", body,
            "http://127.0.0.1:\(port)/",
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        guard (try? process.run()) != nil else { return nil }
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Int(String(decoding: data, as: UTF8.self))
    }
}

/// A port that nobody listens on just now.
private func freePort() -> Int {
    let (descriptor, port) = listenOnLoopback()
    close(descriptor)
    return port
}
