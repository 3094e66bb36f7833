/// VUS-ROC and VUS-PR: areas under the curve of soft labels, averaged over buffer lengths 0…W
/// (Paparrizos et al. 2022, in the form of TSB-AD 1.5; `scoring.md` section 13).
///
/// Nothing is done per row and buffer. A row near a run weighs `sqrt(1 - d/w)`, d its distance to the
/// run, or 1 if it is near two (two slopes sum to more than 1 and are clipped), so counts of rows by
/// distance and threshold are enough; zones only grow and join as w grows, so their highest scores
/// are carried along.
/// - Complexity: O(n log 250) for the thresholds' rows, then O(250 W^2 + runs W), whatever n is.
struct VolumeUnderSurface {
    static let thresholdCount = 250

    private(set) var roc: Double?
    private(set) var pr: Double?

    /// - Parameters:
    ///   - parts: series whose zones don't reach into each other, and their runs.
    ///   - ranked: all their scored rows' scores.
    ///   - window: W, rows.
    init(
        _ parts: [(series: ScoredSeries, layout: SeriesLayout)], _ ranked: RankedScores, window: Int
    ) {
        let anomalous = ranked.anomalous.count
        guard anomalous > 0, !ranked.normal.isEmpty else { return }
        let levels = Levels(ranked)
        var slopes = Slopes(reach: window / 2)
        var zones: [Zones] = []
        for (series, layout) in parts {
            let rows = levels.levels(series, layout)
            let runs = layout.runs
            if runs.isEmpty { continue }
            slopes.add(rows: rows, runs: runs)
            zones.append(Zones(rows: rows, runs: runs))
        }
        var (rocSum, prSum) = (0.0, 0.0)
        var existence = [Double](repeating: 0, count: Self.thresholdCount)
        for w in 0...window {
            let reach = w / 2
            if w % 2 == 0 {
                if w > 0 {
                    slopes.grow(to: reach)
                    for part in zones.indices { zones[part].grow(to: reach) }
                }
                existence = Self.existence(zones)
            }
            let areas = Self.areas(
                levels, near: slopes.flagged(window: w), existence,
                anomalous: Double(anomalous), rows: Double(ranked.count))
            rocSum += areas.roc
            prSum += areas.pr
        }
        roc = rocSum / Double(window + 1)
        pr = prSum / Double(window + 1)
    }

    /// Per threshold, the share of zones with a flagged row.
    private static func existence(_ zones: [Zones]) -> [Double] {
        var seen = [Int](repeating: 0, count: thresholdCount)
        var count = 0
        for part in zones {
            for zone in part.zones { seen[Int(zone.level)] += 1 }
            count += part.zones.count
        }
        var sum = 0
        return seen.map {
            sum += $0
            return Double(sum) / Double(count)
        }
    }

    private static func areas(
        _ levels: Levels, near: [Double], _ existence: [Double], anomalous: Double, rows: Double
    ) -> (roc: Double, pr: Double) {
        var (roc, pr) = (0.0, 0.0)
        var (lastTPR, lastFPR) = (0.0, 0.0)
        for k in 0..<thresholdCount {
            let tp = Double(levels.anomalousFlagged[k]) + near[k]
            let flagged = Double(levels.flagged[k])
            let p1 = anomalous + near[k] / 2
            let tpr = min(tp / p1, 1) * existence[k]
            let fpr = (flagged - tp) / (rows - p1)
            roc += (fpr - lastFPR) * (tpr + lastTPR) / 2
            pr += (tpr - lastTPR) * tp / flagged
            (lastTPR, lastFPR) = (tpr, fpr)
        }
        roc += (1 - lastFPR) * (1 + lastTPR) / 2
        return (roc, pr)
    }
}

/// The 250 thresholds, and how many rows each flags.
private struct Levels {
    /// Keys, ascending: thresholds from high to low.
    private(set) var keys: [UInt64] = []
    private(set) var flagged: [Int] = []
    private(set) var anomalousFlagged: [Int] = []

    init(_ ranked: RankedScores) {
        let last = VolumeUnderSurface.thresholdCount - 1
        // As numpy's linspace rounds: whole multiples of the rounded step, the last one exact.
        let step = Double(ranked.count - 1) / Double(last)
        let positions = (0...last).map {
            $0 == last ? ranked.count - 1 : Int(Double($0) * step)
        }
        var next = 0
        var (anomalousSoFar, soFar) = (0, 0)
        ranked.forEachTie { key, anomalous, normal in
            anomalousSoFar += anomalous
            soFar += anomalous + normal
            while next <= last, positions[next] < soFar {
                keys.append(key)
                flagged.append(soFar)
                anomalousFlagged.append(anomalousSoFar)
                next += 1
            }
        }
    }

