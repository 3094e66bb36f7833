import Telemetry

/// Sees which series have their newest reading far beyond those of most others: in data of the past a
/// fast clock does not show against the wall's.
///
/// Those that lead must be fewer than the rest, or one of two. More than one clock can be fast, so what
/// counts is not the lead over the next series but a gap that nobody's newest reading lies in.
package struct LeadWatch: Sendable {
    package struct Lead: Sendable, Equatable {
        package var series: SeriesIdentity
        package var newest: Int64
        /// Newest reading of all that do not lead.
        package var others: Int64

        package init(series: SeriesIdentity, newest: Int64, others: Int64) {
            (self.series, self.newest, self.others) = (series, newest, others)
        }
    }

    /// Who has been named, until its lead has shrunk to half of what it takes.
    private var named: Set<SeriesIdentity> = []

    package init() {}

    /// - Parameters:
    ///   - newest: the newest reading of every series that is known.
    ///   - lead: from which gap on a series leads, nanoseconds.
    /// - Returns: those that have not been named before.
    package mutating func look(_ newest: [SeriesIdentity: Int64], lead: Int64) -> [Lead] {
        // Nearly always all are close together, and a fleet needs no sorting.
        guard let last = newest.values.max(), let first = newest.values.min(),
            last > first.addingSaturated(lead / 2)
        else {
            named = []
            return []
        }
        let order = newest.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let most = max(1, (order.count - 1) / 2)
        func gap(above place: Int, exceeds least: Int64) -> Bool {
            order[place - 1].value > order[place].value.addingSaturated(least)
        }
        let places = 1...most
        let leaders = order[..<(places.last { gap(above: $0, exceeds: lead) } ?? 0)]
        // A gap that is nearly as wide keeps the names, or a lead that comes and goes is told each time.
        let near = order[..<(places.last { gap(above: $0, exceeds: lead / 2) } ?? 0)]
        defer { named = named.intersection(near.map(\.key)).union(leaders.map(\.key)) }
        return leaders.filter { !named.contains($0.key) }.map {
            Lead(series: $0.key, newest: $0.value, others: order[leaders.count].value)
        }
    }
}
