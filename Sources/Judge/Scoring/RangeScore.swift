/// Range-based precision and recall, summed so that machines can be added (Tatbul et al. 2018;
/// docs/metrics/range.md).
struct RangeScore {
    /// Rewards of the true ranges, and how many there are.
    var recall = (sum: 0.0, ranges: 0)
    /// Rewards of the predicted ranges, and how many there are.
    var precision = (sum: 0.0, ranges: 0)

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
}

/// Takes predicted ranges one after the other and rewards both sides in the same pass.
///
/// On the way it also counts what point adjustment needs: rows in common, and true ranges met.
struct RangeTally {
    private let truth: [Range<Int>]
    private let rule: RangeRule
    /// The first true range that does not end before the predicted one.
    private var first = 0
    /// Per true range, its bias-weighted rows in common with predictions, and how many it meets.
    private var shared: [(weight: Double, met: Int)]
    private var precision = (sum: 0.0, ranges: 0)
    /// Predicted rows, and those of them in a true range.
    private(set) var flagged = 0
    private(set) var hits = 0

    /// - Parameter truth: ascending and disjoint.
    init(truth: [Range<Int>], rule: RangeRule) {
        self.truth = truth
        self.rule = rule
        shared = Array(repeating: (0, 0), count: truth.count)
    }

    /// - Parameter range: behind all that came before.
    /// - Complexity: O(1) and O(true ranges it meets or passes).
    mutating func take(_ range: Range<Int>) {
        precision.ranges += 1
        flagged += range.count
        while first < truth.count, truth[first].upperBound <= range.lowerBound { first += 1 }
        var overlap = 0.0
        var other = first
        while other < truth.count, truth[other].lowerBound < range.upperBound {
            let part = truth[other].clamped(to: range)
            hits += part.count
            overlap += rule.precisionBias.weight(of: part, in: range)
            shared[other].weight += rule.recallBias.weight(of: part, in: truth[other])
            shared[other].met += 1
            other += 1
        }
        guard other > first else { return }
        let share = overlap / rule.precisionBias.weight(range.count, of: range.count)
        precision.sum += gamma(other - first) * share
    }

    var score: RangeScore {
        var score = RangeScore()
        score.precision = precision
        score.recall.ranges = truth.count
        for (range, shared) in zip(truth, shared) where shared.met > 0 {
            let share = shared.weight / rule.recallBias.weight(range.count, of: range.count)
            score.recall.sum +=
                rule.recallAlpha + (1 - rule.recallAlpha) * gamma(shared.met) * share
        }
        return score
    }

    /// Rows of true ranges that any prediction meets.
    var foundRows: Int {
        zip(truth, shared).reduce(0) { $1.1.met > 0 ? $0 + $1.0.count : $0 }
    }

    private func gamma(_ met: Int) -> Double {
        rule.cardinality == .one ? 1 : 1 / Double(met)
    }
}

extension RangeRule.Bias {
    /// Weight of the rows `part` of `range`. Whole numbers, so exact.
    fileprivate func weight(of part: Range<Int>, in range: Range<Int>) -> Double {
        weight(part.upperBound - range.lowerBound, of: range.count)
            - weight(part.lowerBound - range.lowerBound, of: range.count)
    }

    /// Weight of the first `k` rows of a range of `n`, in closed form.
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
