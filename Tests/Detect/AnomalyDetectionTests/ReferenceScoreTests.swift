// Fields are named as the reference files name them.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

import AnomalyDetection
import Foundation
import Telemetry
import Testing

@Suite struct `Reference scores` {
    @Test func `of a random cut forest are rrcf's, to the last bit`() throws {
        struct Golden: Decodable {
            struct Case: Decodable {
                var n_trees: Int
                var tree_size: Int
                var seed: Int
                var rows: [[Double]]
                var scores: [Double]
            }
            var cases: [Case]
        }
        let golden: Golden = golden("random-cut-forest")
        for example in golden.cases {
            let spec =
                "random-cut-forest:n_trees=\(example.n_trees),tree_size=\(example.tree_size),"
                + "seed=\(example.seed),scale=none,leaves=rrcf,threshold=1"
            let channels = example.rows[0].indices.map { "c\($0)" }
            let scores = try runDetector(spec, channels: channels, rows: example.rows).map(\.score)
            let expected = example.scores.map { $0 / (1 + $0) }
            #expect(firstDifference(scores, expected) == nil, "\(spec)")
        }
    }

    @Test func `of the windowed Gaussian are NAB's`() throws {
        struct Golden: Decodable {
            struct Case: Decodable {
                var window: Int
                var step: Int
                var values: [Double]
                var scores: [Double]
            }
            var cases: [Case]
        }
        let golden: Golden = golden("windowed-gaussian")
        for example in golden.cases {
            let verdicts = try runDetector(
                "windowed-gaussian:window=\(example.window),step=\(example.step),threshold=1",
                channels: ["value"], rows: example.values.map { [$0] })
            for (index, verdict) in verdicts.enumerated() {
                #expect(abs(verdict.score - example.scores[index]) < 1e-9, "row \(index)")
            }
        }
    }
}
