import AnomalyDetection
import Foundation
import SeededRandom
import Testing

private func judge(_ scores: [Double], _ parameters: DecisionParameters) -> [Verdict.State] {
    var layer = DecisionLayer(parameters)
    return scores.enumerated().map {
        layer.judge($1, at: Int64($0) * 1_000_000_000).state
    }
}

/// Distances from an ordinary value, with a fault of 40 rows.
private let distances: [Double] = {
    var dice = MersenneTwister(seed: 31)
    return (0..<3000).map {
        abs(dice.uniform(-1, 1) + dice.uniform(-1, 1)) + ((2500..<2540).contains($0) ? 8 : 0)
    }
}()

@Suite struct `Scores that may be negative` {
    private let anySign = ProgramSettings.decision(threshold: nil)

    @Test(arguments: [-20.0, -1e6, -0.5])
    func `are judged as if they began at 0`(start: Double) {
        let expected = judge(distances, DecisionParameters())
        let found = judge(distances.map { $0 + start }, anySign)
        #expect(found[2500..<2540].count { $0 == .anomalous } > 35)
        #expect(found[..<2500].allSatisfy { $0 != .anomalous })
        let differing = zip(found, expected).count { $0 != $1 }
        #expect(differing <= (start == -0.5 ? 40 : 4), "\(differing) rows")
    }

    @Test func `are judged as ever where they are not`() {
        #expect(judge(distances, anySign) == judge(distances, DecisionParameters()))
    }

    @Test(arguments: [-12.0, 0, 3])
    func `are held against a given threshold of any sign`(threshold: Double) {
        let scores = distances.map { $0 * 4 + threshold - 2 }
        let found = judge(scores, ProgramSettings.decision(threshold: threshold))
        #expect(found.map { $0 == .anomalous } == scores.map { $0 >= threshold })
    }

    @Test(arguments: [1e300, Double.greatestFiniteMagnitude])
    func `may be as far from 0 as numbers go`(size: Double) {
        let found = judge((0..<3000).map { (2500..<2540).contains($0) ? size : -size }, anySign)
        #expect(found[..<2500].dropFirst(300).allSatisfy { $0 == .normal })
        #expect(found[2500..<2540].count { $0 == .anomalous } > 35)
    }

    /// As a program's that says 0 and 1, or −1 and 1, and nothing else.
    @Test(arguments: [(-5, -1), (-2, -1), (-1, 1), (0, 1), (1, 2), (15, 19)])
    func `may be one number for most of the time`(usual: Double, fault: Double) {
        let found = judge(
            (0..<3000).map { (2500..<2540).contains($0) ? fault : usual }, anySign)
        #expect(found[..<2500].dropFirst(300).allSatisfy { $0 == .normal })
        #expect(found[2500..<2540].count { $0 == .anomalous } > 35)
        #expect(found[2600...].allSatisfy { $0 == .normal })
    }

    @Test(arguments: [-5.0, -0.0, 0])
    func `may be one number for ever`(score: Double) {
        let found = judge([Double](repeating: score, count: 1000), anySign)
        #expect(found.dropFirst(300).allSatisfy { $0 == .normal })
    }
}
