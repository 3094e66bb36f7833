/// Where readings go once they are made: a broker, a database, memory.
///
/// Calls block until the readings are the sink's responsibility. All edges of this project are
/// blocking C libraries, so threads are taken explicitly by who calls, not hidden behind `async`.
public protocol ReadingSink: Sendable {
    /// Delivers `batch` in the order given. A reading that the sink already holds (same series and
    /// time) changes nothing.
    /// - Throws: what the edge reports, when not all readings could be taken.
    func send(_ batch: ReadingBatch) throws

    /// Delivers several series' readings, where that is quicker than one by one.
    /// - Throws: as ``send(_:)``; some of them may be delivered then.
    func send(_ batches: [ReadingBatch]) throws
}

extension ReadingSink {
    public func send(_ batches: [ReadingBatch]) throws {
        for batch in batches { try send(batch) }
    }
}

/// Which readings to load.
public struct ReadingQuery: Sendable, Equatable {
    /// Only this run's; nil for all.
    public var run: String?
    /// Only readings whose time lies inside.
    public var window: TimeWindow

    public init(run: String? = nil, window: TimeWindow = .all) {
        self.run = run
        self.window = window
    }
}

/// Where readings come from again.
public protocol ReadingSource: Sendable {
    /// Calls `body` with the matching readings, in pieces of bounded size. Each series' readings
    /// come in the order of time; series come in their own order (``SeriesIdentity``), one after
    /// the other. A database or table that does not exist yet is no data, not an error.
    /// - Throws: what the edge reports, or what `body` throws.
    func load(_ query: ReadingQuery, _ body: (ReadingBatch) throws -> Void) throws

    /// The same for a window of each series; each series' readings come in the order of time.
    func load(
        _ windows: [SeriesIdentity: TimeWindow], _ body: (ReadingBatch) throws -> Void) throws
}

extension ReadingSource {
    /// Loads all that lies between the first start and the last end, and gives on what was asked for.
    public func load(
        _ windows: [SeriesIdentity: TimeWindow], _ body: (ReadingBatch) throws -> Void
    ) throws {
        guard let start = windows.values.map(\.start).min(),
            let end = windows.values.map(\.end).max()
        else { return }
        try load(ReadingQuery(window: TimeWindow(start: start, end: end))) { batch in
            guard let window = windows[batch.series] else { return }
            let part = batch.part(in: window)
            if !part.isEmpty { try body(part) }
        }
    }
}
