import AlarmRules
import GroundTruth
import Scoring
import Telemetry

/// What really happened, and how it is to be judged. Only scoring ever holds this; the pipeline has
/// no way to it.
public struct Truth: Sendable {
    public var events: [TruthEvent]
    /// Per machine, stretches where neither answer is wrong.
    public var ignoreZones: [String: [TimeWindow]]
    /// Readings before this time are not scored.
    public var probationEnd: Int64
    /// Time between readings, nanoseconds.
    public var period: Int64
    public var alarmRule: AlarmRule

    public init(
        events: [TruthEvent], ignoreZones: [String: [TimeWindow]] = [:],
        probationEnd: Int64 = .min, period: Int64, alarmRule: AlarmRule = AlarmRule()
    ) {
        self.events = events
        self.ignoreZones = ignoreZones
        self.probationEnd = probationEnd
        self.period = period
        self.alarmRule = alarmRule
    }

    /// One machine's truth beside what was predicted for it.
    package func series(machine: String, rows: any PredictionRows) -> ScoredSeries {
        ScoredSeries(
            machine: machine, rows: rows,
            events: events.filter { $0.machine == machine }
                .sorted { ($0.window.start, $0.id) < ($1.window.start, $1.id) },
            ignoreZones: ignoreZones[machine] ?? [], probationEnd: probationEnd, period: period)
    }
}
