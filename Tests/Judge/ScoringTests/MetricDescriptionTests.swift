import Scoring
import Testing

@Suite struct `Descriptions of metrics` {
    private func metrics(_ flags: String) -> Metrics {
        scorecard([series(truth: ["....[==]......[===].."], flags: flags)]).pooled
    }

    @Test func `a perfect detector is on the better side of each metric that has one`() {
        let perfect = metrics("....xxxx......xxxxx..")
        let poor = metrics("x.x....xx........x.xx")
        for metric in Metrics.catalogue {
            guard let best = metric.number(in: perfect), let worst = metric.number(in: poor)
            else { continue }
            switch metric.better {
            case .higher: #expect(best >= worst, "\(metric.path)")
            case .lower: #expect(best <= worst, "\(metric.path)")
            case .neither:
                #expect(metric.path == "best_f1.threshold" || best == worst, "\(metric.path)")
            }
        }
    }

    @Test func `comparisons hold these against each other, run by run`() {
        #expect(
            Metrics.catalogue.filter(\.isCompared).map(\.path) == [
                "point.f1", "event.precision", "event.f1", "composite_event.f1", "range.f1",
                "nab.standard", "auc_roc", "auc_pr", "vus_roc", "vus_pr", "best_f1.f1",
                "delay_s.median", "delay_s.mean_censored",
            ])
        let compared = metrics("....xxxx......xxxxx..").comparable
        #expect(compared["event.f1"] == 1 && compared["recall_by_kind"] == nil)
    }

    @Test func `recall by kind is a number a kind, all others are one number`() {
        #expect(Metrics.catalogue.filter(\.isByKind).map(\.path) == ["recall_by_kind"])
        #expect(Metrics.description(of: "event.missed")?.unit.isWhole == true)
        #expect(Metrics.description(of: "scored_rows")?.unit.isWhole == true)
        #expect(Metrics.description(of: "event.recall")?.unit.isWhole == false)
    }

    @Test func `a report leads with four, each of another topic`() {
        #expect(
            Metrics.leading.map(\.path)
                == ["headline_f1", "false_alarms_per_hour", "delay_s.median", "vus_pr"])
        #expect(Set(Metrics.leading.map(\.topic)).count == 4)
    }
}
