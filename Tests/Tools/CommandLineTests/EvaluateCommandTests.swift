import Foundation
import TestSupport
import Testing

/// A file of `text` and a folder for reports beside it.
private func withData(
    _ text: String, name: String = "data.csv",
    _ body: (_ path: String, _ folder: String) throws -> Void
) throws {
    let folder = temporaryPath("evaluate")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { removeTemporary(folder) }
    let path = "\(folder)/\(name)"
    try Data(text.utf8).write(to: URL(filePath: path))
    try body(path, folder + "/reports")
}

private func evaluate(_ arguments: String...) throws -> ToolResult {
    try runTool("scenario-runner", ["evaluate"] + arguments)
}

private func json(_ result: ToolResult) throws -> [String: Any] {
    try #require(
        try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
}

/// `count` rows with an event of 30 in every 500, its value far out.
private func rows(
    _ count: Int, header: String = "timestamp,value,label\n",
    row: (_ index: Int, _ value: Double, _ label: Int) -> String
) -> String {
    (0..<count).reduce(into: header) { text, index in
        let label = index % 500 >= 470 ? 1 : 0
        let value = Double(index * 7919 % 997) / 997 + Double(label) * 9
        text += row(index, value, label) + "\n"
    }
}

/// A detector that needs no past: the first channel over ten.
private let tenth = "command:awk -F, 'NR > 1 { print $2 / 10 }'"

@Sendable private func second(_ index: Int) -> String {
    "2026-01-01T00:\(two(index / 60 % 60)):\(two(index % 60))Z"
}
private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

@Suite struct `scenario-runner evaluate` {
    @Test func `finds events in anyone's file and reports them as a run's`() throws {
        let text = rows(2000) { "\($0 + 1_767_225_600),\($1),\($2)" }
        try withData(text) { path, folder in
            let result = try evaluate(
                path, "--detector", tenth, "--threshold", "0.5", "--out", folder, "--json")
            #expect(result.exitCode == 0, "\(result.errors)")
            let report = try json(result)
            let scenario = try #require(report["scenario"] as? [String: Any])
            #expect(scenario["name"] as? String == "data")
            // 15 % of 2000.
            #expect(scenario["warmup_s"] as? Double == 300)
            #expect((scenario["sha256"] as? String)?.count == 64)
            let metrics = try #require(report["metrics"] as? [String: Any])
            #expect(metrics["headline_f1"] as? Double == 1)
            #expect((metrics["point"] as? [String: Any])?["tp"] as? Int == 120)
            #expect(metrics["scored_rows"] as? Int == 1700)
            let delivery = try #require(report["delivery"] as? [String: Any])
            #expect(delivery["stored"] as? Int == 2000 && delivery["scored"] as? Int == 2000)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(names.count == 4 && names.contains("index.html"))
        }
    }

    @Test(
        arguments: [
            ("seconds", { "\(1_767_225_600 + $0)" }),
            ("milliseconds", { "\((1_767_225_600 + $0) * 1000)" }),
            ("microseconds", { "\((1_767_225_600 + $0) * 1_000_000)" }),
            ("nanoseconds", { "\((1_767_225_600 + $0) * 1_000_000_000)" }),
            ("fractions", { "\(1_767_225_600 + $0).000" }),
            (
                "small fractions",
                { "\(1_767_225_600_000 + $0 * 1000).\($0 % 2 == 0 ? "000" : "0")" }
            ),
            ("RFC 3339", second),
            (
                "offset",
                { second($0).replacing("T00:", with: "T01:").replacing("Z", with: "+01:00") }
            ),
            (
                "blank",
                {
                    second($0).replacing("T", with: " ").replacing(
                        "Z", with: $0 % 2 == 0 ? ".000" : "")
                }
            ),
        ] as [(String, @Sendable (Int) -> String)])
    func `knows times however they are written`(
        name: String, time: @Sendable (Int) -> String
    ) throws {
        try withData(rows(600) { "\(time($0)),\($1),\($2)" }) { path, folder in
            let result = try evaluate(
                path, "--detector", "never-on", "--out", folder, "--json", "--probation", "0")
            let events = try #require(try json(result)["events"] as? [[String: Any]])
            #expect(events.map { $0["start"] as? String } == ["2026-01-01T00:07:50Z"], "\(name)")
            #expect(events.first?["end"] as? String == "2026-01-01T00:08:20Z")
        }
    }

