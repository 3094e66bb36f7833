/// How long events went unnoticed, seconds (docs/metrics/delay.md).
public struct DelaySummary: Sendable, Equatable {
    public var mean: Double?
    public var median: Double?
    /// Linear between order statistics.
    public var p95: Double?
    public var max: Double?
    /// Over all events: a found one counts with its delay but no more than its duration, a missed one
    /// with its duration, so that finding only the easy ones doesn't look quick.
    public var meanCensored: Double?
    public var missed = 0
    /// Found events for which an alarm was on already when they started.
    public var armedBefore = 0

    public init() {}

    /// Of things that were all found, each after so many seconds.
    public init(found delays: [Double]) {
        self.init(
            delays.map { Observation(delay: $0, duration: .infinity, wasArmedBefore: false) })
    }

    /// One event as the summary sees it.
    struct Observation: Sendable, Equatable {
        /// Nil if missed.
        var delay: Double?
        var duration: Double
        var wasArmedBefore: Bool
    }

    init(_ observations: [Observation]) {
        if observations.isEmpty { return }
        let delays = observations.compactMap(\.delay).sorted()
        missed = observations.count - delays.count
        armedBefore = observations.count { $0.wasArmedBefore }
        let censored = observations.reduce(0.0) { sum, one in
            sum + Swift.min(one.delay ?? one.duration, one.duration)
        }
        meanCensored = censored / Double(observations.count)
        guard !delays.isEmpty else { return }
        mean = delays.reduce(0, +) / Double(delays.count)
        median = quantile(0.5, ofSorted: delays)
        p95 = quantile(0.95, ofSorted: delays)
        max = delays.last
    }
}

/// The `q`-quantile, linear between order statistics at position `(n - 1) q`.
/// - Precondition: `values` is ascending and not empty.
func quantile(_ q: Double, ofSorted values: [Double]) -> Double {
    let position = Double(values.count - 1) * q
    let below = Int(position)
    if below + 1 >= values.count { return values[values.count - 1] }
    return values[below] + (values[below + 1] - values[below]) * (position - Double(below))
}

/// The middle 95 % of `values`, linear between order statistics.
/// - Parameter values: ascending.
/// - Returns: nil of nothing, and where an end is no number.
func middleRange(ofSorted values: [Double]) -> ClosedRange<Double>? {
    if values.isEmpty { return nil }
    let (low, high) = (quantile(0.025, ofSorted: values), quantile(0.975, ofSorted: values))
    return low <= high ? low...high : nil
}
