import AnomalyDetection
import DetectionPipeline
import Scoring
import Telemetry

/// Sees every scored piece of a trial as it passes: charts and score logs are made this way, in
/// constant memory.
public protocol TrialObserver: AnyObject {
    /// - Parameter batch: readings and verdicts, row for row, of one series.
    func observe(_ batch: ScoredBatch) throws
}

/// One detector run over one set of readings, and judged.
public struct DetectorTrial {
    /// What came of it.
    public struct Outcome: Sendable {
        public var scorecard: Scorecard
        /// Readings that got a verdict.
        public var scored: Int
        /// Unique ids in their order, with the machine each stands for.
        public var series: [(uniqueID: String, machineID: String)]
        /// Per unique id, why its alarm runs began, where the detector can say.
        public var explanations: [String: [AlarmExplanation]]
        /// Per unique id, channel names in the order of the explanations.
        public var channels: [String: [String]]
        /// Readings judged while the detector was still warming up, and those it could not judge.
        public var warmupCount: Int
        public var skippedCount: Int
        /// Scores and thresholds as a whole.
        public var scoreFacts = ScoreFacts()
    }

    public var source: any ReadingSource
    public var run: String?
    /// The stretch of event time that is expected. Readings outside it (clocks can be wrong) are
    /// taken in with the first and the last cycle.
    public var window: TimeWindow
    /// Event time a cycle of the pipeline covers, nanoseconds. Results do not depend on it.
    public var cycle: Int64
    public var makeDetector: DetectAnomalies.Factory
    /// Predictions to keep in memory; more than that go to a temporary file. Results do not depend on
    /// it.
    public var residentRows = PredictionLedger.residentRows

    public init(
        source: any ReadingSource, run: String? = nil, window: TimeWindow, cycle: Int64,
        makeDetector: @escaping DetectAnomalies.Factory
    ) {
        precondition(cycle > 0)
        self.source = source
        self.run = run
        self.window = window
        self.cycle = cycle
        self.makeDetector = makeDetector
    }

    /// Runs the four blocks cycle by cycle, as they would run live, and scores what they said: the alarms
    /// are those that the fourth block raised.
    /// - Parameter progress: called after each cycle with the share of event time that is done.
    /// - Throws: what the source or the detector throws, and ``SpillFailure``.
    public func run(
        against truth: Truth, options: ScoringOptions, observers: [any TrialObserver] = [],
        progress: (Double) -> Void = { _ in }
    ) throws -> Outcome {
        var pipeline = Pipeline(
            load: LoadInfluxData(source: source, run: run),
            detect: DetectAnomalies(makeDetector: makeDetector),
            check: CheckAnomalies(
                rule: options.alarmRule, period: truth.period, from: truth.probationEnd))
        var ledger = PredictionLedger(residentRows: residentRows)
        func take(_ batch: ScoredBatch, _ findings: [Finding]) throws {
            try ledger.add(batch, findings)
            for observer in observers { try observer.observe(batch) }
        }
        try window.forEachCycle(of: cycle, progress: progress) {
            _ = try pipeline.run($0, output: take)
        }
        ledger.add(try pipeline.finish(output: take).closed)
        return try ledger.outcome(
            ledger.machines.map {
                truth.series(
                    machine: $0, rows: ledger.rows(of: $0), alarms: ledger.alarms(of: $0))
            }, options)
    }
}
