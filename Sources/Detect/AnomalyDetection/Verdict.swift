/// What a detector says of one reading.
public struct Verdict: Sendable, Equatable {
    /// Where the detector stands; warm-up is a state of its own, never a score of 0 that counts as
    /// normal.
    public enum State: UInt8, Sendable {
        /// Too little past to judge. The score, if there is one, is not a claim.
        case warmup = 0
        /// Judged, not anomalous.
        case normal = 1
        /// Judged anomalous: the prediction is 1.
        case anomalous = 2
        /// Could not be judged (no channel had a value); the score is missing.
        case skipped = 3
    }

    /// How unlike the past the reading is, from 0 (ordinary) to 1; ``Swift/Double/missing`` if none.
    public var score: Double
    /// The threshold in force for this reading; infinity while there is none.
    public var threshold: Double
    public var state: State
    /// Index of the channel that contributed most to the score, or −1 where that is not known.
    public var leadingChannel: Int16

    @inlinable
    public init(score: Double, threshold: Double, state: State, leadingChannel: Int16 = -1) {
        self.score = score
        self.threshold = threshold
        self.state = state
        self.leadingChannel = leadingChannel
    }

    @inlinable public var isAnomaly: Bool { state == .anomalous }
}

/// Why a run of anomalous readings began: each channel's share of the score at its first reading.
public struct AlarmExplanation: Sendable, Equatable {
    /// Time of the reading that began the run, nanoseconds since 1970 UTC.
    public var time: Int64
    /// One share per channel, in the order of the features; non-negative, summing to 1.
    public var contributions: [Double]
    /// The kind of evidence that was strongest; nil where the detector tells no kinds apart.
    public var side: AnomalySide?

    public init(time: Int64, contributions: [Double], side: AnomalySide? = nil) {
        self.time = time
        self.contributions = contributions
        self.side = side
    }
}
