import Telemetry

/// First block: loads what has come since the last cycle, and nothing twice.
///
/// Rows can reach the store late and out of order (a redelivery, an outage, several machines), so
/// asking for "newer than the newest" would miss some. The block asks again for a stretch it has
/// asked for before (`overlap`) and lets through what it has not let through yet.
public struct LoadInfluxData: Sendable {
    /// What the block has let through: the position that a checkpoint keeps.
    public struct Cursor: Sendable, Equatable {
        /// Everything before this time has been asked for; `Int64.min` at first.
        public var loadedUpTo = Int64.min
        /// Per series, the time of its newest reading that went on.
        public var newest: [SeriesIdentity: Int64] = [:]
        public init() {}
    }

    public let source: any ReadingSource
    public let run: String?
    /// How far back a cycle asks again, nanoseconds.
    public let overlap: Int64
    public var cursor = Cursor()
    /// Readings that came after a newer one of their series had gone on. A model cannot take them
    /// back in order, so they are counted and left out.
    public private(set) var lateCount = 0
    /// Times within the overlap that have gone on, to tell a late reading from a known one.
    private var recent: [SeriesIdentity: Set<Int64>] = [:]

    public init(source: any ReadingSource, run: String? = nil, overlap: Int64 = 0) {
        self.source = source
        self.run = run
        self.overlap = overlap
    }

    /// Calls `body` with the readings of `window` that are new, piece by piece, each series in the
    /// order of time.
    /// - Returns: how many there were.
    /// - Throws: what the source or `body` throws; the cursor then stands where `body` last returned.
    @discardableResult
    public mutating func callAsFunction(
        _ window: TimeWindow, _ body: (ReadingBatch) throws -> Void
    ) throws -> Int {
        let from = max(window.start, cursor.loadedUpTo.subtractingSaturated(overlap))
        guard from < window.end else { return 0 }
        var loaded = 0
        let query = ReadingQuery(run: run, window: TimeWindow(start: from, end: window.end))
        try source.load(query) { batch in
            let fresh = admit(batch)
            guard !fresh.isEmpty else { return }
            try body(fresh)
            loaded += fresh.count
            if let last = fresh.times.last { cursor.newest[fresh.series] = last }
        }
        cursor.loadedUpTo = max(cursor.loadedUpTo, window.end)
        if overlap > 0 { forget(before: cursor.loadedUpTo.subtractingSaturated(overlap)) }
        return loaded
    }

    private mutating func admit(_ batch: ReadingBatch) -> ReadingBatch {
        let newest = cursor.newest[batch.series] ?? .min
        let isAllNewer = batch.times.first.map { $0 > newest } ?? true
        guard overlap > 0 || !isAllNewer else { return batch }
        var known = recent.removeValue(forKey: batch.series) ?? []
        defer { if overlap > 0 { recent[batch.series] = known } }
        if isAllNewer {
            known.formUnion(batch.times)
            return batch
        }
        var fresh = ReadingBatch(
            series: batch.series, channels: batch.channels, capacity: batch.count)
        for index in 0..<batch.count {
            let time = batch.times[index]
            if time > newest {
                fresh.append(time: time, sequence: batch.sequences[index], row: batch.row(index))
                known.insert(time)
            } else if !known.contains(time), known.contains(where: { $0 < time }) {
                // Within what this process remembers and not let through: it came too late. Where
                // memory does not reach (after a restart) it may have been scored before.
                lateCount += 1
                known.insert(time)
            }
        }
        return fresh
    }

    private mutating func forget(before time: Int64) {
        for series in recent.keys { recent[series] = recent[series]?.filter { $0 >= time } }
    }
}
