import Foundation
import SQLiteStore
import Telemetry
import TestSupport
import Testing

private let second: Int64 = 1_000_000_000
private let begin: Int64 = 1_767_225_600 * second

/// What `anomaly-detector run` meets in a SQLite store where not all goes as it should.
@Suite struct `anomaly-detector run, in trouble,` {
    private struct Folder {
        let path = temporaryPath("trouble")
        var file: String { path + "/readings.sqlite" }
        var state: String { path + "/state" }

        init() throws {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
        }

        func remove() { removeTemporary(path) }

        func add(_ machine: String, _ ticks: Range<Int64>, from start: Int64 = begin) throws {
            var batch = ReadingBatch(
                series: SeriesIdentity(machineID: machine, provider: "p", run: "r"),
                channels: ["load", "vibration"])
            for tick in ticks {
                let fault: Double = (500..<510).contains(tick % 600) ? 90 : 0
                batch.append(
                    time: start + tick * second, sequence: tick + 1,
                    row: [50 + Double(tick % 5), 80 + Double(tick * 7 % 11) + fault])
            }
            try SQLiteStore(path: file).send(batch)
        }

        func run(_ arguments: String...) throws -> ToolResult {
            try runTool("anomaly-detector", ["run", "--store", "sqlite:\(file)"] + arguments)
        }

        func start(_ arguments: String...) throws -> ChildProcess {
            try ChildProcess(
                builtProducts.appending(path: "anomaly-detector").path,
                ["run", "--store", "sqlite:\(file)"] + arguments)
        }
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func `finds what a machine does while another's clock is an hour ahead`() throws {
        let folder = try Folder()
        defer { folder.remove() }
        try folder.add("A", 0..<600)
        try folder.add("B", 4200..<4201)
        _ = try folder.run("--detector", "mad", "--checkpoint", folder.state)
        try folder.add("A", 600..<1200)
        let second = try folder.run("--detector", "mad", "--checkpoint", folder.state)
        #expect(second.output.hasPrefix("1 anomaly in 600 readings"), "\(second.output)")
    }

    @Test func `names readings ahead of the clock, counts them, and leaves them`() throws {
        let folder = try Folder()
        defer { folder.remove() }
        try folder.add("A", 0..<100)
        try folder.add("B", 0..<3, from: 9_000_000_000 * second)
        let result = try folder.run("--detector", "never-on", "--json")
        #expect(result.exitCode == 0)
        let json = try object(result.output)
        #expect(json["loaded"] as? Int == 100 && json["ahead"] as? Int == 3)
        #expect(
            result.errors.contains("B of p: 3 readings ahead of the clock"), "\(result.errors)")
        let all = try folder.run("--detector", "never-on", "--json", "--ahead", "100000d")
        #expect(try object(all.output)["loaded"] as? Int == 103, "\(all.errors)")
    }

    @Test func `says how many readings never reached the store`() throws {
        let folder = try Folder()
        defer { folder.remove() }
        try folder.add("A", 0..<100)
        try folder.add("A", 107..<200)
        let result = try folder.run("--detector", "never-on", "--json")
        #expect(try object(result.output)["missing"] as? Int == 7)
        #expect(result.errors.contains("never reached the store"), "\(result.errors)")
        #expect(result.errors.contains("A of p 7"), "\(result.errors)")
    }

    @Test func `refuses a second one with the same detector, and not another`() throws {
        let folder = try Folder()
        defer { folder.remove() }
        try folder.add("A", 0..<50)
        let child = try folder.start("--detector", "never-on", "--every", "1h")
        #expect(child.readLine()?.hasPrefix("following") == true)
        let same = try folder.run("--detector", "never-on")
        #expect(same.exitCode == 1 && same.errors.contains("another anomaly-detector is scoring"))
        let oneRun = try folder.run("--detector", "never-on", "--run", "r")
        #expect(oneRun.exitCode == 1)
        #expect(try folder.run("--detector", "always-on").exitCode == 0)
        #expect(child.stop() == 143)
        #expect(try folder.run("--detector", "never-on").exitCode == 0)
    }

    @Test func `refuses a second one over the same database of a server`() throws {
        let folder = try Folder()
        defer { folder.remove() }
        // Nobody answers there, so the first one waits.
        let server = [
            "INFLUX_HOST": "http://127.0.0.1:9", "XDG_RUNTIME_DIR": folder.path,
            "INFLUX_DATABASE": "factory", "INFLUX_TOKEN": "t",
        ]
        let arguments = ["run", "--detector", "never-on", "--every", "1h"]
        let child = try ChildProcess(
            builtProducts.appending(path: "anomaly-detector").path, arguments,
            environment: server, errorsTo: folder.path + "/errors")
        #expect(
            eventually {
                (try? String(contentsOfFile: folder.path + "/errors", encoding: .utf8))?
                    .contains("127.0.0.1:9") == true
            })
        let same = try runTool("anomaly-detector", arguments, environment: server)
        #expect(same.exitCode == 1, "\(same)")
        #expect(same.errors.contains("another anomaly-detector is scoring this store"))
        #expect(child.stop() == 143)
    }

    @Test func `refuses a second one that draws into the same folder`() throws {
        let folder = try Folder()
        defer { folder.remove() }
        try folder.add("A", 0..<50)
        let plots = folder.path + "/plots"
        let child = try folder.start("--detector", "mad", "--every", "1h", "--plots", plots)
        #expect(child.readLine()?.hasPrefix("following") == true)
        let other = try folder.run("--detector", "never-on", "--plots", plots)
        #expect(
            other.exitCode == 1 && other.errors.contains("another anomaly-detector draws there"))
        #expect(child.stop() == 143)
        #expect(try folder.run("--detector", "never-on", "--plots", plots).exitCode == 0)
    }

    @Test func `stops in a long catch-up within five seconds, and goes on from there`() throws {
        let spec = "half-space-trees:n_trees=\(isFullSuite ? 400 : 150),height=12"
        let (whole, stopped) = (try Folder(), try Folder())
        defer {
            whole.remove()
            stopped.remove()
        }
        for folder in [whole, stopped] {
            for machine in 1...4 { try folder.add("m\(machine)", 0..<40_000) }
        }
        #expect(try whole.run("--detector", spec).exitCode == 0)
        var stops = 0
        var last: Int32 = 143
        while last == 143 {
            guard stops < 2 else {
                let rest = try stopped.run("--detector", spec, "--checkpoint", stopped.state)
                last = rest.exitCode
                break
            }
            let child = try stopped.start("--detector", spec, "--checkpoint", stopped.state)
            let files = {
                (try? FileManager.default.contentsOfDirectory(atPath: stopped.state)) ?? []
            }
            let before = files().filter { $0.hasPrefix("checkpoint-") }.sorted()
            // At work, and with something done that a checkpoint holds.
            eventually(within: 60) {
                files().filter { $0.hasPrefix("checkpoint-") }.sorted() != before
                    || !child.isRunning
            }
            let begin = ContinuousClock.now
            last = child.stop()
            if last == 143 {
                stops += 1
                #expect(ContinuousClock.now - begin < .seconds(5))
            }
        }
        #expect(last == 0 && stops >= 1)
        let (expected, found) = try (
            SQLiteStore(path: whole.file).scores(detector: spec),
            SQLiteStore(path: stopped.file).scores(detector: spec)
        )
        #expect(expected.map(\.count).reduce(0, +) > 100_000)
        let isSame = expected == found
        #expect(isSame)
    }
}
