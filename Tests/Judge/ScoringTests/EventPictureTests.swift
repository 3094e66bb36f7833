import AlarmRules
import GroundTruth
import Scoring
import Telemetry
import Testing

@Suite struct EventPictureTests {
    @Test func `an alarm inside the event is a detection and one outside is a false alarm`() {
        let card = expectScore(
            truth: "....[====]..........",
            flags: "......x.........x...", detected: 1, missed: 0, falseAlarms: 1)
        #expect(card.pooled.delay.median == 2)
        #expect(card.falseAlarms.map(\.window.start) == [16_000_000_000])
    }

    @Test func `an alarm that ends where the event starts has missed it`() {
        expectScore(
            truth: "....[====]..........",
            flags: "..xx................", detected: 0, missed: 1, falseAlarms: 1)
    }

    @Test func `an alarm already on when the event starts finds it at once`() {
        let card = expectScore(
            truth: "....[====]..........",
            flags: "..xxxx..............", detected: 1, missed: 0, falseAlarms: 0)
        #expect(card.pooled.delay.max == 0)
        #expect(card.pooled.delay.armedBefore == 1)
        #expect(card.events[0].wasArmedBefore)
    }

    @Test func `several alarms on one event count once`() {
        expectScore(
            truth: "....[====]..........",
            flags: "....x.x.x...........", detected: 1, missed: 0, falseAlarms: 0)
    }

    @Test func `one alarm across two events finds both`() {
        expectScore(
            truth: "..[==]..[==]........",
            flags: ".....xxxx...........", detected: 2, missed: 0, falseAlarms: 0)
    }

    @Test func `overlapping faults stay two events`() {
        expectScore(
            truth: "..[======]..........", "......[======]......",
            flags: "..xx................", detected: 1, missed: 1, falseAlarms: 0)
    }

    @Test func `flags a merge gap apart are one alarm`() {
        expectScore(
            truth: "[]..................",
            flags: "......x..x..........", rule: AlarmRule(mergeGap: .seconds(2), cap: nil),
            detected: 0,
            missed: 1, falseAlarms: 1)
        expectScore(
            truth: "[]..................",
            flags: "......x...x.........", rule: AlarmRule(mergeGap: .seconds(2), cap: nil),
            detected: 0,
            missed: 1, falseAlarms: 2)
    }

    @Test func `an alarm is raised at its last needed row and never back-dated`() {
        let rule = AlarmRule(mergeGap: .zero, minRows: 3, cap: nil)
        let card = expectScore(
            truth: "....[======]........",
            flags: "....xxxx......xx....", rule: rule, detected: 1, missed: 0, falseAlarms: 0)
        #expect(card.pooled.delay.median == 2)
        #expect(card.alarms.map(\.window.start) == [6_000_000_000])
    }

    @Test func `a long false alarm pages again every cap`() {
        expectScore(
            truth: "[]..................",
            flags: "....xxxxxxxxxx......", rule: AlarmRule(mergeGap: .zero, cap: .seconds(4)),
            detected: 0,
            missed: 1, falseAlarms: 3)
    }

    @Test func `in an ignore zone neither answer is wrong`() {
        let card = expectScore(
            truth: "..[===]iiii.........",
            flags: "..x....xx.......x...", detected: 1, missed: 0, falseAlarms: 1)
        #expect(card.pooled.scoredRows == 16)
        #expect(card.pooled.point.falsePositives == 1)
        #expect(card.alarms.map(\.outcome) == [.detection, .ignored, .falseAlarm])
    }

    @Test func `flags in probation do not exist and an event that starts there is dropped`() {
        let card = expectScore(
            truth: "pppppp..............", "....[===]...[==]....",
            flags: "..x..xx......x......", detected: 1, missed: 0, falseAlarms: 0)
        #expect(card.pooled.scoredRows == 20 - 6 - 3)
        #expect(card.events.map(\.isScored) == [false, true])
        // The alarm goes on from probation into the dropped event: it is raised after probation.
        #expect(card.alarms.map(\.window.start) == [6_000_000_000, 13_000_000_000])
    }

    @Test func `an event without a scored row is dropped`() {
        let card = expectScore(
            truth: "....[==]............", "....iiii............",
            flags: "................x...", detected: 0, missed: 0, falseAlarms: 1)
        #expect(card.pooled.event.recall == nil)
        #expect(card.pooled.event.precision == 0)
        #expect(card.pooled.event.f1 == 0)
    }

    @Test func `a false alarm on a benign change names its cause`() {
        var series = series(truth: ["[].................."], flags: "xx........x.......x.")
        series.events.append(
            TruthEvent(
                id: "change", machine: "m", kind: "recipe_change", group: .benign,
                window: TimeWindow(start: 9_000_000_000, end: 12_000_000_000), isScored: false))
        let card = scorecard(
            [series], options: ScoringOptions(alarmRule: AlarmRule(mergeGap: .zero)))
        #expect(card.falseAlarms.map(\.cause) == ["recipe_change", nil])
        #expect(card.pooled.scoredEvents == 1)
        #expect(card.pooled.point.falsePositives == 2)
    }

    @Test func `the second delay starts when the event could be seen`() {
        var series = series(truth: ["..[==========]......"], flags: ".........x..........")
        series.events[0].observableFrom = 7_000_000_000
        let card = scorecard([series])
        #expect(card.pooled.delay.median == 7)
        #expect(card.pooled.delayFromObservable.median == 2)
    }

    @Test func `rows that come late are scored as if they had come in time`() throws {
        let ordered = series(truth: ["....[====]....[==].."], flags: "..x..xx.......x.....")
        let order = [3, 1, 0, 2, 7, 6, 5, 4, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8]
        var columns = (times: [Int64](), scores: [Double](), flags: [Bool]())
        for row in order {
            try ordered.rows.read(row..<row + 1, [.times, .scores, .flags]) { piece in
                columns.times += piece.times
                columns.scores += piece.scores
                columns.flags += piece.flags
            }
        }
        let shuffled = ScoredSeries(
            machine: ordered.machine, times: columns.times, scores: columns.scores,
            flags: columns.flags, events: ordered.events, period: ordered.period)
        #expect(scorecard([shuffled]) == scorecard([ordered]))
    }

    @Test func `nothing to find and nothing flagged leaves the ratios undefined`() {
        let card = expectScore(
            truth: "....................",
            flags: "....................", detected: 0, missed: 0, falseAlarms: 0)
        let metrics = card.pooled
        #expect(metrics.headlineF1 == nil)
        #expect(metrics.point.f1 == nil && metrics.event.f1 == nil)
        #expect(metrics.affiliation == .init() && metrics.range == .init())
        #expect(metrics.aucPR == nil && metrics.vusPR == nil && metrics.nab.standard == nil)
        #expect(metrics.falseAlarmsPerHour == 0)
        #expect(card.isBetterThanChance == nil)
    }

    @Test func `an empty series scores nothing and breaks nothing`() {
        let card = scorecard([series(truth: [""], flags: "")])
        #expect(card.pooled.headlineF1 == nil)
        #expect(card.pooled.falseAlarmsPerHour == nil)
        #expect(
            scorecard([]).pooled == card.machines[0].metrics || card.pooled.scoredRows == 0)
    }
}
