/// Knows how long one channel stays above and below its middle, and notices when it stays longer.
///
/// The middle is a slow running mean with a dead band, so noise does not count as a crossing. Only a
/// channel whose last stays were nearly equal has a cycle; every other channel gives 0 for ever. A
/// stay that runs over counts only while the value is one this half of the cycle is used to: after
/// a change of level the old times are forgotten instead.
struct CycleTimer: Sendable, Equatable {
    static let remembered = 6
    static let needed = 4
    private static let memory = 2048.0
    private static let patience = 24
    private static let spanTolerance = 0.1
    private static let longestStay = 20_000.0

    private var rows = 0.0
    private var high = 0.0
    private var low = 0.0
    private var overruns = 0
    /// Sum of the present stay's values.
    private var sum = 0.0
    private var smooth = 0.0
    /// 0 below the middle, 1 above, −1 not yet known.
    private var half = -1
    private var stay = 0.0
    private var stayIsWhole = false
    /// Lengths of the last stays below, then above.
    private var stays = [Double](repeating: 0, count: 2 * remembered)
    private var counts = [0, 0]
    /// Mean of each half's stays.
    private var usual = [0.0, 0.0]
    /// Distance of the extremes when the first of the stays was recorded: where it has changed, the
    /// middle has moved, and what counts as a half with it.
    private var span = 0.0

    /// Takes one value; returns how far the present stay has overrun its usual length: 1 is the
    /// longest a regular cycle would take. `disturbed` rows do not count as part of a cycle.
    mutating func observe(_ value: Double, disturbed: Bool, late: Double = 1.12) -> Double {
        if rows == 0 {
            high = value
            low = value
            smooth = value
        }
        rows += 1
        if disturbed { stayIsWhole = false }
        smooth += (value - smooth) * 0.5
        if !disturbed {
            // Extremes that follow quickly outwards and slowly back.
            high += (smooth - high) * (smooth > high ? 0.1 : 1 / Self.memory)
            low += (smooth - low) * (smooth < low ? 0.1 : 1 / Self.memory)
        }
        let mean = (high + low) / 2
        let band = 0.1 * (high - low)
        stay += 1
        let before = half
        if smooth > mean + band { half = 1 } else if smooth < mean - band { half = 0 }
        if half != before {
            if before >= 0, stayIsWhole { record(stay, in: before) }
            stay = 0
            stayIsWhole = !disturbed
            sum = 0
        }
        guard half >= 0 else { return 0 }
        sum += value
        let result = stayIsWhole ? overrun(late) : 0
        return result
    }

    private mutating func record(_ length: Double, in half: Int) {
        if abs(high - low - span) > Self.spanTolerance * span { counts = [0, 0] }
        // A stay that ran over is not what the cycle is like, unless all are from now on.
        if hasCycle, length > 1.12 * extremes(half).longest + 3 {
            overruns += 1
            if overruns < Self.patience { return }
            counts = [0, 0]
        } else {
            overruns = max(0, overruns - 1)
        }
        if counts == [0, 0] {
            overruns = 0
            span = high - low
        }
        let base = half * Self.remembered
        stays[base + counts[half] % Self.remembered] = length
        counts[half] += 1
        usual[half] += (counts[half] == 1 ? 1 : 0.3) * (sum / length - usual[half])
    }

    /// Whether the last stays were so alike that a longer one means something.
    var hasCycle: Bool {
        counts[0] >= Self.needed && counts[1] >= Self.needed && isRegular(0) && isRegular(1)
    }

    private mutating func overrun(_ late: Double) -> Double {
        guard hasCycle else { return 0 }
        let height = high - low
        guard usual[1] - usual[0] > 0.3 * height else { return 0 }
        let limit = late * longest(half) + 3
        guard stay > limit else { return stay / limit * 0.5 }
        // Longer than ever, at a level this half does not know: a new regime, not a late cycle.
        if abs(smooth - usual[half]) > 0.3 * height {
            counts = [0, 0]
            return 0
        }
        guard stay < Self.longestStay, stay < 4 * limit else {
            counts = [0, 0]
            return 0
        }
        return stay / limit
    }

    private func isRegular(_ side: Int) -> Bool {
        let (shortest, longest) = extremes(side)
        return longest >= 6 && longest - shortest <= 0.12 * longest + 2
    }

    private func longest(_ side: Int) -> Double { counts[side] > 0 ? extremes(side).longest : 0 }

    private func extremes(_ side: Int) -> (shortest: Double, longest: Double) {
        let base = side * Self.remembered
        let count = min(counts[side], Self.remembered)
        var shortest = Double.infinity
        var longest = 0.0
        for index in base..<base + count {
            shortest = min(shortest, stays[index])
            longest = max(longest, stays[index])
        }
        return (shortest, longest)
    }

    func save(to writer: inout StateWriter) {
        for value in [rows, high, low, smooth, stay, sum, span] { writer.write(value) }
        writer.write(overruns)
        writer.write(half)
        writer.write(stayIsWhole)
        writer.write(stays)
        for side in 0..<2 { writer.write(counts[side]) }
        writer.write(usual)
    }

    mutating func restore(from reader: inout StateReader) throws(StateError) {
        rows = try reader.readDouble()
        high = try reader.readDouble()
        low = try reader.readDouble()
        smooth = try reader.readDouble()
        stay = try reader.readDouble()
        sum = try reader.readDouble()
        span = try reader.readDouble()
        overruns = try reader.readInt(in: 0...Self.patience)
        half = try reader.readInt(in: -1...1)
        stayIsWhole = try reader.readBool()
        stays = try reader.readDoubles(count: 2 * Self.remembered)
        for side in 0..<2 { counts[side] = try reader.readInt(in: 0...Int.max) }
        usual = try reader.readDoubles(count: 2)
    }
}
