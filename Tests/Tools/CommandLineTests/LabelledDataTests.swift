import Foundation
import TestSupport
import Testing

/// A file of `data`, and what `evaluate` makes of it with a detector that takes the first channel over
/// ten for its score.
private func evaluate(
    _ data: Data, _ options: [String] = [], name: String = "data.csv", probation: String? = "0",
    detector: String = "command:awk -F, 'NR > 1 { print $2 / 10 }'"
) throws -> ToolResult {
    let folder = temporaryPath("labelled")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { removeTemporary(folder) }
    let path = "\(folder)/\(name)"
    try data.write(to: URL(filePath: path))
    return try runTool(
        "scenario-runner",
        ["evaluate", path, "--detector", detector, "--threshold", "0.5", "--json", "--out"]
            + ["\(folder)/reports"] + (probation.map { ["--probation", $0] } ?? []) + options)
}

private func evaluate(_ text: String, _ options: [String] = [], probation: String? = "0") throws
    -> ToolResult
{
    try evaluate(Data(text.utf8), options, probation: probation)
}

private func report(_ result: ToolResult) throws -> [String: Any] {
    #expect(result.exitCode == 0, "\(result.errors)")
    return try #require(
        try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
}

private func metric(_ result: ToolResult, _ names: String...) throws -> Double? {
    var place: Any? = try report(result)["metrics"]
    for name in names { place = (place as? [String: Any])?[name] }
    return place as? Double
}

/// 1,000 rows with two events of 30, in which the value goes from about 1 to about 10.
private func rows(_ header: String, _ row: (_ index: Int, _ value: Double, _ label: Int) -> String)
    -> String
{
    (0..<1000).reduce(into: header + "\n") { text, index in
        let label = (300..<330).contains(index) || (700..<730).contains(index) ? 1 : 0
        text += row(index, Double(index * 7919 % 997) / 997 + Double(label) * 9, label) + "\n"
    }
}

private func clock(_ index: Int) -> Int { 1_767_225_600 + index }

@Suite struct `Anyone's labelled data` {
    // MARK: - Times and labels

    @Test func `keep each row's label, however many rows share a time`() throws {
        let text = rows("timestamp,a,label") { "\(clock($0 / 60 * 60)),\($1),\($2)" }
        let result = try evaluate(text)
        #expect(try metric(result, "point", "tp") == 60)
        #expect(try metric(result, "point", "fn") == 0)
        #expect(try metric(result, "auc_roc") == 1)
        #expect(try metric(result, "headline_f1") == 1)
    }

    @Test func `are scored by score as they stand, too`() throws {
        let pairs = (0..<60).map { "\(clock($0)),0,0,0\n\(clock($0)),1,1,1\n" }.joined()
        let result = try runTool(
            "scenario-runner", ["score", "-", "--json"],
            input: Data(("time,label,score,prediction\n" + pairs).utf8))
        for (name, value) in [("tp", 60.0), ("fn", 0), ("recall", 1)] {
            #expect(try metric(result, "point", name) == value, "\(name)")
        }
        #expect(try metric(result, "auc_roc") == 1)
        #expect(try metric(result, "vus_pr") == 1)
    }

    @Test func `say in one line what the probation keeps from being scored`() throws {
        let text = rows("timestamp,a,label") { "\(clock($0)),\($1),\($2)" }
        let result = try evaluate(text, probation: "310")
        let warning = "1 of 2 events (30 of 60 anomalous rows) begin in the probation"
        #expect(result.errors.contains("warning: ") && result.errors.contains(warning))
        let notes = try #require(try report(result)["warnings"] as? [String])
        #expect(notes.count { $0.contains(warning) } == 1)
    }

    @Test func `say how many times go back`() throws {
        let text = rows("timestamp,a,label") { "\(clock($0 ^ 1)),\($1),\($2)" }
        let result = try evaluate(text)
        #expect(result.errors.contains("500 of 1000 rows have a time before the row above"))
        #expect(try metric(result, "point", "tp") == 60)
    }

