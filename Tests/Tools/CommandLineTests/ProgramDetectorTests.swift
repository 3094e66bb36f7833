import Foundation
import SQLiteStore
import Telemetry
import TestSupport
import Testing

private let second: Int64 = 1_000_000_000

/// A folder with labelled readings of one channel: ordinary but for 40 rows near the end.
private struct Plant {
    let folder = temporaryPath("program")
    var data: String { folder + "/data.csv" }
    var reports: String { folder + "/reports" }
    /// Where a program writes its own number and those of what it started.
    var processes: String { folder + "/processes" }

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var text = "timestamp,a,label\n"
        for row in 0..<1000 {
            let isFault = (900..<940).contains(row)
            let value = 10 + Double(row * 7919 % 997) / 500 + (isFault ? 8 : 0)
            text += "\(1_767_225_600 + row),\(value),\(isFault ? 1 : 0)\n"
        }
        try Data(text.utf8).write(to: URL(filePath: data))
    }

    func remove() { removeTemporary(folder) }

    func evaluate(_ arguments: String...) throws -> ToolResult {
        try runTool(
            "scenario-runner", ["evaluate", data, "--out", reports] + arguments)
    }

    /// Processes that have been started and are there still.
    func alive() -> [Int32] {
        let text = (try? String(contentsOfFile: processes, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { Int32($0) }.filter { process in
            let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
            guard let stat, let end = stat.lastIndex(of: ")") else { return false }
            return !"ZX".contains(stat[end...].dropFirst(2).first ?? "X")
        }
    }
}

private func metrics(_ result: ToolResult) throws -> [String: Any] {
    let report = try #require(
        try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    return try #require(report["metrics"] as? [String: Any])
}

@Suite struct `A program as detector of a tool` {
    @Test func `may print scores below 0`() throws {
        let plant = try Plant()
        defer { plant.remove() }
        let program = "awk -F, 'NR > 1 { d = $2 - 11; print (d < 0 ? -d : d) - 20 }'"
        let result = try plant.evaluate(
            "--detector", "command[name=below]:\(program)", "--predictions", "--json")
        #expect(result.exitCode == 0, "\(result.errors)")
        let metrics = try metrics(result)
        #expect(metrics["auc_roc"] as? Double == 1)
        #expect(try #require(metrics["vus_pr"] as? Double) > 0.99)
        #expect(metrics["headline_f1"] as? Double == 1)
        let predictions = try String(
            contentsOfFile: plant.reports + "/data--below--0.predictions.csv", encoding: .utf8)
        #expect(predictions.contains(",1,anomaly,-1"))
        let scored = try runTool(
            "anomaly-detector", ["score", plant.data, "--detector", "command:\(program)"])
        #expect(scored.output.split(separator: "\n").count { $0.hasSuffix(",1") } == 39)
        let given = try runTool(
            "anomaly-detector",
            ["score", plant.data, "--detector", "command:\(program)", "--threshold", "-14"])
        #expect(given.exitCode == 0, "\(given.errors)")
        #expect(given.output.split(separator: "\n").count { $0.hasSuffix(",1") } == 40)
    }

    @Test func `has a name, and a threshold of its own beside other detectors`() throws {
        let plant = try Plant()
        defer { plant.remove() }
        let result = try plant.evaluate(
            "--detector", "default", "--detector",
            "command[name=mine,threshold=15]:awk -F, 'NR > 1 { print $2 }'", "--json")
        #expect(result.exitCode == 0, "\(result.errors)")
        let reports = try #require(
            try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]])
        let names = try FileManager.default.contentsOfDirectory(atPath: plant.reports)
        #expect(names.contains("data--mine--0.json") && names.contains("data--default--0.json"))
        let mine = try #require(reports.last?["metrics"] as? [String: Any])
        #expect((mine["point"] as? [String: Any])?["tp"] as? Int == 40)
        let twice = try plant.evaluate(
            "--detector", "command[name=mine]:cat", "--detector", "command[name=mine]:tac")
        #expect(twice.exitCode == 2 && twice.errors.contains("another detector is called mine"))
    }

    @Test func `that says 0 and 1 and nothing else needs no threshold`() throws {
        let plant = try Plant()
        defer { plant.remove() }
        let result = try plant.evaluate(
            "--detector", "command:awk -F, 'NR > 1 { print ($2 > 15) }'")
        #expect(result.exitCode == 0, "\(result.errors)")
        #expect(result.output.contains("1.00       0.00 pass"), "\(result.output)")
    }

    @Test func `may be described in a manifest, and learn what nobody is judged by`() throws {
        let plant = try Plant()
        defer { plant.remove() }
        let shelf = plant.folder + "/detectors"
        try FileManager.default.createDirectory(atPath: shelf, withIntermediateDirectories: true)
        let echo = "awk -F, 'NR > 1 { print $2 }'"
        for (name, settings) in [
            ("learner", "mode: 'train', train: '40%', quantile: 0.999"),
            ("ahead", "mode: 'batch', contamination: 0.05"),
        ] {
            try "{ command: \"\(echo)\", \(settings) }".write(
                toFile: "\(shelf)/\(name).json5", atomically: true, encoding: .utf8)
        }
        let result = try plant.evaluate(
            "--detector", "manifest:\(shelf)", "--detector", "default", "--detector-timeout", "2m")
        #expect(result.exitCode == 0, "\(result.errors)")
        #expect(result.output.contains("\nahead (hindsight) "), "\(result.output)")
        #expect(result.output.contains("\nlearner  "), "\(result.output)")
        for (name, sees, hindsight) in [
            ("default", "each row and the rows before it", false),
            ("ahead", "the whole series before it judges the first row: hindsight", true),
            ("learner", "the first 40 % of the rows, without labels and not scored; then", false),
        ] {
            let text = try String(
                contentsOfFile: plant.reports + "/data--\(name)--0.json", encoding: .utf8)
            #expect(text.contains("\"sees\": \"\(sees)"), "\(name)")
            #expect(text.contains("\"hindsight\": \(hindsight)"), "\(name)")
            #expect(text.contains("\"warmup_s\": 400.0"), "\(name)")
            #expect(text.contains("\"detected\": 1"), "\(name)")
        }
        let page = try String(contentsOfFile: plant.reports + "/index.html", encoding: .utf8)
        #expect(page.contains("ahead (hindsight)"))
        let compared = try runTool(
            "scenario-runner", ["compare", plant.reports, "--baseline", "ahead"])
        #expect(
            compared.output.contains("ahead (hindsight)"), "\(compared.output)\(compared.errors)")
    }

    @Test func `whose flags are far below its ranking is told which way to go`() throws {
        let plant = try Plant()
        defer { plant.remove() }
        for (threshold, way) in [("10.5", "too low"), ("30", "too high")] {
            let result = try plant.evaluate(
                "--detector", "command[threshold=\(threshold)]:awk -F, 'NR > 1 { print $2 }'")
            #expect(result.output.contains("the threshold is \(way)"), "\(result.output)")
        }
        let result = try plant.evaluate("--detector", "default", "--detector-timeout", "soon")
        #expect(result.exitCode == 2 && result.errors.contains("--detector-timeout soon: give"))
    }

    private static let tools = ["run", "evaluate", "score", "follow"]

    @Test(arguments: tools, [SIGINT, SIGTERM, SIGHUP, SIGKILL])
    func `ends with the tool, with all it started`(tool: String, signal: Int32) throws {
        let plant = try Plant()
        defer { plant.remove() }
        let file = plant.folder + "/readings.sqlite"
        let scenario = packageRoot.appending(path: "scenarios/overload-fault.json5").path
        let spec =
            "command:echo $$ >> \(plant.processes); trap '' INT TERM HUP;"
            + " (sleep 777 & echo $! >> \(plant.processes); exec sleep 778) & wait"
        let (name, arguments) =
            switch tool {
            case "run":
                (
                    "scenario-runner",
                    ["run", scenario, "--out", plant.reports]
                )
            case "evaluate":
                ("scenario-runner", ["evaluate", plant.data, "--out", plant.reports])
            case "score": ("anomaly-detector", ["score", plant.data])
            default: ("anomaly-detector", ["run", "--store", "sqlite:\(file)", "--every", "1s"])
            }
        if tool == "follow" {
            var batch = ReadingBatch(
                series: SeriesIdentity(machineID: "m", provider: "p", run: "r"), channels: ["a"])
            batch.append(time: 1_767_225_600 * second, sequence: 1, row: [1])
            try SQLiteStore(path: file).send(batch)
        }
        let child = try ChildProcess(
            builtProducts.appending(path: name).path, arguments + ["--detector", spec])
        #expect(eventually(within: 60) { plant.alive().count >= 2 })
        child.signal(signal)
        #expect(eventually(within: 20) { !child.isRunning })
        #expect(eventually(within: 20) { plant.alive().isEmpty }, "\(plant.alive())")
        child.stop()
    }
}

