import Telemetry

/// First block: loads what has come since the last cycle, and nothing twice.
///
/// Every series has a position of its own, the time of its newest reading that went on: a machine whose
/// clock is ahead moves nobody else's. Rows can reach the store late and out of order (a redelivery, an
/// outage), so the block also looks at a stretch before the position (`overlap`) and counts what has
/// come there too late.
public struct LoadInfluxData: Sendable {
    /// How far a series has been let through.
    public struct Position: Sendable, Equatable {
        /// Time of the newest reading that went on.
        public var newest: Int64
        /// Numbers (`seq`) of the readings seen so far.
        public var numbers = ReadingNumbers()

        public init(newest: Int64) { self.newest = newest }
    }

    /// What the block has let through: what a checkpoint keeps.
    public struct Cursor: Sendable, Equatable {
        public var positions: [SeriesIdentity: Position] = [:]
        public init() {}
    }

    /// What came of asking for windows of series.
    public struct Outcome: Sendable, Equatable {
        /// Readings that went on.
        public var loaded = 0
        /// By series, of those that gave something.
        public var counts: [SeriesIdentity: Int] = [:]
        /// Whether there is more in the windows: the caller wanted a pause.
        public var isCutShort = false

        public init() {}
    }

    /// Readings given on at once while a pause may be wanted.
    static let pieceSize = 2048

    public let source: any ReadingSource
    public let run: String?
    /// How far back a cycle asks again, nanoseconds; of a series with slow rows two sampling periods at least.
    public let overlap: Int64
    public var cursor = Cursor()
    /// Readings that came after a newer one of their series had gone on. A model cannot take them
    /// back in order, so they are counted and left out.
    public private(set) var lateCount = 0
    /// Times within the overlap that have gone on, rising, to tell a late reading from a known one.
    private var recent: [SeriesIdentity: [Int64]] = [:]
    private var periods: [SeriesIdentity: SamplingPeriod] = [:]

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
        var loaded = 0
        try source.load(ReadingQuery(run: run, window: window)) { batch in
            loaded += try pass(batch, body)
        }
        return loaded
    }

    /// As ``callAsFunction(_:_:)``, with a window for each series.
    /// - Parameter wantsPause: asked after each piece; once it is true nothing more is loaded.
    public mutating func callAsFunction(
        _ windows: [SeriesIdentity: TimeWindow], wantsPause: () -> Bool,
        _ body: (ReadingBatch) throws -> Void
    ) throws -> Outcome {
        struct Pause: Error {}
        var outcome = Outcome()
        let asked = windows.reduce(into: windows) { asked, entry in
            guard cursor.positions[entry.key] != nil else { return }
            asked[entry.key] = TimeWindow(
                start: entry.value.start.subtractingSaturated(overlap(of: entry.key)),
                end: entry.value.end)
        }
        do {
            try source.load(asked) { batch in
                for start in stride(from: 0, to: batch.count, by: Self.pieceSize) {
                    let end = min(batch.count, start + Self.pieceSize)
                    let piece = end - start == batch.count ? batch : batch.slice(start..<end)
                    let count = try pass(piece, body)
                    if count > 0 {
                        outcome.loaded += count
                        outcome.counts[batch.series, default: 0] += count
                    }
                    // Not before there is progress, or a long overlap would be read for ever.
                    if count > 0, wantsPause() { throw Pause() }
                }
            }
        } catch is Pause { outcome.isCutShort = true }
        return outcome
    }

    /// How far apart the readings of `series` come, nanoseconds; 0 while that is not known.
    public func period(of series: SeriesIdentity) -> Int64 { periods[series]?.nanoseconds ?? 0 }

    /// One period back lies the reading that a late one may come after, two back the one it came before.
    private func overlap(of series: SeriesIdentity) -> Int64 {
        overlap > 0 ? max(overlap, period(of: series).multipliedSaturated(by: 2)) : 0
    }

    private mutating func pass(
        _ batch: ReadingBatch, _ body: (ReadingBatch) throws -> Void
    ) throws -> Int {
        let fresh = admit(batch)
        guard let last = fresh.times.last else { return 0 }
        try body(fresh)
        var position = cursor.positions[fresh.series] ?? Position(newest: last)
        position.newest = last
        position.numbers.add(fresh.sequences)
        for time in fresh.times.suffix(SamplingPeriod.kept + 1) {
            periods[fresh.series, default: SamplingPeriod()].take(time)
        }
        cursor.positions[fresh.series] = position
        return fresh.count
    }

    private mutating func admit(_ batch: ReadingBatch) -> ReadingBatch {
        guard let newest = cursor.positions[batch.series]?.newest else {
            remember(batch.times, of: batch.series)
            return batch
        }
        guard let first = batch.times.first, first <= newest else {
            remember(batch.times, of: batch.series)
            return batch
        }
        let known = recent[batch.series] ?? []
        var fresh = ReadingBatch(
            series: batch.series, channels: batch.channels, capacity: batch.count)
        for index in 0..<batch.count {
            let time = batch.times[index]
            if time > newest {
                fresh.append(time: time, sequence: batch.sequences[index], row: batch.row(index))
            } else if let oldest = known.first, oldest < time, !known.holds(time),
                recent[batch.series]?.holds(time) != true
            {
                // Within what this process remembers and not let through: it came too late. Where
                // memory does not reach (after a restart) it may have been scored before.
                lateCount += 1
                cursor.positions[batch.series]?.numbers.add([batch.sequences[index]])
                recent[batch.series]?.insert(inOrder: time)
            }
        }
        remember(fresh.times, of: batch.series)
        return fresh
    }

    private mutating func remember(_ times: [Int64], of series: SeriesIdentity) {
        guard overlap > 0, let last = times.last else { return }
        let from = last.subtractingSaturated(overlap(of: series))
        var known = recent.removeValue(forKey: series) ?? []
        known.removeFirst(known.firstIndex { $0 >= from } ?? known.count)
        known += times[(times.firstIndex { $0 >= from } ?? times.count)...]
        recent[series] = known
    }
}

extension [Int64] {
    /// Where `value` is or belongs, in rising values.
    private func place(of value: Int64) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    fileprivate func holds(_ value: Int64) -> Bool {
        let place = place(of: value)
        return place < count && self[place] == value
    }

    fileprivate mutating func insert(inOrder value: Int64) {
        insert(value, at: place(of: value))
    }
}
