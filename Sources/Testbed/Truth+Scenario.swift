import MachineSimulation
import Scenarios
import Scoring
import Telemetry

extension Truth {
    /// What the simulation measured, as the scenario wants it judged.
    public init(_ scenario: Scenario, records: [InjectionRecord]) {
        let events = scenario.truth(of: records)
        var zones: [String: [TimeWindow]] = [:]
        let tails = Dictionary(
            records.map { ("\($0.machine)/\($0.id)", $0.longestTail) }, uniquingKeysWith: { $1 })
        for event in events {
            guard let zone = event.ignoreZone else { continue }
            // A machine may take hours to cool; past two of its time constants an alarm is false
            // again.
            let tail = tails["\(event.machine)/\(event.id)"] ?? .max
            let end = tail == .max ? zone.end : min(zone.end, event.window.end + tail)
            guard zone.start < end else { continue }
            // The tail of one fault excuses nothing while the next one acts.
            zones[event.machine, default: []] += TimeWindow(start: zone.start, end: end).without(
                events.filter { $0.machine == event.machine && $0.isScored }.map(\.window))
        }
        // People get used to a change that was announced.
        let starts = Dictionary(
            records.map { ("\($0.machine)/\($0.id)", $0.start) }, uniquingKeysWith: { $1 })
        for change in scenario.anomalies where change.grace > 0 {
            // One that waited for another may never have begun.
            guard let start = starts["\(change.machine)/\(change.plan.id)"] else { continue }
            zones[change.machine, default: []] += TimeWindow(
                start: start, end: start + change.grace
            ).without(events.filter { $0.machine == change.machine && $0.isScored }.map(\.window))
        }
        self.init(
            events: events, ignoreZones: zones, probationEnd: scenario.probationEnd,
            period: scenario.interval, alarmRule: scenario.alarmRule)
    }
}

extension TimeWindow {
    /// What is left of it without `others`.
    func without(_ others: [TimeWindow]) -> [TimeWindow] {
        var left: [TimeWindow] = []
        var start = start
        for other in others.sorted(by: { $0.start < $1.start }) where overlaps(other) {
            if other.start > start {
                left.append(TimeWindow(start: start, end: min(other.start, end)))
            }
            start = max(start, other.end)
            if start >= end { return left }
        }
        return left + [TimeWindow(start: start, end: end)]
    }
}
