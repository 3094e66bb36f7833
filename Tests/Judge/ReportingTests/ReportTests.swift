import Foundation
import Reporting
import Scoring
import Telemetry
import Testing

@Suite struct ReportTests {
    let made = Plant().make()

    @Test func `a report comes back from its file as it was`() throws {
        let read = try Report(jsonBytes: Array(made.report.jsonText.utf8))
        #expect(read == made.report)
        #expect(read.jsonText == made.report.jsonText)
    }

    @Test func `only timing differs between two equal runs`() throws {
        var again = Plant().make().report
        again.timing = [.init("wall_s", 99)]
        #expect(again.jsonText != made.report.jsonText)
        again.timing = made.report.timing
        #expect(again.jsonText == made.report.jsonText)
    }

    @Test func `false alarms are counted by what they may have been about`() {
        var report = made.report
        report.scorecard.alarms = [nil, "recipe_change", "recipe_change"].map {
            AlarmResult(
                machine: "machine1", window: TimeWindow(start: 0, end: 1), outcome: .falseAlarm,
                cause: $0)
        }
        #expect(
            report.json["false_alarms_by_cause"]
                == .object([("recipe_change", .integer(2)), ("unexplained", .integer(1))]))
        #expect(report.markdown.contains("| recipe\\_change | 2 |"))
    }

    @Test func `names that act on a terminal or turn the text around are shown as what they are`() {
        var plant = Plant(rows: 2_000)
        plant.name = "press\u{1B}[2J\u{202E}\u{9B}31m"
        plant.machineNames = ["m\u{1B}]0;x\u{07}\u{2066}1"]
        let made = plant.make()
        for text in [
            made.report.markdown, ReportPage(made.report, trace: made.trace).html,
            IndexPage([IndexEntry(made.report, stem: "x")]).html, JUnit.xml([made.report]),
            ResultTable().text([made.report]),
        ] {
            let acting = text.unicodeScalars.filter { scalar in
                scalar != "\n" && scalar != "\t"
                    && (scalar.properties.generalCategory == .control || scalar == "\u{202E}"
                        || scalar == "\u{2066}")
            }
            #expect(acting.isEmpty, "\(acting.map(\.value)) in \(text.prefix(60))")
        }
    }

    @Test func `the file has the members that the interface names, in its order`() throws {
        guard case .object(let members) = made.report.json else {
            Issue.record("no object")
            return
        }
        let expected = [
            "schema", "scenario", "detector", "route", "delivery", "metrics", "machines", "events",
        ]
        #expect(Array(members.map(\.key).prefix(8)) == expected)
        #expect(members.last?.key == "timing")
        // Foundation reads it too.
        let plain = try JSONSerialization.jsonObject(with: Data(made.report.jsonText.utf8))
        let root = try #require(plain as? [String: Any])
        #expect(
            (root["metrics"] as? [String: Any])?["headline_f1"] as? Double
                == made.report.scorecard.pooled.headlineF1)
    }

    @Test(arguments: [
        ("{\"schema\": ", "line 1, column 12: this is not JSON: expected a value"),
        (
            "{\n  \"schema\": \"x\",,\n}",
            "line 2, column 17: this is not JSON: expected a text in double quotes"
        ),
        ("{\"schema\": \"other/1\"}", "\"schema\" is \"other/1\""),
        ("{}", "\"schema\" is missing"),
        ("[1e999]", "is missing"),
        ("{\"schema\": \"anomaly-testbed.report/1\"}", "scenario.alarm_rule"),
    ])
    func `a file that is no report is refused with its place`(text: String, sentence: String) {
        do {
            _ = try Report(jsonBytes: Array(text.utf8))
            Issue.record("it was read")
        } catch {
            if !sentence.hasPrefix("scenario") {
                #expect("\(error)".contains(sentence))
            } else {
                #expect("\(error)".hasPrefix("scenario."))
            }
        }
    }

    @Test func `a damaged member is named by its path`() throws {
        let text = made.report.jsonText.replacingOccurrences(
            of: "\"kind\": \"stuck\"", with: "\"kind\": 7")
        #expect(throws: ReportError.member(path: "events[1].kind", expected: "a text")) {
            try Report(jsonBytes: Array(text.utf8))
        }
    }

    @Test func `names become file names that stay in their folder`() {
        var report = made.report
        report.scenario.name = "../../etc/passwd"
        report.detector.spec = "half-space-trees:n_trees=25,height=15"
        #expect(!report.fileStem.contains("/"))
        #expect(!report.fileStem.hasPrefix("."))
        #expect(report.fileStem.hasSuffix("--half-space-trees-n_trees-25-height-15--1"))
        var other = report
        other.scenario.name = "..-..-etc-passwd"
        #expect(other.fileStem != report.fileStem)
        other.detector.spec = String(repeating: "command:long ", count: 50)
        #expect(other.fileStem.utf8.count < 200)
    }

    @Test func `the table shows the headline first and says what failed`() {
        let lines = ResultTable().text([made.report]).split(separator: "\n")
        #expect(lines[0].hasPrefix("three-presses  3 machines, 2 h, seed 1"))
        #expect(lines[1].contains("headline F1  false alarms/h  median delay"))
        #expect(lines[2].contains("FAIL"))
        #expect(lines.contains { $0.contains("(always-on)") })
        // Numbers stand under the end of their heads.
        let end = lines[1].range(of: "headline F1")!.upperBound
        let column = lines[1].distance(from: lines[1].startIndex, to: end)
        #expect(lines[2].prefix(column).last?.isNumber == true)
        #expect(lines[2].dropFirst(column).hasPrefix("  "))
        #expect(!ResultTable().text([made.report]).contains("\u{1B}"))
        #expect(ResultTable(usesColor: true).text([made.report]).contains("\u{1B}[31m"))
    }

    @Test func `several scenarios end in a mean of scenarios`() {
        var other = made.report
        other.scenario.name = "elsewhere"
        other.scorecard.pooled.vusPR = 0.5
        var calm = made.report
        calm.scenario.name = "calm"
        calm.scorecard.pooled = Metrics()
        let text = ResultTable().text([made.report, other, calm])
        let lines = text.split(separator: "\n")
        let vus = ((made.report.scorecard.pooled.vusPR ?? 0) + 0.5) / 2
        #expect(lines[lines.count - 3] == "mean over 3 scenarios")
        #expect(lines[lines.count - 1].hasSuffix(String((vus * 100).rounded() / 100)))
        #expect(!ResultTable().text([made.report]).contains("mean over"))
    }

    @Test func `means over different scenarios say so`() {
        var other = made.report
        other.scenario.name = "elsewhere"
        var second = made.report
        second.detector.spec = "second"
        let text = ResultTable().text([made.report, other, second])
        #expect(text.contains("mean of median delays"))
        #expect(text.contains(" of 2 ") && text.contains(" of 1 "))
        #expect(text.contains("of N: a mean over N scenarios"))
        #expect(!ResultTable().text([made.report, other]).contains("of N:"))
    }

    @Test func `the table fits 80 columns however many kinds there are`() {
        func report(_ seed: UInt64, _ kinds: Int) -> Report {
            var report = made.report
            report.scenario.seed = seed
            report.detector.spec = "mad"
            report.scorecard.pooled.recallByKind = Dictionary(
                uniqueKeysWithValues: (1...kinds).map {
                    ("kind\($0)", seed == 1 ? 1 : 0.5)
                })
            return report
        }
        for kinds in [1, 3, 9, 40] {
            let text = ResultTable().text([report(1, kinds), report(2, kinds)])
            let table = text.split(separator: "\n").prefix { !$0.contains("better than chance") }
            #expect(kinds == 1 || table.allSatisfy { $0.count <= 80 }, "\(text)")
            #expect(text.contains("recall kind1") == (kinds == 1))
            #expect(text.contains("kind\(kinds) 0.75") == (kinds > 1))
            #expect(text.contains("recall by kind, mean over seeds") == (kinds > 1))
        }
    }

    @Test func `a warning that seeds share is said once, with the range of its figures`() {
        func report(_ seed: UInt64, _ share: Double, spec: String = "one") -> Report {
            var report = made.report
            report.scenario.seed = seed
            report.detector.spec = spec
            report.scorecard.warnings = [.contamination(share: share)]
            report.notes =
                spec == "one"
                ? ["no score reached a threshold: the largest was \(share), the lowest 2.5"] : []
            return report
        }
        let text = ResultTable().text([
            report(1, 0.457), report(1, 0.457, spec: "two"), report(2, 0.459),
            report(2, 0.459, spec: "two"), report(3, 0.46), report(3, 0.46, spec: "two"),
        ])
        let warnings = text.split(separator: "\n").filter { $0.hasPrefix("warning: ") }
        #expect(
            warnings == [
                "warning: 45.7 to 46 % of the scored rows are anomalous (more than 10 %): "
                    + "row metrics and best F1 mean little here",
                "warning: one: no score reached a threshold: the largest was 0.457 to 0.46,"
                    + " the lowest 2.5",
            ])
    }

    @Test func `a detector that clears no reference is called no better than chance`() {
        var blind = Plant()
        blind.sensitivity = 0
        let report = blind.make().report
        #expect(ResultTable().text([report]).contains("no better than chance"))
        #expect(report.markdown.contains("No better than chance"))
        #expect(!made.report.markdown.contains("No better than chance"))
    }

    @Test func `Markdown keeps foreign names from becoming markup`() {
        var report = made.report
        report.scenario.name = "a|b <img src=x> `c` [d](e)"
        let title = report.markdown.prefix { $0 != "\n" }
        #expect(title.hasPrefix("# a\\|b &lt;img src=x&gt; \\`c\\` \\[d\\](e)"))
    }
}
