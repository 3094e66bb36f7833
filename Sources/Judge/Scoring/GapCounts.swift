/// Anomalous scores in order, and how many normal rows lie at and between them: all that the ROC and
/// precision-recall curves depend on, without sorting the normal rows.
///
/// - Complexity: O(n) for normal rows, each of which takes a look-up near its place, and O(m) for m
///   anomalous ones; up to 56 bytes for each of these and nothing for normal rows.
struct GapCounts {
    /// Distinct keys of anomalous rows, ascending, and one behind all that no row has.
    private var keys: [UInt64]
    /// How many anomalous rows have each.
    private var anomalous: [Int]
    /// Two numbers a key: normal rows before it, behind the key before, and those with just this key.
    /// Side by side and short, for they are counted up in no order; 4 billion rows are enough.
    private var counts: [UInt32]

    /// Where each slot's keys begin.
    private var slots: [Int32] = []
    private let slotting: Slotting

    /// - Parameters:
    ///   - sorted: keys of anomalous rows, ascending.
    init(sorted: UnsafeBufferPointer<UInt64>) {
        keys = []
        anomalous = []
        keys.reserveCapacity(sorted.count + 1)
        anomalous.reserveCapacity(sorted.count)
        for key in sorted {
            if keys.last == key {
                anomalous[anomalous.count - 1] += 1
            } else {
                keys.append(key)
                anomalous.append(1)
            }
        }
        let scores = keys.map(RankedScores.score)
        keys.append(.max)
        counts = [UInt32](repeating: 0, count: 2 * keys.count)
        slotting = Slotting(scores)
        slots = [Int32](repeating: 0, count: slotting.count + 2)
        for score in scores { slots[slotting.slot(score) + 1] += 1 }
        for index in 1..<slots.count { slots[index] += slots[index - 1] }
    }

    /// Counts normal rows.
    mutating func take(_ scores: UnsafeBufferPointer<Double>) {
        let slotting = slotting
        keys.withUnsafeBufferPointer { keys in
            slots.withUnsafeBufferPointer { slots in
                counts.withUnsafeMutableBufferPointer { counts in
                    // Every normal row passes here, so no bounds checks: slots stay inside `slots`,
                    // their values are indices of `keys`, and the last of these stops every search.
                    let (keys, slots) = (keys.baseAddress!, slots.baseAddress!)
                    let counts = counts.baseAddress!
                    for score in scores {
                        let key = RankedScores.key(score)
                        let place = slotting.slot(score)
                        var low = Int(slots[place])
                        var high = Int(slots[place + 1])
                        while high - low > 8 {
                            // Scores crowd here.
                            let middle = (low + high) / 2
                            if keys[middle] < key { low = middle + 1 } else { high = middle }
                        }
                        // Mostly none or one is passed. Keys of the next slots are larger anyway.
                        low += keys[low] < key ? 1 : 0
                        low += keys[low] < key ? 1 : 0
                        while keys[low] < key { low += 1 }
                        counts[2 * low + (keys[low] == key ? 1 : 0)] += 1
                    }
                }
            }
        }
    }

    /// Calls `body` for each anomalous key and for the normal rows between two as one tie, in falling
    /// order of scores. The key of such a tie is 0 and means nothing.
    func forEachTie(_ body: (_ key: UInt64, _ anomalous: Int, _ normal: Int) -> Void) {
        for index in anomalous.indices {
            let (before, equal) = (counts[2 * index], counts[2 * index + 1])
            if before > 0 { body(0, 0, Int(before)) }
            body(keys[index], anomalous[index], Int(equal))
        }
        let rest = counts[2 * anomalous.count]
        if rest > 0 { body(0, 0, Int(rest)) }
    }
}

/// Cuts scores into equal slots between the highest and the lowest that is finite.
private struct Slotting {
    private let highest: Double
    private let scale: Double
    /// Slots, but for one more at the end, of all that is lower or missing.
    let count: Int
    private let end: Double

    /// - Parameter scores: falling.
    init(_ scores: [Double]) {
        highest = scores.first { $0.isFinite } ?? 0
        let lowest = scores.last { $0.isFinite } ?? 0
        count = min(1 << 18, max(1, 8 * scores.count))
        end = Double(count)
        // Of a width that doubles cannot hold, or so narrow that its inverse is none: one slot for all.
        let scale = Double(count) / (highest - lowest)
        self.scale = scale.isFinite ? scale : 0
    }

    /// Never falls as scores fall, which is all that a look-up needs.
    @inline(__always)
    func slot(_ score: Double) -> Int {
        let depth = (highest - score) * scale
        if depth >= 0, depth < end { return Int(depth) }
        // Also for infinities times 0, which are no number.
        return score > highest ? 0 : count
    }
}
