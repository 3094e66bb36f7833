import GroundTruth
import JSONText
import Scoring
import Telemetry
import Testing

@Suite struct `Numbers at their ends` {
    @Test func `a perfect ranking has areas of 1 and never more, however its steps round`() {
        for count in 1...120 {
            let times = (0..<2 * count).map { Int64($0) * 1_000_000_000 }
            let card = scorecard([
                ScoredSeries(
                    machine: "m", times: times, scores: times.indices.map { -Double($0) },
                    flags: times.indices.map { $0 < count },
                    events: [
                        TruthEvent(
                            id: "e", machine: "m", kind: "overload", group: .process,
                            window: TimeWindow(start: 0, end: Int64(count) * 1_000_000_000))
                    ], period: 1_000_000_000)
            ])
            let metrics = card.pooled
            for (name, area) in [
                ("auc_roc", metrics.aucROC), ("auc_pr", metrics.aucPR),
                ("trapezoid", metrics.prAUCTrapezoid), ("vus_roc", metrics.vusROC),
                ("vus_pr", metrics.vusPR), ("mcc", metrics.point.mcc),
            ] {
                #expect((0...1).contains(area ?? 0), "\(name) of \(count): \(area ?? .nan)")
            }
            #expect(metrics.aucPR.map { $0 > 1 - 1e-12 } == true)
        }
    }

    @Test func `rows centuries apart are scored`() {
        let times: [Int64] = [.min + 1, -5_000_000_000_000_000_000, 0, .max - 2, .max - 1, .max]
        let card = scorecard([
            ScoredSeries(
                machine: "m", times: times, scores: [1, 2, 3, 4, 5, 6],
                flags: [true, false, true, false, true, true],
                events: [
                    TruthEvent(
                        id: "e", machine: "m", kind: "overload", group: .process,
                        window: TimeWindow(start: 0, end: .max), observableFrom: .min + 1)
                ], probationEnd: .min, period: 4_000_000_000_000_000_000)
        ])
        #expect(card.pooled.event.detected == 1)
        #expect(card.pooled.scoredRows == 6)
        #expect(card.blocks.reduce(0) { $0 + $1.counts.point.rows } == 6)
    }

    @Test func `numbers that no double holds are kept as they are written`() {
        #expect(JSONValue(exactly: "18446744073709551615").text() == "18446744073709551615")
        #expect(JSONValue(exactly: "9223372036854775808") == .whole(9_223_372_036_854_775_808))
        #expect(JSONValue(exactly: "-9223372036854775808") == .integer(.min))
        #expect(JSONValue(exactly: "36893488147419103232") == .string("36893488147419103232"))
        #expect(JSONValue(exactly: "0.5") == .number(0.5))
        #expect(JSONValue(exactly: "inf") == .string("inf"))
        #expect(JSONValue.whole(7) == .integer(7))
    }
}
