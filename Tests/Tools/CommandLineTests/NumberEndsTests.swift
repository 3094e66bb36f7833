import Foundation
import TestSupport
import Testing

private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = temporaryPath("ends")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { removeTemporary(folder) }
    try body(folder)
}

private func run(_ arguments: String...) throws -> ToolResult {
    try runTool("scenario-runner", arguments)
}

private let scenario = """
    { name: "tiny", seed: 18446744073709551615, duration: "2m", interval: "1s", warmup: "30s",
      machines: [{ id: "machine1", profile: "demo" }],
      anomalies: [{ machine: "machine1", kind: "overload", at: "1m", for: "20s" }] }
    """

@Suite struct `Numbers at their ends on the command line` {
    @Test func `a seed is used, named and read back to the last digit`() throws {
        try withFolder { folder in
            let file = folder + "/tiny.json5"
            try Data(scenario.utf8).write(to: URL(filePath: file))
            let seeds = ["9223372036854775808", "18446744073709551614", "18446744073709551615"]
            let made = try run(
                "run", file, "--detector", "never-on", "--detector", "always-on", "--out",
                folder + "/r", "--seed", seeds[0], "--seed", seeds[1] + ".." + seeds[2])
            #expect(made.exitCode == 0, "\(made.errors)")
            for seed in seeds {
                let report = folder + "/r/tiny--never-on--\(seed).json"
                let text = try String(contentsOfFile: report, encoding: .utf8)
                #expect(text.contains("\"seed\": \(seed),"))
            }
            let index = try String(contentsOfFile: folder + "/r/index.html", encoding: .utf8)
            #expect(index.contains("6 reports: 1 scenario, 2 detectors, 3 seeds"))
            let compared = try run("compare", folder + "/r", "--bootstrap-seed", seeds[2])
            #expect(compared.exitCode == 0 && compared.output.contains("seed \(seeds[2])"))

            // Plain JSON says the same scenario.
            let plain = try run("validate", file, "--as-json")
            #expect(plain.output.contains("\"seed\": \(seeds[2])"))
            let copy = folder + "/copy.json5"
            try Data(plain.output.utf8).write(to: URL(filePath: copy))
            let again = try run(
                "run", copy, "--detector", "never-on", "--out", folder + "/s", "--json")
            #expect(again.output.contains("\"seed\": \(seeds[2])"), "\(again.errors)")
        }
    }

    @Test(arguments: [
        "--seed=18446744073709551616", "--seed=-1", "--seed=5..1", "--seed=0..18446744073709551615",
        "--seed=1e3", "--jobs=9223372036854775807", "--jobs=-1", "--jobs=nan", "--shard=0/0",
        "--shard=-9223372036854775808/1", "--shard=1/9223372036854775808",
        "--fail-under=event.f1=nan", "--fail-under=event.f1=1e999",
    ]) func `a flag that is none of ours is a usage error`(flag: String) throws {
        try withFolder { folder in
            let file = folder + "/tiny.json5"
            try Data(scenario.utf8).write(to: URL(filePath: file))
            let result = try run("run", file, flag, "--out", folder + "/r")
            #expect(result.exitCode == 2, "\(result.exitCode) \(result.errors)")
            #expect(result.errors.contains(flag.prefix { $0 != "=" }))
        }
    }

    @Test(arguments: [
        "--merge-gap=1e10", "--merge-gap=-1", "--merge-gap=nan", "--cap=inf", "--cap=-0.1",
        "--budget=-1", "--min-rows=0", "--min-rows=9223372036854775808",
    ]) func `so is one of evaluate and score`(flag: String) throws {
        try withFolder { folder in
            let file = folder + "/data.csv"
            try Data("timestamp,score,prediction,label\n1,0,0,0\n2,1,1,1\n".utf8)
                .write(to: URL(filePath: file))
            let evaluated = try run("evaluate", file, flag, "--out", folder + "/r")
            #expect(evaluated.exitCode == 2 && evaluated.errors.contains("--"))
            if !flag.hasPrefix("--budget") {
                #expect(try run("score", file, flag).exitCode == 2)
            }
        }
    }

