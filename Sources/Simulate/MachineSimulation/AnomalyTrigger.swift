/// When an anomaly that another one sets off begins: not at a time of the plan, but at what the
/// machine comes to.
public struct AnomalyTrigger: Sendable, Equatable {
    /// What the machine has to reach while the cause acts; nil where the cause's start is enough.
    public var limit: StateLimit?
    /// Ticks from there to the start.
    public var delay: Int
    /// Ticks that it lasts.
    public var length: Int

    public init(limit: StateLimit?, delay: Int = 0, length: Int) {
        self.limit = limit
        self.delay = delay
        self.length = length
    }
}

/// A limit of the machine's own state, as a protection watches it: the channel as the machine has
/// it, noise included, before any sensor fault.
public struct StateLimit: Sendable, Equatable {
    public enum Side: String, Sendable, CaseIterable {
        case above, below
    }

    public var channel: String
    public var side: Side
    /// In the channel's unit.
    public var value: Double
    /// Ticks in a row that have to be beyond it, at least 1.
    public var hold: Int

    public init(channel: String, _ side: Side, _ value: Double, hold: Int = 1) {
        self.channel = channel
        self.side = side
        self.value = value
        self.hold = hold
    }

    func isPassed(by reading: Double) -> Bool {
        side == .above ? reading > value : reading < value
    }
}
