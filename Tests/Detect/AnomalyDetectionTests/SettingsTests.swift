import AnomalyDetection
import Telemetry
import Testing

/// One setting of one detector, as a SPEC that names it at its default.
private struct NamedDefault: CustomTestStringConvertible, Sendable {
    var kind: String
    var setting: String
    var testDescription: String { "\(kind):\(setting)" }

    static let all = DetectorCatalogue.kinds.flatMap { kind in
        let settings = kind.parameters.map { "\($0.name)=\(value(of: $0))" }
        // Each by itself, and all at once.
        return (settings.count > 1 ? settings + [settings.joined(separator: ",")] : settings)
            .map { NamedDefault(kind: kind.name, setting: $0) }
    }

    /// "All channels" has no word of its own.
    private static func value(of parameter: DetectorParameter) -> String {
        parameter.defaultValue.isEmpty
            ? demoChannels.joined(separator: "+") : parameter.defaultValue
    }
}

private let rows = {
    var rows = plantRows(1600)
    for index in 900..<960 { rows[index][2] += 3 }
    for index in 1300..<1340 { rows[index][0] = rows[1299][0] }
    return rows
}()

/// The verdicts as bits, which a missing score has too.
private func bits(_ verdicts: [Verdict]) -> [[UInt64]] {
    verdicts.map {
        [$0.score.bitPattern, $0.threshold.bitPattern, UInt64($0.state.rawValue)]
    }
}

@Suite struct `A setting` {
    @Test(arguments: NamedDefault.all)
    fileprivate func `that is named at its default changes nothing`(named: NamedDefault) throws {
        let plain = try runDetector(named.kind, channels: demoChannels, rows: rows)
        let spelled = try runDetector(
            "\(named.kind):\(named.setting)", channels: demoChannels, rows: rows)
        #expect(bits(plain) == bits(spelled))
    }

    @Test(arguments: ["n_trees=31", "height=8", "window_size=150", "seed=2", "threshold=0.9"])
    func `of Half-Space Trees leaves what they are fed as it is`(setting: String) throws {
        func scores(_ more: String) throws -> [UInt64] {
            try runDetector(
                "half-space-trees:\(setting)\(more)", channels: demoChannels, rows: rows
            ).map(\.score.bitPattern)
        }
        #expect(try scores("") == scores(",scale=relation"))
        #expect(try scores("") != scores(",scale=minmax"))
    }

    @Test func `that says what ranges channels have is for channels as they are`() throws {
        func scores(_ settings: String) throws -> [UInt64] {
            try runDetector(
                "half-space-trees:limits=0..100\(settings)", channels: demoChannels, rows: rows
            ).map(\.score.bitPattern)
        }
        #expect(try scores("") == scores(",scale=none"))
        #expect(throws: DetectorError.self) { try scores(",scale=relation") }
    }

    @Test(arguments: [
        "half-space-trees:window_size=1e18", "half-space-trees:height=64",
        "half-space-trees:height=-1", "half-space-trees:n_trees=0",
        "half-space-trees:n_trees=9223372036854775808", "half-space-trees:n_trees=10000,height=20",
        "half-space-trees:threshold=nan", "half-space-trees:threshold=-1",
        "half-space-trees:limits=-inf..inf", "mage-demo:height=60", "mage-demo:threshold=inf",
        "level-shift:window=99999999999999999999", "level-shift:c=nan", "mad:window=-300",
        "ewma:window=1e300", "windowed-gaussian:step=0", "hotelling-t2:window=1e99",
        "random-cut-forest:n_trees=1000,tree_size=100000", "random-cut-forest:seed=-1",
        "stuck:gap=0", "ensemble:members=", "default:memory=inf", "default:warmup=1e6",
        "mad:target=0", "mad:margin=-1", "mad:patience=99999999999",
    ]) func `that is out of its range is refused with the range`(spec: String) throws {
        let error = #expect(throws: DetectorError.self) {
            try ConfiguredDetector(DetectorSpec(spec))
                .detector(for: SeriesContext(channels: demoChannels))
        }
        #expect(error?.description.contains("is not allowed; give ") == true, "\(error as Any)")
    }
}

