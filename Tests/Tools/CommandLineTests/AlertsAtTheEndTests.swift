import Foundation
import SQLiteStore
import Synchronization
import Telemetry
import TestSupport
import Testing

private let second: Int64 = 1_000_000_000

/// Sixty machines that go wrong at the same time, in a store, and a webhook that answers as told.
private struct Factory {
    let folder = temporaryPath("factory")
    var store: String { "sqlite:\(folder)/readings.sqlite" }

    init(machines: Int) throws {
        try FileManager.default.createDirectory(
            atPath: folder + "/secrets", withIntermediateDirectories: true)
        let store = try SQLiteStore(path: folder + "/readings.sqlite")
        for machine in 0..<machines {
            var batch = ReadingBatch(
                series: SeriesIdentity(
                    machineID: "m\(machine < 10 ? "0" : "")\(machine)", provider: "p", run: "r"),
                channels: ["load", "vibration"])
            var state = UInt64(machine + 1)
            for tick in 0..<900 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let noise = Double(state >> 40) / Double(1 << 24)
                let isHot = (600..<630).contains(tick)
                batch.append(
                    time: 1_767_225_600 * second + Int64(tick) * second, sequence: Int64(tick + 1),
                    row: [50 + noise, isHot ? 300 : 80 + 4 * noise])
            }
            try store.send(batch)
        }
    }

    func run(_ hook: String, _ arguments: String...) throws -> ToolResult {
        let file = folder + "/secrets/hook"
        let made = FileManager.default.createFile(
            atPath: file, contents: Data("\(hook)/\(Canary.word)".utf8),
            attributes: [.posixPermissions: 0o600])
        #expect(made)
        return try runTool(
            "anomaly-detector",
            [
                "run", "--store", store, "--detector", "mad", "--allow-local-webhook",
                "--slack-webhook-file", file,
            ] + arguments)
    }

    func remove() { removeTemporary(folder) }
}

@Suite struct `Alerts at the end of a run` {
    @Test func `of sixty machines at once all arrive, every beginning before any end`() throws {
        let factory = try Factory(machines: 60)
        defer { factory.remove() }
        try ScriptedServer.running { _, way in
            way.answer(200, "ok")
        } _: { server in
            let result = try factory.run(server.url)
            #expect(result.exitCode == 0, "\(result.errors)")
            let bodies = server.requests.map { String(decoding: $0.body, as: UTF8.self) }
            let all = bodies.joined(separator: "\n")
            // Line ends stand escaped in JSON.
            let lines = all.split(separator: "\n").flatMap { body in
                body.replacing("\\n", with: "\n").replacing("\"text\":\"", with: "\n")
                    .split(separator: "\n")
            }
            for machine in 0..<60 {
                let name = "m\(machine < 10 ? "0" : "")\(machine)"
                // In a sentence, or where these would be too many in the list of all.
                for (sentence, list) in [
                    ("is anomalous since", "anomalous, all of them:"),
                    ("is normal again", "normal again, all of them:"),
                ] {
                    let isListed = lines.contains { $0.hasPrefix(list) && $0.contains(name) }
                    #expect(all.contains("\(name) \(sentence)") || isListed, "\(name) \(list)")
                }
            }
            // One a second at most, however slowly the pass goes; 120 alerts one by one they are not.
            #expect(bodies.count < 40, "\(bodies.count) messages")
            let texts = try bodies.map { body -> String in
                let json = try JSONSerialization.jsonObject(with: Data(body.utf8))
                return try #require((json as? [String: Any])?["text"] as? String)
            }.joined(separator: "\n")
            let lastBeginning = try #require(texts.ranges(of: "is anomalous since").last)
            let firstEnd = try #require(texts.ranges(of: "is normal again").first)
            #expect(lastBeginning.upperBound < firstEnd.lowerBound)
        }
    }

    @Test(arguments: [
        (404, "no_service", "make a new one"), (400, "invalid_payload", "form is not liked"),
    ])
    func `that nobody takes are said, with the receiver's word, and the exit code is 1`(
        status: Int, word: String, hint: String
    ) throws {
        let factory = try Factory(machines: 2)
        defer { factory.remove() }
        try ScriptedServer.running { _, way in
            way.answer(status, word)
        } _: { server in
            let result = try factory.run(server.url)
            #expect(result.exitCode == 1, "\(result)")
            #expect(result.errors.contains("4 alerts could not be sent"), "\(result.errors)")
            #expect(result.errors.contains("(\(word))"), "\(result.errors)")
            #expect(result.errors.contains(hint), "\(result.errors)")
            #expect(result.output.contains("2 anomalies in"))
        }
    }

    @Test func `that wait in a checkpoint are said, and sent by the next run`() throws {
        let factory = try Factory(machines: 2)
        defer { factory.remove() }
        let isUp = Mutex(false)
        try ScriptedServer.running { _, way in
            // What asks to wait longer than the run does.
            way.answer(
                isUp.withLock { $0 } ? 200 : 429, headers: ["Retry-After: 120"])
        } _: { server in
            let state = factory.folder + "/state"
            let first = try factory.run(server.url, "--checkpoint", state)
            #expect(first.exitCode == 1, "\(first)")
            #expect(
                first.errors.contains("4 alerts") && first.errors.contains("at the next start"),
                "\(first.errors)")
            isUp.withLock { $0 = true }
            let count = server.requests.count
            let second = try factory.run(server.url, "--checkpoint", state)
            #expect(second.exitCode == 0, "\(second)")
            let bodies = server.requests.dropFirst(count).map {
                String(decoding: $0.body, as: UTF8.self)
            }.joined()
            for text in ["m00 is anomalous", "m01 is anomalous", "m00 is normal", "m01 is normal"] {
                #expect(bodies.contains(text), "\(text)")
            }
        }
    }
}
