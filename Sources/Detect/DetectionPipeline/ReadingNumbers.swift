import Telemetry

/// Which numbers (`seq`) of a series have come: lowest, highest, and how many. What lies between and
/// has not come never reached the store.
///
/// Counting makes no claim about order, so clocks that step back and readings that come late cannot
/// look like a loss. A machine that counts anew from 1 makes the count too small, never too large.
public struct ReadingNumbers: Sendable, Equatable {
    /// 0 while nothing has come that had a number.
    public private(set) var lowest: Int64 = 0
    public private(set) var highest: Int64 = 0
    public private(set) var count: Int64 = 0

    public init() {}

    init(lowest: Int64, highest: Int64, count: Int64) {
        self.lowest = lowest
        self.highest = highest
        self.count = count
    }

    /// How many numbers between the lowest and the highest have not come.
    public var missing: Int64 {
        guard count > 0 else { return 0 }
        return max(
            0, highest.subtractingSaturated(lowest).addingSaturated(1).subtractingSaturated(count))
    }

    /// Takes the numbers in; those below 1 are none.
    mutating func add(_ numbers: some Sequence<Int64>) {
        for number in numbers where number > 0 {
            lowest = count == 0 ? number : min(lowest, number)
            highest = max(highest, number)
            count = count.addingSaturated(1)
        }
    }
}
