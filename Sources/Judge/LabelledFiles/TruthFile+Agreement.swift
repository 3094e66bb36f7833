import GroundTruth
import Telemetry

/// What several people found, made into one truth.
extension TruthFile {
    /// How many must mark a moment for it to be part of an event.
    var needed: Int { agreeing.map { min($0, labelers) } ?? labelers / 2 + 1 }

    /// Entries of one series. Where several people looked, stretches that enough of them marked are the
    /// events, and those that fewer marked are not scored.
    func agreed(_ entries: [Entry]) -> [Entry] {
        guard labelers > 1 else { return entries }
        let marks = entries.filter(\.event.isScored)
        let others = entries.filter { !$0.event.isScored }
        var events: [Entry] = []
        var doubtful: [TimeWindow] = []
        for (window, count) in Self.stretches(marks, needed: needed) {
            guard count >= needed else {
                doubtful.append(window)
                continue
            }
            let first = marks.filter { $0.event.window.overlaps(window) }
                .min { $0.event.window.start < $1.event.window.start }
            guard var entry = first else { continue }
            entry.event.id = "agreed-\(events.count + 1)"
            entry.event.window = window
            entry.event.effectEnd = window.end
            entry.zones = []
            events.append(entry)
        }
        if let first = marks.first, !doubtful.isEmpty {
            // Zones need an entry to be carried by; the event of this one is none that is scored.
            var carrier = events.first ?? first
            if events.isEmpty { carrier.event.isScored = false } else { events.removeFirst() }
            carrier.zones = doubtful + marks.flatMap(\.zones)
            events.insert(carrier, at: 0)
        }
        return events + others
    }

    /// Stretches in order of time, joined where they touch and are alike: enough marks, or too few.
    private static func stretches(
        _ marks: [Entry], needed: Int
    ) -> [(window: TimeWindow, count: Int)] {
        let borders = Set(marks.flatMap { [$0.event.window.start, $0.event.window.end] }).sorted()
        var found: [(window: TimeWindow, count: Int)] = []
        for (start, end) in zip(borders, borders.dropFirst()) {
            let people = Set(
                marks.filter { $0.event.window.start <= start && $0.event.window.end >= end }
                    .map(\.labeler))
            guard !people.isEmpty else { continue }
            if let last = found.last, last.window.end == start,
                (last.count >= needed) == (people.count >= needed)
            {
                found[found.count - 1].window.end = end
            } else {
                found.append((TimeWindow(start: start, end: end), people.count))
            }
        }
        return found
    }
}
