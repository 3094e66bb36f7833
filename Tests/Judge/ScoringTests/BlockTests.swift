import AlarmRules
import GroundTruth
import Scoring
import Telemetry
import Testing

private let second: Int64 = 1_000_000_000

/// `count` rows a second apart; flagged where `flagged` says so.
private func series(
    _ count: Int, flagged: Range<Int> = 0..<0, events: [Range<Int>] = [], machine: String = "m"
) -> ScoredSeries {
    ScoredSeries(
        machine: machine, times: (0..<count).map { Int64($0) * second }, scores: [],
        flags: (0..<count).map(flagged.contains),
        events: events.enumerated().map { number, rows in
            TruthEvent(
                id: "e\(number)", machine: machine, kind: "k", group: .process,
                window: TimeWindow(
                    start: Int64(rows.lowerBound) * second, end: Int64(rows.upperBound) * second))
        }, period: second)
}

@Suite struct `Blocks of time` {
    private let quick = ScoringOptions(effort: .quick, alarmRule: AlarmRule(mergeGap: .zero))

    static let lengths: [(rows: Int, seconds: Double)] = [
        (72_000, 3600), (71_999, 1800), (36_000, 1800), (35_999, 900), (18_000, 900),
        (17_999, 600), (12_000, 600), (11_999, 300), (10, 300),
    ]

    @Test(arguments: lengths) func `are an hour, or so short that there are twenty`(
        rows: Int, seconds: Double
    ) {
        #expect(scorecard([series(rows)], options: quick).blockLength == seconds)
    }

    @Test func `take an event whole where it starts, and normal rows where they lie`() {
        let card = scorecard(
            [series(1000, flagged: 295..<306, events: [290..<310])], options: quick)
        #expect(card.blocks.map(\.index) == [0, 1, 2, 3])
        let counts = card.blocks.map(\.counts)
        #expect(
            counts[0].point
                == PointCounts(truePositives: 11, falseNegatives: 9, trueNegatives: 290))
        #expect(counts[0].event == EventCounts(detected: 1, alarms: 1) && counts[0].hitEvents == 1)
        #expect(counts[1].point == PointCounts(trueNegatives: 290))
        #expect(counts[2].point.rows == 300 && counts[3].point.rows == 100)
        #expect(counts.map { ($0.normalHours * 3600).rounded() } == [290, 290, 300, 100])
    }

    @Test func `take an alarm where it starts, and begin with the first row of all machines`() {
        var late = series(700, flagged: 298..<302, machine: "late")
        late.rows = shifted(700, by: 450, flagged: 298..<302)
        let card = scorecard([late, series(650, flagged: 299..<301)], options: quick)
        #expect(card.blocks.map(\.machine) == ["late", "late", "late", "m", "m", "m"])
        #expect(card.blocks.map(\.index) == [1, 2, 3, 0, 1, 2])
        #expect(card.blocks.map(\.counts.event.falseAlarms) == [0, 1, 0, 1, 0, 0])
        #expect(card.blocks.map(\.counts.point.rows) == [150, 300, 250, 300, 300, 50])
        #expect(card.blocks.map(\.counts.point.falsePositives) == [0, 4, 0, 1, 1, 0])
    }

    private func shifted(_ count: Int, by seconds: Int64, flagged: Range<Int>) -> any PredictionRows
    {
        ScoredSeries(
            machine: "", times: (0..<count).map { (Int64($0) + seconds) * second }, scores: [],
            flags: (0..<count).map(flagged.contains), events: [], period: second
        ).rows
    }

    @Test func `count a page that somebody was sent, and not what the flags would have made`() {
        var paged = series(100, flagged: 10..<20, events: [50..<60])
        paged.alarms = [TimeWindow(start: 52 * second, end: 53 * second)]
        let card = scorecard([paged], options: quick)
        #expect(card.pooled.event == EventCounts(detected: 1, alarms: 1))
        #expect(card.pooled.point.falsePositives == 10)
        #expect(card.pooled.delay.mean == 2)
    }
}

@Suite struct `Doubts about the data` {
    @Test func `come where more than a tenth of the scored rows is anomalous`() {
        #expect(scorecard([series(100, events: [10..<20])]).warnings.isEmpty)
        #expect(
            scorecard([series(100, events: [10..<21])]).warnings == [.contamination(share: 0.11)])
    }

    @Test func `come where every event starts in the last fifth`() {
        #expect(scorecard([series(100, events: [80..<85])]).warnings == [.runToFailure])
        #expect(scorecard([series(100, events: [79..<84])]).warnings.isEmpty)
        #expect(scorecard([series(100, events: [5..<6, 80..<85])]).warnings.isEmpty)
        #expect(
            ScoringWarning.contamination(share: 0.1234).description
                .hasPrefix("12.3 % of the scored rows"))
    }
}
