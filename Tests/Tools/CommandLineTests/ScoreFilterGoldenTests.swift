// Fields are named as the reference files name them.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

import Foundation
import TestSupport
import Testing

/// A cell of a reference file: a number, null for a missing one, or the text "nan", "inf", "-inf".
private struct Cell: Decodable, Sendable {
    var text: String

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            text = ""
        } else if let word = try? container.decode(String.self) {
            text = word
        } else {
            text = try container.decode(Double.self).description
        }
    }
}

private struct Trees: Decodable, Sendable, CustomTestStringConvertible {
    struct Config: Decodable, Sendable {
        var n_trees: Int
        var height: Int
        var window_size: Int
        var seed: String
        var limits: [String: [Double]]?
    }
    var name: String
    var config: Config
    var features: [String]
    var rows: [[Cell]]
    var learn_then_score: [Double]
    var score_then_learn: [Double]

    var testDescription: String { name }

    func spec(scale: String, order: String) -> String {
        var spec =
            "half-space-trees:n_trees=\(config.n_trees),height=\(config.height),"
            + "window_size=\(config.window_size),seed=\(config.seed),scale=\(scale),order=\(order)"
        if let limits = config.limits, !limits.isEmpty {
            spec +=
                ",limits="
                + limits.map { "\($0.key)=\($0.value[0])..\($0.value[1])" }.joined(separator: "+")
        }
        return spec
    }
}

private struct Cases<Case: Decodable>: Decodable { var cases: [Case] }

private struct Shift: Decodable, Sendable, CustomTestStringConvertible {
    /// One number, or two.
    struct Windows: Decodable, Sendable {
        var text: String
        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            text =
                try (try? container.decode([Int].self).map { "\($0)" }.joined(separator: "+"))
                ?? "\(container.decode(Int.self))"
        }
    }
    var name: String
    var c: Double
    var side: String
    var window: Windows
    var min_periods: Windows?
    var values: [Cell]
    var seconds: [Double]?
    var stored: [Int]?
    var error: String?

    var testDescription: String { name }
}

private struct Demo: Decodable {
    struct Machine: Decodable {
        var machineID: String
        var load: [Double]
        var vibration: [Double]
        var power: [Double]
        var temperature: [Double]
        var score: [Double]
        var is_anomaly: [Int]
    }
    var start_time_us: Int
    var machines: [Machine]
}

private let folder = RepositoryFiles.path("Tests/Detect/AnomalyDetectionTests/Golden")

private func decode<Value: Decodable>(_ file: String) throws -> Value {
    let data = try Data(contentsOf: URL(filePath: "\(folder)/\(file)"))
    return try JSONDecoder().decode(Value.self, from: data)
}

/// Every case of trees that has rows and scores.
private func allTrees() -> [Trees] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().filter { $0.hasPrefix("hst-") }.compactMap { try? decode($0) }
}

private func csv(_ header: [String], _ rows: [[String]]) -> Data {
    Data(([header] + rows).map { $0.joined(separator: ",") + "\n" }.joined().utf8)
}

/// Runs the filter and takes the last two columns, bits and flags.
private func score(_ input: Data, _ spec: String) throws -> (scores: [UInt64], flags: [Int]) {
    let result = try runTool("anomaly-detector", ["score", "--detector", spec], input: input)
    try #require(result.exitCode == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    try #require(lines.first?.hasSuffix(",score,is_anomaly") == true)
    let cells = lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    return (
        cells.map { (Double($0[$0.count - 2]) ?? .nan).bitPattern },
        cells.map { Int($0[$0.count - 1]) ?? -1 }
    )
}

@Suite struct `anomaly-detector score, on the reference cases` {
    private func check(_ trees: Trees, scale: String) throws {
        let input = csv(trees.features, trees.rows.map { $0.map(\.text) })
        for (order, wanted) in [
            ("learn-then-score", trees.learn_then_score),
            ("score-then-learn", trees.score_then_learn),
        ] {
            let scores = try score(input, trees.spec(scale: scale, order: order)).scores
            let bits = wanted.map(\.bitPattern)
            #expect(scores.count == bits.count)
            let place = zip(scores, bits).enumerated().first { $0.element.0 != $0.element.1 }
            #expect(place == nil, "\(order), row \(place?.offset ?? -1)")
        }
    }

    @Test func `all cases are there`() { #expect(allTrees().count == 20) }

    @Test(arguments: allTrees()) private func `trees score as River's`(trees: Trees) throws {
        try check(trees, scale: "none")
    }

    @Test func `trees behind a scaler score as River's`() throws {
        let cases: Cases<Trees> = try decode("minmax-hst-pipeline.json")
        #expect(cases.cases.count == 3)
        for trees in cases.cases { try check(trees, scale: "minmax") }
    }

    @Test func `the tutorial's pipeline gives its scores and flags`() throws {
        let demo: Demo = try decode("mage-demo-pipeline.json")
        var rows: [[String]] = []
        for index in demo.machines[0].power.indices {
            for machine in demo.machines {
                let values = [machine.load, machine.vibration, machine.power, machine.temperature]
                rows.append(
                    [machine.machineID, "\(demo.start_time_us + index * 1_000_000)"]
                        + values.map { "\($0[index])" })
            }
        }
        let input = csv(
            ["machineID", "time", "load", "vibration", "power", "temperature"], rows)
        let found = try score(input, "mage-demo")
        for (offset, machine) in demo.machines.enumerated() {
            let places = stride(from: offset, to: rows.count, by: demo.machines.count)
            #expect(places.map { found.scores[$0] } == machine.score.map(\.bitPattern))
            #expect(places.map { found.flags[$0] } == machine.is_anomaly)
        }
    }

    @Test func `level shifts are ADTK's`() throws {
        let cases: Cases<Shift> = try decode("levelshift-cases.json")
        #expect(cases.cases.count == 52)
        for shift in cases.cases {
            var spec =
                "level-shift:c=\(shift.c),side=\(shift.side),window=\(shift.window.text)"
            if let periods = shift.min_periods { spec += ",min_periods=\(periods.text)" }
            let input =
                if let seconds = shift.seconds {
                    csv(
                        ["time", "vibration"],
                        zip(seconds, shift.values).map { ["\($0)", $1.text] })
                } else { csv(["vibration"], shift.values.map { [$0.text] }) }
            guard let stored = shift.stored else {
                let result = try runTool(
                    "anomaly-detector", ["score", "--detector", spec], input: input)
                #expect(result.exitCode == 2, "\(shift.name)")
                #expect(result.errors.contains("the data is not enough"), "\(shift.name)")
                continue
            }
            #expect(try score(input, spec).flags == stored, "\(shift.name)")
        }
    }
}
