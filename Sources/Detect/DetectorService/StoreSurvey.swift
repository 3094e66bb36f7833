import Telemetry

/// Finds out which series have something new.
///
/// The stretch in which most readings arrive, around the newest, is asked for in every cycle. Further
/// back something new is rare (a machine that was cut off for a day, one that nobody knew), and
/// looking costs the more the more history there is: that is done once at the start, and then for at
/// most a twentieth of the time, from the newest to the oldest and again. So a machine that has
/// stopped costs nothing, and nothing stays unseen for good.
struct StoreSurvey: Sendable {
    /// Series this far behind the newest one still count among those that are asked for in every cycle.
    static let tail: Int64 = 15 * 60 * 1_000_000_000
    /// A look at history that takes less is no cost.
    private static let free = Duration.milliseconds(50)
    private static let firstSlice: Int64 = 6 * 3600 * 1_000_000_000

    let source: any FollowedSource
    let run: String?
    let window: TimeWindow
    /// How far before the positions the tail begins, nanoseconds.
    let overlap: Int64
    private var hasSeenAll = false
    /// Oldest reading known; before it there was nothing at the start.
    private var oldest = Int64.max
    /// Where the next slice of history ends; nil to begin at the tail again.
    private var sliceEnd: Int64?
    private var sliceLength = firstSlice
    private var due = ContinuousClock.now

    init(source: any FollowedSource, run: String?, window: TimeWindow, overlap: Int64) {
        self.source = source
        self.run = run
        self.window = window
        self.overlap = overlap
    }

    /// - Parameters:
    ///   - positions: per series, the time of its newest reading that is done with.
    ///   - end: readings from here on are not looked at.
    /// - Returns: per series with something new, the times of its oldest and newest reading as far as
    ///   looked; those of a series without a position are all it has.
    mutating func run(
        _ positions: [SeriesIdentity: Int64], before end: Int64
    ) throws -> [SeriesIdentity: ClosedRange<Int64>] {
        guard window.start < end else { return [:] }
        guard hasSeenAll, let front = positions.values.max() else {
            let found = try extents(window.start, end)
            hasSeenAll = true
            note(found)
            return found.filter { isNew($0, positions) }
        }
        let least = front.subtractingSaturated(Self.tail)
        let near = positions.values.filter { $0 >= least }.min() ?? front
        let start = min(end, max(window.start, near.subtractingSaturated(overlap)))
        var found = try extents(start, end)
        note(found)
        found = found.filter { isNew($0, positions) }
        // Whoever is unknown is taken from its first reading on.
        if found.keys.contains(where: { positions[$0] == nil }), window.start < start {
            let before = try extents(window.start, start)
            note(before)
            found.merge(before.filter { found[$0.key] != nil && positions[$0.key] == nil }) {
                $0.joined(with: $1)
            }
        }
        let older = try history(before: start).filter { isNew($0, positions) }
        return found.merging(older) { $0.joined(with: $1) }
    }

    private func isNew(
        _ entry: (key: SeriesIdentity, value: ClosedRange<Int64>),
        _ positions: [SeriesIdentity: Int64]
    ) -> Bool {
        positions[entry.key].map { entry.value.upperBound > $0 } ?? true
    }

    private mutating func note(_ found: [SeriesIdentity: ClosedRange<Int64>]) {
        oldest = found.values.reduce(oldest) { min($0, $1.lowerBound) }
    }

    /// Looks at as much of what lies before `tail` as is due.
    private mutating func history(
        before tail: Int64
    ) throws -> [SeriesIdentity: ClosedRange<Int64>] {
        let begin = ContinuousClock.now
        guard begin >= due else { return [:] }
        var found: [SeriesIdentity: ClosedRange<Int64>] = [:]
        var spent = Duration.zero
        repeat {
            let end = min(sliceEnd ?? tail, tail)
            var start = end.subtractingSaturated(sliceLength)
            // The last slice is all there may be before what was known.
            if start <= oldest { start = window.start }
            start = max(start, window.start)
            if start < end {
                let slice = try extents(start, end)
                note(slice)
                found.merge(slice) { $0.joined(with: $1) }
            }
            let isLast = start <= window.start
            sliceEnd = isLast ? nil : start
            sliceLength = isLast ? Self.firstSlice : sliceLength.multipliedSaturated(by: 2)
            spent = ContinuousClock.now - begin
            if isLast { break }
        } while spent < Self.free
        due = spent < Self.free ? begin : ContinuousClock.now + spent * 20
        return found
    }

    private func extents(
        _ start: Int64, _ end: Int64
    ) throws -> [SeriesIdentity: ClosedRange<Int64>] {
        guard start < end else { return [:] }
        return try source.extents(
            ReadingQuery(run: run, window: TimeWindow(start: start, end: end)))
    }
}

extension ClosedRange<Int64> {
    func joined(with other: Self) -> Self {
        Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
    }
}
