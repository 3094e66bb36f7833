/// Anomalous and normal rows' scores in falling order, all of them.
///
/// A score is kept as a key, an integer that is the smaller the higher the score is. Missing scores
/// (NaN, -inf) share the largest key. Keys of the two classes are sorted apart and read together.
/// - Complexity: O(n) time in memory, for a fixed key width, and 8 bytes a row; with a ``SpillRoom``
///   O(n log n) and some 4 MB, whatever n is.
struct RankedScores {
    private var anomalous: KeyRuns
    private var normal: KeyRuns
    private let room: (any SpillRoom)?
    private let roomStart: Int

    /// - Parameters:
    ///   - parts: series that have scores.
    ///   - room: for keys that do not fit into memory; nil to keep all there.
    init(_ parts: [RankedPart], room: (any SpillRoom)? = nil) throws {
        self.room = room
        roomStart = room?.end ?? 0
        anomalous = KeyRuns(
            total: parts.reduce(0) { $0 + $1.layout.anomalousCount }, room: room)
        normal = KeyRuns(
            total: parts.reduce(0) { $0 + $1.layout.scoredCount - $1.layout.anomalousCount },
            room: room)
        for (series, layout) in parts {
            for range in layout.anomalous {
                try series.rows.read(range, .scores) { try anomalous.append($0.scores) }
            }
        }
        try parts.forEachNormalScores { try normal.append($0) }
        anomalous.sort()
        normal.sort()
    }

    var anomalousCount: Int { anomalous.count }
    var normalCount: Int { normal.count }
    var count: Int { anomalousCount + normalCount }

    /// Gives back what it took of the room; it cannot be read any more.
    func release() {
        room?.release(from: roomStart)
    }

    /// The key of a score; higher scores have smaller keys, -0 and 0 the same one.
    @inline(__always)
    static func key(_ score: Double) -> UInt64 {
        let bits = (score > -.infinity ? score + 0 : -.infinity).bitPattern
        return bits >> 63 == 1 ? bits : ~(bits | 1 << 63)
    }

    /// The score of a key; -inf for missing ones.
    static func score(_ key: UInt64) -> Double {
        Double(bitPattern: key >> 63 == 1 ? key : ~key & ~(1 << 63))
    }

    /// Calls `body` for each distinct score from high to low with its key and its rows of each class.
    @inline(__always)
    func forEachTie(
        _ body: (_ key: UInt64, _ anomalous: Int, _ normal: Int) -> Void
    ) throws {
        guard anomalous.spilled.isEmpty, normal.spilled.isEmpty else {
            var merge = try KeyMerge(anomalous, normal, room: room)
            return try merge.forEachTie(body)
        }
        anomalous.keys.withUnsafeBufferPointer { anomalousKeys in
            normal.keys.withUnsafeBufferPointer { normalKeys in
                // One pointer each: a million rows pass here.
                let (a, b) = (anomalousKeys.baseAddress!, normalKeys.baseAddress!)
                let (aCount, bCount) = (anomalous.filled, normal.filled)
                var (i, j) = (0, 0)
                while i < aCount || j < bCount {
                    let key = min(i < aCount ? a[i] : .max, j < bCount ? b[j] : .max)
                    let (fromI, fromJ) = (i, j)
                    while i < aCount, a[i] == key { i += 1 }
                    while j < bCount, b[j] == key { j += 1 }
                    body(key, i - fromI, j - fromJ)
                }
            }
        }
    }
}

/// A series and where its scored rows lie.
typealias RankedPart = (series: ScoredSeries, layout: SeriesLayout)
