import AnomalyDetection
import Testing

private func facts(_ scores: [Double], threshold: Double) -> ScoreFacts {
    var facts = ScoreFacts()
    for score in scores {
        facts.take(
            Verdict(
                score: score, threshold: threshold,
                state: score >= threshold ? .anomalous : .normal))
    }
    return facts
}

@Suite struct `Facts about a run's scores` {
    private let spread = (0..<200).map { Double($0) / 250 }

    @Test func `say when every score was the same`() {
        #expect(facts([Double](repeating: 0, count: 200), threshold: 0.5).isConstant)
        #expect(!facts(spread, threshold: 0.5).isConstant)
    }

    @Test func `say when the threshold was out of reach`() {
        #expect(facts(spread, threshold: 0.9).isOutOfReach)
        #expect(!facts(spread, threshold: 0.5).isOutOfReach)
        #expect(facts(spread, threshold: 0.9).warnings.count == 1)
    }

    @Test func `say when the score was saturated`() {
        let half = spread + [Double](repeating: 1, count: 200)
        #expect(facts(half, threshold: 0.5).saturatedShare == 0.5)
        #expect(facts(half, threshold: 0.5).warnings.first?.contains("50 %") == true)
        #expect(facts(spread, threshold: 0.5).warnings.isEmpty)
    }

    @Test func `leave out what was not judged`() {
        var facts = ScoreFacts()
        for _ in 0..<200 { facts.take(Verdict(score: 1, threshold: .infinity, state: .warmup)) }
        #expect(facts.judged == 0 && facts.warnings.isEmpty)
    }
}
