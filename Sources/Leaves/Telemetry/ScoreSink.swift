/// Scores of one series as they are written back beside the readings.
public struct ScoreBatch: Sendable, Equatable {
    /// `slug(provider)-machineID`.
    public var uniqueID: String
    public var machineID: String
    /// Name of the detector: a store keeps the scores of several apart.
    public var detector: String
    /// The run whose readings these are on; empty where there are no runs.
    public var run: String
    /// Time of each reading, nanoseconds since 1970 UTC.
    public var times: [Int64]
    /// Score of each reading; ``Swift/Double/missing`` where there is none.
    public var scores: [Double]
    public var flags: [Bool]
    /// The value the score is most about: of the leading channel, or of the first.
    public var values: [Double]

    public init(
        uniqueID: String, machineID: String, detector: String, run: String = "",
        times: [Int64] = [], scores: [Double] = [], flags: [Bool] = [], values: [Double] = []
    ) {
        self.uniqueID = uniqueID
        self.machineID = machineID
        self.detector = detector
        self.run = run
        self.times = times
        self.scores = scores
        self.flags = flags
        self.values = values
    }

    public var count: Int { times.count }
}

/// Where scores go: table `anomaly_scores`.
public protocol ScoreSink: Sendable {
    /// Writes `scores`. The key of a row is unique id, detector, run and time; writing the same row again
    /// changes nothing.
    func send(_ scores: ScoreBatch) throws

    /// Writes the scores of several series, together where the sink can: a confirmed request costs a
    /// second in some.
    func send(_ scores: [ScoreBatch]) throws

    /// Calls `body` with a function that takes scores and may return before they are written, so that
    /// making and writing them overlap. Returns when all are written; after an error some may be.
    func sending(_ body: (_ send: ([ScoreBatch]) throws -> Void) throws -> Void) throws
}

extension ScoreSink {
    /// One after the other, for a sink that is as fast as its caller.
    public func sending(_ body: (_ send: ([ScoreBatch]) throws -> Void) throws -> Void) throws {
        try body { try send($0) }
    }

    public func send(_ scores: [ScoreBatch]) throws {
        for batch in scores { try send(batch) }
    }
}
