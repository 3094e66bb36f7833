import AlarmRules
import GroundTruth
import Scoring
import Telemetry
import Testing

/// Never, random, always, a late detector and the truth itself: scoring must put them in order.
@Suite struct RungTests {
    /// 20,000 rows at 1 s with 20 events of 30 rows.
    static func scenario(flags: (Int, Bool) -> Bool) -> ScoredSeries {
        let second: Int64 = 1_000_000_000
        let events = (0..<20).map { index in
            let start = Int64(800 + index * 950) * second
            return TruthEvent(
                id: "e\(index)", machine: "m", kind: "overload", group: .process,
                window: TimeWindow(start: start, end: start + 30 * second))
        }
        let times = (0..<20_000).map { Int64($0) * second }
        let isAnomalous = times.map { time in events.contains { $0.window.contains(time) } }
        let flags = times.indices.map { flags($0, isAnomalous[$0]) }
        return ScoredSeries(
            machine: "m", times: times, scores: flags.map { $0 ? 1 : 0 }, flags: flags,
            events: events, period: second)
    }

    static let rule = AlarmRule(mergeGap: .seconds(5), minRows: 1, cap: .seconds(60))

    func card(_ flags: @escaping (Int, Bool) -> Bool) -> Scorecard {
        scorecard(
            [Self.scenario(flags: flags)], options: ScoringOptions(alarmRule: Self.rule))
    }

    @Test func `the truth beats a late detector, and both beat everything that looks at nothing`()
        throws
    {
        let truth = card { $1 }
        let late = card { row, isAnomalous in isAnomalous && (row - 800) % 950 >= 10 }
        #expect(truth.pooled.headlineF1 == 1)
        #expect(truth.pooled.vusPR == 1 && truth.pooled.nab.standard == 100)
        #expect(truth.isBetterThanChance == true)
        #expect(late.pooled.headlineF1 == 1)
        let lateVUS = try #require(late.pooled.vusPR)
        #expect(lateVUS < 0.75)
        #expect(late.pooled.delay.median == 10 && truth.pooled.delay.median == 0)
        #expect(late.isBetterThanChance == true)
        for reference in truth.references {
            #expect(try #require(reference.headlineF1) < 0.15, "\(reference.name)")
        }
    }

    @Test func `references are no better than themselves`() {
        let always = card { _, _ in true }
        #expect(always.isBetterThanChance == false)
        #expect(
            always.references.first { $0.name == "always-on" }?.headlineF1
                == always.pooled.headlineF1)
        let never = card { _, _ in false }
        #expect(never.pooled.headlineF1 == 0)
        #expect(never.isBetterThanChance == false)
    }

    @Test func `worthless detectors get what the contract's table says`() throws {
        let always = card { _, _ in true }.pooled
        expectNear(always.point.f1, 0.06)
        expectNear(always.affiliation.f1, 0.67)
        expectNear(always.event.f1, 0.11)
        expectNear(always.compositeEvent.f1, 0.06)
        expectNear(always.aucROC, 0.5)
        expectNear(always.aucPR, 0.03)
        let never = card { _, _ in false }.pooled
        expectNear(never.point.f1, 0)
        expectNear(never.event.f1, 0)
        expectNear(never.nab.standard, 0)
        let blips = card { row, isAnomalous in isAnomalous || row % 100 == 0 }.pooled
        expectNear(blips.point.f1, 0.86)
        expectNear(blips.event.f1, 0.17)
        expectNear(blips.compositeEvent.f1, 0.86)
        expectNear(blips.headlineF1, 0.17)
    }

    @Test func `a run whose faults all come at its end is warned of`() {
        var series = Self.scenario { $1 }
        series.events.removeFirst(17)
        #expect(scorecard([series]).warnings == [.runToFailure])
        series.events[0].window.end += 3000 * 1_000_000_000
        let warnings = scorecard([series]).warnings
        #expect(warnings.count == 2 && warnings.contains(.runToFailure))
    }

    private func expectNear(
        _ found: Double?, _ expected: Double, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let isNear = found.map { abs($0 - expected) < 0.016 } ?? false
        #expect(isNear, "\(found ?? .nan) is not about \(expected)", sourceLocation: sourceLocation)
    }
}
