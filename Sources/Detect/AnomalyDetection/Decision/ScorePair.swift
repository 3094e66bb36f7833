/// The two values that all scores have, where there are no more: programs that answer yes or no.
struct ScorePair: Sendable, Equatable {
    private var first = Double.nan
    private var second = Double.nan
    private var hasMore = false
    /// Whether a row was flagged: then nothing needs to be said.
    private var hasFlags = false

    mutating func take(_ score: Double, isFlagged: Bool) {
        if isFlagged { hasFlags = true }
        if hasMore || score == first || score == second { return }
        if first.isNaN {
            first = score
        } else if second.isNaN {
            second = score
        } else {
            hasMore = true
        }
    }

    /// What who wrote the program should know.
    var hint: String? {
        guard !hasMore, !hasFlags, max(first, second) == 1 else { return nil }
        switch min(first, second) {
        case 0:
            return "the scores are 0 and 1 and nothing else: to flag the ones say --threshold 1, or"
                + " threshold=1 in the SPEC"
        case -1:
            return
                "the scores are -1 and 1 and nothing else, as predict() of scikit-learn gives them,"
                + " where -1 is the anomaly: turn them round, so that 1 is, and say --threshold 1, or"
                + " threshold=1 in the SPEC; better still, print a score"
        default: return nil
        }
    }
}
