/// When which machines make their next reading: decides, and does nothing itself.
///
/// Many machines are not asked all at once: they are cut into slices whose turns are spread over the
/// interval.
public struct Pacer: Sendable {
    /// Machines that are asked together.
    public let slices: [Range<Int>]
    /// Nanoseconds of the machines' time from one slice to the next.
    private let interval: Int64
    /// Of the machines' time in a second of ours; nil for as fast as can be.
    private let factor: Double?

    /// Up to here all machines have their turn together: that many readings take some 10 ms.
    public static let together = 500

    public init(machines: Int, interval: Int64, speed: GeneratorPlan.Speed) {
        self.interval = interval
        if case .factor(let factor) = speed { self.factor = factor } else { factor = nil }
        let real = factor.map { Double(interval) / $0 } ?? 0
        // A turn every 5 ms or less often, of 50 machines or more.
        let count =
            machines <= Self.together || factor == nil
            ? 1 : max(1, Int(min(Double(machines / 50), real / 5e6)))
        slices = (0..<count).map {
            machines * $0 / count..<machines * ($0 + 1) / count
        }
    }

    /// Since the begin, when slice `slice` is to make reading `tick`; nil for at once.
    public func due(tick: Int, slice: Int) -> Duration? {
        guard let factor else { return nil }
        let time =
            Double(tick) * Double(interval)
            + Double(interval) * Double(slice) / Double(slices.count)
        // What is due after centuries is never due.
        return .nanoseconds(Int64(min(time / factor, 9e18)))
    }

    /// By how many nanoseconds of the machines' time a machine's turn is later than the first's, in
    /// whole milliseconds.
    public func phases(machines: Int) -> [Int64] {
        var phases = [Int64](repeating: 0, count: machines)
        for (number, slice) in slices.enumerated() {
            let phase = interval * Int64(number) / Int64(slices.count) / 1_000_000 * 1_000_000
            for machine in slice { phases[machine] = phase }
        }
        return phases
    }
}
