// Fields are named as the reference files name them.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

import AnomalyDetection
import Digests
import Foundation
import Telemetry
import Testing

private struct TreesGolden: Decodable {
    var config: GoldenTreesConfig
    var features: [String]
    var rows: [[GoldenNumber]]
    var learn_then_score: [Double]
    var score_then_learn: [Double]
    var tree_sha256: [String]
}

private let files = [
    "hst-100-stumps", "hst-25x15-4f", "hst-8f-partial-limits", "hst-defaults-4f",
    "hst-demo-config", "hst-doc-example", "hst-drift-2f", "hst-first-row-incomplete",
    "hst-height-0", "hst-missing-values", "hst-negative-seed-limits", "hst-nonfinite",
    "hst-one-tree-window-1", "hst-seed-over-2p32", "hst-seed-over-2p64", "hst-short-stream",
    "hst-threshold-ties", "hst-unicode-names", "hst-window-70", "hst-zero-width-limit",
]

/// The digest that the golden files give of a tree: each branch's feature, a zero byte, and the
/// threshold big-endian, depth first.
private func digest(_ tree: [HalfSpaceTrees.Node]) -> String {
    var bytes: [UInt8] = []
    for case .branch(let feature, let threshold) in tree {
        bytes += Array(feature.utf8) + [0]
        bytes += (0..<8).map { UInt8(truncatingIfNeeded: threshold.bitPattern >> (56 - 8 * $0)) }
    }
    return SHA256.hex(bytes)
}

@Suite struct `Half-Space Trees` {
    @Test(arguments: files)
    func `score as River does, to the last bit, in both orders`(file: String) throws {
        let golden: TreesGolden = golden(file)
        let rows = golden.rows.map { $0.map(\.value) }
        for learnFirst in [true, false] {
            var model = HalfSpaceTrees(golden.config.parameters, channels: golden.features)
            let scores = try model.run(rows, learnFirst: learnFirst)
            let expected = learnFirst ? golden.learn_then_score : golden.score_then_learn
            let difference = firstDifference(scores, expected)
            #expect(difference == nil, "row \(difference ?? 0), learn first: \(learnFirst)")
            #expect(model.treesDepthFirst().map(digest) == golden.tree_sha256)
        }
    }

    @Test func `may be scored and learned in any order`() throws {
        struct Operations: Decodable {
            struct Operation: Decodable {
                var kind: String
                var row: [Double]
                var score: Double?
                init(from decoder: any Decoder) throws {
                    var values = try decoder.unkeyedContainer()
                    kind = try values.decode(String.self)
                    row = [
                        try values.decode(GoldenNumber.self).value,
                        try values.decode(GoldenNumber.self).value,
                    ]
                    score = try values.decode(Double?.self)
                }
            }
            var config: GoldenTreesConfig
            var features: [String]
            var ops: [Operation]
        }
        let golden: Operations = golden("hst-ops")
        var model = HalfSpaceTrees(golden.config.parameters, channels: golden.features)
        for (index, operation) in golden.ops.enumerated() {
            try operation.row.withUnsafeBufferPointer { row in
                if operation.kind == "learn" {
                    try model.learn(row)
                } else {
                    #expect(model.score(row) == operation.score, "operation \(index)")
                }
            }
        }
    }

    @Test func `are drawn as River draws them`() throws {
        struct Trees: Decodable {
            struct Case: Decodable {
                var seed: String
                var n_trees: Int
                var height: Int
                var features: [String]
                var limits: [String: [Double]]?
                var trees_dfs: [[BranchOrLeaf]]
            }
            struct BranchOrLeaf: Decodable {
                var node: HalfSpaceTrees.Node
                init(from decoder: any Decoder) throws {
                    if let single = try? decoder.singleValueContainer(), single.decodeNil() {
                        node = .leaf
                        return
                    }
                    var values = try decoder.unkeyedContainer()
                    node = .branch(
                        feature: try values.decode(String.self),
                        threshold: try values.decode(Double.self))
                }
            }
            var cases: [Case]
        }
        let golden: Trees = golden("hst-trees")
        #expect(!golden.cases.isEmpty)
        for example in golden.cases {
            let config = GoldenTreesConfig(
                n_trees: example.n_trees, height: example.height, window_size: 250,
                seed: example.seed, limits: example.limits)
            var model = HalfSpaceTrees(config.parameters, channels: example.features)
            try [Double](repeating: 0.5, count: example.features.count)
                .withUnsafeBufferPointer { try model.learn($0) }
            #expect(
                model.treesDepthFirst() == example.trees_dfs.map { $0.map(\.node) },
                "seed \(example.seed)")
        }
    }

    @Test func `refuse a first row without features and go on as if it had not come`() throws {
        var model = HalfSpaceTrees(
            HalfSpaceTrees.Parameters(treeCount: 3, height: 3, windowSize: 2, seed: .init(1)),
            channels: ["a", "b"])
        var other = model
        #expect(throws: DetectorError.self) {
            try model.run([[.missing, .missing]], learnFirst: true)
        }
        let rows: [[Double]] = [[0.2, 0.3], [0.7, 0.1], [0.9, 0.9], [0.2, 0.2]]
        #expect(try model.run(rows, learnFirst: false) == other.run(rows, learnFirst: false))
    }

    @Test func `refuse limits without width`() {
        var model = HalfSpaceTrees(
            HalfSpaceTrees.Parameters(
                treeCount: 1, height: 1, windowSize: 2, seed: .init(1),
                limits: ["a": .init(low: 3, high: 3)]),
            channels: ["a"])
        #expect(throws: DetectorError.self) { try model.run([[0.5]], learnFirst: true) }
    }

    @Test(arguments: ["hst-missing-values", "hst-25x15-4f", "hst-one-tree-window-1"])
    func `come back from their saved state bit for bit`(file: String) throws {
        let golden: TreesGolden = golden(file)
        let rows = golden.rows.map { $0.map(\.value) }
        var model = HalfSpaceTrees(golden.config.parameters, channels: golden.features)
        var scores: [Double] = []
        for (index, row) in rows.enumerated() {
            if index % 97 == 0 {
                var writer = StateWriter()
                model.save(to: &writer)
                var reader = StateReader(writer.bytes)
                model = HalfSpaceTrees(golden.config.parameters, channels: golden.features)
                try model.restore(from: &reader)
                #expect(reader.isAtEnd)
            }
            scores += try model.run([row], learnFirst: true)
        }
        #expect(firstDifference(scores, golden.learn_then_score) == nil)
    }
}
