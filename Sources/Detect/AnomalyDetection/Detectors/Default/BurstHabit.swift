/// Gets used to short bursts that come again and again.
///
/// A backup each night, a burst of requests every few minutes: each stands out from the rows around
/// it, and none is news. Statistics that look at single rows would page for every one for ever,
/// since what is alarmed at is not learned. So a channel's bursts are counted, and once there have
/// been several in short order, one must stand out among them and not only among ordinary rows.
/// What lasts makes no habit, but is held against one that is there.
struct BurstHabit: Sendable, Equatable {
    /// Rows of a burst at most, and rows of quiet that end it.
    private static let longest: Int32 = 12
    private static let quiet: Int32 = 30
    /// Bursts that make a habit, and rows between two of them at most, on average.
    private static let needed = 5
    private static let spacing: Int32 = 400
    /// How far a burst must surpass the second largest of those before.
    private static let margin: Float = 1.6

    private var row: Int32 = 0
    private var start: Int32 = -1
    private var last: Int32 = 0
    private var size: Int32 = 0
    private var peak: Float = 0
    private var count = 0
    private var starts = SIMD8<Int32>(repeating: 0)
    private var peaks = SIMD8<Float>(repeating: 0)
    /// Whether the last row was one of a habit's bursts. Such rows are not learned: limits stay in units
    /// of ordinary rows, of which ``factor`` is a multiple.
    var isBurst: Bool { factor > 1 && start >= 0 && last == row }
    /// What ratios to limits are to be divided by: 1 without a habit.
    private(set) var factor = 1.0

    /// Takes in the largest ratio to a limit that single rows of the channel reach, undivided.
    mutating func observe(_ ratio: Double) {
        row = row == .max ? 0 : row + 1
        if ratio >= 1 {
            if start < 0 {
                start = row
                size = 0
                peak = 0
            }
            last = row
            size = min(size + 1, 1000)
            peak = max(peak, Float(min(ratio, 1e30)))
        } else if start >= 0, row - last >= Self.quiet {
            if size <= Self.longest { note() }
            start = -1
            size = 0
        }
        // Once they stay away, the next one is news again.
        if factor > 1, row - starts[(count - 1) % 8] > 4 * Self.spacing { factor = 1 }
    }

    private mutating func note() {
        starts[count % 8] = start
        peaks[count % 8] = peak
        count = count == 1 << 30 ? 8 : count + 1
        guard count >= Self.needed,
            start - starts[(count - Self.needed) % 8] < Int32(Self.needed - 1) * Self.spacing
        else { return }
        var largest: Float = 0
        var second: Float = 0
        for index in 0..<min(count, 8) {
            if peaks[index] > largest {
                (largest, second) = (peaks[index], largest)
            } else {
                second = max(second, peaks[index])
            }
        }
        factor = Double(max(Self.margin * second, 1))
    }

    func save(to writer: inout StateWriter) {
        for value in [row, start, last, size] { writer.write(Int(value)) }
        writer.write(Double(peak))
        writer.write(count)
        for index in 0..<8 {
            writer.write(Int(starts[index]))
            writer.write(Double(peaks[index]))
        }
        writer.write(factor)
    }

    mutating func restore(from reader: inout StateReader) throws(StateError) {
        row = Int32(try reader.readInt(in: 0...Int(Int32.max)))
        start = Int32(try reader.readInt(in: -1...Int(Int32.max)))
        last = Int32(try reader.readInt(in: 0...Int(Int32.max)))
        size = Int32(try reader.readInt(in: 0...1000))
        peak = Float(try reader.readDouble())
        count = try reader.readInt(in: 0...1 << 30)
        for index in 0..<8 {
            starts[index] = Int32(try reader.readInt(in: 0...Int(Int32.max)))
            peaks[index] = Float(try reader.readDouble())
        }
        factor = try reader.readDouble()
        guard factor >= 1, count > 0 || factor == 1 else { throw .invalid("a habit of \(factor)") }
    }
}
