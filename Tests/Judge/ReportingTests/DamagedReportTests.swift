import AlarmRules
import Foundation
import JSONText
import Reporting
import Scoring
import Testing

@Suite struct `A report with numbers at their ends` {
    private let report = Plant().make(closeUps: false).report

    @Test(arguments: [0, 1 << 53 + 1, 1 << 63 - 1, 1 << 63, .max] as [UInt64])
    func `keeps its seed to the last digit`(seed: UInt64) throws {
        var report = report
        report.scenario.seed = seed
        let text = report.jsonText
        #expect(text.contains("\"seed\": \(seed),"))
        let read = try Report(jsonBytes: Array(text.utf8))
        #expect(read.scenario.seed == seed)
        #expect(read == report && read.jsonText == text)
        #expect(report.fileStem.hasSuffix("--\(seed)"))
        #expect(report.markdown.contains("seed \(seed)"))
        let index = IndexPage([IndexEntry(report, stem: report.fileStem)]).html
        #expect(index.contains(">\(seed)<"))
    }

    @Test func `keeps a setting that is a large whole number`() throws {
        var report = report
        report.detector.parameters = [
            .init("seed", JSONValue(exactly: "18446744073709551615")),
            .init("more", JSONValue(exactly: "36893488147419103232")),
        ]
        #expect(report.jsonText.contains("\"seed\": 18446744073709551615"))
        #expect(report.jsonText.contains("\"more\": \"36893488147419103232\""))
        #expect(try Report(jsonBytes: Array(report.jsonText.utf8)) == report)
    }

    @Test func `that says a figure twice is refused, and a byte order mark is no harm`() throws {
        let text = report.jsonText
        let marked = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        #expect(try Report(jsonBytes: marked) == report)
        let twice = text.replacing("\"vus_pr\":", with: "\"vus_pr\": 0.5, \"vus_pr\":")
        try #require(twice != text)
        let error = try #require(throws: ReportError.self) {
            try Report(jsonBytes: Array(twice.utf8))
        }
        #expect("\(error)".contains("\"vus_pr\" only once"), "\(error)")
    }

    /// The report's JSON with the value at `path`, as in `events.3.start`, replaced.
    private func edited(_ path: String, _ text: String) throws -> [UInt8] {
        let value = try JSONSerialization.jsonObject(
            with: Data(text.utf8), options: .fragmentsAllowed)
        func replace(_ node: Any, _ rest: ArraySlice<String>) -> Any {
            guard let key = rest.first else { return value }
            if var object = node as? [String: Any] {
                object[key] = replace(object[key] ?? NSNull(), rest.dropFirst())
                return object
            }
            if var list = node as? [Any], let place = Int(key) {
                list[place] = replace(list[place], rest.dropFirst())
                return list
            }
            return node
        }
        let object = try JSONSerialization.jsonObject(with: Data(report.jsonText.utf8))
        let data = try JSONSerialization.data(
            withJSONObject: replace(object, path.split(separator: ".").map(String.init)[...]))
        return [UInt8](data)
    }

    @Test(arguments: [
        "blocks.rows.0.2", "blocks.rows.0.8", "delivery.stored", "metrics.point.tp",
        "metrics.event.missed", "metrics.vus_window", "scenario.machines",
        "references.0.event.false_alarms", "metrics.macro.skipped_machines", "sweep.rows.0.1",
    ]) func `is refused where a count is no count, by the place`(path: String) throws {
        let place = path.replacing(#/\.(\d+)/#) { "[\($0.output.1)]" }
        for value in ["9223372036854775807", "-1", "-9223372036854775808", "1e300", "0.5", "\"7\""]
        {
            let bytes = try edited(path, value)
            let error = #expect(throws: ReportError.self) { try Report(jsonBytes: bytes) }
            #expect(error?.description.hasPrefix("\(place): expected") == true, "\(value)")
        }
    }

    @Test(arguments: [
        "blocks.length_s", "blocks.rows.0.11", "metrics.delay_s.median", "scenario.duration_s",
        "metrics.headline_f1", "timing.wall_s",
    ]) func `is refused where a number is too large to be added up`(path: String) throws {
        let bytes = try edited(path, "1e300")
        #expect(throws: ReportError.self) { try Report(jsonBytes: bytes) }
        let text = report.jsonText.replacing(#/"duration_s": [0-9.]+/#) { _ in
            "\"duration_s\": 1e999"
        }
        #expect(throws: ReportError.self) { try Report(jsonBytes: Array(text.utf8)) }
    }

    @Test func `can be shown and compared with times from end to end`() throws {
        var report = report
        report.scenario.start = .min
        for place in report.scorecard.events.indices {
            report.scorecard.events[place].event.window.start = .min
            report.scorecard.events[place].event.window.end = .max
        }
        for place in report.scorecard.alarms.indices {
            report.scorecard.alarms[place].window.start = .min
            report.scorecard.alarms[place].window.end = .max
        }
        #expect(try Report(jsonBytes: Array(report.jsonText.utf8)) == report)
        #expect(report.markdown.contains("213503 d"))
        #expect(!ReportPage(report, trace: nil).html.isEmpty)
        var other = report
        other.detector.spec = "other"
        let comparison = try ReportComparison(
            [report, other].map { .init(argument: "r", path: $0.fileStem, report: $0) })
        #expect(comparison.text().contains("1 run"))
        #expect(ComparisonPage(comparison, curveNote: nil).html.count > 0)
    }

    @Test func `and figures of any size can be printed`() {
        for value in [1e15, 1e300, .greatestFiniteMagnitude, -1e300, .nan, .infinity] {
            #expect(!Figures.duration(value).isEmpty && !Figures.fixed(value).isEmpty)
            #expect(!Figures.rate(value).isEmpty)
        }
        #expect(Figures.count(.min) == "-9,223,372,036,854,775,808")
    }
}

