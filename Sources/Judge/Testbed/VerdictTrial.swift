import AlarmRules
import AnomalyDetection
import DetectionPipeline
import GroundTruth
import Scoring
import Telemetry
import VerdictSources

/// What another program said of a playing, laid over the readings that were stored, and judged as a
/// detector's verdicts are.
public struct VerdictTrial {
    /// What came of it.
    public struct Outcome: Sendable {
        public var trial: DetectorTrial.Outcome
        public var account: VerdictAccount
        /// Of each found event that is scored, seconds that a person waited; see
        /// ``ClosedVerdicts/wait(for:machine:)``.
        public var waits: [Double]
    }

    public var source: any ReadingSource
    public var run: String?
    /// The stretch of event time that is expected.
    public var window: TimeWindow
    /// Event time that is loaded at once, nanoseconds. Results do not depend on it.
    public var cycle: Int64

    public init(source: any ReadingSource, run: String? = nil, window: TimeWindow, cycle: Int64) {
        precondition(cycle > 0)
        self.source = source
        self.run = run
        self.window = window
        self.cycle = cycle
    }

    /// - Parameter progress: called after each cycle with the share of event time that is done.
    /// - Throws: what the source throws, and ``SpillFailure``.
    public func run(
        _ said: ClosedVerdicts, against truth: Truth, options: ScoringOptions,
        observers: [any TrialObserver] = [], progress: (Double) -> Void = { _ in }
    ) throws -> Outcome {
        var said = said
        var load = LoadInfluxData(source: source, run: run)
        var transform = TransformData()
        var ledger = PredictionLedger(hasScores: said.hasScores)
        let gap = options.alarmRule.inForce(period: truth.period).mergeGap.inNanoseconds
        try window.forEachCycle(of: cycle, progress: progress) {
            try load($0) { readings in
                let marks = said.marks(
                    machine: readings.series.machineID, times: readings.times,
                    period: truth.period, gap: gap, probationEnd: truth.probationEnd)
                let batch = ScoredBatch(
                    uniqueID: transform(readings).uniqueID, readings: readings,
                    verdicts: marks.map(Verdict.init), explanations: [])
                try ledger.add(batch)
                for observer in observers { try observer.observe(batch) }
            }
        }
        var outcome = try ledger.outcome(
            ledger.machines.map { truth.series(machine: $0, rows: ledger.rows(of: $0)) }, options)
        outcome.scoreFacts = ScoreFacts()
        let found = outcome.scorecard.events.filter { $0.isScored && $0.isDetected }
        return Outcome(
            trial: outcome, account: said.finalAccount,
            waits: found.compactMap { said.wait(for: $0.event.window, machine: $0.event.machine) })
    }
}

extension Verdict {
    fileprivate init(_ mark: FlagTrack.Mark) {
        self.init(
            score: mark.score ?? .missing, threshold: .infinity,
            state: mark.isFlagged ? .anomalous : .normal)
    }
}
