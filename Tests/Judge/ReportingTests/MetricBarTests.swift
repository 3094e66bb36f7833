import Foundation
import Reporting
import Scoring
import Testing

@Suite struct MetricBarTests {
    let report = Plant().make().report

    @Test func `a bar on F1 is the least and a bar on false alarms the most that is allowed`()
        throws
    {
        let recall = try #require(report.scorecard.pooled.event.recall)
        let rate = try #require(report.scorecard.pooled.falseAlarmsPerHour)
        #expect(
            try MetricBar("event.recall=\(recall)").outcome(report.scorecard.pooled) == .met(recall)
        )
        #expect(
            try MetricBar("event.recall=\(recall + 0.01)").outcome(report.scorecard.pooled)
                == .notMet(recall))
        #expect(
            try MetricBar("false_alarms_per_hour=\(rate)").outcome(report.scorecard.pooled)
                == .met(rate))
        #expect(
            try MetricBar("false_alarms_per_hour=\(rate - 0.01)").outcome(report.scorecard.pooled)
                == .notMet(rate))
        #expect(
            try MetricBar("recall_by_kind.drift=0.5").outcome(report.scorecard.pooled) == .notMet(0)
        )
        #expect(try MetricBar("delay_s.median=5").isMaximum)
    }

    @Test func `facts of the data are neither better nor worse`() {
        let neutral = MetricBar.metrics.filter { $0.better == .neither }.map(\.path)
        #expect(neutral.count == 8)
        #expect(neutral.contains("prevalence") && neutral.contains("best_f1.threshold"))
    }

    @Test func `every path of the interface can carry a bar`() {
        for path in [
            "headline_f1", "point.f1", "event.f1", "composite_event.f1", "range.f1",
            "affiliation.recall", "nab.standard", "auc_roc", "vus_pr", "best_f1.f1",
            "delay_s.mean_censored", "false_alarms_per_hour", "event.missed",
        ] { #expect(MetricBar.paths.contains(path)) }
    }

    @Test func `a mistyped metric is asked back`() {
        #expect(throws: MetricBar.Problem.unknown(path: "event.fl")) {
            try MetricBar("event.fl=0.9")
        }
        #expect(
            MetricBar.Problem.unknown(path: "event.fl").description.contains(
                "did you mean \"event.f1\"?"))
        #expect(throws: MetricBar.Problem.malformed("event.f1")) { try MetricBar("event.f1") }
        #expect(throws: MetricBar.Problem.malformed("event.f1=high")) {
            try MetricBar("event.f1=high")
        }
        #expect(throws: MetricBar.Problem.pointAdjusted) { try MetricBar("point_adjusted_f1=0.9") }
    }

    @Test
    func `a bar nobody can be judged by is not met, a scenario without events is passed over`()
        throws
    {
        let bar = try MetricBar("event.f1=0.1")
        var healthy = report
        healthy.scorecard.pooled = Metrics()
        #expect(BarCheck([bar], [report, healthy]).isMet)
        #expect(!BarCheck([bar], [healthy]).isMet)
        var silent = Metrics()
        silent.event = EventCounts(missed: 4)
        #expect(try MetricBar("delay_s.median=10").outcome(silent) == .undefined)
    }

    @Test func `JUnit has a case for each bar and survives any name`() throws {
        var odd = report
        odd.scenario.name = "\"><&\u{1}"
        let xml = JUnit.xml(
            [report, odd],
            bars: [try MetricBar("event.recall=0.99"), try MetricBar("event.recall=0.1")])
        #expect(xml.contains("tests=\"6\" failures=\"2\""))
        #expect(xml.contains("event.recall is 0.75, not at least 0.99"))

        let parser = XMLCheck(xml)
        #expect(parser.isWellFormed)
        #expect(parser.names.filter { $0 == "testcase" }.count == 6)
        #expect(parser.names.filter { $0 == "failure" }.count == 2)
    }
}