    @Test func `take a leap second, and refuse what lies beyond the times there are`() throws {
        let leap = rows("timestamp,a,label") {
            let second = $0 == 999 ? "2016-12-31T23:59:60Z" : "2016-12-31T23:43:\($0 % 50 + 10)Z"
            return "\(second),\($1),\($2)"
        }
        #expect(try evaluate(leap).exitCode == 0)
        for time in [
            "9223372036854775807", "-9223372036854775808", "2262-05-01T00:00:00Z", "1e300",
        ] {
            let result = try evaluate("timestamp,a,label\n1767225600000000000,1,0\n\(time),1,1\n")
            #expect(result.exitCode == 2, "\(time)")
            #expect(result.errors.contains(":3: timestamp is \"\(time)\"; write 2026"))
        }
    }

    // MARK: - Cells

    @Test(arguments: ["?", "Bad Input", "<0.01", "12.3 C"])
    func `take a cell that is no number as missing, and say so`(cell: String) throws {
        let text = rows("timestamp,a,b,label") {
            "\(clock($0)),\($0 == 100 ? cell : "\($1)"),5.0,\($2)"
        }
        let result = try evaluate(text)
        #expect(try metric(result, "headline_f1") == 1)
        let warning = "a: 1 of 1000 cells is no number: \"\(cell)\" in line 102; taken as missing"
        #expect(result.errors.contains("warning: ") && result.errors.contains(warning))
        #expect((try report(result)["warnings"] as? [String])?.contains(warning) == true)
    }

    @Test func `read decimal commas, a column at a time, and say so`() throws {
        func comma(_ value: Double) -> String { "\(value)".replacing(".", with: ",") }
        let text = rows("timestamp;Druck;Fluss;label") { "\(clock($0));\(comma($1));5.01;\($2)" }
        let result = try evaluate(text)
        #expect(try metric(result, "headline_f1") == 1)
        #expect(result.errors.contains("read with a decimal comma: Druck (--decimal ."))
        let quoted = rows("timestamp,a,label") { "\(clock($0)),\"\(comma($1))\",\($2)" }
        #expect(try metric(try evaluate(quoted), "headline_f1") == 1)
    }

