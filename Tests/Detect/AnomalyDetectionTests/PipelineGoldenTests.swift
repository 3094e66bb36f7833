// Fields are named as the reference files name them.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

import AnomalyDetection
import Foundation
import Telemetry
import Testing

/// The verdicts of a detector named by `spec`, its rows given in pieces of `pieceSize`.
func runDetector(
    _ spec: String, channels: [String], rows: [[Double]], times: [Int64]? = nil,
    pieceSize: Int = 1000
) throws -> [Verdict] {
    var detector = try ConfiguredDetector(DetectorSpec(spec))
        .detector(for: SeriesContext(channels: channels))
    var verdicts: [Verdict] = []
    let times = times ?? rows.indices.map { Int64($0) * 1_000_000_000 }
    for start in stride(from: 0, to: rows.count, by: pieceSize) {
        let end = min(start + pieceSize, rows.count)
        try Array(times[start..<end]).withUnsafeBufferPointer { times in
            try rows[start..<end].flatMap(\.self).withUnsafeBufferPointer { values in
                try detector.process(
                    FeatureBlock(channelCount: channels.count, times: times, values: values),
                    into: &verdicts)
            }
        }
    }
    try detector.finish(into: &verdicts)
    return verdicts
}

@Suite struct `Min-max scaling` {
    @Test func `is River's, running and rolling, to the last bit`() throws {
        struct Golden: Decodable {
            struct Case: Decodable {
                var name: String
                var window_size: Int?
                var features: [String]
                var rows: [[GoldenNumber]]
                var learn_then_transform: [[GoldenNumber]]?
                var transform_then_learn: [[GoldenNumber]]?
            }
            var cases: [Case]
        }
        let golden: Golden = golden("minmax-scaler")
        for example in golden.cases {
            for learnFirst in [true, false] {
                var scaler = MinMaxScaler(
                    features: example.features.count, window: example.window_size)
                guard
                    let expected = learnFirst
                        ? example.learn_then_transform : example.transform_then_learn
                else { continue }
                for (index, row) in example.rows.enumerated() {
                    var result = [Double](repeating: 0, count: row.count)
                    row.map(\.value).withUnsafeBufferPointer { row in
                        if learnFirst { scaler.learn(row) }
                        result.withUnsafeMutableBufferPointer { scaler.transform(row, into: $0) }
                        if !learnFirst { scaler.learn(row) }
                    }
                    let wanted = expected[index].map(\.value)
                    #expect(
                        zip(result, wanted).allSatisfy {
                            $0 == $1 || $0.isNaN && $1.isNaN && $0.isMissing == $1.isMissing
                        }, "\(example.name) row \(index): \(result), not \(wanted)")
                }
            }
        }
    }

    @Test func `before Half-Space Trees gives River's pipeline`() throws {
        struct Golden: Decodable {
            struct Case: Decodable {
                var name: String
                var config: GoldenTreesConfig
                var features: [String]
                var rows: [[GoldenNumber]]
                var learn_then_score: [Double]
                var score_then_learn: [Double]
            }
            var cases: [Case]
        }
        let golden: Golden = golden("minmax-hst-pipeline")
        for example in golden.cases {
            let config = example.config
            let spec =
                "half-space-trees:n_trees=\(config.n_trees),height=\(config.height),"
                + "window_size=\(config.window_size),seed=\(config.seed),scale=minmax,threshold=0.8"
            let rows = example.rows.map { $0.map(\.value) }
            for (order, expected) in [
                ("learn-then-score", example.learn_then_score),
                ("score-then-learn", example.score_then_learn),
            ] {
                let verdicts = try runDetector(
                    spec + ",order=" + order, channels: example.features, rows: rows,
                    pieceSize: 37)
                let difference = firstDifference(verdicts.map(\.score), expected)
                #expect(difference == nil, "\(example.name), \(order), row \(difference ?? 0)")
            }
        }
    }
}

@Suite struct `The tutorial's detector` {
    @Test func `scores and flags as the tutorial's pipeline did`() throws {
        struct Golden: Decodable {
            struct Machine: Decodable {
                var machineID: String
                var power: [Double]
                var normalized_power: [Double]
                var score: [Double]
                var is_anomaly: [Int]
            }
            var machines: [Machine]
        }
        let golden: Golden = golden("mage-demo-pipeline")
        #expect(golden.machines.count == 3)
        for machine in golden.machines {
            #expect(MageDemo.scaled(machine.power) == machine.normalized_power)
            let verdicts = try runDetector(
                "mage-demo", channels: ["load", "power"], rows: machine.power.map { [0, $0] })
            #expect(firstDifference(verdicts.map(\.score), machine.score) == nil)
            #expect(verdicts.map { $0.isAnomaly ? 1 : 0 } == machine.is_anomaly)
        }
    }
}
