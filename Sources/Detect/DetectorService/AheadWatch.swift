import Telemetry

/// Sees which series have readings ahead of the clock, and names each once, until it is so no longer.
struct AheadWatch: Sendable {
    private var named: Set<SeriesIdentity> = []
    /// The series that was named for its lead over all others, while it has one.
    private var leader: SeriesIdentity?

    /// - Parameters:
    ///   - from: readings from here on are not taken.
    ///   - taken: what the survey found before that.
    /// - Returns: how many readings wait.
    mutating func look(
        _ survey: StoreSurvey, from start: Int64, to end: Int64,
        taken: [SeriesIdentity: ClosedRange<Int64>], now: Int64, _ report: inout CycleReport
    ) throws -> Int {
        var ahead: [SeriesIdentity: (count: Int, newest: Int64)] = [:]
        if start < end {
            let query = ReadingQuery(run: survey.run, window: TimeWindow(start: start, end: end))
            let extents = try survey.source.extents(query)
            // Counting costs more than looking, and is seldom needed.
            let counts = extents.isEmpty ? [:] : try survey.source.counts(query)
            for (series, extent) in extents {
                ahead[series] = (counts[series] ?? 1, extent.upperBound)
            }
        }
        let waiting = ahead.values.reduce(0) { $0 + $1.count }
        let lead = now.addingSaturated(FollowingEngine.namedLead)
        let fast = taken.filter { $0.value.upperBound > lead && ahead[$0.key] == nil }
        for series in Set(ahead.keys).union(fast.keys).subtracting(named).sorted() {
            if let (count, newest) = ahead[series] {
                report.notices.append(.ahead(series, count: count, newest: newest, now: now))
            } else if let extent = fast[series] {
                report.notices.append(.fastClock(series, newest: extent.upperBound, now: now))
            }
        }
        named.formUnion(ahead.keys)
        named.formUnion(fast.keys)
        // Whoever has something new and nothing ahead has had its clock set.
        named.subtract(taken.keys.filter { ahead[$0] == nil && fast[$0] == nil })
        return waiting
    }

    /// Names the series whose newest reading lies further beyond those of all others than `lead`: in data of
    /// the past a fast clock does not show against the wall's.
    /// - Parameters:
    ///   - newest: the newest reading of every series that is known.
    ///   - lead: nanoseconds.
    mutating func look(
        _ newest: [SeriesIdentity: Int64], lead: Int64, _ report: inout CycleReport
    ) {
        guard newest.count > 1,
            let first = newest.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })
        else { return }
        let others = newest.reduce(Int64.min) { $1.key == first.key ? $0 : max($0, $1.value) }
        guard first.value > others.addingSaturated(lead) else {
            leader = nil
            return
        }
        if leader != first.key, !named.contains(first.key) {
            report.notices.append(.leads(first.key, newest: first.value, others: others))
        }
        leader = first.key
    }
}