    @Test(arguments: ["0.000000001", "1e9", "0"])
    func `rows years apart are judged with any cap and gap`(length: String) throws {
        try withFolder { folder in
            let file = folder + "/years.csv"
            let rows = (1830..<2110).map { "\($0)-06-01,\($0 % 7),\($0 > 2090 ? 1 : 0)" }
            try Data(("timestamp,value,label\n" + rows.joined(separator: "\n") + "\n").utf8)
                .write(to: URL(filePath: file))
            let result = try run(
                "evaluate", file, "--detector", "always-on", "--merge-gap", length, "--cap",
                length, "--out", folder + "/r", "--probation", "10rows")
            #expect(result.exitCode == 0, "\(result.errors)")
        }
    }

    @Test func `a report that was made up is refused by file and place`() throws {
        try withFolder { folder in
            let file = folder + "/tiny.json5"
            try Data(scenario.utf8).write(to: URL(filePath: file))
            _ = try run(
                "run", file, "--detector", "never-on", "--detector", "always-on", "--out",
                folder + "/r")
            let path = folder + "/r/tiny--never-on--18446744073709551615.json"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let edits: [(String, String, String)] = [
                ("\"stored\": 120", "\"stored\": 9223372036854775807", "delivery.stored"),
                (
                    "[\"machine1\", 0, 0,", "[\"machine1\", 0, 9223372036854775807,",
                    "blocks.rows[0][2]"
                ),
                ("report/1", "report/2", "of another version"),
                ("\"duration_s\": 120.0", "\"duration_s\": 1e400", "scenario.duration_s"),
            ]
            for (old, new, place) in edits {
                #expect(text.contains(old), "\(old)")
                try Data(text.replacing(old, with: new, maxReplacements: 1).utf8)
                    .write(to: URL(filePath: path))
                for argument in [folder + "/r", path] {
                    let result = try run("compare", argument)
                    #expect(result.exitCode == 2, "\(new): \(result.exitCode)")
                    #expect(result.errors.contains(path) && result.errors.contains(place))
                }
            }
        }
    }
}

@Suite struct `Rows far apart on the command line` {
    /// A detector that flags what is far from 0.
    private let far = "command:awk -F, 'NR > 1 { print ($2 > 5 ? 1 : 0) }'"

    /// 3000 rows: a true block of 40, a false one of 10, a false one that flickers.
    private func rows(_ period: Int) -> String {
        (0..<3000).reduce(into: "timestamp,value,label\n") { text, row in
            let isTrue = (2000..<2040).contains(row)
            let isFalse = (1000..<1010).contains(row) || (1500..<1520).contains(row) && row % 4 == 0
            let cells = [1_700_000_000 + row * period, isTrue || isFalse ? 9 : 0, isTrue ? 1 : 0]
            text += cells.map(String.init).joined(separator: ",") + "\n"
        }
    }

    @Test func `the same data counts the same a second, five minutes and an hour apart`() throws {
        try withFolder { folder in
            var found: [[String]] = []
            for period in [1, 300, 3600] {
                let file = folder + "/rows.csv"
                try Data(rows(period).utf8).write(to: URL(filePath: file))
                let result = try run(
                    "evaluate", file, "--detector", far, "--threshold", "0.5", "--json", "--out",
                    folder + "/r")
                let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
                let report = try #require(json as? [String: Any], "\(result.errors)")
                let metrics = try #require(report["metrics"] as? [String: Any])
                let event = try #require(metrics["event"] as? [String: Any])
                found.append(
                    event.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
                        + ["\(metrics["headline_f1"] ?? "")"])
                #expect(event["false_alarms"] as? Int == 2 && event["detected"] as? Int == 1)
                let rule = (report["scenario"] as? [String: Any])?["alarm_rule"] as? [String: Any]
                #expect(rule?["cap_in_force_s"] as? Int == max(300, 60 * period))
                let page = try FileManager.default.contentsOfDirectory(atPath: folder + "/r")
                    .filter { $0.hasPrefix("rows--") && $0.hasSuffix(".md") }.first
                let text = try String(
                    contentsOfFile: folder + "/r/" + #require(page), encoding: .utf8)
                #expect(text.contains("60 rows, for 5 min is less") == (period > 1))
            }
            #expect(found[0] == found[1] && found[0] == found[2])
        }
    }
}
