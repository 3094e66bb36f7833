import Foundation
import TestSupport
import Testing

/// Runs `scenario-runner score` on `csv`, given as its standard input.
private func score(_ csv: String, _ options: String...) throws -> ToolResult {
    try runTool("scenario-runner", ["score", "-"] + options, input: Data(csv.utf8))
}

private func metrics(_ result: ToolResult) throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require((json as? [String: Any])?["metrics"] as? [String: Any])
}

/// Rows a second apart; `=` and `X` are labelled, `x` and `X` flagged.
private func rows(_ picture: String, header: String = "label,prediction") -> String {
    picture.reduce(header + "\n") { text, mark in
        text + "\("=X".contains(mark) ? 1 : 0),\("xX".contains(mark) ? 1 : 0)\n"
    }
}

@Suite struct `scenario-runner score` {
    @Test func `scores predictions as they are given`() throws {
        let result = try score(
            rows("...==X=.....x......."), "--json", "--merge-gap", "0", "--cap=0")
        #expect(result.exitCode == 0)
        #expect(result.errors.contains("warning: stdin: 20.0 % of the scored rows"))
        let metrics = try metrics(result)
        let event = try #require(metrics["event"] as? [String: Any])
        #expect(event["detected"] as? Int == 1 && event["false_alarms"] as? Int == 1)
        let delay = try #require(metrics["delay_s"] as? [String: Any])
        #expect(delay["median"] as? Double == 2)
        // There are no scores, so nothing can be said of their ranking.
        #expect(metrics["auc_pr"] is NSNull && metrics["vus_pr"] is NSNull)
    }

    @Test func `flags scores from the threshold up, missing ones never`() throws {
        let csv = "score,label\n0.8,1\n0.79,1\n,1\ninf,0\nnan,0\n0.1,0\n"
        let metrics = try metrics(try score(csv, "--threshold", "0.8", "--json"))
        let point = try #require(metrics["point"] as? [String: Any])
        #expect(point["tp"] as? Int == 1 && point["fp"] as? Int == 1)
        #expect(point["fn"] as? Int == 2 && point["tn"] as? Int == 2)
        #expect(metrics["missing_scores"] as? Int == 2)
    }

    @Test func `knows dates, quotes, byte order marks and line ends of other systems`() throws {
        let plain = try score(
            "time,label,prediction\n0,0,0\n1,1,0\n2,1,1\n3,0,0\n4,0,1\n", "--json")
        let fancy = try score(
            "\u{FEFF}\"time\",\"note\",\"label\",\"prediction\"\r\n"
                + "2026-01-01T00:00:00Z,\"a, \"\"b\"\"\nc\",0,0\r\n2026-01-01 00:00:01,,1,0\r\n"
                + "2026-01-01T01:00:02+01:00,x,1,1\r\n2026-01-01T00:00:03.000Z,,0,0\r\n"
                + "2026-01-01T00:00:04Z,,0,1", "--json")
        #expect(fancy.exitCode == 0 && plain.exitCode == 0)
        #expect(fancy.output == plain.output)
    }

    @Test func `splits series, pools them, and gives each its own numbers`() throws {
        let csv =
            "unique_id,label,prediction,kind\n"
            + "a,0,0,\nb,0,0,\na,1,1,spike\nb,1,0,stuck\na,0,0,\nb,0,0,\n"
        let result = try score(csv, "--json")
        let metrics = try metrics(result)
        #expect(metrics["recall_by_kind"] as? [String: Double] == ["spike": 1, "stuck": 0])
        let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        let machines = try #require((json as? [String: Any])?["machines"] as? [[String: Any]])
        #expect(machines.map { $0["id"] as? String } == ["a", "b"])
        let headlines = machines.map {
            ($0["metrics"] as? [String: Any])?["headline_f1"] as? Double
        }
        #expect(headlines == [1, 0])
    }

    @Test func `keeps to the alarm rule and probation it is given`() throws {
        let picture = rows("X..==.x..x....xxxx..")
        let loose = try metrics(try score(picture, "--json", "--merge-gap", "2"))
        #expect((loose["event"] as? [String: Any])?["alarms"] as? Int == 3)
        let strict = try metrics(
            try score(
                picture, "--json", "--merge-gap=0", "--min-rows=2", "--cap=2", "--probation=15"))
        let event = try #require(strict["event"] as? [String: Any])
        // Flags at 15, 16 and 17 are past probation: raised at 16, two seconds left, one page.
        #expect(event["alarms"] as? Int == 1 && event["missed"] as? Int == 0)
        #expect(strict["scored_rows"] as? Int == 5)
    }

