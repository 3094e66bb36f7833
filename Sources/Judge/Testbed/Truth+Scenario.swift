import GroundTruth
import MachineSimulation
import Scenarios
import Scoring
import Telemetry

extension Truth {
    /// What the simulation measured, as the scenario wants it judged.
    public init(_ scenario: Scenario, records: [InjectionRecord]) {
        let judged = JudgedRecord.all(scenario, records)
        var zones: [String: [TimeWindow]] = [:]
        for record in judged where !record.tail.isEmpty {
            zones[record.event.machine, default: []] += record.tail
        }
        for record in judged where !record.grace.isEmpty {
            zones[record.event.machine, default: []] += record.grace
        }
        self.init(
            events: judged.map(\.event), ignoreZones: zones, probationEnd: scenario.probationEnd,
            period: scenario.interval)
    }
}

/// One of the simulation's records as a scenario wants it judged.
public struct JudgedRecord: Sendable {
    public var event: TruthEvent
    /// While its effect fades, and while people get used to a change that was announced, neither answer
    /// is wrong.
    var tail: [TimeWindow] = []
    var grace: [TimeWindow] = []

    /// Stretches in which neither answer about it is wrong.
    public var ignored: [TimeWindow] { tail + grace }

    /// In the order of `records`.
    public static func all(_ scenario: Scenario, _ records: [InjectionRecord]) -> [JudgedRecord] {
        let events = scenario.truth(of: records)
        let scored = Dictionary(grouping: events.filter(\.isScored), by: \.machine)
            .mapValues { $0.map(\.window) }
        // What an announced change is given, a second entry of one name going before the first.
        var graces: [String: Int64] = [:]
        for change in scenario.anomalies where change.grace > 0 {
            graces["\(change.machine)/\(change.plan.id)"] = change.grace
        }
        return zip(events, records).map { event, record in
            var judged = JudgedRecord(event: event)
            let others = scored[event.machine] ?? []
            if let zone = event.ignoreZone {
                // A machine may take hours to cool; past two of its time constants an alarm is false
                // again.
                let tail = record.longestTail
                let end = tail == .max ? zone.end : min(zone.end, event.window.end + tail)
                // The tail of one fault excuses nothing while the next one acts.
                if zone.start < end {
                    judged.tail = TimeWindow(start: zone.start, end: end).without(others)
                }
            }
            // One that waited for another may never have begun; it has no record then.
            if let grace = graces["\(record.machine)/\(record.id)"] {
                judged.grace = TimeWindow(start: record.start, end: record.start + grace)
                    .without(others)
            }
            return judged
        }
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
