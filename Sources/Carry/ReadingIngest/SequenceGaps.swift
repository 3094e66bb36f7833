/// What is missing in a machine's sequence: numbers between its first and its newest reading that have
/// not come. Keeps the newest ``limit`` gaps in memory; older ones can only be counted.
struct SequenceGaps {
    static let limit = 128

    /// Why readings are probably missing.
    enum Cause: Sendable {
        /// The link to the broker was lost between the readings around the gap: what the broker had
        /// acknowledged to the sender and not yet handed on went with its session or its memory.
        case broker
        /// Held back or given up by the sender, or dropped on the way.
        case unknown
    }

    /// What a number that came has changed.
    enum Change: Equatable {
        case none
        case opened(Int, Cause)
        case filled(Cause)
    }

    /// 0 before the first reading.
    private(set) var highest: Int64
    private var gaps: [(range: ClosedRange<Int64>, cause: Cause)] = []
    /// How often the link had been lost when the machine last spoke.
    private var losses: Int

    init(highest: Int64 = 0, losses: Int) {
        self.highest = highest
        self.losses = losses
    }

    /// Notes `number`, which is at least 1.
    /// - Parameter lossesSoFar: how often the link to the broker has been lost.
    mutating func note(_ number: Int64, losses lossesSoFar: Int) -> Change {
        defer {
            highest = max(highest, number)
            losses = lossesSoFar
        }
        guard highest > 0 else { return .none }
        if number > highest, number - highest > 1 {
            let cause: Cause = lossesSoFar > losses ? .broker : .unknown
            if gaps.count == Self.limit { gaps.removeFirst() }
            let range = highest + 1...number - 1
            gaps.append((range, cause))
            return .opened(range.count, cause)
        }
        guard number < highest,
            let place = gaps.lastIndex(where: { $0.range.contains(number) })
        else { return .none }
        let (range, cause) = gaps.remove(at: place)
        if number < range.upperBound {
            gaps.insert((number + 1...range.upperBound, cause), at: place)
        }
        if number > range.lowerBound {
            gaps.insert((range.lowerBound...number - 1, cause), at: place)
        }
        if gaps.count > Self.limit { gaps.removeFirst() }
        return .filled(cause)
    }
}
