/// Gives rows a raw score and learns those it is told to: the half of a detector that measures,
/// where ``DecisionLayer`` is the half that decides.
public protocol RowScorer: Sendable {
    /// Whether raw scores lie in 0...1 already; others are reported as `s / (1 + s)`.
    static var isBounded: Bool { get }
    /// How unlike the past `row` is, 0 or more; NaN if no channel had a value or there is no past to
    /// speak of yet. Changes nothing that a later score depends on, except what cannot be learnt
    /// later (the row before, the clock).
    mutating func score(_ row: UnsafeBufferPointer<Double>, at time: Int64) -> Double
    /// Takes the row last scored into the past.
    mutating func learn(_ row: UnsafeBufferPointer<Double>)
    /// Each channel's part in the last score, in any unit; empty where that is not known.
    var contributions: [Double] { get }
    func save(to writer: inout StateWriter)
    mutating func restore(from reader: inout StateReader) throws
}

/// A scorer and a decision layer at work on one series: score, decide, then learn.
public struct ScoringDetector<Scorer: RowScorer>: SeriesDetector {
    private let name: String
    private var scorer: Scorer
    private var decision: DecisionLayer
    private let isFixed: Bool
    private var wasAnomalous = false
    private var explanations: [AlarmExplanation] = []

    /// - Parameter name: what saved states are told apart by.
    public init(_ name: String, _ scorer: Scorer, _ parameters: DecisionParameters) {
        self.name = name
        self.scorer = scorer
        decision = DecisionLayer(parameters)
        if case .fixed = parameters.threshold { isFixed = true } else { isFixed = false }
    }

    public mutating func process(_ block: FeatureBlock, into verdicts: inout [Verdict]) throws {
        for index in 0..<block.rowCount {
            let row = block.row(index)
            let time = block.times[index]
            if Magnitude.isBounded(row) {
                verdicts.append(judge(row, at: time))
            } else {
                withUnsafeTemporaryAllocation(of: Double.self, capacity: row.count) { bounded in
                    _ = bounded.initialize(
                        from: row.lazy.map { $0.isFinite ? Magnitude.bounded($0) : $0 })
                    verdicts.append(judge(UnsafeBufferPointer(bounded), at: time))
                }
            }
        }
    }

    private mutating func judge(_ row: UnsafeBufferPointer<Double>, at time: Int64) -> Verdict {
        let raw = scorer.score(row, at: time)
        let score = reported(raw)
        // A threshold that was given is one for the score as the user sees it.
        var (state, threshold, learns) = decision.judge(isFixed ? score : raw, at: time)
        if !isFixed, threshold < .infinity { threshold = reported(threshold) }
        if state == .skipped, row.contains(where: \.isFinite) {
            // The scorer has too little past for a score.
            (state, learns) = (.warmup, true)
        }
        var leader = -1
        if state == .anomalous {
            let shares = scorer.contributions
            leader = shares.indices.max { shares[$0] < shares[$1] } ?? -1
            if !wasAnomalous { explain(shares, at: time) }
        }
        wasAnomalous = state == .anomalous
        if learns { scorer.learn(row) }
        return Verdict(
            score: score, threshold: threshold, state: state, leadingChannel: Int16(leader))
    }

    private func reported(_ raw: Double) -> Double {
        if raw.isNaN { return .missing }
        if Scorer.isBounded { return raw }
        return raw < .infinity ? raw / (1 + raw) : 1
    }

    private mutating func explain(_ shares: [Double], at time: Int64) {
        let total = shares.reduce(0, +)
        guard total > 0, total < .infinity else { return }
        explanations.append(
            AlarmExplanation(time: time, contributions: shares.map { $0 / total }))
    }

    public mutating func takeExplanations() -> [AlarmExplanation] {
        defer { explanations = [] }
        return explanations
    }

    public func save(to writer: inout StateWriter) {
        writer.write(name)
        decision.save(to: &writer)
        scorer.save(to: &writer)
        writer.write(wasAnomalous)
    }

    public mutating func restore(from reader: inout StateReader) throws {
        let found = try reader.readString()
        guard found == name else { throw StateError.mismatch(expected: name, found: found) }
        try decision.restore(from: &reader)
        try scorer.restore(from: &reader)
        wasAnomalous = try reader.readBool()
    }
}
