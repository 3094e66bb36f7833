/// Anomalous and normal rows' scores in falling order: what every curve is read from.
///
/// A score is kept as a key, an integer that is the smaller the higher the score is, so that sorting
/// is a radix sort in place. Missing scores (NaN, -inf) share the largest key.
/// - Complexity: O(n) time for a fixed key width, 8 bytes a row.
struct RankedScores {
    /// Keys of anomalous rows, ascending.
    private(set) var anomalous: [UInt64]
    /// Keys of normal rows, ascending.
    private(set) var normal: [UInt64]

    init(_ parts: [(series: ScoredSeries, layout: SeriesLayout)]) {
        anomalous = []
        normal = []
        anomalous.reserveCapacity(parts.reduce(0) { $0 + $1.layout.anomalousCount })
        normal.reserveCapacity(
            parts.reduce(0) { $0 + $1.layout.scoredCount - $1.layout.anomalousCount })
        for (series, layout) in parts {
            for range in layout.anomalous {
                for row in range { anomalous.append(Self.key(series.scores[row])) }
            }
            for range in layout.normal {
                for row in range { normal.append(Self.key(series.scores[row])) }
            }
        }
        anomalous.withUnsafeMutableBufferPointer { radixSort($0) }
        normal.withUnsafeMutableBufferPointer { radixSort($0) }
    }

    var count: Int { anomalous.count + normal.count }

    /// The key of a score; higher scores have smaller keys, -0 and 0 the same one.
    static func key(_ score: Double) -> UInt64 {
        let bits = (score > -.infinity ? score + 0 : -.infinity).bitPattern
        return bits >> 63 == 1 ? bits : ~(bits | 1 << 63)
    }

    /// The score of a key; -inf for missing ones.
    static func score(_ key: UInt64) -> Double {
        Double(bitPattern: key >> 63 == 1 ? key : ~key & ~(1 << 63))
    }

    /// Calls `body` for each distinct score from high to low with its key and its rows of each class.
    func forEachTie(_ body: (_ key: UInt64, _ anomalous: Int, _ normal: Int) -> Void) {
        var (i, j) = (0, 0)
        while i < anomalous.count || j < normal.count {
            let key = min(
                i < anomalous.count ? anomalous[i] : .max, j < normal.count ? normal[j] : .max)
            let (fromI, fromJ) = (i, j)
            while i < anomalous.count, anomalous[i] == key { i += 1 }
            while j < normal.count, normal[j] == key { j += 1 }
            body(key, i - fromI, j - fromJ)
        }
    }
}

/// Sorts ascending, in place: most significant byte first (American flag sort), insertion below 32.
private func radixSort(_ keys: UnsafeMutableBufferPointer<UInt64>, shift: UInt64 = 56) {
    var shift = shift
    if keys.count <= 32 {
        for index in keys.indices.dropFirst() {
            let key = keys[index]
            var hole = index
            while hole > 0, keys[hole - 1] > key {
                keys[hole] = keys[hole - 1]
                hole -= 1
            }
            keys[hole] = key
        }
        return
    }
    // Two tables of 256 on the stack: the next free slot and the end of each byte value's bucket.
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 512) { table in
        let (next, end) = (table.baseAddress!, table.baseAddress! + 256)
        while true {
            next.update(repeating: 0, count: 256)
            for key in keys { next[Int(key >> shift & 255)] += 1 }
            // One bucket holds everything: this byte decides nothing.
            guard next[Int(keys[0] >> shift & 255)] == keys.count else { break }
            if shift == 0 { return }
            shift -= 8
        }
        var sum = 0
        for value in 0..<256 {
            let size = next[value]
            next[value] = sum
            sum += size
            end[value] = sum
        }
        for value in 0..<256 {
            while next[value] < end[value] {
                var key = keys[next[value]]
                var bucket = Int(key >> shift & 255)
                while bucket != value {
                    swap(&key, &keys[next[bucket]])
                    next[bucket] += 1
                    bucket = Int(key >> shift & 255)
                }
                keys[next[value]] = key
                next[value] += 1
            }
        }
        if shift == 0 { return }
        var start = 0
        for value in 0..<256 {
            if end[value] - start > 1 {
                radixSort(
                    UnsafeMutableBufferPointer(rebasing: keys[start..<end[value]]),
                    shift: shift - 8)
            }
            start = end[value]
        }
    }
}

extension SeriesLayout {
    /// Scored rows that are not anomalous, ascending and disjoint.
    var normal: [Range<Int>] {
        scored.flatMap { $0.subtracting(anomalous(in: $0)) }
    }
}