@Suite struct `--threshold` {
    @Test(arguments: ["run", "evaluate"])
    func `is refused by name where a detector cannot take it`(command: String) throws {
        let plant = try Plant()
        defer { plant.remove() }
        let input = command == "run" ? "overload-fault" : plant.data
        let result = try runTool(
            "scenario-runner",
            [command, input, "--out", plant.reports, "--threshold", "0.9", "--detector", "default"]
                + ["--detector", "level-shift:c=3", "--detector", "always-on"])
        #expect(result.exitCode == 2 && result.output.isEmpty)
        #expect(
            result.errors.contains("--threshold 0.9: level-shift, always-on take no threshold"),
            "\(result.errors)")
        #expect(!FileManager.default.fileExists(atPath: plant.reports))
    }

    @Test func `is refused by a filter and a run of the detector too`() throws {
        let plant = try Plant()
        defer { plant.remove() }
        for arguments in [
            ["score", plant.data], ["run", "--store", "sqlite:\(plant.folder)/none.sqlite"],
        ] {
            let result = try runTool(
                "anomaly-detector",
                arguments + ["--detector", "level-shift", "--threshold", "0.9"])
            #expect(result.exitCode == 2 && result.output.isEmpty)
            #expect(
                result.errors.contains("--threshold 0.9: level-shift takes no threshold"),
                "\(result.errors)")
        }
    }

    @Test func `over the default detector's score is honoured`() throws {
        let plant = try Plant()
        defer { plant.remove() }
        func flags(_ threshold: String) throws -> Int {
            let result = try runTool(
                "anomaly-detector", ["score", plant.data, "--threshold", threshold])
            #expect(result.exitCode == 0, "\(result.errors)")
            return result.output.split(separator: "\n").count { $0.hasSuffix(",1") }
        }
        // All rows but those of the warm-up, and none.
        #expect(try flags("0") == 850)
        #expect(try flags("5") == 0)
        let judged = try plant.evaluate("--detector", "default", "--threshold", "5", "--json")
        #expect(try metrics(judged)["headline_f1"] as? Double == 0)
    }
}
