import AnomalyDetection
import Telemetry

/// The four blocks, in order.
public enum Block: String, Sendable, CaseIterable {
    case loadInfluxData = "LoadInfluxData"
    case transformData = "TransformData"
    case detectAnomalies = "DetectAnomalies"
    case checkAnomalies = "CheckAnomalies"
}

/// What a block's condition may look at.
public struct CycleFacts: Sendable, Equatable {
    /// Readings that the cycle has loaded so far, the present piece included.
    public var loaded = 0
    /// Anomalous readings in the present piece.
    public var anomalies = 0
    public init() {}
}

/// Whether a block runs, as in the tutorial's conditional blocks.
public typealias BlockCondition = @Sendable (CycleFacts) -> Bool

/// What a cycle did.
public struct CycleSummary: Sendable, Equatable {
    public var loaded = 0
    public var scored = 0
    public var anomalies = 0
    /// How many times each block ran.
    public var runs: [Block: Int] = [:]
    public init() {}
}

/// LoadInfluxData → TransformData → DetectAnomalies → CheckAnomalies, warm from cycle to cycle.
public struct Pipeline: Sendable {
    public var load: LoadInfluxData
    public var transform = TransformData()
    public var detect: DetectAnomalies
    public var check: CheckAnomalies
    /// Conditions by block; one without a condition runs whenever the block before it gave it
    /// something. So with no new data nothing runs after the query.
    public var conditions: [Block: BlockCondition] = [:]

    public init(
        load: LoadInfluxData, detect: DetectAnomalies, check: CheckAnomalies = CheckAnomalies()
    ) {
        self.load = load
        self.detect = detect
        self.check = check
    }

    /// One cycle over the new readings of `window`; `output` gets each scored piece with what the
    /// last block found in it.
    public mutating func run(
        _ window: TimeWindow, output: (ScoredBatch, [Finding]) throws -> Void
    ) throws -> CycleSummary {
        try cycle(output, window: window, windows: [:], wantsPause: { false }).summary
    }

    /// One cycle over the new readings in a window of each series.
    /// - Parameter wantsPause: asked after each piece; true ends the cycle there, in good order.
    /// - Returns: nothing was loaded at all if the first block's condition does not hold.
    public mutating func run(
        _ windows: [SeriesIdentity: TimeWindow], wantsPause: () -> Bool,
        output: (ScoredBatch, [Finding]) throws -> Void
    ) throws -> (summary: CycleSummary, loaded: LoadInfluxData.Outcome) {
        try cycle(output, window: nil, windows: windows, wantsPause: wantsPause)
    }

    private mutating func cycle(
        _ output: (ScoredBatch, [Finding]) throws -> Void, window: TimeWindow?,
        windows: [SeriesIdentity: TimeWindow], wantsPause: () -> Bool
    ) throws -> (summary: CycleSummary, loaded: LoadInfluxData.Outcome) {
        var summary = CycleSummary()
        var facts = CycleFacts()
        guard allows(.loadInfluxData, facts) else {
            return (summary, LoadInfluxData.Outcome())
        }
        summary.runs[.loadInfluxData] = 1
        // The closure below needs the other blocks while `load` is at work. A bare one stands in, so
        // that nothing is copied.
        var load = self.load
        self.load = LoadInfluxData(source: load.source, run: load.run, overlap: load.overlap)
        defer { self.load = load }
        func take(_ batch: ReadingBatch) throws {
            facts.loaded += batch.count
            summary.loaded += batch.count
            guard allows(.transformData, facts) else { return }
            summary.runs[.transformData, default: 0] += 1
            let named = transform(batch)
            guard allows(.detectAnomalies, facts) else { return }
            summary.runs[.detectAnomalies, default: 0] += 1
            try pass(detect(named), &summary, &facts, output)
        }
        if let window {
            try load(window, take)
            return (summary, LoadInfluxData.Outcome())
        }
        let loaded = try load(windows, wantsPause: wantsPause, take)
        return (summary, loaded)
    }

    /// Ends all series: verdicts that detectors held back, and runs that are still open.
    public mutating func finish(
        output: (ScoredBatch, [Finding]) throws -> Void
    ) throws -> (summary: CycleSummary, closed: [Finding]) {
        var summary = CycleSummary()
        var facts = CycleFacts()
        for scored in try detect.finish() { try pass(scored, &summary, &facts, output) }
        return (summary, check.finish())
    }

    private mutating func pass(
        _ scored: ScoredBatch, _ summary: inout CycleSummary, _ facts: inout CycleFacts,
        _ output: (ScoredBatch, [Finding]) throws -> Void
    ) throws {
        guard !scored.verdicts.isEmpty else { return }
        summary.scored += scored.verdicts.count
        facts.anomalies = scored.verdicts.count { $0.isAnomaly }
        summary.anomalies += facts.anomalies
        var findings: [Finding] = []
        if allows(.checkAnomalies, facts) {
            summary.runs[.checkAnomalies, default: 0] += 1
            findings = check(scored)
        }
        try output(scored, findings)
    }

    private func allows(_ block: Block, _ facts: CycleFacts) -> Bool {
        conditions[block]?(facts) ?? true
    }
}
