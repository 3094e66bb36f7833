// Fields are named as the reference files name them.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

import AnomalyDetection
import Foundation
import Telemetry
import Testing

/// A whole number, or two: for the left window and the right one.
private struct Pair: Decodable {
    var left: Int
    var right: Int
    init(from decoder: any Decoder) throws {
        if let both = try? decoder.singleValueContainer().decode(Int.self) {
            (left, right) = (both, both)
        } else {
            let values = try decoder.singleValueContainer().decode([Int].self)
            (left, right) = (values[0], values[1])
        }
    }
}

private struct LevelShiftGolden: Decodable {
    struct Case: Decodable {
        var name: String
        var c: Double
        var side: String
        var window: Pair
        var min_periods: Pair?
        var values: [GoldenNumber]
        var seconds: [Int64]?
        var difference: [Double?]?
        var q1: Double?
        var q3: Double?
        var upper_limit: Double?
        var labels: [Int?]?
        var stored: [Int]?
        var error: String?

        var method: LevelShift {
            LevelShift(
                c: c, side: LevelShift.Side(rawValue: side)!, windows: (window.left, window.right),
                minimumPeriods: min_periods.map { ($0.left, $0.right) })
        }
        var times: [Int64] { seconds ?? values.indices.map { Int64($0) } }
    }
    var cases: [Case]
}

@Suite struct `Level shift` {
    private let golden: LevelShiftGolden = AnomalyDetectionTests.golden("levelshift-cases")

    @Test func `gives ADTK's differences, limits and labels, to the last bit`() throws {
        for example in golden.cases {
            let values = LevelShift.order(of: example.times).map { example.values[$0].value }
            if example.error != nil {
                #expect(throws: DetectorError.self) { try example.method.detect(values) }
                continue
            }
            let result = try example.method.detect(values)
            #expect(
                result.differences.map { $0.isNaN ? nil : $0 } == example.difference,
                "\(example.name)")
            #expect(result.q1 == example.q1 && result.q3 == example.q3, "\(example.name)")
            #expect(result.upperLimit == example.upper_limit, "\(example.name)")
            #expect(
                result.labels.map { $0.map { $0 ? 1 : 0 } } == example.labels, "\(example.name)")
        }
    }

    @Test func `flags the rows that the demo stores, in the order they came`() throws {
        var checked = 0
        for example in golden.cases where example.error == nil && example.min_periods == nil {
            guard example.window.left == example.window.right else { continue }
            let spec =
                "level-shift:c=\(example.c),side=\(example.side),window=\(example.window.left)"
            let verdicts = try runDetector(
                spec, channels: ["vibration"], rows: example.values.map { [$0.value] },
                times: example.times)
            #expect(verdicts.map { $0.isAnomaly ? 1 : 0 } == example.stored, "\(example.name)")
            checked += 1
        }
        #expect(checked > 30)
    }
}
