/// One machine's counts over one stretch of time: the unit that a paired bootstrap draws.
///
/// An event counts whole in the block it starts in, with all its rows.
public struct BlockCounts: Sendable, Equatable {
    public var machine: String
    /// Blocks since the earliest row of the scenario.
    public var index: Int
    public var counts: PredictionCounts

    public init(machine: String, index: Int, counts: PredictionCounts = PredictionCounts()) {
        self.machine = machine
        self.index = index
        self.counts = counts
    }

    /// The block length for series that together last `hours`: an hour, or less where that would
    /// leave fewer than 20 blocks, but never under five minutes, nor under 60 rows.
    /// - Parameter period: length of a row, seconds.
    static func length(forHours hours: Double, period: Double) -> Double {
        let usual = [3600.0, 1800, 900, 600].first { hours * 3600 / $0 >= 20 } ?? 300
        return max(usual, 60 * period)
    }
}
