import Foundation
import TestSupport
import Testing

private func scenario(
    machines: [String] = ["press-1", "press-2", "axle"], name: String = "plant"
) -> String {
    let list = machines.map { "{ id: \"\($0)\", profile: \"demo\" }" }.joined(separator: ", ")
    return """
        { name: "\(name)", duration: "20m", interval: "1s", warmup: "5m", machines: [\(list)],
          anomalies: [{ machine: "press-1", kind: "overload", at: "8m", for: "1m" },
                      { machine: "axle", kind: "overload", at: "15m", for: "2m" }] }
        """
}

/// A folder with `texts` as scenario files.
private func withScenarios(
    _ texts: [String: String], _ body: (_ folder: String) throws -> Void
) throws {
    let folder = temporaryPath("run")
    defer { removeTemporary(folder) }
    for (name, text) in texts {
        let file = "\(folder)/\(name)"
        try FileManager.default.createDirectory(
            atPath: URL(filePath: file).deletingLastPathComponent().path,
            withIntermediateDirectories: true)
        try text.write(toFile: file, atomically: true, encoding: .utf8)
    }
    try body(folder)
}

private func run(_ arguments: String...) throws -> ToolResult {
    try runTool("scenario-runner", ["run"] + arguments)
}

/// The report in `file` without what the clock decides.
private func reportWithoutTiming(_ file: String) throws -> NSDictionary {
    let data = try Data(contentsOf: URL(filePath: file))
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    var report = try #require(object)
    #expect(report.removeValue(forKey: "timing") != nil)
    return report as NSDictionary
}

private func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}

@Suite struct `scenario-runner run` {
    @Test func `gives the same reports however many jobs and whatever order of machines`() throws {
        try withScenarios([
            "a/plant.json5": scenario(),
            "b/plant.json5": "// listed the other way round\n"
                + scenario(machines: ["axle", "press-2", "press-1"]),
        ]) { folder in
            let detectors = ["half-space-trees", "mage-demo", "random"].flatMap {
                ["--detector", $0]
            }
            for (out, file, jobs) in [("1", "a", "1"), ("2", "a", "2"), ("3", "b", "3")] {
                let result = try runTool(
                    "scenario-runner",
                    [
                        "run", "\(folder)/\(file)/plant.json5", "--seed", "1..2", "--jobs", jobs,
                        "--out", "\(folder)/\(out)",
                    ] + detectors)
                #expect(result.exitCode == 0, "\(result.errors)")
            }
            let reports = try names(folder + "/1").filter { $0.hasSuffix(".json") }
            #expect(reports.count == 6)
            for report in reports {
                let first = try reportWithoutTiming("\(folder)/1/\(report)")
                for other in ["2", "3"] {
                    let again = try reportWithoutTiming("\(folder)/\(other)/\(report)")
                    #expect(again == first, "\(report) of \(other)")
                }
            }
        }
    }