@Suite struct `A threshold` {
    @Test(arguments: [0.3, 0.5, 0.9, 0.0, 5])
    func `over the default detector's score takes the place of its decision`(
        threshold: Double
    ) throws {
        let own = try runDetector("default", channels: demoChannels, rows: rows)
        let judged = try runDetector(
            "default:threshold=\(threshold)", channels: demoChannels, rows: rows)
        // What is learned, and so the score, stays the same.
        #expect(judged.map(\.score.bitPattern) == own.map(\.score.bitPattern))
        #expect(judged.allSatisfy { $0.threshold == threshold })
        for verdict in judged where verdict.state != .warmup && verdict.state != .skipped {
            #expect(verdict.isAnomaly == (verdict.score >= threshold))
        }
        #expect(judged.map { $0.state == .warmup } == own.map { $0.state == .warmup })
        if threshold == 0.3 {
            #expect(judged.count(where: \.isAnomaly) > own.count(where: \.isAnomaly))
        }
    }

    @Test(
        arguments: [
            "mad", "ewma", "hotelling-t2", "regression-residual", "windowed-gaussian", "ensemble",
            "random-cut-forest:n_trees=5,tree_size=64",
        ], [0.0, 0.5, 0.7, 1])
    func `is one for the score as it is reported, to the last bit`(
        detector: String, threshold: Double
    ) throws {
        let separator = detector.contains(":") ? "," : ":"
        let verdicts = try runDetector(
            "\(detector)\(separator)threshold=\(threshold)", channels: demoChannels, rows: rows)
        for verdict in verdicts where verdict.state == .normal || verdict.state == .anomalous {
            #expect(verdict.isAnomaly == (verdict.score >= threshold))
            #expect(verdict.threshold == threshold)
        }
    }

    @Test(arguments: ["level-shift", "arrow-task-engine", "always-on", "never-on"])
    func `is refused where flags are not made by one`(name: String) throws {
        let error = #expect(throws: DetectorError.self) {
            try ConfiguredDetector(DetectorSpec(name), threshold: 0.9)
        }
        #expect(error == .takesNoThreshold(detectors: [name]))
        #expect(error?.description.hasPrefix("\(name) takes no threshold") == true)
    }

    @Test func `sets that of every other detector over its SPEC's`() throws {
        for kind in DetectorCatalogue.kinds where kind.takesThreshold {
            let spec = try DetectorSpec("\(kind.name):threshold=0.25")
            let configured = try ConfiguredDetector(spec, threshold: 0.75)
            #expect(configured.parameters.first { $0.name == "threshold" }?.value == "0.75")
        }
    }
}

@Suite struct `Votes of an ensemble` {
    @Test func `flag what half of the members find out of the ordinary`() throws {
        var rows = plantRows(4000)
        for index in 3000..<3060 { rows[index][2] *= 3 }
        let verdicts = try runDetector(
            "ensemble:combine=vote", channels: demoChannels, rows: rows)
        #expect(verdicts[1000..<3000].allSatisfy { $0.state == .normal })
        #expect(verdicts[3000..<3060].count(where: \.isAnomaly) > 40)
        #expect(!verdicts[3100...].contains { $0.isAnomaly })
    }

    @Test(arguments: ["vote", "max"])
    func `count members that have a limit of their own`(combination: String) throws {
        var rows = plantRows(3000)
        for index in 2000..<2060 { rows[index][1] = rows[1999][1] }
        let verdicts = try runDetector(
            "ensemble:members=stuck,combine=\(combination)", channels: demoChannels, rows: rows)
        #expect(verdicts[2000..<2060].contains { $0.isAnomaly })
        #expect(!verdicts[..<2000].contains { $0.isAnomaly })
    }
}
