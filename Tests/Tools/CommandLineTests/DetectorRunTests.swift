import Foundation
import SQLiteStore
import Synchronization
import Telemetry
import TestSupport
import Testing

private let second: Int64 = 1_000_000_000
private let start: Int64 = 1_767_225_600 * second

/// Three machines a second apart; vibration and power of the first jump now and then.
private func readings(_ machine: Int, _ ticks: Range<Int>) -> ReadingBatch {
    var batch = ReadingBatch(
        series: SeriesIdentity(
            machineID: "machine\(machine)", provider: "Smith and Sons", run: "r1"),
        channels: demoChannels)
    var state = UInt64(machine)
    func noise(_ tick: Int) -> Double {
        state = (UInt64(tick) &+ UInt64(machine) << 32) &* 0x9E37_79B9_7F4A_7C15
        state ^= state >> 29
        return Double(state % 1000) / 1000
    }
    for tick in ticks {
        let isHot = machine == 1 && tick % 300 >= 270 && tick >= 300
        let load = isHot ? 150.0 : 50 + 5 * Double(tick / 5 % 10)
        batch.append(
            time: start + Int64(tick) * second, sequence: Int64(tick + 1),
            row: [
                load, 80 + 10 * noise(tick) + (isHot ? 200 : 0), 200 + load / 5 + noise(tick + 7),
                36 + noise(tick + 13),
            ])
    }
    return batch
}

private struct Folder {
    let path = temporaryPath("run")
    var file: String { path + "/readings.sqlite" }

    init(ticks: Int = 0) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let store = try SQLiteStore(path: file)
        if ticks > 0 { for machine in 1...3 { try store.send(readings(machine, 0..<ticks)) } }
    }

    func remove() { removeTemporary(path) }

    func run(_ arguments: String..., environment: [String: String?] = [:]) throws -> ToolResult {
        try runTool(
            "anomaly-detector", ["run", "--store", "sqlite:\(file)"] + arguments,
            environment: environment)
    }

    func scores(_ detector: String) throws -> [ScoreBatch] {
        try SQLiteStore(path: file).scores(detector: detector)
    }
}

private func object(_ text: some StringProtocol) throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(json as? [String: Any])
}