    @Test func `refuse thousands separators, and numbers that may have them`() throws {
        let thousands = rows("timestamp,a,label") { "\(clock($0)),\"1,0\(60 + $2).5\",\($2)" }
        let result = try evaluate(thousands)
        #expect(result.exitCode == 2)
        #expect(result.errors.contains(":2: a is \"1,060.5\"; thousands separators are not read"))
        let unclear = rows("timestamp,a,label") {
            "\(clock($0)),\($2 == 1 ? "\"9,999\"" : "5"),\($2)"
        }
        let asked = try evaluate(unclear)
        #expect(asked.exitCode == 2 && asked.errors.contains("say --decimal ,"))
        #expect(try evaluate(unclear, ["--decimal", ","]).exitCode == 0)
        #expect(try evaluate(unclear, ["--decimal", "."]).exitCode == 2)
    }

    // MARK: - Columns

    @Test(arguments: ["Label", "is_anomaly", "anomaly", "Class", "Ground Truth", "TARGET"])
    func `have their label found whatever its case and place`(name: String) throws {
        let text = rows("timestamp,a,\(name),valve") { "\(clock($0)),\($1),\($2),\($0 / 7 % 2)" }
        let result = try evaluate(text)
        #expect(try metric(result, "headline_f1") == 1)
        #expect(
            result.errors.contains(
                "data.csv: time = timestamp; label = \(name); channels = a, valve"))
    }

    @Test func `never have the label for a channel, unless it is asked for`() throws {
        let text = rows("timestamp,a,copy,outlier,label") { "\(clock($0)),\($1),\($2),\($2),\($2)" }
        let result = try evaluate(text)
        #expect(result.errors.contains("channels = a; not used = copy (equals the label), outlier"))
        #expect(result.errors.contains("copy equals the label in every row and is left out"))
        let asked = try evaluate(text, ["--channels", "copy,a"])
        #expect(asked.errors.contains("channels = a, copy;"), "\(asked.errors)")
    }

    @Test func `leave out columns that count rows, with a word`() throws {
        for name in ["", "Unnamed: 0", "index"] {
            let text = rows("\(name),timestamp,a,label") { "\($0),\(clock($0)),\($1),\($2)" }
            let result = try evaluate(
                Data(text.utf8), detector: "command:awk -F, 'NR > 1 { print $2 / 10 }'")
            #expect(result.errors.contains("(row numbers)"), "\(result.errors)")
            #expect(try metric(result, "headline_f1") == 1)
        }
    }

    @Test func `have no label taken from the last column unless it is 0 and 1`() throws {
        let text = rows("timestamp,value") { index, value, _ in "\(clock(index)),\(value)" }
        let result = try evaluate(text)
        #expect(result.exitCode == 2)
        #expect(result.errors.contains(":1: there is no column label (0 or 1)"))
        #expect(result.errors.contains("--no-labels"))
        let judged = try evaluate(text, ["--no-labels"])
        #expect(try metric(judged, "event", "false_alarms") == 2)
        #expect(try metric(judged, "event", "missed") == 0)
    }

    @Test func `have their events read from a file of their own, NAB's windows too`() throws {
        let text = rows("timestamp,value") { index, value, _ in "\(clock(index)),\(value)" }
        let path = temporaryPath("truth") + ".json"
        defer { removeTemporary(path) }
        for truth in [
            """
            [{"start": "2026-01-01T00:05:00Z", "end": "2026-01-01T00:05:30Z", "kind": "jump"},
             {"start": "2026-01-01T00:11:40Z", "end": "2026-01-01T00:12:10Z"},
             {"start": "2026-01-01T00:15:00Z", "end": "2026-01-01T00:16:00Z", "scored": false}]
            """,
            """
            {"x/other.csv": [["2026-01-01 00:00:00.000000", "2026-01-01 00:04:00.000000"]],
             "x/data.csv": [["2026-01-01 00:05:00.000000", "2026-01-01 00:05:29.000000"],
                            ["2026-01-01 00:11:40.000000", "2026-01-01 00:12:09.000000"]]}
            """,
        ] {
            try Data(truth.utf8).write(to: URL(filePath: path))
            let result = try evaluate(text, ["--truth", path])
            #expect(try metric(result, "headline_f1") == 1)
            #expect(try metric(result, "point", "tp") == 60)
        }
        for wrong in ["{}x", "[1]", "[{\"start\": \"noon\"}]"] {
            try Data(wrong.utf8).write(to: URL(filePath: path))
            let result = try evaluate(text, ["--truth", path])
            #expect(result.exitCode == 2 && result.errors.contains("--truth \(path): "))
        }
    }

    @Test func `without times have rows a second apart, and say so`() throws {
        let text = rows("Data,Label") { "\($1),\($2)" }
        let result = try evaluate(text)
        #expect(try metric(result, "headline_f1") == 1)
        #expect(result.errors.contains("time = row number, 1s apart; label = Label"))
        let rising = rows("t,a,label") { "\(clock($0)),\($1),\($2)" }
        let refused = try evaluate(rising)
        #expect(refused.exitCode == 2 && refused.errors.contains("(t may be one)"))
    }

    // MARK: - Texts

    @Test func `keep ids apart that differ in bytes alone`() throws {
        let text = rows("timestamp,machineID,a,label") {
            "\(clock($0)),caf\u{E9},\($1),\($2)\n\(clock($0)),cafe\u{301},0,0"
        }
        let result = try evaluate(
            Data(text.utf8), ["--predictions"],
            detector: "command:awk -F, 'NR > 1 { print $2 / 10 }'")
        let machines = try #require(try report(result)["machines"] as? [[String: Any]])
        #expect(machines.count == 2)
        #expect(try metric(result, "headline_f1") == 1)
    }

    @Test func `are refused with the line where they are no UTF-8`() throws {
        let data = Data("timestamp,machineID,a,label\n1,Halle ".utf8 + [0xE4] + ",1,0\n".utf8)
        let result = try evaluate(data)
        #expect(result.exitCode == 2 && result.errors.contains("data.csv:2: the line is not UTF-8"))
    }

    @Test func `may be joined of two files, and end their lines with CR`() throws {
        let one = rows("timestamp,a,label") { "\(clock($0)),\($1),\($2)" }
        let joined = try evaluate(
            one + rows("timestamp,a,label") { "\(clock($0 + 2000)),\($1),\($2)" })
        #expect(joined.errors.contains("line 1002 repeats the header and is passed over"))
        #expect(try metric(joined, "point", "tp") == 120)
        #expect(try metric(try evaluate(one.replacing("\n", with: "\r")), "headline_f1") == 1)
    }

    // MARK: - Pipes

    @Test(arguments: ["-", "/dev/stdin", "<(cat)"])
    func `come through a pipe`(path: String) throws {
        let folder = temporaryPath("piped")
        let file = folder + ".csv"
        let text = rows("timestamp,a,label") { "\(clock($0)),\($1),\($2)" }
        try Data(text.utf8).write(to: URL(filePath: file))
        defer {
            removeTemporary(folder)
            removeTemporary(file)
        }
        let shell = try ChildProcess(
            "/bin/bash",
            [
                "-c",
                "cat \"$1\" | \"$0\" evaluate \(path) --detector never-on --json --probation 0"
                    + " --out \"$2\" 2>&1 | sed '/^scenario-runner: /d'",
                builtProducts.appending(path: "scenario-runner").path, file, folder,
            ])
        let json = try JSONSerialization.jsonObject(with: Data(shell.readToEnd().utf8))
        let metrics = (json as? [String: Any])?["metrics"] as? [String: Any]
        #expect((metrics?["point"] as? [String: Any])?["fn"] as? Int == 60)
    }
}

