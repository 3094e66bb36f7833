/// Scored rows by label and flag, and the ratios made of them (docs/metrics/point.md).
public struct PointCounts: Sendable, Equatable {
    public var truePositives: Int
    public var falsePositives: Int
    public var falseNegatives: Int
    public var trueNegatives: Int

    public init(
        truePositives: Int = 0, falsePositives: Int = 0, falseNegatives: Int = 0,
        trueNegatives: Int = 0
    ) {
        self.truePositives = truePositives
        self.falsePositives = falsePositives
        self.falseNegatives = falseNegatives
        self.trueNegatives = trueNegatives
    }

    public var rows: Int { truePositives + falsePositives + falseNegatives + trueNegatives }
    /// Share of rows that are anomalous: what average precision is for a detector that knows nothing.
    public var prevalence: Double? { ratio(truePositives + falseNegatives, rows) }
    public var precision: Double? { ratio(truePositives, truePositives + falsePositives) }
    public var recall: Double? { ratio(truePositives, truePositives + falseNegatives) }
    public var f1: Double? { f(1) }
    /// SKAB's FAR: share of normal rows that are flagged.
    public var falseAlarmRate: Double? { ratio(falsePositives, falsePositives + trueNegatives) }
    /// SKAB's MAR: share of anomalous rows that are not flagged.
    public var missedAlarmRate: Double? { ratio(falseNegatives, falseNegatives + truePositives) }
    public var specificity: Double? { ratio(trueNegatives, trueNegatives + falsePositives) }
    public var accuracy: Double? { ratio(truePositives + trueNegatives, rows) }

    /// F-measure in which recall weighs `beta` times as much as precision; nil only where nothing is
    /// anomalous and nothing flagged.
    public func f(_ beta: Double) -> Double? {
        if truePositives + falsePositives + falseNegatives == 0 { return nil }
        let hits = (1 + beta * beta) * Double(truePositives)
        return hits / (hits + beta * beta * Double(falseNegatives) + Double(falsePositives))
    }

    /// Matthews' correlation coefficient, -1…1; 0 where a margin is empty, nil without rows.
    public var mcc: Double? {
        if rows == 0 { return nil }
        let (tp, fp) = (Double(truePositives), Double(falsePositives))
        let (fn, tn) = (Double(falseNegatives), Double(trueNegatives))
        let root =
            ((tp + fp).squareRoot() * (tp + fn).squareRoot())
            * ((tn + fp).squareRoot() * (tn + fn).squareRoot())
        return root == 0 ? 0 : min(1, max(-1, (tp * tn - fp * fn) / root))
    }

    package static func += (sum: inout PointCounts, other: PointCounts) {
        sum.truePositives += other.truePositives
        sum.falsePositives += other.falsePositives
        sum.falseNegatives += other.falseNegatives
        sum.trueNegatives += other.trueNegatives
    }
}

/// `part / whole`; nil for 0 of 0.
package func ratio(_ part: Int, _ whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
}

/// Harmonic mean, under the rules of docs/metrics/README.md: nil where both are undefined, 0 where
/// one is undefined or both are 0.
func harmonicMean(_ precision: Double?, _ recall: Double?) -> Double? {
    guard precision != nil || recall != nil else { return nil }
    let (p, r) = (precision ?? 0, recall ?? 0)
    return p + r == 0 ? 0 : 2 * p * r / (p + r)
}