    @Test func `splits series, skips text, takes missing cells, names kinds`() throws {
        let text = rows(
            1200, header: "time,unique_id,note,value,empty,label,kind\n"
        ) { index, value, label in
            "\(second(index / 2)),\(index % 2 == 0 ? "a" : "\"b, c\""),n\(index),"
                + "\(index % 9 == 0 ? "" : "\(value)"),,\(label),\(label == 1 ? "spike" : "")"
        }
        try withData(text) { path, folder in
            let result = try evaluate(
                path, "--detector", "never-on", "--out", folder, "--json", "--probation", "60")
            let report = try json(result)
            let machines = try #require(report["machines"] as? [[String: Any]])
            #expect(machines.map { $0["id"] as? String } == ["a", "b, c"])
            let events = try #require(report["events"] as? [[String: Any]])
            #expect(events.count == 4 && events.allSatisfy { $0["kind"] as? String == "spike" })
            let summary = (report["scenario"] as? [String: Any])?["summary"] as? String
            #expect(summary == "Labelled data: value, empty; not used: note")
        }
    }

    @Test func `takes times that repeat and go back, and scores every row`() throws {
        let text = rows(600) { index, value, label in
            // Each ten rows come in the reverse order, and every third time is its neighbour's.
            let time = index / 10 * 10 + 9 - index % 10
            return "\(second(time / 3 * 3)),\(value),\(label)"
        }
        try withData(text) { path, folder in
            let result = try evaluate(
                path, "--detector", tenth, "--threshold", "0.5", "--out", folder, "--json",
                "--probation", "0", "--predictions")
            #expect(result.exitCode == 0, "\(result.errors)")
            let metrics = try #require(try json(result)["metrics"] as? [String: Any])
            #expect(metrics["scored_rows"] as? Int == 600)
            #expect((metrics["event"] as? [String: Any])?["detected"] as? Int == 1)
        }
    }

    @Test func `reads SKAB's semicolons, its label and its change points`() throws {
        let text = rows(700, header: "datetime;A;anomaly;changepoint\n") {
            "\(second($0));\($1);\($2).0;\($0 == 470 ? "1.0" : "0.0")"
        }
        try withData(text) { path, folder in
            let result = try evaluate(
                path, "--detector", tenth, "--threshold", "0.5", "--out", folder, "--json",
                "--label-column", "anomaly", "--ignore-columns", "changepoint", "--probation",
                "400rows")
            let metrics = try #require(try json(result)["metrics"] as? [String: Any])
            #expect(metrics["scored_rows"] as? Int == 300)
            #expect(metrics["headline_f1"] as? Double == 1)
        }
    }

    @Test func `leaves out a column that is called like a label, and says so`() throws {
        let text = rows(600, header: "timestamp,value,changepoint,label\n") {
            "\(second($0)),\($1),\($2),\($2)"
        }
        try withData(text) { path, folder in
            let result = try evaluate(path, "--detector", "never-on", "--out", folder)
            #expect(result.exitCode == 0)
            #expect(
                result.errors.contains(
                    "channels = value; not used = changepoint (called like a label)"))
        }
    }

    @Test func `agrees with score on the predictions it writes`() throws {
        let text = rows(3000, header: "timestamp,machineID,value,label\n") {
            "\(second($0 / 2)),m\($0 % 2),\($1 * ($0 % 700 == 300 ? 8 : 1)),\($2)"
        }
        try withData(text) { path, folder in
            let result = try evaluate(
                path, "--detector", tenth, "--threshold", "0.5", "--out", folder, "--json",
                "--probation", "100", "--predictions")
            #expect(result.exitCode == 0, "\(result.errors)")
            let file = try #require(
                try FileManager.default.contentsOfDirectory(atPath: folder)
                    .first { $0.hasSuffix(".predictions.csv") })
            let scored = try runTool(
                "scenario-runner", ["score", "\(folder)/\(file)", "--probation", "100", "--json"])
            let report = try json(result)
            let again = try json(scored)
            for key in ["metrics", "machines"] {
                #expect((report[key] as? NSObject) == (again[key] as? NSObject), "\(key)")
            }
        }
    }

    @Test(arguments: ["random", "random-cut-forest:n_trees=3", "half-space-trees"])
    func `gives the scores of anomaly-detector score`(spec: String) throws {
        for header in ["timestamp,value,label\n", "timestamp,value,label,unique_id\n"] {
            let hasIDs = header.contains("unique_id")
            let text = rows(600, header: header) {
                "\(second($0)),\($0 % 50 == 3 ? "" : "\($1)"),\($2)" + (hasIDs ? ",press 1" : "")
            }
            try withData(text) { path, folder in
                let judged = try evaluate(
                    path, "--detector", spec, "--out", folder, "--predictions", "--threshold", "0.9"
                )
                #expect(judged.exitCode == 0, "\(judged.errors)")
                let file = try #require(
                    try FileManager.default.contentsOfDirectory(atPath: folder)
                        .first { $0.hasSuffix(".predictions.csv") })
                let ours = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
                let filter = try runTool(
                    "anomaly-detector",
                    ["score", "--detector", spec, path]
                        + (spec == "random" ? [] : ["--threshold", "0.9"]))
                #expect(filter.exitCode == 0, "\(filter.errors)")
                func column(_ name: String, of text: String) -> [Substring] {
                    let lines = text.split(separator: "\n").map {
                        $0.split(separator: ",", omittingEmptySubsequences: false)
                    }
                    let place = lines[0].firstIndex { $0 == name } ?? 0
                    return lines.dropFirst().map { $0[place] }
                }
                let scores = (column("score", of: ours), column("score", of: filter.output))
                #expect(scores.0.count == 600 && scores.1.count == 600)
                // While it warms up the filter shows the score, a report claims none.
                #expect(zip(scores.0, scores.1).allSatisfy { $0 == $1 || $0.isEmpty })
                #expect(scores.0.count(where: { !$0.isEmpty }) > 150)
            }
        }
    }

    @Test func `keeps what is there with --resume, and holds bars`() throws {
        try withData(rows(600) { "\(second($0)),\($1),\($2)" }) { path, folder in
            let first = try evaluate(
                path, "--detector", "always-on", "--out", folder, "--json", "--fail-under",
                "event.f1=0.999")
            #expect(first.exitCode == 3 && first.errors.contains("event.f1 is"))
            let again = try evaluate(
                path, "--detector", "always-on", "--out", folder, "--json", "--resume")
            #expect(again.output == first.output)
        }
    }

    @Test(arguments: [
        ("", ":1: the file is empty"), ("timestamp,value,label\n", ":1: there are no rows"),
        ("when,value,label\n1,2,0\n", ":1: there is no column timestamp or time"),
        ("time,label\n1,0\n", ": there is no numeric column"),
        ("time,value,label\n1,2,3\n", ":2: label is \"3\"; a label must be 0 or 1"),
        ("time,value,label\nnoon,2,0\n", ":2: time is \"noon\"; write 2026-01-31"),
        ("time,value,label\n1,2\n", ":2: the row has fewer cells than the header"),
        ("time,value,label\n1,\"2,0\n", ":2: a quoted cell is never closed"),
        ("\u{0}\u{1}\u{2},\u{3}\n", ":1: there is a NUL byte"),
    ])
    func `names file, line and remedy, and leaves nothing behind`(
        text: String, message: String
    ) throws {
        try withData(text) { path, folder in
            let result = try evaluate(path, "--detector", "never-on", "--out", folder)
            #expect(result.exitCode == 2, "\(result.output)")
            #expect(result.errors.contains(path + message), "\(result.errors)")
            #expect(result.errors.split(separator: "\n").count == 1)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        }
    }

    @Test func `shows what a program said when it fails, with exit code 1`() throws {
        try withData(rows(600) { "\(second($0)),\($1),\($2)" }) { path, folder in
            let result = try evaluate(
                path, "--detector", "command:echo 'no module named river' >&2; exit 5", "--out",
                folder)
            #expect(result.exitCode == 1)
            #expect(result.errors.contains("ended with status 5"), "\(result.errors)")
            #expect(result.errors.contains("it said: no module named river"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        }
    }

    @Test func `stands for several detectors with a range of settings`() throws {
        try withData(rows(600) { "\(second($0)),\($1),\($2)" }) { path, folder in
            let result = try evaluate(
                path, "--detector", "half-space-trees:n_trees=1|3,height=2|4", "--out", folder)
            #expect(result.exitCode == 0)
            for spec in ["n_trees=1,height=2", "n_trees=1,height=4", "n_trees=3,height=4"] {
                #expect(result.output.contains("half-space-trees:\(spec)"))
            }
            let wrong = try evaluate(
                path, "--detector", "half-space-trees:n_trees=1||3", "--out", folder)
            #expect(wrong.exitCode == 2 && wrong.errors.contains("has an empty value"))
        }
    }
}
