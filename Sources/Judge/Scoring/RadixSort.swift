/// Sorts ascending, most significant digits first: a pass over all keys splits them by the highest bits
/// in which they differ, and pieces that fit into the processor's cache are split on.
///
/// - Complexity: O(n) for a fixed key width; up to ``largestScratch`` keys of room beside.
package func radixSort(_ keys: inout [UInt64], count: Int) {
    withScratch(&keys, count) { sort($0, $1, Wanted(ranks: nil, base: 0)) }
}

/// Puts at each of `ranks` the key that sorting would put there, with its equals beside it, lower keys
/// before and higher ones behind; pieces without such a rank are left as they are.
/// - Parameter ranks: ascending.
package func radixSelect(_ keys: inout [UInt64], count: Int, ranks: [Int]) {
    ranks.withUnsafeBufferPointer { ranks in
        withScratch(&keys, count) { sort($0, $1, Wanted(ranks: ranks, base: 0)) }
    }
}

private func withScratch(
    _ keys: inout [UInt64], _ count: Int,
    _ body: (UnsafeMutableBufferPointer<UInt64>, UnsafeMutableBufferPointer<UInt64>) -> Void
) {
    keys.withUnsafeMutableBufferPointer { keys in
        let keys = UnsafeMutableBufferPointer(rebasing: keys[..<count])
        withUnsafeTemporaryAllocation(
            of: UInt64.self, capacity: min(count, largestScratch)
        ) { body(keys, $0) }
    }
}

/// Ranks that matter; nil for all.
private struct Wanted {
    var ranks: UnsafeBufferPointer<Int>?
    /// Rank of a piece's first key.
    var base: Int

    /// The same for a piece of a piece; nil if no rank in it matters.
    /// - Parameter next: the first rank that is not before this piece; pieces come in order.
    func inside(_ piece: Range<Int>, _ next: inout Int) -> Wanted? {
        guard let ranks else { return self }
        while next < ranks.count, ranks[next] < base + piece.lowerBound { next += 1 }
        guard next < ranks.count, ranks[next] < base + piece.upperBound else { return nil }
        return Wanted(
            ranks: UnsafeBufferPointer(rebasing: ranks[next...]), base: base + piece.lowerBound)
    }
}

/// More keys are first split in place, which takes no room and a little longer.
private let largestScratch = 1 << 21

private func sort(
    _ keys: UnsafeMutableBufferPointer<UInt64>, _ scratch: UnsafeMutableBufferPointer<UInt64>,
    _ wanted: Wanted
) {
    if keys.count <= 24 { return insertionSort(keys) }
    // Bits in which any two keys differ.
    var differing: UInt64 = 0
    let first = keys[0]
    for key in keys { differing |= key ^ first }
    if differing == 0 { return }
    let top = UInt64.bitWidth - differing.leadingZeroBitCount
    // About a bucket for every sixteen keys: deeper levels then have next to nothing to do.
    let useful = Int.bitWidth - (keys.count >> 4).leadingZeroBitCount
    let digit = min(top, max(4, min(useful, 11)))
    let shift = UInt64(top - digit)
    let mask = UInt64(1) << UInt64(digit) - 1
    let isInPlace = keys.count > scratch.count
    let bucketCount = 1 << digit
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 2 * bucketCount) { table in
        // The next free slot and the end of each bucket.
        let next = table.baseAddress!
        let end = next + bucketCount
        next.update(repeating: 0, count: bucketCount)
        for key in keys { next[Int(key >> shift & mask)] += 1 }
        var sum = 0
        for bucket in 0..<bucketCount {
            let size = next[bucket]
            next[bucket] = sum
            sum += size
            end[bucket] = sum
        }
        if isInPlace {
            permute(keys, next, end, bucketCount, shift, mask)
        } else {
            let source = keys.baseAddress!
            let target = scratch.baseAddress!
            for index in 0..<keys.count {
                let key = source[index]
                let bucket = Int(key >> shift & mask)
                target[next[bucket]] = key
                next[bucket] += 1
            }
            source.update(from: target, count: keys.count)
        }
        if shift == 0 { return }
        var start = 0
        var rank = 0
        for bucket in 0..<bucketCount {
            if end[bucket] - start > 1, let wanted = wanted.inside(start..<end[bucket], &rank) {
                sort(
                    UnsafeMutableBufferPointer(rebasing: keys[start..<end[bucket]]), scratch, wanted
                )
            }
            start = end[bucket]
        }
    }
}

/// Brings each key into its bucket by swaps (McIlroy, Bostic and McIlroy's American flag sort, 1993).
private func permute(
    _ keys: UnsafeMutableBufferPointer<UInt64>, _ next: UnsafeMutablePointer<Int>,
    _ end: UnsafeMutablePointer<Int>, _ bucketCount: Int, _ shift: UInt64, _ mask: UInt64
) {
    for value in 0..<bucketCount {
        while next[value] < end[value] {
            var key = keys[next[value]]
            var bucket = Int(key >> shift & mask)
            while bucket != value {
                swap(&key, &keys[next[bucket]])
                next[bucket] += 1
                bucket = Int(key >> shift & mask)
            }
            keys[next[value]] = key
            next[value] += 1
        }
    }
}

private func insertionSort(_ keys: UnsafeMutableBufferPointer<UInt64>) {
    for index in keys.indices.dropFirst() {
        let key = keys[index]
        var hole = index
        while hole > 0, keys[hole - 1] > key {
            keys[hole] = keys[hole - 1]
            hole -= 1
        }
        keys[hole] = key
    }
}
