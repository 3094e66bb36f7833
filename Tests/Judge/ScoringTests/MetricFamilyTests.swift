import Scoring
import Testing

@Suite struct `Families of metrics` {
    @Test func `alone come to what they do together`() throws {
        for seed in 1...100 as ClosedRange<UInt64> {
            let one = SlowScoring(seed: seed)
            let options = ScoringOptions(alarmRule: one.rule, vusWindow: 5)
            let all = scorecard([one.series], options: options).pooled
            var together = Metrics()
            for family in MetricFamily.allCases {
                let alone = try family.metrics(of: one.series, options)
                switch family {
                case .point: together.point = alone.point
                case .ranking:
                    (together.aucROC, together.aucPR) = (alone.aucROC, alone.aucPR)
                    (together.prAUCTrapezoid, together.bestF1) = (
                        alone.prAUCTrapezoid, alone.bestF1
                    )
                case .range: together.range = alone.range
                case .affiliation: together.affiliation = alone.affiliation
                case .nab: together.nab.standard = alone.nab.standard
                case .vus:
                    (together.vusROC, together.vusPR) = (alone.vusROC, alone.vusPR)
                    together.vusWindow = alone.vusWindow
                }
            }
            #expect(together.point == all.point && together.bestF1 == all.bestF1, "seed \(seed)")
            #expect(together.range == all.range && together.affiliation == all.affiliation)
            #expect(together.nab.standard == all.nab.standard, "seed \(seed)")
            for path in [
                "auc_roc", "auc_pr", "pr_auc_trapezoid", "vus_roc", "vus_pr", "vus_window",
            ] {
                let metric = Metrics.description(of: path)
                #expect(metric?.number(in: together) == metric?.number(in: all), "\(path) \(seed)")
            }
        }
    }

    @Test func `of volumes look sixty seconds around an event, at most a thousand rows`() {
        func window(_ period: Int64) -> Int? {
            let times = (0..<10).map { $0 * period }
            return scorecard([
                ScoredSeries(
                    machine: "m", times: times, scores: times.map(Double.init),
                    flags: times.map { _ in false }, events: [], period: period)
            ]).pooled.vusWindow
        }
        #expect(window(1_000_000_000) == 60 && window(7_000_000_000) == 9)
        #expect(window(60_000_000) == 1000 && window(59_000_000) == 1000)
        #expect(window(100_000_000_000) == 1 && window(130_000_000_000) == 0)
    }
}