@Suite struct `scenario-runner away from its checkout` {
    /// The program alone in a folder of its own.
    private func withCopy(_ body: (_ run: ([String]) throws -> ToolCall, URL) throws -> Void) throws
    {
        let folder = URL(filePath: temporaryPath("away"))
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { removeTemporary(folder.path) }
        let program = folder.appending(path: "scenario-runner")
        try FileManager.default.copyItem(
            at: builtProducts.appending(path: "scenario-runner"), to: program)
        try body(
            { arguments in
                let child = try ChildProcess(
                    "/bin/bash",
                    ["-c", "cd \"$0\" && ./scenario-runner \"$@\"; echo \"rc $?\"", folder.path]
                        + arguments)
                let lines = child.readToEnd().split(separator: "\n").map(String.init)
                return ToolCall(
                    output: lines.dropLast().joined(separator: "\n"), end: lines.last ?? "")
            }, folder)
    }

    private struct ToolCall {
        var output: String
        var end: String
    }

    @Test func `finds the scenarios`() throws {
        try withCopy { run, _ in
            let list = try run(["list", "scenarios"])
            #expect(list.end == "rc 0" && list.output.contains("big-spikes  "))
            let played = try run(["run", "overload-fault", "--detector", "never-on", "--json"])
            let reports = temporaryPath("here")
            defer { removeTemporary(reports) }
            let here = try runTool(
                "scenario-runner",
                [
                    "run", "overload-fault", "--detector", "never-on", "--json", "--out",
                    reports,
                ])
            func scenario(_ text: String) throws -> NSObject? {
                let json = try JSONSerialization.jsonObject(with: Data(text.utf8))
                return (json as? [String: NSObject])?["scenario"]
            }
            #expect(played.end == "rc 0")
            #expect(try scenario(played.output) == scenario(here.output))
        }
    }

    @Test func `describes to a folder only if it is named`() throws {
        try withCopy { run, folder in
            let page = try run(["describe", "clean", "--seed", "1", "--detector", "never-on"])
            #expect(page.end == "rc 0" && page.output.hasPrefix("# Scenarios"))
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder.path)
                    == ["scenario-runner"])
            _ = try run(
                ["describe", "clean", "--seed", "1", "--detector", "never-on", "--out", "page"])
            #expect(FileManager.default.fileExists(atPath: folder.path + "/page/README.md"))
        }
    }
}
