import AnomalyDetection
import DetectionPipeline
import Telemetry

/// A store that a detector can follow.
public protocol FollowedSource: ReadingSource {
    /// Times of the oldest and the newest reading of each series that has any in the window, nanoseconds
    /// since 1970 UTC.
    func extents(_ query: ReadingQuery) throws -> [SeriesIdentity: ClosedRange<Int64>]

    /// How many readings of each series lie in the window.
    func counts(_ query: ReadingQuery) throws -> [SeriesIdentity: Int]
}

/// A finding with the words it needs to be told: whose run, and what the values are called.
public struct NamedFinding: Sendable, Equatable {
    public var finding: Finding
    public var run: String
    public var channels: [String]

    public init(_ finding: Finding, run: String, channels: [String]) {
        self.finding = finding
        self.run = run
        self.channels = channels
    }
}

/// What came of a cycle.
public struct CycleReport: Sendable, Equatable {
    /// The event time that was asked for; nil where the store has nothing yet.
    public var window: TimeWindow?
    public var summary = CycleSummary()
    public var findings: [NamedFinding] = []
    /// Runs that have not closed, as they stand now.
    public var openRuns: [AnomalyRun] = []
    /// Whether there is more to do at once: history is taken in pieces.
    public var hasMore = false
    /// What somebody should hear of that was not heard of before.
    public var notices: [DetectorNotice] = []
    /// Readings that lie ahead of the clock, and wait until it has come that far.
    public var ahead = 0
    /// Readings of this cycle that came too late to be scored in their order.
    public var late = 0
    /// Readings that never reached the store, by gaps in their numbers, in all so far.
    public var missing: Int64 = 0

    public init() {}
}

/// Something that goes over a store's readings in cycles.
public protocol DetectionEngine: Sendable {
    /// One cycle over what is new.
    /// - Parameter observe: gets each scored piece. After a failure the pieces of the failed cycle come
    ///   again.
    /// - Throws: what store, detector or sink throw; the engine is then as it was before.
    mutating func cycle(observe: (ScoredBatch) throws -> Void) throws -> CycleReport
    /// The end: verdicts that are still owed.
    mutating func finish(observe: (ScoredBatch) throws -> Void) throws -> CycleReport
}