@Suite struct `anomaly-detector run` {
    @Test func `scores once, writes scores back, draws and tells`() throws {
        let folder = try Folder(ticks: 900)
        defer { folder.remove() }
        let plots = folder.path + "/plots"
        let result = try folder.run(
            "--detector", "mad", "--json", "--plots", plots, "--fail-on-anomaly")
        #expect(result.exitCode == 3, "\(result.errors)")
        let json = try object(result.output)
        #expect(json["loaded"] as? Int == 2700 && json["scored"] as? Int == 2700)
        let blocks = ["LoadInfluxData", "TransformData", "DetectAnomalies", "CheckAnomalies"]
        #expect((json["blocks"] as? [String: Int])?.keys.sorted() == blocks.sorted())
        let runs = try #require(json["runs"] as? [[String: Any]])
        #expect(runs.count == 2 && runs.allSatisfy { $0["machine"] as? String == "machine1" })
        #expect(runs.allSatisfy { $0["channel"] as? String == "vibration" })
        #expect(runs.map { $0["state"] as? String } == ["closed", "open"])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: plots) == [
                "smith-and-sons-machine1.svg"
            ])
        let svg = try String(
            contentsOfFile: plots + "/smith-and-sons-machine1.svg", encoding: .utf8)
        for text in ["vibration", "anomaly score", "time (UTC)"] { #expect(svg.contains(text)) }
        let scores = try folder.scores("mad")
        #expect(scores.map(\.machineID) == ["machine1", "machine2", "machine3"])
        #expect(scores[0].flags.count(where: { $0 }) >= 50)
        #expect(scores.allSatisfy { $0.count <= 900 && $0.count > 600 }, "no warm-up is written")
        let told = try folder.run("--detector", "mad")
        #expect(told.exitCode == 0 && told.output.hasPrefix("2 anomalies in 2700 readings"))
        let calm = try folder.run("--detector", "mad", "--run", "r2", "--fail-on-anomaly")
        #expect(calm.exitCode == 0 && calm.output.hasPrefix("no new readings"))
    }

    @Test func `loads only the time it is asked for`() throws {
        let folder = try Folder(ticks: 300)
        defer { folder.remove() }
        let result = try folder.run(
            "--detector", "never-on", "--from", "2026-01-01T00:01:00Z", "--to",
            "2026-01-01T00:01:30Z", "--json")
        #expect(try object(result.output)["loaded"] as? Int == 90)
        #expect(try folder.scores("never-on").map(\.count) == [30, 30, 30])
    }

    @Test func `goes on from its checkpoint, and with nothing new nothing runs`() throws {
        let spec = "half-space-trees:window_size=50,scale=minmax"
        let whole = try Folder(ticks: 500)
        let parts = try Folder(ticks: 211)
        defer {
            whole.remove()
            parts.remove()
        }
        _ = try whole.run("--detector", spec)
        let state = parts.path + "/state"
        _ = try parts.run("--detector", spec, "--checkpoint", state)
        let idle = try object(
            try parts.run("--detector", spec, "--checkpoint", state, "--json").output)
        #expect(idle["loaded"] as? Int == 0)
        let blocks = try #require(idle["blocks"] as? [String: Int])
        #expect(blocks["LoadInfluxData"] == 1 && blocks["TransformData"] == 0)
        let store = try SQLiteStore(path: parts.file)
        for machine in 1...3 { try store.send(readings(machine, 211..<500)) }
        _ = try parts.run("--detector", spec, "--checkpoint", state)
        #expect(try parts.scores(spec) == whole.scores(spec))

        let other = try parts.run("--detector", "mad", "--checkpoint", state)
        #expect(other.exitCode == 1 && other.errors.contains("--fresh"), "\(other.errors)")
        let fresh = try parts.run("--detector", "mad", "--checkpoint", state, "--fresh", "--json")
        #expect(try object(fresh.output)["loaded"] as? Int == 1500)
    }

    @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
    func `a signal ends it in good order`(signal: Int32, code: Int32) throws {
        let folder = try Folder(ticks: 50)
        defer { folder.remove() }
        let child = try ChildProcess(
            builtProducts.appending(path: "anomaly-detector").path,
            [
                "run", "--store", "sqlite:\(folder.file)", "--detector", "never-on", "--every",
                "1h", "--checkpoint", folder.path + "/state",
            ])
        #expect(child.readLine()?.hasPrefix("following sqlite") == true)
        child.signal(signal)
        #expect(child.wait() == code)
        #expect(FileManager.default.fileExists(atPath: folder.path + "/state/checkpoint-1"))
    }

    @Test func `the key that quits ends it at once`() throws {
        let folder = try Folder(ticks: 50)
        defer { folder.remove() }
        let child = try ChildProcess(
            builtProducts.appending(path: "anomaly-detector").path,
            ["run", "--store", "sqlite:\(folder.file)", "--detector", "never-on", "--every", "1h"])
        #expect(child.readLine()?.hasPrefix("following sqlite") == true)
        child.signal(SIGQUIT)
        #expect(eventually { !child.isRunning })
        child.stop()
    }

    @Test func `writes what the sibling demo writes`() throws {
        /// Null is missing; the cases with infinities, which are texts, are not among those below.
        struct Number: Decodable {
            var value: Double?
            init(from decoder: any Decoder) throws {
                value = try? decoder.singleValueContainer().decode(Double.self)
            }
        }
        struct Cases: Decodable {
            struct Case: Decodable {
                var name: String
                var c: Double
                var side: String
                var values: [Number]
                var stored: [Int]?
            }
            var cases: [Case]
        }
        let data = try Data(
            contentsOf: URL(
                filePath: RepositoryFiles.path(
                    "Tests/Detect/AnomalyDetectionTests/Golden/levelshift-cases.json")))
        let all = try JSONDecoder().decode(Cases.self, from: data).cases
        // As the demo calls it: c = 6, both sides, window 5; all of the series lies in its slice.
        let wanted = ["one-step", "nan-gap-1", "constant-one-step", "length-11", "up-and-down"]
        for shift in all where wanted.contains(shift.name) {
            let folder = try Folder()
            defer { folder.remove() }
            let store = try SQLiteStore(path: folder.file)
            var batch = ReadingBatch(
                series: SeriesIdentity(machineID: "machine1", provider: "P", run: ""),
                channels: ["load", "vibration"])
            for (index, value) in shift.values.enumerated() {
                batch.append(
                    time: start + Int64(index) * second, sequence: Int64(index),
                    row: [7, value.value ?? .missing])
            }
            try store.send(batch)
            let result = try folder.run("--detector", "arrow-task-engine")
            #expect(result.exitCode == 0, "\(result.errors)")
            let rows = try store.aggregated(machineID: "machine1")
            #expect(rows.map { $0.isAnomaly ? 1 : 0 } == shift.stored, "\(shift.name)")
            #expect(rows.map(\.time) == batch.times, "\(shift.name)")
        }
    }

    @Test func `the sibling demo looks back five minutes`() throws {
        let folder = try Folder(ticks: 900)
        defer { folder.remove() }
        _ = try folder.run("--detector", "arrow-task-engine")
        let rows = try SQLiteStore(path: folder.file).aggregated(machineID: "machine1")
        #expect(rows.count == 300 && rows.first?.time == start + 600 * second)
    }

    // A margin at which runs are few: messages leave one a second, and the test does not wait for many.
    @Test(arguments: ["mad", "half-space-trees:n_trees=10,window_size=60,margin=1.2,scale=minmax"])
    func `a kill at any moment changes no score and repeats at most one alert`(
        spec: String
    ) throws {
        let times = isFullSuite ? 50 : 5
        let ticks = max(1200, 60 * times)
        let whole = try Folder(ticks: ticks)
        let killed = try Folder()
        defer {
            whole.remove()
            killed.remove()
        }
        let told = try object(try whole.run("--detector", spec, "--json").output)
        let runs = try #require(told["runs"] as? [[String: Any]])
        try #require(runs.count >= 2 || spec != "mad")
        try ScriptedServer.running { _, way in
            way.answer(200)
        } _: { server in
            let state = killed.path + "/state"
            let arguments =
                ["run", "--store", "sqlite:\(killed.file)", "--detector", spec]
                + ["--checkpoint", state, "--allow-local-webhook", "--cooldown", "0s"]
            let environment = ["WEBHOOK_URL": server.url + "/" + Canary.secret("hook")]
            let tool = builtProducts.appending(path: "anomaly-detector").path
            let store = try SQLiteStore(path: killed.file)
            var random = UInt64(times)
            var resumed = 0
            for number in 0..<times {
                let child = try ChildProcess(
                    tool, arguments + ["--every", "2ms"], environment: environment)
                let files = (try? FileManager.default.contentsOfDirectory(atPath: state)) ?? []
                if files.contains(where: { $0.hasPrefix("checkpoint-") }) { resumed += 1 }
                let share = number * ticks / times..<(number + 1) * ticks / times
                for from in stride(from: share.lowerBound, to: share.upperBound, by: 5) {
                    let part = from..<min(from + 5, share.upperBound)
                    for machine in 1...3 { try store.send(readings(machine, part)) }
                    random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    usleep(UInt32(random >> 40) % 12_000)
                }
                child.signal(SIGKILL)
                child.wait()
            }
            #expect(resumed >= times / 2, "\(resumed) starts found a checkpoint")
            let last = try runTool("anomaly-detector", arguments, environment: environment)
            #expect(last.exitCode == 0, "\(last.errors)")
            let (expected, found) = (try whole.scores(spec), try killed.scores(spec))
            #expect(expected.map(\.count) == found.map(\.count))
            #expect(expected == found)
            // Which messages came, and how often.
            var copies: [String: Int] = [:]
            for request in server.requests {
                let message = try object(String(decoding: request.body, as: UTF8.self))
                copies["\(message["id"] ?? "") \(message["state"] ?? "")", default: 0] += 1
            }
            for run in runs {
                #expect(copies["\(run["id"] ?? "") open"] != nil, "\(run) was not told")
            }
            #expect(copies.values.reduce(0) { $0 + $1 - 1 } <= times)
        }
    }

    @Test func `alerts are tested by hand`() throws {
        try ScriptedServer.running { request, way in
            way.answer(request.target.hasSuffix("gone") ? 404 : 200)
        } _: { server in
            func test(_ path: String, _ more: String...) throws -> ToolResult {
                let folder = temporaryPath("hook")
                defer { removeTemporary(folder) }
                let file = folder + "/secret"
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true)
                try Data("\(server.url)/\(path)\n".utf8).write(to: URL(filePath: file))
                return try runTool(
                    "anomaly-detector", ["alerts", "test", "--slack-webhook-file", file] + more)
            }
            let canary = Canary.secret("hook")
            let sent = try test(canary, "--allow-local-webhook")
            #expect(sent.exitCode == 0 && server.requests.count == 1)
            let gone = try test(canary + "gone", "--allow-local-webhook")
            #expect(gone.exitCode == 1 && gone.errors.contains("answered 404"))
            let refused = try test(canary)
            #expect(refused.exitCode == 2 && refused.errors.contains("--allow-local-webhook"))
        }
    }

    @Test(arguments: [
        (["--store", "sqlite:/nowhere"], "there is no such file"),
        (["--store", "influx"], "give influxdb3 or sqlite:PATH"),
        (["--every", "fast"], "--every fast: give a number and a unit"),
        (["--once", "--every", "1s"], "exclude each other"),
        (["--from", "noon"], "--from noon: give a time as 2026-01-31T12:00:00Z"),
        (["--from", "2026-01-02", "--to", "2026-01-01"], "--to must be later"),
        (["--detector", "level-shift", "--checkpoint", "x"], "leave --checkpoint out"),
        (["--detector", "mad", "--slice", "5m"], "--slice is for detectors"),
        (["--fresh"], "--checkpoint DIR"),
        (["readings.sqlite"], "run takes options only"),
        ([], "INFLUX_HOST is not set"),
    ]) func `says what is wrong with the command line`(
        arguments: [String], message: String
    ) throws {
        let result = try runTool(
            "anomaly-detector", ["run"] + arguments, environment: ["INFLUX_HOST": nil])
        #expect(result.exitCode == 2 && result.errors.contains(message), "\(result.errors)")
    }
}
