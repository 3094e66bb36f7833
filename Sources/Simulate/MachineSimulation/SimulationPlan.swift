/// Everything a simulation follows from; the same plan gives the same bytes.
public struct SimulationPlan: Sendable, Equatable {
    public var seed: UInt64
    /// Time of the first reading, nanoseconds since 1970 UTC.
    public var start: Int64
    /// Nanoseconds from one reading to the next.
    public var interval: Int64
    /// Readings a machine makes; nil for no end.
    public var tickCount: Int?
    public var machines: [MachinePlan]

    public init(
        seed: UInt64, start: Int64, interval: Int64 = 1_000_000_000, tickCount: Int? = nil,
        machines: [MachinePlan]
    ) {
        self.seed = seed
        self.start = start
        self.interval = interval
        self.tickCount = tickCount
        self.machines = machines
    }

    /// Time of reading `tick`, counted from 0.
    public func time(ofTick tick: Int) -> Int64 { start + Int64(tick) * interval }
}
