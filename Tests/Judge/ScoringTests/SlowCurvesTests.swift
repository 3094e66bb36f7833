import Scoring
import Testing

/// What is read from runs and ranked scores, against the definitions.
@Suite struct `Curves and runs by definition` {
    static let seeds = 1...400 as ClosedRange<UInt64>

    @Test func `curves are those of trying every threshold`() {
        for seed in Self.seeds {
            let machines = SlowScoring.machines(seed)
            let metrics = card(machines).pooled
            let ranking = SlowRanking(machines)
            guard ranking.isDefined else {
                #expect(metrics.aucROC == nil && metrics.bestF1.f1 == nil, "seed \(seed)")
                continue
            }
            #expect(isClose(metrics.aucROC, ranking.rocAUC), "seed \(seed)")
            #expect(isClose(metrics.aucPR, ranking.areas.step), "seed \(seed)")
            #expect(isClose(metrics.prAUCTrapezoid, ranking.areas.straight), "seed \(seed)")
            let best = ranking.curve.map(\.f1).max() ?? 0
            let place = ranking.curve.firstIndex { $0.f1 > best - 1e-12 } ?? 0
            let threshold = ranking.thresholds[place]
            #expect(isClose(metrics.bestF1.f1, best), "seed \(seed)")
            #expect(
                metrics.bestF1.threshold == (threshold == -.infinity ? nil : threshold),
                "seed \(seed)")
            #expect(isClose(metrics.bestF1.alwaysOn, ranking.curve.last?.f1), "seed \(seed)")
        }
    }

    private func numbers(_ point: CurvePoint) -> [Double?] {
        [point.threshold, point.precision, point.recall, point.falsePositiveRate]
    }

    @Test func `the curve has a point at each score, or some of them and the last`() throws {
        for seed in Self.seeds {
            let machines = SlowScoring.machines(seed)
            let ranking = SlowRanking(machines)
            let points = try Scorer.curve(machines.map(\.series))
            guard ranking.isDefined else {
                #expect(points.isEmpty, "seed \(seed)")
                continue
            }
            let all = zip(ranking.thresholds, ranking.curve).map {
                [$0 == -.infinity ? nil : $0, $1.precision, $1.recall, $1.fpr]
            }
            #expect(points.map(numbers) == all, "seed \(seed)")
            for limit in 1...4 {
                let some = try Scorer.curve(machines.map(\.series), limit: limit).map(numbers)
                #expect(some.last == all.last && some.first == all.first, "seed \(seed)")
                #expect(some.count <= limit + 2 && some.allSatisfy(all.contains), "seed \(seed)")
            }
        }
    }

    @Test func `ranges, adjusted points and NAB's windows earn what the definitions say`() {
        for seed in Self.seeds {
            let machines = SlowScoring.machines(seed)
            let metrics = card(machines).pooled
            let ranges = machines.map(\.range)
            let (p, r) = (ranges.flatMap(\.precision), ranges.flatMap(\.recall))
            #expect(
                isClose(metrics.range.precision, p.isEmpty ? nil : p.reduce(0, +) / Double(p.count))
            )
            #expect(
                isClose(metrics.range.recall, r.isEmpty ? nil : r.reduce(0, +) / Double(r.count)))
            var adjusted = PointCounts()
            for one in machines { adjusted += one.pointAdjusted }
            #expect(metrics.pointAdjusted == adjusted, "seed \(seed)")
            for (found, profile) in [
                (metrics.nab.standard, (0.11, 1.0)), (metrics.nab.lowFP, (0.22, 1)),
                (metrics.nab.lowFN, (0.11, 2)),
            ] {
                let parts = machines.map {
                    $0.nab(falsePositive: profile.0, falseNegative: profile.1)
                }
                let silent = parts.reduce(0) { $0 + $1.silent }
                let perfect = parts.reduce(0) { $0 + $1.perfect }
                let raw = parts.reduce(0) { $0 + $1.raw }
                #expect(
                    isClose(
                        found, perfect == 0 ? nil : 100 * (raw - silent) / (perfect - silent)),
                    "seed \(seed)")
            }
        }
    }

    @Test func `always-on is what flagging every row gets`() {
        for seed in Self.seeds where seed % 4 == 0 || seed % 7 == 1 {
            let machines = SlowScoring.machines(seed)
            let flagging = machines.map { one -> SlowScoring in
                var always = one
                always.series = ScoredSeries(
                    machine: one.series.machine, times: one.all.map(one.time), scores: one.scores,
                    flags: one.all.map { _ in true }, events: one.series.events,
                    ignoreZones: one.series.ignoreZones, probationEnd: one.series.probationEnd,
                    period: one.series.period)
                return always
            }
            let always = card(flagging).pooled
            #expect(card(machines).pooled.affiliationAlwaysOnF1 == always.affiliation.f1)
        }
    }

    @Test func `volumes are those of a soft label for every row and buffer`() {
        for seed in Self.seeds where seed % 8 < 2 {
            let machines = SlowScoring.machines(seed)
            for window in [0, 1, 7] {
                let metrics = card(machines, window: window).pooled
                guard SlowRanking(machines).isDefined else {
                    #expect(metrics.vusROC == nil && metrics.vusPR == nil)
                    continue
                }
                let volume = SlowVolume(machines, window: window)
                #expect(isClose(metrics.vusROC, min(1, max(0, volume.roc))), "seed \(seed)")
                #expect(isClose(metrics.vusPR, min(1, max(0, volume.pr))), "seed \(seed)")
            }
        }
    }
}
