/// Thresholds of several statistics of one series, each set on that statistic's own past.
///
/// The past is kept as block maxima: the largest value in each stretch of rows. Whatever the values
/// are distributed like, the maxima of long enough blocks are close to a Gumbel law (Fisher and
/// Tippett 1928; Coles, *An Introduction to Statistical Modeling of Extreme Values*, 2001, chapter
/// 3), and serial correlation, which ruins a threshold taken from single rows, hardly matters. The
/// law is fitted to the 20 % and 80 % quantiles of the maxima, so that a fifth of the past may be
/// faulty without moving the threshold, and is read off at the wanted return period.
///
/// Blocks begin short, for an early threshold, and double in length until the bank spans
/// `capacity · longest` rows: memory is constant however long the series runs.
struct TailBank: Sendable, Equatable {
    static let capacity = 32
    static let shortest = 8

    let statistics: Int
    /// Rows per block at most.
    let longest: Int
    /// Rows between two false alarms of one statistic.
    var returnPeriod: Double

    private(set) var blockLength = TailBank.shortest
    private(set) var blocks = 0
    private var oldest = 0
    private var rowsInBlock = 0
    /// `capacity` maxima for each statistic, statistic after statistic.
    private var maxima: [Double]
    private var current: [Double]
    /// The fitted return level of each statistic; infinity before the first fit.
    private(set) var levels: [Double]
    /// Median of each statistic's block maxima: what an ordinary stretch reaches.
    private(set) var ordinary: [Double]
    /// Largest of each statistic's block maxima.
    private(set) var largest: [Double]
    /// Blocks closed since the last fit.
    private var unfitted = 0

    init(statistics: Int, longest: Int, returnPeriod: Double) {
        self.statistics = statistics
        self.longest = longest
        self.returnPeriod = returnPeriod
        maxima = [Double](repeating: 0, count: statistics * Self.capacity)
        current = [Double](repeating: -.infinity, count: statistics)
        levels = [Double](repeating: .infinity, count: statistics)
        ordinary = [Double](repeating: 0, count: statistics)
        largest = ordinary
    }

    /// Takes the statistics of one row, or the largest of each over `rows` rows, into the past; `rows`
    /// divides ``shortest`` and is the same for every call. Returns whether the levels changed.
    mutating func learn(_ values: UnsafePointer<Double>, rows: Int = 1) -> Bool {
        current.withUnsafeMutableBufferPointer { current in
            for index in 0..<statistics where values[index] > current[index] {
                current[index] = values[index]
            }
        }
        rowsInBlock += rows
        guard rowsInBlock == blockLength else { return false }
        closeBlock()
        return fit()
    }

    private mutating func closeBlock() {
        rowsInBlock = 0
        let slot: Int
        if blocks < Self.capacity {
            slot = blocks
            blocks += 1
        } else {
            slot = oldest
            oldest = (oldest + 1) % Self.capacity
        }
        for index in 0..<statistics {
            maxima[index * Self.capacity + slot] = current[index]
            current[index] = -.infinity
        }
        if blocks == Self.capacity, blockLength < longest { mergePairs() }
        unfitted += 1
    }

    /// Blocks of twice the length; the oldest quarter goes, for a beginning is seldom typical.
    private mutating func mergePairs() {
        let dropped = Self.capacity / 4
        let kept = (Self.capacity - dropped) / 2
        for index in 0..<statistics {
            let base = index * Self.capacity
            for pair in 0..<kept {
                let first = base + dropped + 2 * pair
                maxima[base + pair] = max(maxima[first], maxima[first + 1])
            }
        }
        blocks = kept
        blockLength *= 2
    }

    private mutating func fit() -> Bool {
        // A long past changes little with one block more.
        guard blocks >= 5, unfitted >= blocks / 12 else { return false }
        unfitted = 0
        let count = blocks
        withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { sorted in
            for index in 0..<statistics {
                for block in 0..<count {
                    // Insertion sort: a few dozen values, nearly always in cache.
                    let value = maxima[index * Self.capacity + block]
                    var place = block
                    while place > 0, sorted[place - 1] > value {
                        sorted[place] = sorted[place - 1]
                        place -= 1
                    }
                    sorted[place] = value
                }
                func quantile(_ share: Double) -> Double {
                    let position = Double(count - 1) * share
                    let below = Int(position)
                    let above = min(below + 1, count - 1)
                    return sorted[below] + (sorted[above] - sorted[below])
                        * (position - Double(below))
                }
                let low = quantile(0.2)
                let high = quantile(0.8)
                // −ln(−ln 0.8) = 1.49994 and −ln(−ln 0.2) = −0.47588.
                let scale = (high - low) / 1.97582
                let location = low + 0.47588 * scale
                let unsure = 1 + 3 / Double(count)
                let level =
                    location + scale * unsure
                    * Elementary.logarithm(max(returnPeriod / Double(blockLength), 1))
                // The third largest is beyond what a few faulty blocks can lift.
                let seen = count >= 8 ? sorted[count - 3] : sorted[count - 1]
                ordinary[index] = quantile(0.5)
                largest[index] = sorted[count - 1]
                // Of values that can hardly be told from infinity there is no law.
                levels[index] = level.isFinite ? max(level, seen) : .infinity
            }
        }
        return true
    }

    /// The `rank`-th largest block maximum of a statistic; nil before there are so many.
    func largest(_ rank: Int, of statistic: Int) -> Double? {
        guard rank >= 1, rank <= blocks else { return nil }
        let base = statistic * Self.capacity
        return maxima[base..<base + blocks].sorted()[blocks - rank]
    }

    func save(to writer: inout StateWriter) {
        writer.write(blockLength)
        writer.write(blocks)
        writer.write(oldest)
        writer.write(rowsInBlock)
        writer.write(unfitted)
        writer.write(maxima)
        writer.write(current)
        writer.write(levels)
        writer.write(ordinary)
        writer.write(largest)
    }

    mutating func restore(from reader: inout StateReader) throws(StateError) {
        blockLength = try reader.readInt()
        blocks = try reader.readInt()
        oldest = try reader.readInt()
        rowsInBlock = try reader.readInt()
        unfitted = try reader.readInt()
        guard blockLength >= 1, (0...Self.capacity).contains(blocks),
            (0..<Self.capacity).contains(oldest), (0..<blockLength).contains(rowsInBlock)
        else { throw .invalid("a past of \(blocks) blocks of \(blockLength) rows") }
        maxima = try reader.readDoubles(count: maxima.count)
        current = try reader.readDoubles(count: current.count)
        levels = try reader.readDoubles(count: levels.count)
        ordinary = try reader.readDoubles(count: ordinary.count)
        largest = try reader.readDoubles(count: largest.count)
    }
}
