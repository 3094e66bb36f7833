import Telemetry

/// One machine's predictions beside its truth: all that scoring needs to know.
public struct ScoredSeries: Sendable {
    public var machine: String
    /// Time of each row, nanoseconds since 1970 UTC, ascending (rows out of order are sorted).
    public var times: [Int64]
    /// Score of each row, higher is more anomalous; NaN or -inf where the detector gave none. Empty
    /// where there are predictions only: what needs scores is then undefined.
    public var scores: [Double]
    /// Prediction of each row, taken as it is.
    public var flags: [Bool]
    /// The machine's truth events, in any order; they may overlap. Those that are not `isScored`
    /// only say what a false alarm may have been about.
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
        precondition(times.count == flags.count)
        precondition(scores.isEmpty || times.count == scores.count)
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

    /// The rows in order of time, rows of one time in the order they were in. Late rows make no
    /// difference to what was detected, only to the order they came in.
    func sortedByTime() -> ScoredSeries {
        if zip(times, times.dropFirst()).allSatisfy({ $0 <= $1 }) { return self }
        let order = times.indices.sorted { (times[$0], $0) < (times[$1], $1) }
        var sorted = self
        sorted.times = order.map { times[$0] }
        sorted.flags = order.map { flags[$0] }
        if !scores.isEmpty { sorted.scores = order.map { scores[$0] } }
        return sorted
    }
}
