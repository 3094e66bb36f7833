/// Affiliation precision and recall, summed so that machines can be added (Huet, Navarro and Rossi
/// 2022; docs/metrics/affiliation.md).
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
        var tally = AffiliationTally(truth: truth, count: count)
        for range in flagged { tally.take(range) }
        self = tally.finish()
    }

    fileprivate mutating func add(_ zone: Zone) {
        individualPrecision.append(zone.precision)
        individualRecall.append(zone.recall)
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

/// Takes predicted ranges one after the other; each goes to the events whose zones it lies in.
struct AffiliationTally {
    private let truth: [Range<Int>]
    private let count: Int
    private var zone: Zone
    /// Index of the event whose zone it is.
    private var event = 0
    private var sum = Affiliation()

    /// - Parameters:
    ///   - truth: ascending and disjoint.
    ///   - count: rows of the series.
    init(truth: [Range<Int>], count: Int) {
        self.truth = truth
        self.count = count
        zone = Zone(of: 0, truth, count)
    }

    /// - Parameter range: behind all that came before.
    mutating func take(_ range: Range<Int>) {
        let (start, end) = (Double(range.lowerBound), Double(range.upperBound))
        while event < truth.count, start >= zone.e1 { nextZone() }
        while event < truth.count {
            zone.take(max(zone.e0, start), min(zone.e1, end))
            if end <= zone.e1 { return }
            nextZone()
        }
    }

    private mutating func nextZone() {
        zone.finish()
        sum.add(zone)
        event += 1
        zone = Zone(of: event, truth, count)
    }

    mutating func finish() -> Affiliation {
        while event < truth.count { nextZone() }
        return sum
    }
}

/// One event `[j0, j1]` in its zone `[e0, e1]`, and what is predicted there so far.
private struct Zone {
    let e0, e1, j0, j1: Double
    /// Sums over predicted time, and over the event.
    private var precisionSum = 0.0
    private var recallSum = 0.0
    private var length = 0.0
    /// End of the last prediction; nil before the first.
    private var last: Double?

    init(of event: Int, _ truth: [Range<Int>], _ count: Int) {
        guard event < truth.count else {
            (e0, e1, j0, j1) = (0, 0, 0, 0)
            return
        }
        let range = truth[event]
        e0 = event == 0 ? 0 : Double(truth[event - 1].upperBound + range.lowerBound) / 2
        e1 =
            event + 1 == truth.count
            ? Double(count) : Double(range.upperBound + truth[event + 1].lowerBound) / 2
        j0 = Double(range.lowerBound)
        j1 = Double(range.upperBound)
    }

    /// Mean over predicted time of the chance that a random point of the zone is as far from the
    /// event; nil where nothing is predicted.
    var precision: Double? { last == nil ? nil : precisionSum / length }
    /// Mean over the event of the chance that a random point of the zone is as far as the nearest
    /// prediction.
    var recall: Double { last == nil ? 0 : recallSum / (j1 - j0) }

    /// The next prediction, `[a, b]`, inside the zone.
    mutating func take(_ a: Double, _ b: Double) {
        length += b - a
        let inside = max(0, min(b, j1) - max(a, j0))
        precisionSum += inside
        if a < j0 { precisionSum += tail(from: j0 - min(b, j0), to: j0 - a) }
        if b > j1 { precisionSum += tail(from: max(a, j1) - j1, to: b - j1) }

        // Points after the last prediction that have it for the nearest, and points before this one.
        var from = e0
        if let last {
            from = (last + a) / 2
            approachLast(upTo: from)
        }
        recallSum += inside
        let (left, right) = (max(from, j0), min(a, j1))
        if left < right { recallSum += approach(a - right, a - left, a, before: true) }
        last = b
    }

    /// There is no further prediction.
    mutating func finish() { approachLast(upTo: e1) }

    private mutating func approachLast(upTo to: Double) {
        guard let last else { return }
        let (start, end) = (max(last, j0), min(to, j1))
        if start < end {
            recallSum += approach(start - last, end - last, last, before: false)
        }
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
