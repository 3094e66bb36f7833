/// A ranking in memory that is exact where somebody looks: at anomalous rows' scores and at ranks that
/// are asked for. The rows between come together as one tie, for nothing depends on their order.
///
/// - Complexity: O(n) time and 8 bytes a row, for far less than sorting all.
struct SparseRanking {
    private let gaps: GapCounts
    /// Normal rows' keys, in no order.
    private var normal: KeyRuns
    /// Positions among all rows, and ranks among normal rows.
    private let positions: [Int]
    private let normalRanks: [Int]

    /// - Parameters:
    ///   - positions: places among all rows, highest score first, whose scores matter; ascending.
    ///   - normalRanks: likewise among normal rows.
    /// - Throws: what reading the rows throws.
    init(_ parts: [RankedPart], positions: [Int], normalRanks: [Int]) throws {
        self.positions = positions
        self.normalRanks = normalRanks
        let total = parts.reduce(0) { $0 + $1.layout.scoredCount - $1.layout.anomalousCount }
        var gaps = try GapCounts(parts)
        var normal = KeyRuns(total: total, room: nil)
        try parts.forEachNormalScores {
            gaps.take($0)
            try normal.append($0)
        }
        self.gaps = gaps
        self.normal = normal
    }

    /// Calls `body` for the ties, highest score first, each with its key and its rows of each class.
    mutating func forEachTie(_ body: (_ key: UInt64, _ anomalous: Int, _ normal: Int) -> Void) {
        let ranks = wantedRanks
        normal.select(ranks)
        var next = 0
        var rank = 0
        gaps.forEachTie { key, anomalous, count in
            let end = rank + count
            if anomalous > 0 {
                body(key, anomalous, count)
            } else {
                // Normal rows alone: a tie for each rank that is wanted, and one for those between.
                while next < ranks.count, ranks[next] < rank { next += 1 }
                while next < ranks.count, ranks[next] < end {
                    let (key, tie) = normal.tie(at: ranks[next])
                    if tie.lowerBound > rank { body(0, 0, tie.lowerBound - rank) }
                    body(key, 0, tie.count)
                    rank = tie.upperBound
                    while next < ranks.count, ranks[next] < rank { next += 1 }
                }
                if rank < end { body(0, 0, end - rank) }
            }
            rank = end
        }
    }

    /// Ranks among normal rows, ascending, of all that is wanted and is no anomalous row's score.
    private var wantedRanks: [Int] {
        var ranks = normalRanks
        var next = 0
        var (position, rank) = (0, 0)
        gaps.forEachTie { _, anomalous, count in
            let end = position + anomalous + count
            while next < positions.count, positions[next] < end {
                if anomalous == 0 { ranks.append(rank + positions[next] - position) }
                next += 1
            }
            position = end
            rank += count
        }
        return ranks.sorted()
    }
}

extension GapCounts {
    /// Of the anomalous rows of `parts`.
    /// - Throws: what reading the rows throws.
    init(_ parts: [RankedPart]) throws {
        var anomalous = KeyRuns(
            total: parts.reduce(0) { $0 + $1.layout.anomalousCount }, room: nil)
        for (series, layout) in parts {
            for range in layout.anomalous {
                try series.rows.read(range, .scores) { try anomalous.append($0.scores) }
            }
        }
        anomalous.sort()
        self = anomalous.keys.withUnsafeBufferPointer {
            GapCounts(sorted: UnsafeBufferPointer(rebasing: $0[..<anomalous.filled]))
        }
    }
}

extension [RankedPart] {
    /// Calls `body` with the scores of all normal rows, piece after piece.
    func forEachNormalScores(_ body: (UnsafeBufferPointer<Double>) throws -> Void) throws {
        for (series, layout) in self {
            for range in layout.normal {
                try series.rows.read(range, .scores) { try body($0.scores) }
            }
        }
    }
}

extension KeyRuns {
    /// The key at `rank`, which was selected, and the ranks of all that equal it.
    fileprivate func tie(at rank: Int) -> (key: UInt64, ranks: Range<Int>) {
        let key = keys[rank]
        var (start, end) = (rank, rank + 1)
        while start > 0, keys[start - 1] == key { start -= 1 }
        while end < filled, keys[end] == key { end += 1 }
        return (key, start..<end)
    }
}
