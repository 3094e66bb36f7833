/// One anomaly to put into one machine.
public struct AnomalyPlan: Sendable, Equatable {
    /// Unique on its machine; names the truth event, and the stream its random draws come from.
    public var id: String
    /// Name of a kind of ``AnomalyCatalogue``: "overload".
    public var kind: String
    /// First tick it acts on. One in the past of a live machine counts as now.
    public var start: Int
    /// First tick it no longer acts on; nil until ``SimulatedMachine/end(anomaly:)``.
    public var end: Int?
    /// Id of the anomaly on the same machine that sets this one off, before it in the plan; nil for
    /// one that comes by itself.
    public var cause: String?
    /// When the cause sets it off. `start` and `end` are then the first and the last tick that are
    /// possible, and the machine finds the real ones: ``SimulatedMachine/time(ofAnomaly:)``.
    public var trigger: AnomalyTrigger?
    /// Channels it acts on; empty for those the kind chooses.
    public var channels: [String]
    /// Factor on the kind's strength: 1 as described, 0.5 half of it, 2 twice.
    public var magnitude: Double
    /// The kind's parameters that differ from their defaults; choices are given by position.
    public var parameters: [String: Double]
    /// How it comes and goes.
    public var envelope: Envelope

    public init(
        id: String, kind: String, start: Int, end: Int?, cause: String? = nil,
        trigger: AnomalyTrigger? = nil, channels: [String] = [], magnitude: Double = 1,
        parameters: [String: Double] = [:], envelope: Envelope = Envelope()
    ) {
        self.id = id
        self.kind = kind
        self.start = start
        self.end = end
        self.cause = cause
        self.trigger = trigger
        self.channels = channels
        self.magnitude = magnitude
        self.parameters = parameters
        self.envelope = envelope
    }
}
