/// Keys on their way to being sorted: as many as memory is given for, the others as sorted runs in a
/// ``SpillRoom``.
struct KeyRuns {
    /// A sorted run that was written.
    struct Spilled {
        var offset: Int
        var count: Int
    }

    /// Keys in memory; the first `filled` count.
    private(set) var keys: [UInt64]
    private(set) var filled = 0
    private(set) var spilled: [Spilled] = []
    private let room: (any SpillRoom)?

    /// - Parameters:
    ///   - total: how many keys will come.
    ///   - room: for those that memory is not given for; nil to give it for all.
    init(total: Int, room: (any SpillRoom)?) {
        let capacity = min(total, room?.residentCount ?? total)
        keys = [UInt64](repeating: 0, count: max(1, capacity))
        self.room = room
    }

    var count: Int { spilled.reduce(filled) { $0 + $1.count } }

    /// Appends the keys of scores.
    mutating func append(_ scores: UnsafeBufferPointer<Double>) throws {
        var taken = 0
        while taken < scores.count {
            if filled == keys.count { try spill() }
            let part = min(scores.count - taken, keys.count - filled)
            // Every row of every score passes here: one pointer each, no growing, no bounds checks;
            // `part` keeps both inside.
            keys.withUnsafeMutableBufferPointer { keys in
                let target = keys.baseAddress! + filled
                let source = scores.baseAddress! + taken
                for index in 0..<part { target[index] = RankedScores.key(source[index]) }
            }
            filled += part
            taken += part
        }
    }

    private mutating func spill() throws {
        guard let room else { preconditionFailure("more keys than were said to come") }
        sort()
        spilled.append(Spilled(offset: room.end, count: filled))
        try keys.withUnsafeBytes { try room.append($0) }
        filled = 0
    }

    /// Sorts what is in memory.
    mutating func sort() { radixSort(&keys, count: filled) }

    /// Puts the keys at `ranks`, ascending, into place among those in memory.
    mutating func select(_ ranks: [Int]) { radixSelect(&keys, count: filled, ranks: ranks) }
}

/// Several sorted runs read as one, smallest key first, some keys of each run at a time.
struct KeyMerge {
    private struct Source {
        /// What is left in the file.
        var offset: Int
        var left: Int
        /// What was read; those from `next` up to `end` were not yet taken.
        var keys: [UInt64]
        var next = 0
        var end: Int
        var isAnomalous: Bool
    }

    private var sources: [Source] = []
    /// A heap by next key: the least first.
    private var heap: [(key: UInt64, source: Int)] = []
    private let room: (any SpillRoom)?
    private let bufferCount: Int

    /// Bytes of all runs' buffers together, but at least a page each.
    private static let buffers = 1 << 20

    init(_ anomalous: KeyRuns, _ normal: KeyRuns, room: (any SpillRoom)?) throws {
        self.room = room
        let runs = anomalous.spilled.count + normal.spilled.count
        bufferCount = max(512, Self.buffers / 8 / max(1, runs))
        for (keys, isAnomalous) in [(anomalous, true), (normal, false)] {
            for run in keys.spilled {
                sources.append(
                    Source(
                        offset: run.offset, left: run.count, keys: [], end: 0,
                        isAnomalous: isAnomalous))
            }
            if keys.filled > 0 {
                // The array is shared with `keys`, not copied.
                sources.append(
                    Source(
                        offset: 0, left: 0, keys: keys.keys, end: keys.filled,
                        isAnomalous: isAnomalous))
            }
        }
        for source in sources.indices {
            if sources[source].end == 0 { try refill(source) }
            heap.append((sources[source].keys[0], source))
        }
        for index in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(index) }
    }

    private mutating func refill(_ source: Int) throws {
        let count = min(bufferCount, sources[source].left)
        if sources[source].keys.isEmpty {
            sources[source].keys = [UInt64](repeating: 0, count: count)
        }
        let offset = sources[source].offset
        try sources[source].keys.withUnsafeMutableBytes {
            try room?.read(
                at: offset, into: UnsafeMutableRawBufferPointer(rebasing: $0[..<(8 * count)]))
        }
        sources[source].offset += 8 * count
        sources[source].left -= count
        sources[source].next = 0
        sources[source].end = count
    }

    private mutating func sink(_ start: Int) {
        var place = start
        let entry = heap[place]
        while true {
            var child = 2 * place + 1
            if child >= heap.count { break }
            if child + 1 < heap.count, heap[child + 1].key < heap[child].key { child += 1 }
            if heap[child].key >= entry.key { break }
            heap[place] = heap[child]
            place = child
        }
        heap[place] = entry
    }

    /// Calls `body` for each distinct key, ascending, with its number among either class.
    mutating func forEachTie(
        _ body: (_ key: UInt64, _ anomalous: Int, _ normal: Int) -> Void
    ) throws {
        while !heap.isEmpty {
            let key = heap[0].key
            var (anomalous, normal) = (0, 0)
            while let top = heap.first, top.key == key {
                let taken = try take(key, from: top.source)
                if sources[top.source].isAnomalous { anomalous += taken } else { normal += taken }
                if sources[top.source].next < sources[top.source].end {
                    heap[0].key = sources[top.source].keys[sources[top.source].next]
                } else if heap.count == 1 {
                    heap = []
                } else {
                    heap[0] = heap.removeLast()
                }
                if heap.count > 1 { sink(0) }
            }
            body(key, anomalous, normal)
        }
    }

    /// Takes all of a source's keys that equal `key`; its next one then stands ready, if it has one.
    private mutating func take(_ key: UInt64, from source: Int) throws -> Int {
        var taken = 0
        while true {
            while sources[source].next < sources[source].end {
                guard sources[source].keys[sources[source].next] == key else { return taken }
                sources[source].next += 1
                taken += 1
            }
            if sources[source].left == 0 { return taken }
            try refill(source)
        }
    }
}
