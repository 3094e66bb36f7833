/// What the precision-recall and ROC curves come to (docs/metrics/auc_pr.md, auc_roc.md, best_f1.md).
///
/// All nil unless there are both anomalous and normal rows.
public struct RankCurves: Sendable, Equatable {
    /// Average precision: `sum of (R(t) - R(previous t)) P(t)`, no interpolation.
    public var averagePrecision: Double?
    /// Area under straight lines between the curve's points and (0, 1).
    public var trapezoid: Double?
    /// Chance that an anomalous row outranks a normal one, ties counting half.
    public var rocAUC: Double?
    public var bestF1: Double?
    /// Highest threshold whose F1 is within 1e-12 of the best; nil if rows without a score have to be
    /// flagged for it.
    public var bestThreshold: Double?
    /// F1 of flagging every row.
    public var alwaysOnF1: Double?

    init() {}

    /// Reads them off ranked scores, one tie after the other from the highest.
    struct Tally {
        private let anomalousCount: Int
        private let normalCount: Int
        private var (tp, fp) = (0, 0)
        private var (area, straight) = (0.0, 0.0)
        // Twice the number of pairs won, exact up to 3e9 rows.
        private var pairs = 0
        private var best = -1.0
        private var bestKey: UInt64 = 0

        init(anomalous: Int, normal: Int) {
            anomalousCount = anomalous
            normalCount = normal
        }

        @inline(__always)
        mutating func take(_ key: UInt64, _ anomalous: Int, _ normal: Int) {
            // Most ties are of normal rows alone: no step of recall, and no F1 that would be the best.
            if anomalous == 0 {
                pairs += normal * 2 * tp
                fp += normal
                return
            }
            let previousPrecision = tp + fp == 0 ? 1 : Double(tp) / Double(tp + fp)
            pairs += normal * (2 * tp + anomalous)
            tp += anomalous
            fp += normal
            let precision = Double(tp) / Double(tp + fp)
            let step = Double(anomalous) / Double(anomalousCount)
            area += step * precision
            straight += step * (precision + previousPrecision) / 2
            let f1 = Double(2 * tp) / Double(tp + fp + anomalousCount)
            if f1 > best + 1e-12 {
                best = f1
                bestKey = key
            }
        }

        var curves: RankCurves {
            let (n1, n0) = (anomalousCount, normalCount)
            var curves = RankCurves()
            guard n1 > 0, n0 > 0 else { return curves }
            // The steps add up to 1 but for what rounding does to them.
            curves.averagePrecision = min(1, area)
            curves.trapezoid = min(1, straight)
            curves.rocAUC = Double(pairs) / 2 / (Double(n1) * Double(n0))
            curves.bestF1 = best
            let threshold = RankedScores.score(bestKey)
            curves.bestThreshold = threshold == -.infinity ? nil : threshold
            curves.alwaysOnF1 = Double(2 * n1) / Double(2 * n1 + n0)
            return curves
        }
    }
}

/// A working point of a detector: what flagging `score >= threshold` comes to.
public struct CurvePoint: Sendable, Equatable {
    /// Nil where rows without a score are flagged too.
    public var threshold: Double?
    public var precision: Double
    /// Also the true positive rate.
    public var recall: Double
    public var falsePositiveRate: Double
}

extension Scorer {
    /// The points of the precision-recall and ROC curves, thresholds falling, machines pooled.
    ///
    /// Empty unless there are scores and rows of both classes.
    /// - Parameter limit: at most so many points, evenly spread over the flagged rows; the last one,
    ///   where everything is flagged, is always there. Nil for one at each distinct score.
    /// - Throws: what reading the rows throws.
    public static func curve(_ series: [ScoredSeries], limit: Int? = nil) throws -> [CurvePoint] {
        let parts = try series.filter(\.rows.hasScores).map { try $0.sortedByTime() }
            .map { (series: $0, layout: try SeriesLayout($0)) }
        let ranked = try RankedScores(parts)
        let (n1, n0) = (ranked.anomalousCount, ranked.normalCount)
        guard n1 > 0, n0 > 0 else { return [] }
        let step = limit.map { max(1, (n1 + n0) / max(1, $0)) } ?? 1
        var points: [CurvePoint] = []
        var (tp, fp, due) = (0, 0, 0)
        try ranked.forEachTie { key, anomalous, normal in
            tp += anomalous
            fp += normal
            guard tp + fp >= due || tp + fp == n1 + n0 else { return }
            due = tp + fp + step
            let threshold = RankedScores.score(key)
            points.append(
                CurvePoint(
                    threshold: threshold == -.infinity ? nil : threshold,
                    precision: Double(tp) / Double(tp + fp), recall: Double(tp) / Double(n1),
                    falsePositiveRate: Double(fp) / Double(n0)))
        }
        return points
    }
}