    @Test func `goes on where it was, and shards make a whole`() throws {
        try withScenarios(["plant.json5": scenario()]) { folder in
            let file = folder + "/plant.json5"
            let all = ["--detector", "never-on", "--detector", "always-on", "--seed", "1..3"]
            func sweep(_ more: String...) throws -> ToolResult {
                try runTool("scenario-runner", ["run", file] + all + more)
            }
            #expect(try sweep("--out", folder + "/whole").exitCode == 0)
            for shard in ["1/4", "2/4", "3/4", "4/4"] {
                let result = try sweep("--shard", shard, "--out", folder + "/parts")
                #expect(result.exitCode == 0, "\(result.errors)")
            }
            #expect(try names(folder + "/parts") == names(folder + "/whole"))
            let index = "index.html"
            #expect(
                try String(contentsOfFile: "\(folder)/parts/\(index)", encoding: .utf8)
                    == String(contentsOfFile: "\(folder)/whole/\(index)", encoding: .utf8))

            // One report is gone: it is made again, and the others are kept.
            let gone = "\(folder)/whole/plant--never-on--2.json"
            let before = try reportWithoutTiming(gone)
            try FileManager.default.removeItem(atPath: gone)
            let kept = "\(folder)/whole/plant--always-on--1.json"
            let date = try modified(kept)
            #expect(try sweep("--resume", "--out", folder + "/whole").exitCode == 0)
            #expect(try reportWithoutTiming(gone) == before)
            #expect(try modified(kept) == date)

            // A run that has lost readings is no result.
            let text = try String(contentsOfFile: kept, encoding: .utf8)
            try text.replacing("\"lost\": 0", with: "\"lost\": 5")
                .write(toFile: kept, atomically: true, encoding: .utf8)
            let lost = try sweep("--resume", "--out", folder + "/whole")
            #expect(lost.exitCode == 1)
            #expect(
                lost.errors.contains("always-on, seed 1: readings are not accounted for: 3600"),
                "\(lost.errors)")
        }
    }

    private func modified(_ path: String) throws -> Date {
        try #require(
            try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date)
    }

    @Test func `agrees with score on the predictions it writes`() throws {
        try withScenarios(["plant.json5": scenario()]) { folder in
            let result = try run(
                folder + "/plant.json5", "--detector", "mage-demo", "--predictions", "--json",
                "--out", folder)
            #expect(result.exitCode == 0, "\(result.errors)")
            let scored = try runTool(
                "scenario-runner",
                [
                    "score", folder + "/plant--mage-demo--1.predictions.csv", "--probation", "300",
                    "--json",
                ])
            func metrics(_ result: ToolResult) throws -> [String: Any] {
                let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
                return try #require((object as? [String: Any])?["metrics"] as? [String: Any])
            }
            var (report, again) = (try metrics(result), try metrics(scored))
            #expect(report["headline_f1"] is NSNumber)
            // The file does not say from when on an event could be seen.
            for key in ["delay_from_observable_s"] {
                report[key] = nil
                again[key] = nil
            }
            #expect(report as NSDictionary == again as NSDictionary)
        }
    }

    @Test func `prints n/a where nothing is defined, and who is no better than chance`() throws {
        try withScenarios([
            "calm.json5":
                "{ name: \"calm\", duration: \"10m\", machines: [{ id: \"m\", profile: \"demo\" }] }",
            "plant.json5": scenario(),
        ]) { folder in
            let calm = try run(
                folder + "/calm.json5", "--detector", "never-on", "--out", folder + "/r")
            #expect(calm.exitCode == 0, "\(calm.errors)")
            #expect(
                calm.output.split(separator: "\n")[2].split(separator: " ")
                    == ["never-on", "n/a", "0.00", "pass", "n/a", "n/a", "n/a"])
            let report = try reportWithoutTiming(folder + "/r/calm--never-on--1.json")
            let metrics = try #require(report["metrics"] as? [String: Any])
            #expect(metrics["headline_f1"] is NSNull && metrics["auc_roc"] is NSNull)
            #expect(metrics["false_alarms_per_hour"] as? Double == 0)
            #expect(report["better_than_chance"] is NSNull)
            let blind = try run(
                folder + "/plant.json5", "--detector", "always-on", "--out", folder + "/r")
            #expect(blind.output.contains("always-on (seed 1): no better than chance"))
        }
    }

    @Test func `leaves nothing half-written where the folder cannot be`() throws {
        try withScenarios(["plant.json5": scenario()]) { folder in
            let file = folder + "/plant.json5"
            let result = try run(file, "--detector", "never-on", "--out", file + "/reports")
            #expect(result.exitCode == 1)
            #expect(
                result.errors.contains("/reports: the folder for reports cannot be made"),
                "\(result.errors)")
            let kernel = try run(file, "--detector", "never-on", "--out", "/proc/1")
            #expect(kernel.exitCode == 1)
            #expect(kernel.errors.split(separator: "\n").count == 1, "\(kernel.errors)")
            #expect(kernel.errors.hasPrefix("scenario-runner: error: /proc/1"), "\(kernel.errors)")
        }
    }

    @Test(arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
    func `ends at once on a signal and leaves nothing behind`(
        number: Int32, code: Int32
    ) throws {
        let long = scenario().replacing("duration: \"20m\"", with: "duration: \"2000h\"")
        try withScenarios(["plant.json5": long, "tmp/keep": ""]) { folder in
            let child = try ChildProcess(
                builtProducts.appending(path: "scenario-runner").path,
                [
                    "run", folder + "/plant.json5", "--detector", "never-on", "--out",
                    folder + "/reports", "--predictions",
                ], environment: ["TMPDIR": folder + "/tmp"])
            #expect(eventually { (try? names(folder + "/tmp").count > 1) ?? false })
            child.signal(number)
            #expect(child.wait() == code)
            #expect(try names(folder + "/tmp") == ["keep"])
            #expect(try names(folder + "/reports").isEmpty)
        }
    }

    @Test(.enabled(if: canMount, "needs the right to mount a small disk"))
    func `on a full disk says so once, with exit code 1, and leaves nothing half-written`() throws {
        try withScenarios(["plant.json5": scenario()]) { folder in
            let disk = folder + "/disk"
            try FileManager.default.createDirectory(
                atPath: disk, withIntermediateDirectories: true)
            #expect(shell("mount -t tmpfs -o size=64k none \(disk)") == 0)
            defer { _ = shell("umount \(disk)") }
            let result = try run(
                folder + "/plant.json5", "--detector", "half-space-trees", "--out", disk)
            #expect(result.exitCode == 1)
            #expect(result.errors.contains("No space left on device"), "\(result.errors)")
            #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
            #expect(try names(disk).allSatisfy { $0.hasSuffix(".md") })
            // The store's place is full.
            let store = try runTool(
                "scenario-runner",
                [
                    "run", folder + "/plant.json5", "--detector", "never-on", "--out",
                    folder + "/r",
                ], environment: ["TMPDIR": disk])
            #expect(store.exitCode == 1)
            #expect(store.errors.contains("full"), "\(store.errors)")
            #expect(store.errors.split(separator: "\n").count == 1, "\(store.errors)")
            #expect(try names(folder + "/r").isEmpty)
            #expect(try names(disk).allSatisfy { $0.hasSuffix(".md") })
        }
    }
}

@discardableResult private func shell(_ command: String) -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return -1 }
    process.waitUntilExit()
    return process.terminationStatus
}

private let canMount: Bool = {
    let folder = temporaryPath("mount")
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { removeTemporary(folder) }
    guard shell("mount -t tmpfs -o size=64k none \(folder)") == 0 else { return false }
    return shell("umount \(folder)") == 0
}()
