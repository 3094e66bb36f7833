import Telemetry

/// One machine's predictions beside its truth: all that scoring needs to know.
public struct ScoredSeries: Sendable {
    public var machine: String
    /// Time of each row, nanoseconds since 1970 UTC, ascending.
    public var times: [Int64]
    /// Score of each row, higher is more anomalous; NaN where the detector gave none.
    public var scores: [Double]
    /// Prediction of each row. Missing scores are never flagged.
    public var flags: [Bool]
    /// The machine's truth events, in order of start.
    public var events: [TruthEvent]
    /// Stretches where neither answer is wrong.
    public var ignoreZones: [TimeWindow]
    /// Rows before this time are not scored, nor are events that start before it.
    public var probationEnd: Int64
    /// Length of a row, nanoseconds.
    public var period: Int64

    public init(
        machine: String, times: [Int64], scores: [Double], flags: [Bool], events: [TruthEvent],
        ignoreZones: [TimeWindow] = [], probationEnd: Int64 = .min, period: Int64
    ) {
        precondition(times.count == scores.count && times.count == flags.count)
        precondition(period > 0)
        self.machine = machine
        self.times = times
        self.scores = scores
        self.flags = flags
        self.events = events
        self.ignoreZones = ignoreZones
        self.probationEnd = probationEnd
        self.period = period
    }
}

/// How flagged rows become alarms a person is paged for; belongs to the scenario, not the detector.
public struct AlarmRule: Sendable, Equatable, Codable {
    /// Flagged rows this far apart still belong to one alarm, seconds.
    public var mergeGap: Double
    /// An alarm is raised at its `minRows`-th flagged row; a group with fewer is none.
    public var minRows: Int
    /// A longer alarm counts again every so many seconds; nil for never.
    public var cap: Double?

    public init(mergeGap: Double = 10, minRows: Int = 1, cap: Double? = 300) {
        self.mergeGap = mergeGap
        self.minRows = minRows
        self.cap = cap
    }
}
