import GroundTruth
import Telemetry

/// Which rows of a series are scored, which of them are anomalous, and where the events lie.
///
/// All as a few row ranges, so that no array of labels is ever made. "Place" is a row's position
/// among the scored rows, the others taken out and the rest closed up.
struct SeriesLayout {
    struct PlacedEvent {
        var event: TruthEvent
        /// Rows it covers, scored or not.
        var rows: Range<Int>
    }

    /// Scored rows, ascending, disjoint, none empty.
    let scored: [Range<Int>]
    /// Scored anomalous rows, ascending, disjoint, each inside one range of `scored`.
    let anomalous: [Range<Int>]
    /// Scored events in order of start.
    let events: [PlacedEvent]
    /// The series' other events: not meant to be found, in probation, or without a scored row.
    let unscoredEvents: [PlacedEvent]
    /// Where an alarm that meets no event counts nowhere.
    let ignored: [TimeWindow]
    /// First row after probation.
    let firstRow: Int
    let scoredCount: Int
    let anomalousCount: Int

    /// - Throws: what reading the rows throws.
    init(_ series: ScoredSeries) throws {
        firstRow = try series.rows.firstRow(notBefore: series.probationEnd)
        func rows(of window: TimeWindow) throws -> Range<Int> { try series.rows.rows(in: window) }

        let all = zip(series.events, try series.eventRows()).map {
            PlacedEvent(event: $0, rows: $1)
        }
        let candidates = all.filter(\.event.isScored).sorted {
            let (a, b) = ($0.event, $1.event)
            return (a.window.start, a.window.end, a.id) < (b.window.start, b.window.end, b.id)
        }
        let early = candidates.filter { $0.event.window.start < series.probationEnd }
        var out = [0..<firstRow]
        out += try series.ignoreZones.map(rows) + early.map(\.rows)
        let scored = (0..<series.rows.count).subtracting(merged(out))
        self.scored = scored

        var placed: [PlacedEvent] = []
        var unscored = all.filter { !$0.event.isScored } + early
        var ignored = series.ignoreZones + early.map(\.event.window)
        for event in candidates where event.event.window.start >= series.probationEnd {
            if scored.meets(event.rows) {
                placed.append(event)
            } else {
                ignored.append(event.event.window)
                unscored.append(event)
            }
        }
        events = placed
        unscoredEvents = unscored
        self.ignored = ignored
        anomalous = intersection(
            series.placement?.anomalous ?? merged(placed.map(\.rows)), scored)
        scoredCount = scored.reduce(0) { $0 + $1.count }
        anomalousCount = anomalous.reduce(0) { $0 + $1.count }
    }

    /// Scored rows that are not anomalous, ascending and disjoint.
    var normal: [Range<Int>] { scored.flatMap { $0.subtracting(anomalous(in: $0)) } }

    /// Runs of anomalous rows, in places: what range, affiliation and VUS metrics call events.
    var runs: [Range<Int>] {
        var runs: [Range<Int>] = []
        var span = 0
        var place = 0
        for range in anomalous {
            while scored[span].upperBound <= range.lowerBound {
                place += scored[span].count
                span += 1
            }
            let start = place + range.lowerBound - scored[span].lowerBound
            if let last = runs.last, last.upperBound == start {
                runs[runs.count - 1] = last.lowerBound..<start + range.count
            } else {
                runs.append(start..<start + range.count)
            }
        }
        return runs
    }
}

/// The union of `ranges` as ascending disjoint ranges, none empty; touching ones become one.
func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var union: [Range<Int>] = []
    for range in ranges.filter({ !$0.isEmpty }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
        if let last = union.last, range.lowerBound <= last.upperBound {
            union[union.count - 1] =
                last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
        } else {
            union.append(range)
        }
    }
    return union
}

/// What two lists of ascending disjoint ranges share, as such a list.
func intersection(_ a: [Range<Int>], _ b: [Range<Int>]) -> [Range<Int>] {
    var shared: [Range<Int>] = []
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
        let both = a[i].clamped(to: b[j])
        if !both.isEmpty { shared.append(both) }
        if a[i].upperBound < b[j].upperBound { i += 1 } else { j += 1 }
    }
    return shared
}

extension Range<Int> {
    /// What is left of the range without `holes`, which are ascending and disjoint.
    func subtracting(_ holes: some Sequence<Range<Int>>) -> [Range<Int>] {
        var rest: [Range<Int>] = []
        var start = lowerBound
        for hole in holes where hole.upperBound > start {
            if hole.lowerBound >= upperBound { break }
            if start < hole.lowerBound {
                rest.append(start..<hole.lowerBound)
            }
            start = hole.upperBound
        }
        if start < upperBound { rest.append(start..<upperBound) }
        return rest
    }
}

extension [Range<Int>] {
    /// Whether any of these ascending disjoint ranges shares an element with `range`.
    func meets(_ range: Range<Int>) -> Bool {
        if range.isEmpty { return false }
        let first = indices.partitionPoint { self[$0].upperBound > range.lowerBound }
        return first < count && self[first].lowerBound < range.upperBound
    }
}
