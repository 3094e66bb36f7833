import Scoring
import Telemetry

/// TSB-AD's: mean VUS-PR over series, all rows of each, the buffer as long as the first channel's period.
struct VUSScore: SetScore {
    static let title = "TSB-AD VUS-PR"
    private var (vus, precision, roc): ([Double?], [Double?], [Double?]) = ([], [], [])

    mutating func add(_ result: SetResult) throws {
        let rows = LabelledRows(machine: "series", times: result.times, labels: result.labels)
        let period = rows.period
        let series = rows.scored(
            scores: result.scores, flags: result.flags, truth: rows.truth(period: period),
            probationEnd: .min, period: period)
        let card = try Scorer.evaluate(
            [series],
            options: ScoringOptions(vusWindow: Self.periodRows(result.values)))
        vus.append(card.pooled.vusPR)
        precision.append(card.pooled.aucPR)
        roc.append(card.pooled.aucROC)
    }

    func figures() -> [SetFigure] {
        [
            SetFigure("mean_vus_pr", mean(vus)), SetFigure("mean_auc_pr", mean(precision)),
            SetFigure("mean_auc_roc", mean(roc)), SetFigure("series", Double(vus.count)),
        ]
    }

    /// The lag of the highest peak of the autocorrelation among lags 4 to 400 of the first 20,000 rows; 125
    /// where there is none, or one below 6 or above 303, as TSB-AD has it.
    static func periodRows(_ values: [Double]) -> Int {
        let values = values.prefix(20_000).map { $0.isNaN ? 0 : $0 }
        guard values.count > 8 else { return 125 }
        let mean = values.reduce(0, +) / Double(values.count)
        let centred = values.map { $0 - mean }
        let base = 3
        let correlation = (base...min(400, values.count - 1)).map { lag in
            var sum = 0.0
            for row in lag..<centred.count { sum += centred[row] * centred[row - lag] }
            return sum
        }
        let peaks = correlation.indices.dropFirst().dropLast().filter {
            correlation[$0] > correlation[$0 - 1] && correlation[$0] > correlation[$0 + 1]
        }
        guard let best = peaks.max(by: { correlation[$0] < correlation[$1] }),
            (3...300).contains(best)
        else { return 125 }
        return best + base
    }
}
