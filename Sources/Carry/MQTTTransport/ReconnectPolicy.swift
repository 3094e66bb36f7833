/// When to try again: decides, and does nothing itself.
public struct ReconnectPolicy: Sendable {
    public static let standardDelays: [Duration] = [1, 2, 4, 8, 10].map { .seconds($0) }
    /// After a refusal that only a person can change.
    public static let slow = Duration.seconds(30)
    /// More connections than this in a minute that did not last mean that something throws us out.
    public static let connectsAMinute = 5

    private let delays: [Duration]
    private var failures = 0
    private var connects: [Duration] = []

    public init(delays: [Duration] = standardDelays) {
        precondition(!delays.isEmpty)
        self.delays = delays
    }

    /// The broker has accepted us at `now`.
    public mutating func connected(at now: Duration) {
        failures = 0
        connects.removeAll { now - $0 >= .seconds(60) }
        connects.append(now)
    }

    /// Whether connections are made and lost so often that waiting longer is better. The library's
    /// own delay starts anew with each connection and would go on for ever.
    public func isFlapping(at now: Duration) -> Bool {
        connects.count { now - $0 < .seconds(60) } > Self.connectsAMinute
    }

    /// How long to wait after a failure or a loss at `now`.
    /// - Parameter chance: 0 to 1, so that many clients do not come back at once.
    public mutating func delay(after problem: MQTTError, at now: Duration, chance: Double)
        -> Duration
    {
        let step = min(failures, delays.count - 1)
        failures += 1
        if problem.needsAPerson || isFlapping(at: now) { return max(Self.slow, delays[step]) }
        // Never above the longest, so that we are back within it.
        return min(delays[step] * (0.8 + 0.4 * chance), delays[delays.count - 1])
    }
}
