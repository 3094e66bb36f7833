/// Whose clock a time is of: a scenario that is played in another year or at another speed has its own.
public enum VerdictClock: String, Sendable, CaseIterable {
    /// The readings': the verdict names a reading, or a time that it has from one.
    case data
    /// The world's: the time at which something was noticed.
    case wall
}

/// What another program said about a machine, in one of three forms: a reading, a moment, an interval.
public struct SaidVerdict: Sendable, Equatable {
    public enum Form: Sendable, Equatable {
        /// The reading of this time is flagged, or judged and not flagged.
        case reading(isFlagged: Bool)
        /// Something was noticed at this time.
        case moment
        /// An alarm that is on since this time.
        case firing
        /// An alarm that was on from this time to `end`.
        case over(end: Int64)
        /// Whatever alarm was on is off since this time.
        case resolved
    }

    /// The machine, or its unique id, as the program calls it.
    public var machine: String
    /// What else tells two alarms of one machine apart: a rule's name. Empty for nothing.
    public var origin: String
    public var form: Form
    /// Nanoseconds since 1970 UTC.
    public var time: Int64
    public var clock: VerdictClock
    /// Higher is more anomalous; nil where none was said.
    public var score: Double?
    /// When it came in, nanoseconds since 1970 UTC by the world's clock; nil out of a file.
    public var received: Int64?

    public init(
        machine: String, origin: String = "", form: Form, time: Int64,
        clock: VerdictClock = .data, score: Double? = nil, received: Int64? = nil
    ) {
        self.machine = machine
        self.origin = origin
        self.form = form
        self.time = time
        self.clock = clock
        self.score = score
        self.received = received
    }
}

/// One thing that came in.
public enum VerdictItem: Sendable, Equatable {
    case said(SaidVerdict)
    /// What cannot be read as a verdict: its beginning, and why.
    case notUnderstood(text: String, reason: String)
}
