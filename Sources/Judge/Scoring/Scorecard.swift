import GroundTruth
import Telemetry

/// What became of one detector's predictions on one scenario.
public struct Scorecard: Sendable, Equatable {
    /// All machines together: counts, delays and hours added, then divided.
    public var pooled = Metrics()
    public var machines: [MachineScore] = []
    /// Every truth event, by machine in the order given and then by start; also those not scored.
    public var events: [EventResult] = []
    /// Every alarm, by machine in the order given and then by time.
    public var alarms: [AlarmResult] = []
    /// What detectors that look at nothing reach on the same rows.
    public var references: [ReferenceScore] = []
    /// What other thresholds would have come to, rising; empty for
    /// ``ScoringOptions/Effort/quick`` and without scores.
    public var sweep: [SweepPoint] = []
    public var warnings: [ScoringWarning] = []
    /// Counts by machine and stretch of time, what ``Comparison`` resamples.
    public var blocks: [BlockCounts] = []
    /// Length of a block, seconds.
    public var blockLength = 3600.0

    public init() {}

    public var falseAlarms: [AlarmResult] { alarms.filter { $0.outcome == .falseAlarm } }

    /// Whether the headline F1 clears every reference; nil where there is no event to find.
    public var isBetterThanChance: Bool? {
        guard pooled.scoredEvents > 0, !references.isEmpty else { return nil }
        guard let headline = pooled.headlineF1 else { return nil }
        return references.allSatisfy { headline > $0.headlineF1 ?? 0 }
    }
}

/// One machine's metrics.
public struct MachineScore: Sendable, Equatable {
    public var id: String
    public var metrics: Metrics

    public init(id: String, metrics: Metrics) {
        self.id = id
        self.metrics = metrics
    }
}

/// What became of one truth event.
public struct EventResult: Sendable, Equatable {
    public var event: TruthEvent
    /// False for what detectors are not expected to find, for an event that starts in probation, and
    /// for one without a scored row; such an event is in no count.
    public var isScored: Bool
    /// Whether an alarm meets it.
    public var isDetected: Bool
    /// Whether one of its scored rows is flagged.
    public var hasFlaggedRow: Bool
    /// Seconds from its start to the first alarm that meets it.
    public var delay: Double?
    /// As `delay`, from the moment it could be seen at all.
    public var delayFromObservable: Double?
    /// Whether the alarm was on already when it started.
    public var wasArmedBefore: Bool
    /// Highest score of its rows; nil without scores.
    public var peakScore: Double?

    public init(
        event: TruthEvent, isScored: Bool, isDetected: Bool, hasFlaggedRow: Bool,
        delay: Double? = nil, delayFromObservable: Double? = nil, wasArmedBefore: Bool = false,
        peakScore: Double? = nil
    ) {
        self.event = event
        self.isScored = isScored
        self.isDetected = isDetected
        self.hasFlaggedRow = hasFlaggedRow
        self.delay = delay
        self.delayFromObservable = delayFromObservable
        self.wasArmedBefore = wasArmedBefore
        self.peakScore = peakScore
    }
}

/// One alarm and what it was worth.
public struct AlarmResult: Sendable, Equatable {
    public enum Outcome: Sendable, Equatable {
        case detection, falseAlarm
        /// It meets only ignore zones, and counts nowhere.
        case ignored
    }
    public var machine: String
    /// From its raise to the end of its last flagged row.
    public var window: TimeWindow
    public var outcome: Outcome
    /// For a false alarm: kind of the latest change or trouble it may have been about.
    public var cause: String?
    /// Highest score of its rows; nil without scores.
    public var peakScore: Double?

    public init(
        machine: String, window: TimeWindow, outcome: Outcome, cause: String? = nil,
        peakScore: Double? = nil
    ) {
        self.machine = machine
        self.window = window
        self.outcome = outcome
        self.cause = cause
        self.peakScore = peakScore
    }
}

/// Doubts about the scenario itself.
public enum ScoringWarning: Sendable, Equatable {
    /// So large a share of the scored rows is anomalous that row metrics and best F1 lose meaning.
    case contamination(share: Double)
    /// All events start in the last fifth: a detector that alarms late wins by habit.
    case runToFailure
}

extension ScoringWarning: CustomStringConvertible {
    public var description: String {
        switch self {
        case .contamination(let share):
            let percent = (share * 1000).rounded() / 10
            return "\(percent) % of the scored rows are anomalous (more than 10 %): "
                + "row metrics and best F1 mean little here"
        case .runToFailure:
            return "all events start in the last fifth of the run: "
                + "alarming late is rewarded (run-to-failure bias)"
        }
    }
}
