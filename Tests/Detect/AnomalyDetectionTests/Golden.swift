// Fields are named as the reference files name them.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

import AnomalyDetection
import Foundation
import SeededRandom
import Telemetry

/// A number of a golden file: null is a missing value, "nan" and "inf" are those doubles.
struct GoldenNumber: Decodable, Sendable {
    var value: Double

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            value = .missing
        } else if let text = try? container.decode(String.self) {
            value = Double(text)!
        } else {
            value = try container.decode(Double.self)
        }
    }
}

/// Decodes a golden file of this folder.
func golden<Value: Decodable>(_ name: String, as: Value.Type = Value.self) -> Value {
    let url = Bundle.module.url(forResource: "Golden/\(name)", withExtension: "json")!
    return try! JSONDecoder().decode(Value.self, from: Data(contentsOf: url))
}

struct GoldenTreesConfig: Decodable, Sendable {
    var n_trees: Int
    var height: Int
    var window_size: Int
    var seed: String
    var limits: [String: [Double]]?

    var parameters: HalfSpaceTrees.Parameters {
        HalfSpaceTrees.Parameters(
            treeCount: n_trees, height: height, windowSize: window_size,
            seed: LongSeed(decimal: seed)!,
            limits: (limits ?? [:]).mapValues { .init(low: $0[0], high: $0[1]) })
    }
}

extension OnlineDetector {
    /// The scores of `rows`, each learned before or after it is scored.
    mutating func run(_ rows: [[Double]], learnFirst: Bool) throws -> [Double] {
        try rows.map { row in
            try row.withUnsafeBufferPointer { row in
                if learnFirst { try learn(row) }
                let score = score(row)
                if !learnFirst { try learn(row) }
                return score
            }
        }
    }
}

/// Index of the first pair that is not the same to the last bit; nil if all are.
func firstDifference(_ a: [Double], _ b: [Double]) -> Int? {
    if a.count != b.count { return min(a.count, b.count) }
    return a.indices.first { !(a[$0] == b[$0] || a[$0].isNaN && b[$0].isNaN) }
}