    /// Of each scored row, the first threshold that flags it.
    func levels(_ series: ScoredSeries, _ layout: SeriesLayout) -> [UInt8] {
        var levels: [UInt8] = []
        levels.reserveCapacity(layout.scoredCount)
        keys.withUnsafeBufferPointer { keys in
            for span in layout.scored {
                for row in span {
                    let key = RankedScores.key(series.scores[row])
                    var (low, high) = (0, keys.count - 1)
                    while low < high {
                        let middle = (low + high) / 2
                        if keys[middle] < key { low = middle + 1 } else { high = middle }
                    }
                    levels.append(UInt8(low))
                }
            }
        }
        return levels
    }
}

/// Rows beside runs, counted by distance to the nearest run and by threshold.
private struct Slopes {
    private let reach: Int
    private let levels = VolumeUnderSurface.thresholdCount
    /// Rows near one run, by distance and level.
    private var single: [Int]
    /// Rows near two runs, by level.
    private var double: [Int]
    /// Rows that will be near two: distance to the second, to the first, and level; a list for each
    /// distance to the second.
    private var later: [[UInt64]]

    init(reach: Int) {
        self.reach = reach
        single = [Int](repeating: 0, count: (reach + 1) * levels)
        double = [Int](repeating: 0, count: levels)
        later = [[UInt64]](repeating: [], count: reach + 1)
    }

    mutating func add(rows: [UInt8], runs: [Range<Int>]) {
        for gap in 0...runs.count {
            let start = gap == 0 ? 0 : runs[gap - 1].upperBound
            let end = gap == runs.count ? rows.count : runs[gap].lowerBound
            let leftPart = start..<Swift.min(end, start + (gap == 0 ? 0 : reach))
            let rightStart = Swift.max(leftPart.upperBound, gap == runs.count ? end : end - reach)
            for place in leftPart { add(place, gap, rows, runs) }
            for place in rightStart..<Swift.max(rightStart, end) { add(place, gap, rows, runs) }
        }
    }

    /// `place` lies in the gap before run `gap`.
    private mutating func add(_ place: Int, _ gap: Int, _ rows: [UInt8], _ runs: [Range<Int>]) {
        var (first, second) = (Int.max, Int.max)
        for run in gap - 2...gap + 1 where runs.indices.contains(run) {
            let distance =
                run < gap ? place - runs[run].upperBound + 1 : runs[run].lowerBound - place
            if distance < first {
                (first, second) = (distance, first)
            } else if distance < second {
                second = distance
            }
        }
        guard first <= reach else { return }
        let level = Int(rows[place])
        single[first * levels + level] += 1
        if second <= reach { later[second].append(UInt64(first) << 8 | UInt64(level)) }
    }

    /// Takes in the rows whose second run comes within `reach`.
    mutating func grow(to reach: Int) {
        for row in later[reach] {
            let (distance, level) = (Int(row >> 8), Int(row & 255))
            single[distance * levels + level] -= 1
            double[level] += 1
        }
    }

    /// Per threshold, the summed weight of flagged rows beside runs.
    func flagged(window: Int) -> [Double] {
        var weights = double.map(Double.init)
        for distance in stride(from: 1, through: window / 2, by: 1) {
            let weight = (1 - Double(distance) / Double(window)).squareRoot()
            for level in 0..<levels {
                weights[level] += weight * Double(single[distance * levels + level])
            }
        }
        var sum = 0.0
        return weights.map {
            sum += $0
            return sum
        }
    }
}

/// One series' zones: its runs widened, joined where they come to share a row.
private struct Zones {
    struct Zone {
        /// First and last row of the runs inside, not widened.
        var first: Int
        var last: Int
        /// First threshold that flags a row of the widened zone.
        var level: UInt8
    }
    private let rows: [UInt8]
    private(set) var zones: [Zone]

    init(rows: [UInt8], runs: [Range<Int>]) {
        self.rows = rows
        zones = runs.map { run in
            Zone(first: run.lowerBound, last: run.upperBound - 1, level: rows[run].min()!)
        }
    }

    /// Widens each zone from `reach - 1` to `reach` rows.
    mutating func grow(to reach: Int) {
        var kept = 0
        for index in zones.indices {
            var zone = zones[index]
            if zone.first >= reach { zone.level = Swift.min(zone.level, rows[zone.first - reach]) }
            if zone.last + reach < rows.count {
                zone.level = Swift.min(zone.level, rows[zone.last + reach])
            }
            if kept > 0, zones[kept - 1].last + reach >= zone.first - reach {
                zones[kept - 1].last = zone.last
                zones[kept - 1].level = Swift.min(zones[kept - 1].level, zone.level)
            } else {
                zones[kept] = zone
                kept += 1
            }
        }
        zones.removeSubrange(kept...)
    }
}
