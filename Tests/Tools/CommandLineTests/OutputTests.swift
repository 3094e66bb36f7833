import Foundation
import SQLiteStore
import Telemetry
import TestSupport
import Testing

/// A way to call a tool that ends by itself and has something to say.
private struct Call: CustomStringConvertible {
    var tool = "scenario-runner"
    var arguments: [String]
    var description: String { "\(tool) \(arguments.joined(separator: " "))" }
}

/// Small inputs for every command, in a folder of their own.
private struct Inputs {
    let folder = temporaryPath("outputs")

    init() throws {
        for name in ["", "/pictures", "/reports", "/compared"] {
            try FileManager.default.createDirectory(
                atPath: folder + name, withIntermediateDirectories: true)
        }
        try Data(
            """
            { name: "small", duration: "4m", warmup: "1m", machines: [{ id: "m1", profile: "demo" }],
              anomalies: [{ machine: "m1", kind: "overload", at: "2m", for: "1m" }] }
            """.utf8
        ).write(to: URL(filePath: folder + "/small.json5"))
        let rows = (0..<200).map { "\($0),\($0 % 7),\($0 % 100 > 90 ? 1 : 0)" }
        try Data((["time,load,label"] + rows).joined(separator: "\n").utf8)
            .write(to: URL(filePath: folder + "/data.csv"))
        let scores = (0..<200).map { "\($0 % 100 > 90 ? 1 : 0),0.\($0 % 10)" }
        try Data((["label,score"] + scores).joined(separator: "\n").utf8)
            .write(to: URL(filePath: folder + "/scores.csv"))
        try SQLiteStore(path: folder + "/readings.sqlite").send(
            (0..<200).reduce(
                into: ReadingBatch(
                    series: SeriesIdentity(machineID: "m1", provider: "p", run: "r"),
                    channels: ["load"])
            ) { $0.append(time: Int64($1) * 1_000_000_000, sequence: Int64($1), row: [1]) })
        for detector in ["mad", "ewma"] {
            let made = try runTool(
                "scenario-runner",
                [
                    "run", folder + "/small.json5", "--detector", detector, "--out",
                    folder + "/compared",
                ])
            #expect(made.exitCode == 0, "\(made.errors)")
        }
    }

    /// Every command in every form of its output.
    var calls: [Call] {
        let scenario = folder + "/small.json5"
        let out = ["--out", folder + "/reports"]
        let runner: [[String]] =
            [
                ["--help"], ["--version"], ["help", "run"], ["list"], ["list", "--json"],
                ["validate", scenario], ["validate", "--schema"],
                ["validate", scenario, "--as-json"],
                ["run", scenario, "--detector", "mad"] + out,
                ["run", scenario, "--detector", "mad", "--json"] + out,
                ["run", scenario, "--detector", "mad", "--fail-under", "event.f1=1"] + out,
                ["evaluate", folder + "/data.csv", "--detector", "mad"] + out,
                ["evaluate", folder + "/data.csv", "--detector", "mad", "--json"] + out,
                ["score", folder + "/scores.csv", "--threshold", "0.5"],
                ["score", folder + "/scores.csv", "--threshold", "0.5", "--json"],
                ["compare", folder + "/compared"], ["compare", folder + "/compared", "--json"],
                ["describe", scenario, "--detector", "mad", "--out", folder + "/pictures"],
            ] + ["csv", "jsonl", "line-protocol"].map { ["export", scenario, "--format", $0] }
        let store = "sqlite:\(folder)/readings.sqlite"
        let repair = [
            "reconcile", scenario, "--run", "none", "--store", store, "--dry-run",
        ]
        let detector: [[String]] = [
            ["--help"], ["--version"], ["score", "--detector", "mad", folder + "/data.csv"],
            ["run", "--store", store, "--detector", "mad"],
            ["run", "--store", store, "--detector", "mad", "--json"],
        ]
        let generator: [[String]] = [["--help"], ["--version"], ["help"]]
        return (runner + [repair, repair + ["--json"]]).map { Call(arguments: $0) }
            + detector.map { Call(tool: "anomaly-detector", arguments: $0) }
            + generator.map { Call(tool: "machine-generator", arguments: $0) }
    }

    func remove() { removeTemporary(folder) }
}

/// Commands of a tool, as its help names them.
private func commands(_ tool: String) throws -> Set<String> {
    let help = try runTool(tool, ["--help"]).output
    return Set(
        help.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            return words.count > 2 && words[0] == tool && line.hasPrefix("  ")
                ? String(words[1]) : nil
        })
}

@Suite struct `Output that cannot be written` {
    /// Those that need a broker or a webhook have tests of their own below.
    @Test func `is looked at for every command there is`() throws {
        let inputs = try Inputs()
        defer { inputs.remove() }
        for tool in ["scenario-runner", "anomaly-detector"] {
            let called = inputs.calls.filter { $0.tool == tool }.compactMap(\.arguments.first)
            let left = try commands(tool).subtracting(called).subtracting(["ingest", "alerts"])
            #expect(left.isEmpty, "\(tool) \(left) has no line in this table")
        }
    }

