import Foundation
import Scoring
import Telemetry
import Testing

/// Rows, alarms, events and delays against the worked cases.
@Suite struct GoldenCountsTests {
    static let cases = GoldenCase.cases("core") + GoldenCase.cases("edge")

    func card(_ golden: GoldenCase) -> Scorecard {
        scorecard(
            [golden.series], options: ScoringOptions(effort: .quick, alarmRule: golden.rule))
    }

    @Test(arguments: cases) func `rows are counted as the goldens count them`(golden: GoldenCase)
        throws
    {
        let point = card(golden).pooled.point
        try expectPoint(point, golden)
        #expect(
            point.rows == golden.json["expect"].map { ($0 as! [String: Any])["scored_rows"] }
                as? Int)
    }

    @Test(arguments: cases) func `alarms are raised where the goldens raise them`(
        golden: GoldenCase
    ) throws {
        let alarms = card(golden).alarms.map {
            [Double($0.window.start) / 1e9, Double($0.window.end) / 1e9]
        }
        let expected = try #require(golden.expectedList("alarms_s") as? [[Double]])
        #expect(alarms == expected)
    }

    @Test(arguments: cases) func `events are found and missed as in the goldens`(
        golden: GoldenCase
    ) throws {
        let metrics = card(golden).pooled
        try expectEvent(metrics, golden)
        if let expected = golden.expected("composite_event_f1") {
            expectClose(metrics.compositeEvent.recall, expected["event_recall"])
            expectClose(metrics.compositeEvent.precision, expected["row_precision"])
            expectClose(metrics.compositeEvent.f1, expected["f1"])
            expectClose(
                metrics.headlineF1, (golden.json["expect"] as! [String: Any])["headline_f1"])
        }
    }

    @Test(arguments: cases) func `delays are those of the goldens`(golden: GoldenCase) throws {
        try expectDelay(card(golden), golden)
    }

    @Test(arguments: GoldenCase.cases("pool"))
    func `machines are pooled by adding counts, delays and hours`(golden: GoldenCase) throws {
        let machines = (golden.json["machines"] as! [[String: Any]]).map(GoldenCase.init)
        let card = scorecard(
            machines.map(\.series),
            options: ScoringOptions(effort: .quick, alarmRule: machines[0].rule))
        for (machine, score) in zip(machines, card.machines) {
            try expectPoint(score.metrics.point, machine)
            try expectEvent(score.metrics, machine)
        }
        let metrics = card.pooled
        let expect = golden.json["expect"] as! [String: Any]
        let point = try #require(golden.expected("point"))
        #expect(metrics.point.truePositives == point["tp"] as? Int)
        #expect(metrics.point.falsePositives == point["fp"] as? Int)
        #expect(metrics.point.falseNegatives == point["fn"] as? Int)
        #expect(metrics.point.trueNegatives == point["tn"] as? Int)
        expectClose(metrics.point.f1, point["f1"])
        expectClose(metrics.point.precision, point["precision"])
        expectClose(metrics.point.recall, point["recall"])
        let event = try #require(golden.expected("event"))
        #expect(metrics.event.detected == event["detected"] as? Int)
        #expect(metrics.event.missed == event["missed"] as? Int)
        #expect(metrics.event.falseAlarms == event["false_alarms"] as? Int)
        expectClose(metrics.event.f1, event["f1"])
        expectClose(metrics.macro.eventF1, expect["event_f1_macro"])
        #expect(metrics.macro.skippedMachines == expect["machines_without_macro"] as? Int)
        let delay = try #require(golden.expected("delay"))
        expectClose(metrics.delay.mean, delay["mean_s"])
        expectClose(metrics.delay.median, delay["median_s"])
        expectClose(metrics.delay.p95, delay["p95_s"])
        expectClose(metrics.falseAlarmsPerHour, expect["false_alarms_per_machine_hour"])
        let recall = try #require(golden.expected("recall_by_kind") as? [String: Double])
        #expect(metrics.recallByKind == recall)
    }
}

private func expectPoint(_ point: PointCounts, _ golden: GoldenCase) throws {
    let expected = try #require(golden.expected("point"))
    #expect(point.truePositives == expected["tp"] as? Int)
    #expect(point.falsePositives == expected["fp"] as? Int)
    #expect(point.falseNegatives == expected["fn"] as? Int)
    #expect(point.trueNegatives == expected["tn"] as? Int)
    expectClose(point.precision, expected["precision"])
    expectClose(point.recall, expected["recall"])
    let f = try #require(expected["f"] as? [String: Any])
    expectClose(point.f(0.5), f["0.5"])
    expectClose(point.f1, f["1.0"])
    expectClose(point.f(2), f["2.0"])
    expectClose(point.falseAlarmRate, expected["false_alarm_rate"])
    expectClose(point.missedAlarmRate, expected["missed_alarm_rate"])
    expectClose(point.specificity, expected["specificity"])
    expectClose(point.accuracy, expected["accuracy"])
    expectClose(point.mcc, expected["mcc"])
}

private func expectEvent(_ metrics: Metrics, _ golden: GoldenCase) throws {
    let expected = try #require(golden.expected("event"))
    #expect(metrics.event.detected == expected["detected"] as? Int)
    #expect(metrics.event.missed == expected["missed"] as? Int)
    #expect(metrics.event.falseAlarms == expected["false_alarms"] as? Int)
    #expect(metrics.event.alarms == expected["alarms"] as? Int)
    expectClose(metrics.event.precision, expected["precision"])
    expectClose(metrics.event.recall, expected["recall"])
    expectClose(metrics.event.f1, expected["f1"])
    let hourly = try #require(golden.expected("false_alarms_per_hour"))
    expectClose(metrics.normalHours, hourly["normal_hours"])
    expectClose(metrics.falseAlarmsPerHour, hourly["per_hour"])
}

private func expectDelay(_ card: Scorecard, _ golden: GoldenCase) throws {
    let expected = try #require(golden.expected("delay"))
    let delays = card.events.filter(\.isScored).compactMap(\.delay)
    #expect(delays == expected["delays_s"] as? [Double])
    let delay = card.pooled.delay
    #expect(delay.missed == expected["missed"] as? Int)
    expectClose(delay.mean, expected["mean_s"])
    expectClose(delay.median, expected["median_s"])
    expectClose(delay.p95, expected["p95_s"])
    expectClose(delay.max, expected["max_s"])
    expectClose(delay.meanCensored, expected["mean_censored_s"])
}
