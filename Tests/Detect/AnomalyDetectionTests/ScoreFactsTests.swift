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

    @Test func `say where to flag when a score has an end below its threshold`() {
        #expect(facts(spread, threshold: 0.9).warnings.first?.contains("--threshold T") == true)
    }

    @Test(arguments: [(0.0, "the scores are 0 and 1"), (-1.0, "predict() of scikit-learn")])
    func `know answers of yes and no`(low: Double, words: String) {
        let scores = (0..<300).map { $0 % 20 == 7 ? 1 : low }
        for threshold in [1.2, .infinity] {
            #expect(facts(scores, threshold: threshold).warnings.last?.contains(words) == true)
        }
        // The ones may have come while the detector was warming up.
        var early = ScoreFacts()
        for row in 0..<300 {
            early.take(
                Verdict(
                    score: row == 9 ? 1 : low, threshold: 2, state: row < 20 ? .warmup : .normal))
        }
        #expect(early.isConstant && early.warnings.last?.contains(words) == true)
        #expect(facts(scores, threshold: 1).warnings.allSatisfy { !$0.contains(words) })
        #expect(facts(scores + [0.3], threshold: 1.2).warnings.allSatisfy { !$0.contains(words) })
    }

    @Test func `call a score saturated for equal scores alone, wherever they lie`() {
        let different = (0..<200).map { Double($0) }
        for offset in [-1000.0, 0, 1, 1.5, 1e6] {
            let scores = different.map { offset + $0 / 1000 }
            #expect(facts(scores, threshold: offset).warnings.isEmpty, "from \(offset)")
            let tied = scores + [Double](repeating: scores[199], count: 20)
            #expect(
                facts(tied, threshold: offset).warnings
                    == ["the score is saturated: 10 % of the rows have the highest there is"])
        }
        // Near 1 and yet all different.
        let near = (0..<200).map { 1 - Double($0) * 1e-12 }
        #expect(facts(near, threshold: 0.5).warnings.isEmpty)
        #expect(facts([Double](repeating: 7, count: 200), threshold: 5).warnings.count == 1)
    }

    @Test func `leave out what was not judged`() {
        var facts = ScoreFacts()
        for _ in 0..<200 { facts.take(Verdict(score: 1, threshold: .infinity, state: .warmup)) }
        #expect(facts.judged == 0 && facts.warnings.isEmpty)
    }
}
