extension DetectorKind {
    /// A detector made of a scorer and the decision layer, which adds its settings to the scorer's.
    /// - Parameters:
    ///   - decision: what the decision layer does if nobody says, where that is not what suits most.
    ///   - adjust: has the last word on the decision, where it depends on the scorer's settings.
    static func scoring<Scorer: RowScorer>(
        _ name: String, summary: String, source: String, parameters: [DetectorParameter],
        decision defaults: [String: String] = [:],
        adjust: @escaping @Sendable (DetectorValues, inout DecisionParameters) -> Void = { _, _ in
        },
        scorer: @escaping @Sendable (DetectorValues, SeriesContext) throws -> Scorer
    ) -> DetectorKind {
        DetectorKind(
            name: name, summary: summary, source: source,
            parameters: parameters + DecisionParameters.settings(defaults),
            make: { values, context in
                var decision = DecisionParameters(values, isBounded: Scorer.isBounded)
                adjust(values, &decision)
                return ScoringDetector(name, try scorer(values, context), decision)
            })
    }
}
