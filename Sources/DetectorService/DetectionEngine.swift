import AnomalyDetection
import DetectionPipeline
import Telemetry

/// A store that a detector can follow.
public protocol FollowedSource: ReadingSource {
    /// Time of the newest reading of `run` (of any if nil) at `start` or later, nanoseconds since 1970
    /// UTC; nil without any.
    func newestTime(run: String?, from start: Int64) throws -> Int64?
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

extension Finding {
    /// The run it is about.
    public var anomaly: AnomalyRun {
        switch self {
        case .opened(let anomaly), .closed(let anomaly): anomaly
        }
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
