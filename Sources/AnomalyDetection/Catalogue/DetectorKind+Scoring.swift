extension DetectorKind {
    /// A detector made of a scorer and the decision layer, which adds its settings to the scorer's.
    /// - Parameter decision: what the decision layer does if nobody says, where that is not what
    ///   suits most.
    static func scoring<Scorer: RowScorer>(
        _ name: String, summary: String, source: String, parameters: [DetectorParameter],
        decision defaults: [String: String] = [:],
        scorer: @escaping @Sendable (DetectorValues, SeriesContext) throws -> Scorer
    ) -> DetectorKind {
        DetectorKind(
            name: name, summary: summary, source: source,
            parameters: parameters + DecisionParameters.settings(defaults),
            make: { values, context in
                ScoringDetector(
                    name, try scorer(values, context),
                    DecisionParameters(values, isBounded: Scorer.isBounded))
            })
    }
}
