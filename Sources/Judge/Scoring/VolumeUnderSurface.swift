/// VUS-ROC and VUS-PR: areas under the curve of soft labels, averaged over buffer lengths 0…W
/// (Paparrizos et al. 2022, in the form of TSB-AD 1.5; docs/metrics/vus.md).
///
/// Nothing is done per row and buffer. A row near a run weighs `sqrt(1 - d/w)`, d its distance to the
/// run, or 1 if it is near two (two slopes sum to more than 1 and are clipped), so counts of rows by
/// distance and threshold are enough; zones only grow and join as w grows, so their highest scores
/// are carried along. Only rows in runs and beside them are ever looked at.
/// - Complexity: O(250 W^2 + runs W + rows in runs), whatever n is, once the scores are ranked.
struct VolumeUnderSurface {
    static let thresholdCount = 250

    private(set) var roc: Double?
    private(set) var pr: Double?

    /// - Parameters:
    ///   - parts: series whose zones don't reach into each other, and their runs.
    ///   - levels: the thresholds, of all their scored rows' scores.
    ///   - window: W, rows.
    /// - Throws: what reading the rows throws.
    init(_ parts: [RankedPart], _ levels: VUSLevels, window: Int) throws {
        let anomalous = levels.anomalousCount
        guard anomalous > 0, levels.rowCount > anomalous else { return }
        var slopes = Slopes(reach: window / 2)
        var zones: [Zones] = []
        for part in parts {
            let vicinity = try Vicinity(part, levels, reach: window / 2)
            if vicinity.runs.isEmpty { continue }
            slopes.add(vicinity)
            zones.append(Zones(vicinity))
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
                anomalous: Double(anomalous), rows: Double(levels.rowCount))
            rocSum += areas.roc
            prSum += areas.pr
        }
        // Areas, but for rounding.
        roc = min(1, max(0, rocSum / Double(window + 1)))
        pr = min(1, max(0, prSum / Double(window + 1)))
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
        _ levels: VUSLevels, near: [Double], _ existence: [Double], anomalous: Double, rows: Double
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
