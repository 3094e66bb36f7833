/// Affiliation precision and recall, summed so that machines can be added (Huet, Navarro and Rossi
/// 2022; `scoring.md` section 14).
///
/// Time is in rows; a run of rows i..<j is the stretch [i, j). All integrals are in closed form.
struct Affiliation {
    /// Per event in order of time; nil where nothing is predicted in its zone.
    private(set) var individualPrecision: [Double?] = []
    private(set) var individualRecall: [Double] = []

    init() {}

    /// - Parameters:
    ///   - truth: and `flagged`, ascending and disjoint.
    ///   - count: rows of the series.
    /// - Complexity: O(ranges).
    init(truth: [Range<Int>], flagged: [Range<Int>], count: Int) {
        var first = 0
        for (index, event) in truth.enumerated() {
            let before = index == 0 ? 0 : Double(truth[index - 1].upperBound + event.lowerBound) / 2
            let after =
                index + 1 == truth.count
                ? Double(count) : Double(event.upperBound + truth[index + 1].lowerBound) / 2
            let zone = Zone(
                e0: before, e1: after, j0: Double(event.lowerBound), j1: Double(event.upperBound))
            while first < flagged.count, Double(flagged[first].upperBound) <= before { first += 1 }
            var predicted: [(Double, Double)] = []
            var next = first
            while next < flagged.count, Double(flagged[next].lowerBound) < after {
                predicted.append(
                    (
                        max(before, Double(flagged[next].lowerBound)),
                        min(after, Double(flagged[next].upperBound))
                    ))
                next += 1
            }
            individualPrecision.append(predicted.isEmpty ? nil : zone.precision(predicted))
            individualRecall.append(predicted.isEmpty ? 0 : zone.recall(predicted))
        }
    }

    static func += (sum: inout Affiliation, other: Affiliation) {
        sum.individualPrecision += other.individualPrecision
        sum.individualRecall += other.individualRecall
    }

    var result: Metrics.PrecisionRecall {
        let precision = mean(individualPrecision.compactMap { $0 })
        let recall = mean(individualRecall)
        return Metrics.PrecisionRecall(
            precision: precision, recall: recall, f1: harmonicMean(precision, recall))
    }
}

/// One event `[j0, j1]` in its zone `[e0, e1]`.
private struct Zone {
    let e0, e1, j0, j1: Double

    /// Mean over predicted time of the chance that a random point of the zone is as far from the event.
    func precision(_ predicted: [(Double, Double)]) -> Double {
        var (sum, length) = (0.0, 0.0)
        for (a, b) in predicted {
            length += b - a
            sum += max(0, min(b, j1) - max(a, j0))
            if a < j0 { sum += tail(from: j0 - min(b, j0), to: j0 - a) }
            if b > j1 { sum += tail(from: max(a, j1) - j1, to: b - j1) }
        }
        return sum / length
    }

    /// Integral over distances `d0…d1` of `1 - (|J| + min(d, left) + min(d, right))/|E|`.
    private func tail(from d0: Double, to d1: Double) -> Double {
        let near = clampedIntegral(d0, d1, j0 - e0) + clampedIntegral(d0, d1, e1 - j1)
        return (d1 - d0) - ((j1 - j0) * (d1 - d0) + near) / (e1 - e0)
    }

    /// Integral of `min(d, limit)` over `d0…d1`.
    private func clampedIntegral(_ d0: Double, _ d1: Double, _ limit: Double) -> Double {
        let turn = min(max(limit, d0), d1)
        return (turn - d0) * (turn + d0) / 2 + (d1 - turn) * limit
    }

    /// Mean over the event of the chance that a random point of the zone is as far as the nearest
    /// prediction.
    func recall(_ predicted: [(Double, Double)]) -> Double {
        var sum = 0.0
        for (index, (a, b)) in predicted.enumerated() {
            sum += max(0, min(b, j1) - max(a, j0))
            // Points before this prediction that have it for the nearest, and points after it.
            let from = index == 0 ? e0 : (predicted[index - 1].1 + a) / 2
            let to = index + 1 == predicted.count ? e1 : (b + predicted[index + 1].0) / 2
            let (left, right) = (max(from, j0), min(a, j1))
            if left < right { sum += approach(a - right, a - left, a, before: true) }
            let (start, end) = (max(b, j0), min(to, j1))
            if start < end { sum += approach(start - b, end - b, b, before: false) }
        }
        return sum / (j1 - j0)
    }

    /// Integral over points y at distances `d0…d1` on one side of the prediction's edge at `edge` of
    /// `1 - (min(d, y - e0) + min(d, e1 - y))/|E|`.
    private func approach(_ d0: Double, _ d1: Double, _ edge: Double, before: Bool) -> Double {
        // The zone reaches at least `d` from y towards the edge; away from it, to `room - d`.
        let room = before ? edge - e0 : e1 - edge
        let turn = min(max(room / 2, d0), d1)
        let towards = (d1 - d0) * (d1 + d0) / 2
        let away =
            (turn - d0) * (turn + d0) / 2
            + (room * (d1 - turn) - (d1 - turn) * (d1 + turn) / 2)
        return (d1 - d0) - (towards + away) / (e1 - e0)
    }
}
