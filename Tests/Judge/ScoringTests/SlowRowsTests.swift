import AlarmRules
import Scoring
import Telemetry
import Testing

private let second: Int64 = 1_000_000_000

/// As the picture, with its rows `period` seconds apart.
private func stretched(_ picture: ScoredSeries, by period: Int64, flags: String) -> ScoredSeries {
    ScoredSeries(
        machine: picture.machine,
        times: flags.indices.enumerated().map { Int64($0.offset) * second * period },
        scores: flags.map { $0 == "x" ? 0.9 : 0.1 }, flags: flags.map { $0 == "x" },
        events: picture.events.map { event in
            var event = event
            event.window = TimeWindow(
                start: event.window.start * period, end: event.window.end * period)
            return event
        }, period: second * period)
}

@Suite struct `Rows far apart` {
    private func counts(
        truth: String, flags: String, period: Int64, rule: AlarmRule = AlarmRule()
    ) -> EventCounts {
        let series = stretched(series(truth: [truth], flags: flags), by: period, flags: flags)
        return scorecard([series], options: ScoringOptions(alarmRule: rule)).pooled.event
    }

    @Test(arguments: [1, 60, 300, 3600, 86_400])
    func `make the alarms that the same rows make a second apart`(period: Int64) {
        let truth = "........................[==================]......................"
        let flags = "..xxxxxxxxxx............xxxxxxxxxxxxxxxxxxxx............x....x...."
        #expect(
            counts(truth: truth, flags: flags, period: period)
                == EventCounts(detected: 1, missed: 0, falseAlarms: 2, alarms: 3))
    }

    @Test(arguments: [nil, 1.0, 300.0]) func `are paged for once a row at most`(cap: Double?) {
        let rule = cap.map { AlarmRule(mergeGap: .zero, cap: .seconds($0)) } ?? AlarmRule()
        let found = counts(
            truth: "[]..................", flags: "..........x.........", period: 3600, rule: rule)
        #expect(found.falseAlarms == 1)
    }

    @Test func `make a long alarm count again every sixty rows, or every five minutes`() {
        let flags = "....." + String(repeating: "x", count: 601)
        let truth = "[]"
        #expect(counts(truth: truth, flags: flags, period: 1).falseAlarms == 3)
        #expect(counts(truth: truth, flags: flags, period: 5).falseAlarms == 11)
        #expect(counts(truth: truth, flags: flags, period: 3600).falseAlarms == 11)
        // What somebody has said holds, down to one row.
        let said = AlarmRule(mergeGap: .seconds(10), cap: .seconds(7200))
        #expect(counts(truth: truth, flags: flags, period: 3600, rule: said).falseAlarms == 301)
    }

    @Test func `that come a little early or late still follow each other`() {
        let times = [0, 3600, 7190, 10_830, 14_400].map { Int64($0) * second }
        let series = ScoredSeries(
            machine: "m", times: times, scores: [], flags: [false, true, true, true, true],
            events: [], period: 3600 * second)
        for rule in [AlarmRule(), AlarmRule(mergeGap: .seconds(10)), AlarmRule(mergeGap: .zero)] {
            let card = scorecard([series], options: ScoringOptions(alarmRule: rule))
            #expect(card.pooled.event.alarms == 1, "\(rule)")
        }
    }

    @Test func `are counted in blocks of sixty at least`() {
        let flags = String(repeating: ".", count: 3000)
        func length(_ period: Int64) -> Double {
            scorecard([stretched(series(truth: ["[]"], flags: flags), by: period, flags: flags)])
                .blockLength
        }
        #expect(length(1) == 300)
        #expect(length(3600) == 60 * 3600)
    }

    @Test func `and the rule that holds for them can be told`() {
        let said = AlarmRule(mergeGap: .seconds(10), cap: .seconds(300))
        #expect(
            AlarmRule().inForce(period: second) == .init(mergeGap: .seconds(10), cap: .seconds(300))
        )
        #expect(
            AlarmRule().inForce(period: 300 * second)
                == .init(mergeGap: .seconds(3000), cap: .seconds(18_000)))
        #expect(
            said.inForce(period: 3600 * second)
                == .init(mergeGap: .seconds(3600), cap: .seconds(3600)))
        #expect(
            AlarmRule(mergeGap: .zero, cap: nil).inForce(period: 60 * second)
                == .init(mergeGap: .zero, cap: nil))
    }
}
