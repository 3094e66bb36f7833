import GroundTruth
import Telemetry

/// Which rows truth events and labels are about, where a file says it row by row.
///
/// Times cannot say it: rows may share one, and a label holds for its own row alone. Rows are counted in
/// order of time, those of one time as they came.
public struct RowPlacement: Sendable, Equatable {
    /// Of each of the series' events, from its first row to its last.
    public var events: [Range<Int>]
    /// Rows of label 1, ascending, disjoint, none empty.
    public var anomalous: [Range<Int>]

    public init(events: [Range<Int>], anomalous: [Range<Int>]) {
        self.events = events
        self.anomalous = anomalous
    }
}

/// The truth that labels tell: events, and the rows they are about.
public struct LabelledTruth: Sendable {
    public var events: [TruthEvent]
    /// Nil where events are known by their times.
    public var placement: RowPlacement?

    public init(events: [TruthEvent] = [], placement: RowPlacement? = nil) {
        self.events = events
        self.placement = placement
    }
}

extension LabelledRows {
    /// An event for each run of label 1, the rows in order of time, whatever kinds its rows have; where
    /// rows name their events, one for each name, from its first row to its last.
    /// - Parameter period: how long a row is, nanoseconds.
    public func truth(period: Int64) -> LabelledTruth {
        let order = order
        func row(_ place: Int) -> Int { order?[place] ?? place }
        var runs: [Range<Int>] = []
        var place = 0
        while place < times.count {
            if labels[row(place)] {
                let start = place
                while place < times.count, labels[row(place)] { place += 1 }
                runs.append(start..<place)
            } else {
                place += 1
            }
        }
        let found = eventsOfRow.isEmpty ? unnamed(runs, row) : named(runs, row)
        let events = found.enumerated().map { number, event in
            // Up to the next row where that comes first: repeated or crowded times must not make two
            // events out of one row.
            let last = times[row(event.rows.upperBound - 1)]
            let next =
                event.rows.upperBound < times.count ? times[row(event.rows.upperBound)] : .max
            return TruthEvent(
                id: "\(machine)-\(number + 1)", machine: machine, kind: event.kind, group: .process,
                window: TimeWindow(
                    start: times[row(event.rows.lowerBound)],
                    end: max(last + 1, min(last + period, next))))
        }
        return LabelledTruth(
            events: events, placement: RowPlacement(events: found.map(\.rows), anomalous: runs))
    }

    /// The stretches of ignored rows, in order of time.
    /// - Parameter period: how long a row is, nanoseconds.
    public func zones(period: Int64) -> [TimeWindow] {
        guard !ignored.isEmpty else { return [] }
        let order = order ?? Array(times.indices)
        var zones: [TimeWindow] = []
        for (place, row) in order.enumerated() where ignored[row] {
            let next = place + 1 < order.count ? times[order[place + 1]] : .max
            let end = max(times[row] + 1, min(times[row] + period, next))
            if place > 0, ignored[order[place - 1]], let last = zones.last {
                zones[zones.count - 1] = TimeWindow(start: last.start, end: max(last.end, end))
            } else {
                zones.append(TimeWindow(start: times[row], end: end))
            }
        }
        return zones
    }

    private struct Found {
        var rows: Range<Int>
        var kind: String
    }

    private func unnamed(_ runs: [Range<Int>], _ row: (Int) -> Int) -> [Found] {
        runs.map { run in
            guard !kindOfRow.isEmpty else { return Found(rows: run, kind: "anomaly") }
            var seen: [Int32] = []
            for place in run where !seen.contains(kindOfRow[row(place)]) {
                seen.append(kindOfRow[row(place)])
            }
            // "A", "A+B", "A" is a run of A and B, each named once.
            var names: [String] = []
            for name in seen.flatMap({ kinds[Int($0)].split(separator: "+").map(String.init) })
            where !names.contains(where: { $0.utf8.elementsEqual(name.utf8) }) {
                names.append(name)
            }
            return Found(rows: run, kind: names.isEmpty ? "anomaly" : names.joined(separator: "+"))
        }
    }

    /// Rows of label 1 without a name make an event of each run, as where no row has one.
    private func named(_ runs: [Range<Int>], _ row: (Int) -> Int) -> [Found] {
        let names = eventNames.map { $0.split(separator: "+").map { Array($0.utf8) } }
        var found: [Found] = []
        var places: [[UInt8]: Int] = [:]
        for run in runs {
            var bare: Range<Int>?
            for place in run {
                let events = names[Int(eventsOfRow[row(place)])]
                if events.isEmpty {
                    bare = (bare?.lowerBound ?? place)..<place + 1
                } else if let rows = bare {
                    found += unnamed([rows], row)
                    bare = nil
                }
                for name in events {
                    if let known = places[name] {
                        found[known].rows = found[known].rows.lowerBound..<place + 1
                    } else {
                        places[name] = found.count
                        let kind = name.lastIndex(of: UInt8(ascii: "#")).map { name[..<$0] }
                        found.append(
                            Found(
                                rows: place..<place + 1,
                                kind: String(decoding: kind ?? name[...], as: UTF8.self)))
                    }
                }
            }
            if let bare { found += unnamed([bare], row) }
        }
        return found.sorted { $0.rows.lowerBound < $1.rows.lowerBound }
    }
}
