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

    public init(
        events: [TruthEvent], ignoreZones: [String: [TimeWindow]] = [:],
        probationEnd: Int64 = .min, period: Int64
    ) {
        self.events = events
        self.ignoreZones = ignoreZones
        self.probationEnd = probationEnd
        self.period = period
    }

    /// One machine's truth beside what was predicted for it.
    /// - Parameter alarms: what block four raised; nil to make them of the rows.
    package func series(
        machine: String, rows: any PredictionRows, alarms: [TimeWindow]? = nil
    ) -> ScoredSeries {
        ScoredSeries(
            machine: machine, rows: rows,
            events: events.filter { $0.machine == machine }
                .sorted { ($0.window.start, $0.id) < ($1.window.start, $1.id) },
            ignoreZones: ignoreZones[machine] ?? [], probationEnd: probationEnd, period: period,
            alarms: alarms)
    }
}
