import MachineSimulation
import Scenarios
import Scoring
import Telemetry

extension Truth {
    /// What the simulation measured, as the scenario wants it judged.
    public init(_ scenario: Scenario, records: [InjectionRecord]) {
        let events = scenario.truth(of: records)
        var zones: [String: [TimeWindow]] = [:]
        for event in events where event.isScored && event.effectEnd > event.window.end {
            zones[event.machine, default: []].append(
                TimeWindow(start: event.window.end, end: event.effectEnd))
        }
        self.init(
            events: events, ignoreZones: zones, probationEnd: scenario.probationEnd,
            period: scenario.interval, alarmRule: scenario.alarmRule)
    }
}
