import Telemetry

/// Sees which series have readings ahead of the clock, and names each once, until it is so no longer.
struct AheadWatch: Sendable {
    private var named: Set<SeriesIdentity> = []
    private var leads = LeadWatch()

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

    /// As ``LeadWatch/look(_:lead:)``, but for who has been named already.
    mutating func look(
        _ newest: [SeriesIdentity: Int64], lead: Int64, _ report: inout CycleReport
    ) {
        report.notices += leads.look(newest, lead: lead).filter { !named.contains($0.series) }
            .map { .leads($0.series, newest: $0.newest, others: $0.others) }
    }
}
