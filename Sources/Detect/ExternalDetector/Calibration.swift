/// Holds scores back until a threshold can be taken from them: a quantile of those of a beginning, or of
/// all.
struct Calibration: Sendable {
    /// The rows that were held back, and what came of them.
    struct Past: Sendable {
        var rows: [(score: Double, time: Int64)]
        /// Just above the quantile, so that what equals it is not flagged; nil without any score.
        var threshold: Double?
        /// Whether these are all rows of the series.
        var isWhole: Bool
    }

    private let share: Double
    /// Nil for all.
    private let count: Int?
    private var held: [(score: Double, time: Int64)] = []

    init(share: Double, rows: Int?) {
        self.share = share
        count = rows
    }

    /// - Returns: the past, when this row was its last.
    mutating func take(_ score: Double, at time: Int64) -> Past? {
        held.append((score, time))
        return held.count == count ? past(isWhole: false) : nil
    }

    /// The past, when no row will come any more.
    func finish() -> Past { past(isWhole: count == nil) }

    private func past(isWhole: Bool) -> Past {
        Past(
            rows: held, threshold: Self.quantile(share, of: held.map(\.score))?.nextUp,
            isWhole: isWhole)
    }

    /// Linear between order statistics, as numpy's; nil if no score is a number.
    static func quantile(_ share: Double, of scores: [Double]) -> Double? {
        let sorted = scores.filter { !$0.isNaN }.sorted()
        guard !sorted.isEmpty else { return nil }
        let position = Double(sorted.count - 1) * share
        let below = Int(position)
        let above = min(below + 1, sorted.count - 1)
        return sorted[below] + (sorted[above] - sorted[below]) * (position - Double(below))
    }
}
