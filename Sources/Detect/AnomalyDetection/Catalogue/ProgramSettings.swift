import Telemetry

/// What a SPEC or a manifest says of a program as detector: `command[mode=train,timeout=10m]:LINE`.
public struct ProgramSettings: Sendable, Equatable {
    /// What the program may see before it answers, and what its answers are.
    public enum Mode: String, Sendable, CaseIterable {
        /// A score for each row from it and those before.
        case stream
        /// The same with a yes or no in place of a score.
        case labels
        /// Scores when all rows are there.
        case batch
        /// Learns a beginning that nobody is judged by, then scores the rest.
        case train
    }

    /// Where the threshold comes from.
    public enum Rule: Sendable, Equatable {
        /// The decision layer, which may hold a fixed one.
        case decision
        /// Flags what is above this quantile of the scores of the training part: the trained rows, of a
        /// whole series all of them, else the rows that are not scored.
        case quantile(Double)
    }

    /// For the shell.
    public var line: String
    public var mode = Mode.stream
    /// What is learned in mode `train`.
    public var train = TrainLength.share(0.3)
    /// In mode `train`, whether the rest is judged when all of it is there.
    public var thenBatch = false
    /// In mode `labels`, the one that means an anomaly; nil for 1 and true, where −1 does not occur.
    public var anomalousLabel: Int?
    /// How its scores become predictions. They may have any sign.
    public var decision: DecisionParameters
    public var rule = Rule.decision
    /// Seconds without any progress after which it is given up; infinity for never.
    public var timeout: Double
    /// Variables beside those it inherits.
    public var environment: [DetectorSpec.Option] = []
    /// Where it runs; nil for our own folder.
    public var folder: String?

    /// Seconds a program may be silent if nobody says.
    public static let usualTimeout = 60.0

    public init(
        line: String, decision: DecisionParameters = ProgramSettings.decision(threshold: nil),
        timeout: Double = ProgramSettings.usualTimeout
    ) {
        self.line = line
        self.decision = decision
        self.timeout = timeout
    }

    /// What the program has seen when it judges.
    public var view: DetectorView {
        switch mode {
        case .stream, .labels: .past
        case .batch: .wholeSeries
        case .train: thenBatch ? .wholeSeries : .trained(train)
        }
    }

    /// Rows that a quantile is taken of; nil for all.
    /// - Throws: ``DetectorError/notEnoughData(detector:reason:)`` if there are none.
    public func calibrationRows(_ outlook: SeriesOutlook) throws(DetectorError) -> Int? {
        switch mode {
        case .batch: return nil
        case .train: return try trainRows(outlook)
        case .stream, .labels:
            guard let rows = outlook.warmupRows, rows > 0 else {
                throw .notEnoughData(
                    detector: "command",
                    reason:
                        "quantile and contamination are of the rows that are not scored, and all"
                        + " are; use mode=train or mode=batch, or a scenario with a warm-up")
            }
            return rows
        }
    }

    /// Rows that are learned in mode `train`; nil in others.
    /// - Throws: ``DetectorError/notEnoughData(detector:reason:)`` for a share of a series without
    ///   end.
    public func trainRows(_ outlook: SeriesOutlook) throws(DetectorError) -> Int? {
        guard mode == .train else { return nil }
        guard let rows = train.rows(of: outlook.rows) else {
            throw .notEnoughData(
                detector: "command",
                reason: "a share of rows that have no end yet is no number; write train=500rows")
        }
        return rows
    }

    /// - Parameter threshold: rows with a score from here on are flagged; nil for a threshold from
    ///   the scores' own past.
    public static func decision(threshold: Double?) -> DecisionParameters {
        var decision = DecisionParameters()
        if let threshold { decision.fix(threshold) }
        decision.takesAnySign = true
        return decision
    }

    /// - Throws: ``DetectorError/invalidValue(detector:key:value:allowed:)`` for settings that
    ///   contradict each other.
    init(_ spec: DetectorSpec, line: String, _ values: DetectorValues) throws(DetectorError) {
        var decision = DecisionParameters(values, isBounded: false)
        decision.takesAnySign = true
        decision.highest = values.text("bound") == "none" ? nil : values.numberOrNil("bound") ?? 1
        let timeout = Self.seconds(values.text("timeout")) ?? Self.usualTimeout
        self.init(line: line, decision: decision, timeout: timeout)
        mode = Mode(rawValue: values.text("mode")) ?? .stream
        train = TrainLength(values.text("train")) ?? train
        thenBatch = values.text("then") == "batch"
        anomalousLabel = Int(values.text("anomalous"))
        environment = spec.environment
        folder = spec.folder
        try readRule(values)
    }

    private mutating func readRule(_ values: DetectorValues) throws(DetectorError) {
        let given = ["threshold", "quantile", "contamination"].filter {
            values.numberOrNil($0) != nil
        }
        func refuse(_ key: String, _ allowed: String) -> DetectorError {
            .invalidValue(detector: "command", key: key, value: values.text(key), allowed: allowed)
        }
        guard given.count < 2 else {
            throw refuse(given[1], "one of threshold, quantile and contamination, not two")
        }
        if mode == .labels {
            guard given.isEmpty else {
                throw refuse(given[0], "none in mode=labels: a label is a decision already")
            }
            self.decision.fix(1)
        }
        if let quantile = values.numberOrNil("quantile") { rule = .quantile(quantile) }
        if let share = values.numberOrNil("contamination") { rule = .quantile(1 - share) }
    }

    /// `90`, `1m30s`, or `none` for infinity; nil if `text` is none of them or not above 0.
    public static func seconds(_ text: String) -> Double? {
        if text == "none" { return .infinity }
        let seconds = Double(text) ?? DurationText.parse(text).map { Double($0) / 1e9 }
        guard let seconds, (0.001...1e9).contains(seconds) else { return nil }
        return seconds
    }
}
