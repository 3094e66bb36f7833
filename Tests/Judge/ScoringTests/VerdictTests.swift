import Scoring
import Testing

/// A run of twenty events, of which `found` were found, and further numbers.
private func run(
    _ seed: UInt64, found: [Int] = [], of count: Int = 20, values: [String: Double] = [:]
) -> RunOutcome {
    let blocks = (0..<count).map { index in
        var counts = PredictionCounts()
        let isFound = found.contains(index)
        counts.event = EventCounts(detected: isFound ? 1 : 0, missed: isFound ? 0 : 1)
        counts.hitEvents = isFound ? 1 : 0
        counts.point = PointCounts(
            truePositives: isFound ? 1 : 0, falseNegatives: isFound ? 0 : 1, trueNegatives: 9)
        counts.normalHours = 1
        return BlockCounts(machine: "m", index: index, counts: counts)
    }
    return RunOutcome(
        scenario: "s", seed: seed,
        events: (0..<count).map { .init(key: "event \($0)", isDetected: found.contains($0)) },
        blocks: blocks, values: values)
}

@Suite struct `Verdicts on two detectors` {
    /// Runs in which a number is `first`, and those in which it is what `change` makes of it.
    private func compared(
        _ metric: String, runs: Int, _ change: (Double) -> Double
    ) throws -> Comparison.Difference {
        let first = (1...UInt64(runs)).map { 0.5 + 0.01 * Double($0) }
        return try #require(
            try Comparison(
                baseline: first.indices.map { run(UInt64($0), values: [metric: first[$0]]) },
                candidate: first.indices.map {
                    run(UInt64($0), values: [metric: change(first[$0])])
                },
                draws: 200
            ).others.first)
    }

    @Test func `a number that is a little higher in each of eight runs is better or worse`() throws
    {
        let up = try compared("vus_pr", runs: 8) { $0 + 0.1 }
        #expect(up.verdict == .better && up.higherIsBetter && up.test == "Wilcoxon")
        #expect(up.p == 2.0 / 256 && up.runs == 8)
        #expect(abs((up.baseline ?? 0) - 0.545) < 1e-12)
        #expect(abs((up.candidate ?? 0) - 0.645) < 1e-12)
        #expect(abs((up.difference ?? 0) - 0.1) < 1e-12)
        let down = try compared("vus_pr", runs: 8) { $0 - 0.1 }
        #expect(down.verdict == .worse)
        let quicker = try compared("delay_s.median", runs: 8) { $0 - 0.1 }
        #expect(quicker.verdict == .better && !quicker.higherIsBetter)
    }

    @Test func `five runs tell nothing apart, nor does a number that goes either way`() throws {
        let five = try compared("vus_pr", runs: 5) { $0 + 0.1 }
        #expect(five.p == 2.0 / 32 && five.verdict == .undecided)
        let turning = try compared("vus_pr", runs: 8) {
            Int(($0 * 100).rounded()) % 2 == 0 ? $0 + 0.1 : $0 - 0.1
        }
        #expect(turning.verdict == .undecided)
        let interval = try #require(turning.interval)
        #expect(interval.lowerBound < 0 && interval.upperBound > 0)
        let same = try compared("vus_pr", runs: 8) { $0 }
        #expect(same.p == nil && same.test == nil && same.verdict == .undecided)
    }

    @Test func `runs in which one side has no such number are left out`() throws {
        let others = try Comparison(
            baseline: [run(1, values: ["auc_roc": 0.6]), run(2, values: ["auc_roc": 0.7]), run(3)],
            candidate: [run(1, values: ["auc_roc": 0.8]), run(2), run(3, values: ["auc_roc": 1])]
        ).others
        #expect(others.map(\.metric) == ["auc_roc"])
        #expect(others[0].runs == 1 && others[0].baseline == 0.6 && others[0].candidate == 0.8)
        // One run has nothing to be drawn from.
        #expect(others[0].interval == nil && others[0].verdict == .undecided)
    }

    @Test func `events that only one found are named, and judged by McNemar's test`() throws {
        let comparison = try Comparison(
            baseline: [run(1, found: [0, 1])], candidate: [run(1, found: Array(1...9))], draws: 200)
        #expect(comparison.onlyBaseline == ["s seed 1: event 0"])
        #expect(comparison.onlyCandidate == (2...9).map { "s seed 1: event \($0)" })
        #expect(comparison.eventRecall.p == 0.0390625 && comparison.eventRecall.test == "McNemar")
        #expect(comparison.eventRecall.baseline == 0.1 && comparison.eventRecall.candidate == 0.45)
        #expect(comparison.eventRecall.verdict == .better)
        #expect(comparison.isPaired && comparison.runs == 1 && comparison.draws == 200)
        #expect(comparison.wilcoxon == nil, "one run has no test over runs")
    }

    @Test(arguments: [[8, 10, 1, 6], [3, 10, 6, 8]])
    func `recall on different seeds is judged by Fisher's test`(table: [Int]) throws {
        let comparison = try Comparison(
            baseline: [run(1, found: Array(0..<table[0]), of: table[1])],
            candidate: [run(2, found: Array(0..<table[2]), of: table[3])], draws: 50)
        let p = table[0] == 8 ? 0.034965034965034975 : 0.153434800493624
        #expect(!comparison.isPaired && comparison.onlyBaseline.isEmpty)
        #expect(comparison.eventRecall.test == "Fisher")
        #expect(abs((comparison.eventRecall.p ?? 0) - p) < 1e-9)
    }

    @Test func `two runs have a test of the headline over runs`() throws {
        let comparison = try Comparison(
            baseline: [run(1, found: [0]), run(2, found: [0])],
            candidate: [run(1, found: [0, 1]), run(2, found: [0, 1, 2])], draws: 50)
        #expect(comparison.wilcoxon?.count == 2 && comparison.wilcoxon?.p == 0.5)
        #expect(comparison.headline.interval == 0...0.24170713344626385)
        #expect(comparison.headline.runs == 2 && comparison.headline.test == "swapped blocks")
    }

    @Test func `a block that one side has not counts as empty there`() throws {
        var lacking = run(1, found: [0, 1])
        lacking.blocks.removeLast(10)
        let comparison = try Comparison(
            baseline: [lacking], candidate: [run(1, found: [0, 1])], draws: 50)
        // Two of the ten events that are left, against two of twenty.
        #expect(comparison.eventRecall.baseline == 0.2 && comparison.eventRecall.candidate == 0.1)
    }

    @Test func `the same seed draws the same intervals on every machine`() throws {
        let comparison = try Comparison(
            baseline: [run(1, found: [0, 1, 2, 3])], candidate: [run(1, found: Array(2...9))],
            draws: 200, seed: 5)
        #expect(comparison.headline.p == 0.34328358208955223)
        #expect(comparison.headline.interval == -0.001322751322751295...0.5714285714285714)
    }
}

@Suite struct `Better than chance` {
    private func card(_ headline: Double?, _ references: [Double?], events: Int = 1) -> Scorecard {
        var card = Scorecard()
        card.pooled.headlineF1 = headline
        card.pooled.event.detected = events
        card.references = references.map {
            ReferenceScore(name: "r", headlineF1: $0, falseAlarmsPerHour: nil)
        }
        return card
    }

    @Test func `is who clears every reference, not who equals one`() {
        #expect(card(0.5, [0.4, 0.3]).isBetterThanChance == true)
        #expect(card(0.5, [0.4, 0.5]).isBetterThanChance == false)
        #expect(card(0.1, [nil]).isBetterThanChance == true)
        #expect(card(0, [nil]).isBetterThanChance == false)
    }

    @Test func `is not asked where there is nothing to find or to hold against`() {
        #expect(card(nil, [0.4]).isBetterThanChance == nil)
        #expect(card(0.5, []).isBetterThanChance == nil)
        #expect(card(0.5, [0.4], events: 0).isBetterThanChance == nil)
    }
}
