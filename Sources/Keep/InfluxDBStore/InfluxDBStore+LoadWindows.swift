import Telemetry

extension InfluxDBStore {
    /// Streams a window of each series; see ``ReadingSource``. Series whose windows lie close together
    /// share a statement, so that ten thousand machines that follow the clock cost one, and one
    /// that has been away does not make the others' readings come again.
    /// - Throws: ``InfluxDBError``, or what `body` throws.
    public func load(
        _ windows: [SeriesIdentity: TimeWindow], _ body: (ReadingBatch) throws -> Void
    ) throws {
        guard !windows.isEmpty, let table = try readingsTable(), !table.channels.isEmpty else {
            return
        }
        if try connection.isV1() {
            return try loadV1(windows.sorted { $0.key < $1.key }.map { ($0, $1) }, table, body)
        }
        for group in WindowGroup.groups(of: windows) {
            let query = ReadingQuery(window: group.window)
            func take(_ batch: ReadingBatch) throws {
                guard let window = group.windows[batch.series] else { return }
                let part = batch.part(in: window)
                if !part.isEmpty { try body(part) }
            }
            if ranges.withLock({ $0.pieces(of: group.window).count == 1 }) {
                let end = try loadPart(query, group.condition(table), table, take)
                guard end.isTooMuch else { continue }
                // What this teaches holds for each of the series.
                _ = try instead(of: group.window, end)
            }
            for series in group.windows.keys.sorted() {
                guard let window = group.windows[series] else { continue }
                try load(ReadingQuery(window: window), of: series, table, body)
            }
        }
    }
}

/// Series that one statement asks for.
struct WindowGroup {
    /// Series named in one statement, at most.
    static let most = 256
    /// Windows that span no more than this together share a statement, however many there are.
    static let short: Int64 = 15 * 60 * 1_000_000_000

    private(set) var windows: [SeriesIdentity: TimeWindow] = [:]
    /// From the first start to the last end.
    private(set) var window: TimeWindow
    private var longest: Int64

    private init(_ series: SeriesIdentity, _ window: TimeWindow) {
        windows = [series: window]
        self.window = window
        longest = window.end.subtractingSaturated(window.start)
    }

    /// In the order of their starts.
    static func groups(of windows: [SeriesIdentity: TimeWindow]) -> [WindowGroup] {
        let sorted = windows.sorted { ($0.value.start, $0.key) < ($1.value.start, $1.key) }
        return sorted.reduce(into: []) { groups, entry in
            if groups.last?.takesIn(entry.value) == true {
                groups[groups.count - 1].add(entry.key, entry.value)
            } else {
                groups.append(WindowGroup(entry.key, entry.value))
            }
        }
    }

    /// Whether `other` adds little to what the statement has to look at.
    private func takesIn(_ other: TimeWindow) -> Bool {
        let span = max(window.end, other.end).subtractingSaturated(window.start)
        if span <= Self.short { return true }
        let own = max(longest, other.end.subtractingSaturated(other.start))
        return windows.count < Self.most && span / 2 <= own
    }

    private mutating func add(_ series: SeriesIdentity, _ other: TimeWindow) {
        windows[series] = other
        window = TimeWindow(
            start: min(window.start, other.start), end: max(window.end, other.end))
        longest = max(longest, other.end.subtractingSaturated(other.start))
    }

    /// Names the machines; nil where there are so many that all are asked for.
    func condition(_ table: ReadingsTable) -> SQL? {
        guard windows.count <= Self.most else { return nil }
        let machines = Set(
            windows.keys.map { SeriesIdentity(machineID: $0.machineID, provider: "", run: "") })
        return table.isOne("machineID", of: machines.sorted().map(\.machineID))
    }
}
