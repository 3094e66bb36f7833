/// Range-based precision and recall, summed so that machines can be added (Tatbul et al. 2018;
/// `scoring.md` section 12).
struct RangeScore {
    /// Rewards of the true ranges, and how many there are.
    var recall = (sum: 0.0, ranges: 0)
    /// Rewards of the predicted ranges, and how many there are.
    var precision = (sum: 0.0, ranges: 0)

    init() {}

    /// - Parameter truth: and `flagged`, ascending and disjoint.
    /// - Complexity: O(ranges).
    init(truth: [Range<Int>], flagged: [Range<Int>], rule: RangeRule) {
        recall = (
            Self.rewards(
                of: truth, met: flagged, alpha: rule.recallAlpha, bias: rule.recallBias,
                rule.cardinality), truth.count
        )
        precision = (
            Self.rewards(
                of: flagged, met: truth, alpha: 0, bias: rule.precisionBias, rule.cardinality),
            flagged.count
        )
    }

    static func += (sum: inout RangeScore, other: RangeScore) {
        sum.recall.sum += other.recall.sum
        sum.recall.ranges += other.recall.ranges
        sum.precision.sum += other.precision.sum
        sum.precision.ranges += other.precision.ranges
    }

    var result: Metrics.PrecisionRecall {
        let r = recall.ranges == 0 ? nil : recall.sum / Double(recall.ranges)
        let p = precision.ranges == 0 ? nil : precision.sum / Double(precision.ranges)
        return Metrics.PrecisionRecall(precision: p, recall: r, f1: harmonicMean(p, r))
    }

    private static func rewards(
        of ranges: [Range<Int>], met others: [Range<Int>], alpha: Double, bias: RangeRule.Bias,
        _ cardinality: RangeRule.Cardinality
    ) -> Double {
        var sum = 0.0
        var first = 0
        for range in ranges {
            while first < others.count, others[first].upperBound <= range.lowerBound { first += 1 }
            var overlap = 0.0
            var met = 0
            var other = first
            while other < others.count, others[other].lowerBound < range.upperBound {
                let shared = others[other].clamped(to: range)
                overlap +=
                    bias.weight(shared.upperBound - range.lowerBound, of: range.count)
                    - bias.weight(shared.lowerBound - range.lowerBound, of: range.count)
                met += 1
                other += 1
            }
            if met == 0 { continue }
            let share = overlap / bias.weight(range.count, of: range.count)
            let gamma = cardinality == .one ? 1 : 1 / Double(met)
            sum += alpha + (1 - alpha) * gamma * share
        }
        return sum
    }
}

extension RangeRule.Bias {
    /// Weight of the first `k` rows of a range of `n`, in closed form. Whole numbers, so exact.
    fileprivate func weight(_ k: Int, of n: Int) -> Double {
        func triangle(_ k: Int) -> Double { Double(k) * Double(k + 1) / 2 }
        switch self {
        case .flat: return Double(k)
        case .front: return triangle(n) - triangle(n - k)
        case .back: return triangle(k)
        case .middle:
            // Rows 1…n/2 weigh 1, 2, …; the rest n-k+1, down to 1.
            let half = n / 2
            if k <= half { return triangle(k) }
            return triangle(half) + triangle(n - half) - triangle(n - k)
        }
    }
}