    @Test func `prints the headline first and warns of point adjustment`() throws {
        let lines = try score(rows("....==X=....x......."))
            .output.split(separator: "\n").map(String.init)
        #expect(lines[0].hasPrefix("  headline F1 ") && lines[3].hasPrefix("  VUS-PR "))
        #expect(lines.contains { $0.contains("Do not rank by it.") })
        #expect(lines.contains { $0.contains("n/a") })
    }

    @Test(arguments: [
        ("", ":1: the file is empty"),
        ("label,score\n", ":1: there are no rows"),
        (
            "truth,score\n0,1\n",
            ":1: there is no column label (0 or 1); name it with --label-column, or give a file of events with --truth; the columns are \"truth\""
        ),
        ("label,points\n0,1\n", ":1: there is no column score and no column prediction"),
        ("label,score\n0,1\n0\n", ":3: the row has fewer cells"),
        ("label,score\n0,1\n0,1,2\n", ":3: the row has more cells"),
        ("label,score\n0,1\n\n2,0.5\n", ":4: label is \"2\"; a label must be 0 or 1"),
        ("label,score\n0,abc\n", ":2: score is \"abc\"; it must be a number"),
        ("label,prediction\n0,0.5\n", ":2: prediction is \"0.5\""),
        ("time,label,score\nnoon,0,1\n", ":2: time is \"noon\"; write 2026-01-31T12:00:00Z"),
        ("label,score\n0,\"1\n", ":2: a quoted cell is never closed"),
    ]) func `names line and remedy of what is wrong`(csv: String, message: String) throws {
        let result = try score(csv, "--threshold", "0.5", "--json")
        #expect(result.exitCode == 2 && result.output.isEmpty)
        #expect(
            result.errors.hasPrefix("scenario-runner: error: stdin\(message)"), "\(result.errors)")
    }

    @Test func `says that a threshold is not used where the file has flags`() throws {
        let csv = "label,score,prediction\n0,0.9,0\n1,0.2,1\n"
        let result = try score(csv, "--threshold", "0.5")
        #expect(
            result.errors.contains("the file says which rows are flagged; --threshold is not used"))
        #expect(try score(csv).output == result.output)
        #expect(!(try score(csv).errors.contains("--threshold")))
    }

    @Test func `says by which rule flagged rows became alarms`() throws {
        let seconds = try score(rows("...==X=.....x......."))
        #expect(
            seconds.output.contains(
                "alarms are merged within 10 s, raised at row 1, repeated every 5 min"),
            "\(seconds.output)")
        let hours =
            "time,label,prediction\n"
            + (0..<9).map { "2026-01-01T0\($0):00:00Z,0,0\n" }.joined()
        #expect(
            try score(hours).output.contains("merged within 10 h (10 rows, for 10 s is less)"))
        // Two series, a row a second and a row an hour.
        let both =
            "time,unique_id,label,prediction\n"
            + (0..<9).map { "2026-01-01T00:00:0\($0)Z,a,0,0\n2026-01-01T0\($0):00:00Z,b,0,0\n" }
            .joined()
        let lines = try score(both).output
        #expect(lines.contains("rows 1 s apart: alarms are merged within 10 s,"), "\(lines)")
        #expect(lines.contains("rows 60 min apart: alarms are merged within 10 h"), "\(lines)")
        let json = try JSONSerialization.jsonObject(
            with: Data(try score(both, "--json").output.utf8))
        let rules = try #require((json as? [String: Any])?["alarm_rules"] as? [[String: Any]])
        #expect(rules.compactMap { $0["interval_s"] as? Int } == [1, 3600])
        let rule = try #require(rules.last?["alarm_rule"] as? [String: Any])
        #expect(rule["merge_gap_in_force_s"] as? Int == 36_000)
    }

    @Test func `asks for a threshold where there is no prediction`() throws {
        let result = try score("label,score\n0,1\n")
        #expect(result.exitCode == 2 && result.errors.contains("--threshold T"))
        let missing = try runTool("scenario-runner", ["score", "/nowhere.csv"])
        #expect(
            missing.exitCode == 2 && missing.errors.contains("/nowhere.csv: there is no such file"))
    }
}
