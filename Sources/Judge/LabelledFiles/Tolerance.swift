import GroundTruth
import Scoring
import Telemetry

/// How far an alarm may be from an incident and still be about it: times on paper are rough.
public struct Tolerance: Sendable, Equatable {
    /// Nanoseconds before the start.
    public var early: Int64
    /// Nanoseconds after the end.
    public var late: Int64

    public init(early: Int64 = 0, late: Int64 = 0) {
        self.early = early
        self.late = late
    }

    /// Events with the tolerance around them, and the stretches that it adds, whose rows are not scored:
    /// neither answer is wrong there. When an event could be seen stays its own start.
    /// - Parameter probationEnd: an event after it does not begin before it.
    func around(
        _ truth: LabelledTruth, probationEnd: Int64
    ) -> (truth: LabelledTruth, zones: [TimeWindow]) {
        guard early > 0 || late > 0 else { return (truth, []) }
        var zones: [TimeWindow] = []
        let scored = truth.events.filter(\.isScored).map(\.window)
        let events = truth.events.map { event in
            guard event.isScored else { return event }
            var event = event
            let own = event.window
            let start = own.start.subtractingSaturated(early)
            event.window = TimeWindow(
                start: own.start >= probationEnd ? max(start, probationEnd) : start,
                end: own.end.addingSaturated(late))
            event.observableFrom = event.observableFrom ?? own.start
            event.effectEnd = max(event.effectEnd, event.window.end)
            for margin in [(event.window.start, own.start), (own.end, event.window.end)] {
                zones += Self.without(scored, TimeWindow(start: margin.0, end: margin.1))
            }
            return event
        }
        return (LabelledTruth(events: events), zones)
    }

    /// What is left of `window` without `holes`.
    private static func without(_ holes: [TimeWindow], _ window: TimeWindow) -> [TimeWindow] {
        var rest: [TimeWindow] = []
        var start = window.start
        for hole in holes.sorted(by: { $0.start < $1.start })
        where hole.end > start && hole.start < window.end {
            if hole.start > start { rest.append(TimeWindow(start: start, end: hole.start)) }
            start = max(start, hole.end)
        }
        if start < window.end { rest.append(TimeWindow(start: start, end: window.end)) }
        return rest
    }
}
