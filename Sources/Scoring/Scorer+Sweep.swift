/// What one fixed threshold for all rows would come to.
public struct SweepPoint: Sendable, Equatable {
    public var threshold: Double
    public var counts: PredictionCounts

    public init(threshold: Double, counts: PredictionCounts) {
        self.threshold = threshold
        self.counts = counts
    }
}

extension Scorer {
    /// Counts rows, events and false alarms at some threescore thresholds, rising, all rows each time.
    ///
    /// The thresholds are scores that occur: evenly spread over the anomalous rows, and ever closer
    /// together towards the highest of the normal ones, where detectors work. Fewer for millions of
    /// rows.
    /// - Complexity: O(n) per threshold.
    static func sweep(
        _ series: [ScoredSeries], _ ranked: RankedScores,
        tally: (_ index: Int, _ flags: [Bool]) -> MachineTally
    ) -> [SweepPoint] {
        sweepThresholds(ranked).map { threshold in
            var sum = PredictionCounts()
            for index in series.indices {
                sum += tally(index, series[index].scores.map { $0 >= threshold }).total
            }
            return SweepPoint(threshold: threshold, counts: sum)
        }
    }

    private static func sweepThresholds(_ ranked: RankedScores) -> [Double] {
        let isLarge = ranked.count > 2_000_000
        var keys: Set<UInt64> = []
        let anomalous = ranked.anomalous
        let steps = min(anomalous.count, isLarge ? 8 : 24)
        for step in 0..<steps {
            keys.insert(anomalous[step * (anomalous.count - 1) / max(1, steps - 1)])
        }
        // Ranks 0, 1, 2, 3, 4, 6, 8, 12, 16, … of the normal rows, highest score first; the last too.
        var rank = 0
        var power = 1
        while rank < ranked.normal.count {
            keys.insert(ranked.normal[rank])
            if rank < 2 {
                rank += 1
            } else if rank == power {
                rank = isLarge ? 4 * power : power + power / 2
                if isLarge { power = rank }
            } else {
                power *= 2
                rank = power
            }
            if rank == 2 { power = 2 }
        }
        if let last = ranked.normal.last { keys.insert(last) }
        return keys.map(RankedScores.score).filter(\.isFinite).sorted()
    }
}
