import Scoring

/// The mean over series of the best F1 that any threshold would have, after an event's rows all count as
/// flagged if one of them is (SMD), or one of its first `delay` + 1 (WSD). An oracle's, and generous:
/// docs/metrics/point_adjusted_f1.md.
struct AdjustedF1Score: SetScore {
    static let title = "best adjusted F1"
    let delay: Int?
    private var adjusted: [Double?] = []
    private var plain: [Double?] = []

    init(delay: Int?) { self.delay = delay }

    mutating func add(_ result: SetResult) {
        let labels = Array(result.labels[result.counted])
        // Rows without a score are below all others.
        let scores = result.scores[result.counted].map { $0.isNaN ? -.infinity : $0 }
        plain.append(Self.bestF1(scores, labels))
        adjusted.append(Self.bestF1(Self.adjust(scores, labels, delay), labels))
    }

    /// Each event's rows get the highest score of those that may find it.
    static func adjust(_ scores: [Double], _ labels: [Bool], _ delay: Int?) -> [Double] {
        var adjusted = scores
        var row = 0
        while row < labels.count {
            guard labels[row] else {
                row += 1
                continue
            }
            let end = labels[row...].firstIndex(of: false) ?? labels.count
            let last = delay.map { min(end, row + $0 + 1) } ?? end
            let best = scores[row..<last].max() ?? -.infinity
            for place in row..<end { adjusted[place] = best }
            row = end
        }
        return adjusted
    }

    /// - Returns: nil without anomalous rows.
    static func bestF1(_ scores: [Double], _ labels: [Bool]) -> Double? {
        let positives = labels.count { $0 }
        guard positives > 0 else { return nil }
        let order = scores.indices.sorted { scores[$0] > scores[$1] }
        var (hits, best) = (0, 0.0)
        for (place, row) in order.enumerated() {
            if scores[row] == -.infinity { break }
            if labels[row] { hits += 1 }
            if place + 1 < order.count, scores[order[place + 1]] == scores[row] { continue }
            best = max(best, 2 * Double(hits) / Double(place + 1 + positives))
        }
        return best
    }

    func figures() -> [SetFigure] {
        [
            SetFigure("mean_adjusted_best_f1", mean(adjusted)),
            SetFigure("mean_best_f1", mean(plain)),
            SetFigure("series", Double(adjusted.count)),
        ]
    }
}
