import GroundTruth
import Telemetry

/// One machine's predictions beside its truth: all that scoring needs to know.
public struct ScoredSeries: Sendable {
    public var machine: String
    /// Times, scores and predictions (rows out of order are sorted before they are judged).
    public var rows: any PredictionRows
    /// The machine's truth events, in any order; they may overlap. Those that are not `isScored`
    /// only say what a false alarm may have been about.
    public var events: [TruthEvent]
    /// Rows of the events, where labels say it row by row; nil for all rows in an event's window.
    public var placement: RowPlacement?
    /// Stretches where neither answer is wrong.
    public var ignoreZones: [TimeWindow]
    /// Rows before this time are not scored, nor are events that start before it.
    public var probationEnd: Int64
    /// Length of a row, nanoseconds.
    public var period: Int64
    /// The alarms a person was paged for, ascending and disjoint; nil to make them of the rows' flags by
    /// the alarm rule.
    public var alarms: [TimeWindow]?

    public init(
        machine: String, rows: any PredictionRows, events: [TruthEvent],
        ignoreZones: [TimeWindow] = [], probationEnd: Int64 = .min, period: Int64,
        alarms: [TimeWindow]? = nil
    ) {
        precondition(period > 0)
        self.alarms = alarms
        self.machine = machine
        self.rows = rows
        self.events = events
        self.ignoreZones = ignoreZones
        self.probationEnd = probationEnd
        self.period = period
    }

    /// - Parameters:
    ///   - times: of each row, nanoseconds since 1970 UTC.
    ///   - scores: of each row, higher is more anomalous; NaN or -inf where the detector gave none.
    ///     Empty where there are predictions only: what needs scores is then undefined.
    ///   - flags: prediction of each row, taken as it is.
    public init(
        machine: String, times: [Int64], scores: [Double], flags: [Bool], events: [TruthEvent],
        ignoreZones: [TimeWindow] = [], probationEnd: Int64 = .min, period: Int64
    ) {
        precondition(times.count == flags.count)
        precondition(scores.isEmpty || times.count == scores.count)
        self.init(
            machine: machine, rows: MemoryRows(times: times, scores: scores, flags: flags),
            events: events, ignoreZones: ignoreZones, probationEnd: probationEnd, period: period)
    }

    /// The rows in order of time, rows of one time in the order they were in. Late rows make no
    /// difference to what was detected, only to the order they came in.
    func sortedByTime() throws -> ScoredSeries {
        precondition(placement.map { $0.events.count == events.count } ?? true)
        if rows.isSorted { return self }
        var sorted = self
        sorted.rows = try MemoryRows(sorting: rows)
        return sorted
    }

    /// The rows of each of `events`, of rows in order of time.
    /// - Throws: what reading the rows throws.
    func eventRows() throws -> [Range<Int>] {
        if let placement { return placement.events }
        return try events.map { try rows.rows(in: $0.window) }
    }

    /// Highest score of `rows` that is one; nil if there is none.
    func peakScore(in rows: Range<Int>) throws -> Double? {
        guard self.rows.hasScores else { return nil }
        var peak = -Double.infinity
        try self.rows.read(rows, .scores) { piece in
            for score in piece.scores where score > peak { peak = score }
        }
        return peak == -.infinity ? nil : peak
    }

    /// How many of `spans`' rows have no score: NaN or -inf. 0 for a series without scores.
    func missingScores(in spans: [Range<Int>]) throws -> Int {
        guard rows.hasScores else { return 0 }
        var missing = 0
        for span in spans {
            try rows.read(span, .scores) { piece in
                for score in piece.scores where !(score > -.infinity) { missing += 1 }
            }
        }
        return missing
    }
}
