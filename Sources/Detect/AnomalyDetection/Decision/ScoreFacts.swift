/// What a run's scores and thresholds were like as a whole: the plain reasons why a detector that
/// ranks well can decide badly.
public struct ScoreFacts: Sendable, Equatable {
    /// Rows judged normal or anomalous, with a score.
    public private(set) var judged = 0
    public private(set) var smallest = Double.infinity
    public private(set) var largest = -Double.infinity
    /// Rows whose score was the largest of all, each equal to it to the last bit.
    public private(set) var atTop = 0
    /// The lowest threshold in force; infinity if there never was one.
    public private(set) var lowestThreshold = Double.infinity
    private var pair = ScorePair()

    public init() {}

    public mutating func take(_ verdict: Verdict) {
        if !verdict.score.isNaN { pair.take(verdict.score, isFlagged: verdict.isAnomaly) }
        guard verdict.state == .normal || verdict.state == .anomalous, !verdict.score.isNaN else {
            return
        }
        judged += 1
        smallest = min(smallest, verdict.score)
        if verdict.score > largest || judged == 1 {
            largest = verdict.score
            atTop = 1
        } else if verdict.score == largest {
            atTop += 1
        }
        lowestThreshold = min(lowestThreshold, verdict.threshold)
    }

    /// Every score was the same: there is nothing to rank.
    public var isConstant: Bool { judged >= 100 && smallest == largest }

    /// No score ever reached a threshold.
    public var isOutOfReach: Bool { judged >= 100 && !isConstant && lowestThreshold > largest }

    /// The share of rows at the top of the score, where one cannot be told from another.
    public var saturatedShare: Double { judged > 0 ? Double(atTop) / Double(judged) : 0 }

    /// What a reader of a report should know, in sentences.
    public var warnings: [String] {
        if isConstant {
            return ["every score was \(largest): the detector ranks nothing"]
                + (pair.hint.map { [$0] } ?? [])
        }
        var warnings: [String] = []
        if isOutOfReach {
            warnings.append(
                "no score reached a threshold: the largest was \(largest), the lowest threshold"
                    + " \(lowestThreshold)"
                    + (pair.hint == nil
                        ? "; if the score cannot go higher, say where to flag: --threshold T, or"
                            + " threshold=T in the SPEC" : ""))
        }
        if judged >= 100, saturatedShare > 0.05 {
            let percent = (saturatedShare * 100).rounded()
            warnings.append(
                "the score is saturated: \(Int(percent)) % of the rows have the highest there is")
        }
        if let hint = pair.hint { warnings.append(hint) }
        return warnings
    }
}