@Suite struct `A report of another kind` {
    @Test func `is told from one of another version`() throws {
        func error(_ schema: String) -> ReportError? {
            #expect(throws: ReportError.self) {
                try Report(jsonBytes: Array("{\"schema\": \"\(schema)\"}".utf8))
            }
        }
        #expect(error("anomaly-testbed.report/2") == .version(found: "anomaly-testbed.report/2"))
        #expect(error("something/1") == .schema(found: "something/1"))
    }

    @Test func `of before knew no rows in its alarm rule, and can be compared`() throws {
        let report = Plant().make(closeUps: false).report
        let old = report.jsonText
            .replacing(#/\n +"(least_(merge_gap|cap)_rows|cap_in_force_s)": [0-9.]+,?/#) { _ in "" }
            .replacing(#/,?\n +"merge_gap_in_force_s": [0-9.]+,?/#) { _ in "" }
            .replacing(#/"cap_s": ([0-9.]+),/#) { "\"cap_s\": \($0.output.1)" }
        var read = try Report(jsonBytes: Array(old.utf8))
        #expect(read.scenario.alarmRule.leastCapRows == 0)
        #expect(read.scenario.ruleInForce == report.scenario.ruleInForce)
        read.detector.spec = "other"
        _ = try ReportComparison(
            [report, read].map { .init(argument: "r", path: $0.fileStem, report: $0) })
        // Hours apart, it was scored by another rule.
        var (a, b) = (report, read)
        a.scenario.interval = 3600
        b.scenario.interval = 3600
        #expect(throws: ComparisonRefusal.self) {
            try ReportComparison(
                [a, b].map { .init(argument: "r", path: $0.fileStem, report: $0) })
        }
    }

    @Test func `of rows far apart says which rule held`() throws {
        var report = Plant().make(closeUps: false).report
        report.scenario.alarmRule = AlarmRule()
        #expect(report.scenario.raisedRuleText == nil)
        #expect(
            report.markdown.contains("merged within 10 s, raised at row 1, repeated every 5 min"))
        report.scenario.interval = 3600
        #expect(
            report.scenario.alarmText
                == "merged within 10 h (10 rows, for 10 s is less), raised at row 1, repeated every"
                + " 2 d 12 h (60 rows, for 5 min is less)")
        #expect(report.json["scenario"]?["alarm_rule"]?["cap_in_force_s"] == .number(216_000))
        #expect(report.json["scenario"]?["alarm_rule"]?["cap_s"] == .number(300))
    }
}