    @Test func `to a full disk ends with 1 and says where and why`() throws {
        let inputs = try Inputs()
        defer { inputs.remove() }
        for call in inputs.calls {
            let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
            let result = try runTool(call.tool, call.arguments, output: full)
            #expect(result.exitCode == 1, "\(call): \(result)")
            #expect(
                result.errors.contains("cannot be written: No space left on device"),
                "\(call): \(result)")
            #expect(result.errors.contains(call.tool + ": error: "), "\(call): \(result)")
        }
    }

    @Test func `to a closed output ends with 1, and no file takes its place`() throws {
        let inputs = try Inputs()
        defer { inputs.remove() }
        for call in inputs.calls {
            let tool = builtProducts.appending(path: call.tool).path
            let errors = inputs.folder + "/errors"
            let child = try ChildProcess(
                "/bin/bash", ["-c", "exec \"$0\" \"$@\" >&-", tool] + call.arguments,
                errorsTo: errors)
            #expect(child.wait() == 1, "\(call)")
            let said = try String(contentsOfFile: errors, encoding: .utf8)
            #expect(said.contains("cannot be written"), "\(call): \(said)")
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: inputs.folder + "/reports")
        for name in names where name.hasSuffix(".json") {
            let data = try Data(contentsOf: URL(filePath: "\(inputs.folder)/reports/\(name)"))
            #expect(throws: Never.self, "\(name)") {
                try JSONSerialization.jsonObject(with: data)
            }
        }
    }

    @Test func `because its reader went away is no fault and no noise`() throws {
        let inputs = try Inputs()
        defer { inputs.remove() }
        for call in inputs.calls {
            let expected = try runTool(call.tool, call.arguments).exitCode
            let pipe = Pipe()
            try pipe.fileHandleForReading.close()
            let result = try runTool(
                call.tool, call.arguments, output: pipe.fileHandleForWriting)
            #expect(result.exitCode == expected, "\(call): \(result)")
            #expect(!result.errors.contains("error"), "\(call): \(result)")
        }
    }

    @Test func `ends a detector that follows a store when nobody reads it any more`() throws {
        let inputs = try Inputs()
        defer { inputs.remove() }
        let tool = builtProducts.appending(path: "anomaly-detector").path
        let child = try ChildProcess(
            "/bin/bash",
            [
                "-c", "\"$0\" \"$@\" | head -n 0; echo ${PIPESTATUS[0]}", tool, "run", "--store",
                "sqlite:\(inputs.folder)/readings.sqlite", "--detector", "mad", "--every", "10ms",
                "--json", "--run", "none",
            ])
        defer { child.stop() }
        // The first cycle tells; by then head may still be there, so a second one has to come.
        let feeding = try SQLiteStore(path: inputs.folder + "/readings.sqlite")
        var tick: Int64 = 0
        let isOver = try eventually {
            var batch = ReadingBatch(
                series: SeriesIdentity(machineID: "m1", provider: "p", run: "none"),
                channels: ["load"])
            tick += 1
            batch.append(time: tick * 10_000_000_000, sequence: tick, row: [1])
            try feeding.send(batch)
            return !child.isRunning
        }
        #expect(isOver)
        #expect(child.readToEnd() == "0\n")
    }

    @Test func `on standard error stops nothing`() throws {
        let inputs = try Inputs()
        defer { inputs.remove() }
        for redirect in ["2> /dev/full", "2>&-"] {
            let tool = builtProducts.appending(path: "scenario-runner").path
            let child = try ChildProcess(
                "/bin/bash", ["-c", "exec \"$0\" \"$@\" \(redirect)", tool, "run", "nothing-such"])
            #expect(child.wait() == 2, "\(redirect)")
        }
    }

    @Test func `is left whole by Ctrl-C, which says how to go on`() throws {
        let inputs = try Inputs()
        defer { inputs.remove() }
        let errors = inputs.folder + "/errors"
        let child = try ChildProcess(
            builtProducts.appending(path: "scenario-runner").path,
            [
                "run", inputs.folder + "/small.json5", "--seed", "1..5000", "--detector", "mad",
                "--out",
                inputs.folder + "/sweep",
            ], errorsTo: errors)
        let hasBegun = eventually {
            (try? FileManager.default.contentsOfDirectory(atPath: inputs.folder + "/sweep"))?
                .contains { $0.hasSuffix(".json") } ?? false
        }
        #expect(hasBegun)
        child.signal(SIGINT)
        #expect(child.wait() == 130)
        let said = try String(contentsOfFile: errors, encoding: .utf8)
        #expect(said.hasSuffix("--resume keeps the reports that are done\n"), "\(said)")
        // No terminal, no bar: neither escapes nor a carriage return.
        #expect(!said.contains("\u{1B}") && !said.contains("\r"))
    }
}
