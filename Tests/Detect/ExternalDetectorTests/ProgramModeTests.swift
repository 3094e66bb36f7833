import AnomalyDetection
import ExternalDetector
import TestSupport
import Testing

private let second: Int64 = 1_000_000_000

/// What `spec` says of rows of one channel.
private func verdicts(
    _ spec: String, _ values: [Double], outlook: SeriesOutlook = SeriesOutlook()
) throws -> [Verdict] {
    let detector = try ConfiguredDetector(DetectorSpec(spec)) {
        try ProgramDetector($0, context: $1)
    }
    var one = try detector.detector(
        for: SeriesContext(channels: ["load"], outlook: outlook))
    var verdicts: [Verdict] = []
    let times = values.indices.map { Int64($0) * second }
    try times.withUnsafeBufferPointer { times in
        try values.withUnsafeBufferPointer { values in
            try one.process(
                FeatureBlock(channelCount: 1, times: times, values: values), into: &verdicts)
        }
    }
    try one.finish(into: &verdicts)
    return verdicts
}

private let echo = "awk -F, 'NR > 1 { print $2 }'"

@Suite struct `A program's mode` {
    @Test(arguments: [
        ("", [1.0, 0, 1], [true, false, true]),
        ("anomalous=1", [1, 0, -1], [true, false, false]),
        ("anomalous=-1", [1, 0, -1], [false, false, true]),
    ]) func `labels takes a yes or no a row`(
        setting: String, labels: [Double], flags: [Bool]
    ) throws {
        let settings = setting.isEmpty ? "mode=labels" : "mode=labels,\(setting)"
        let found = try verdicts("command[\(settings)]:\(echo)", labels)
        #expect(found.map(\.isAnomaly) == flags)
        #expect(found.map(\.score) == flags.map { $0 ? 1 : 0 })
    }

    @Test func `labels takes words, and refuses what may mean either`() throws {
        let words = "awk -F, 'NR > 1 { print ($2 > 5 ? \"True\" : \"FALSE\") }'"
        #expect(
            try verdicts("command[mode=labels]:\(words)", [1, 9]).map(\.isAnomaly) == [false, true])
        let error = #expect(throws: ExternalDetectorError.self) {
            try verdicts("command[mode=labels]:\(echo)", [1, -1])
        }
        #expect(error?.description.contains("anomalous=-1 (scikit-learn)") == true)
        #expect(throws: ExternalDetectorError.self) {
            try verdicts("command[mode=labels]:\(echo)", [0.5])
        }
    }

    @Test func `is told to the program with what is known of the series`() throws {
        let names = ["MODE", "TRAIN_ROWS", "WARMUP_ROWS", "PERIOD_S", "THEN"]
        func told(_ settings: String, _ outlook: SeriesOutlook) throws -> String {
            let path = temporaryPath("told")
            defer { removeTemporary(path) }
            let words = names.map { "${TESTBED_\($0)-none}" }.joined(separator: " ")
            _ = try verdicts(
                "command[\(settings)]:echo \(words) > \(path); \(echo)", [1, 2], outlook: outlook)
            return try String(contentsOfFile: path, encoding: .utf8)
        }
        let known = SeriesOutlook(warmupRows: 300, period: 0.5, rows: 1001)
        #expect(try told("mode=train,train=0.3", known) == "train 301 300 0.5 stream\n")
        #expect(try told("mode=train,train=7rows", SeriesOutlook()) == "train 7 none none stream\n")
        #expect(try told("mode=batch", known) == "batch none 300 0.5 none\n")
        #expect(throws: DetectorError.self) { try told("mode=train", SeriesOutlook()) }
    }

    @Test func `says what it has seen`() throws {
        func view(_ settings: String) throws -> DetectorView {
            try ConfiguredDetector(DetectorSpec("command[\(settings)]:x")) { _, _ in
                throw StateError.truncated
            }.view
        }
        #expect(try view("mode=stream") == .past)
        #expect(try view("mode=labels") == .past)
        #expect(try view("mode=batch") == .wholeSeries)
        #expect(try view("mode=train,train=30%") == .trained(.share(0.3)))
        #expect(try view("mode=train,train=0.3,then=batch").isHindsight)
        #expect(try view("mode=train,train=0.25").description.hasPrefix("the first 25 % of"))
        for kind in ["level-shift", "mage-demo"] {
            #expect(try ConfiguredDetector(DetectorSpec(kind)).view.isHindsight)
        }
        #expect(try ConfiguredDetector(DetectorSpec("default")).view == .past)
    }
}

@Suite struct `A program's threshold` {
    private let scores = (1...100).map { Double($0) / 100 }

    @Test func `can be a quantile of the rows it learned from`() throws {
        let rest = [0.805, 0.8051, 0.9]
        let found = try verdicts(
            "command[mode=train,train=100rows,quantile=0.8]:\(echo)", scores + rest)
        // As numpy.quantile(scores, 0.8): 0.802.
        #expect(found[..<100].allSatisfy { $0.state == .warmup })
        #expect(found[100...].map(\.isAnomaly) == [true, true, true])
        #expect(abs(found[100].threshold - 0.802) < 1e-12 && found[100].threshold > 0.802)
        let same = try verdicts(
            "command[mode=train,train=100rows,contamination=0.2]:\(echo)", scores + rest)
        #expect(same.map(\.state) == found.map(\.state))
    }

    @Test func `can be one of the whole series with hindsight, or of what is not scored`() throws {
        let whole = try verdicts("command[mode=batch,quantile=0.9]:\(echo)", scores)
        #expect(whole.map(\.isAnomaly) == scores.map { $0 > 0.901 })
        let early = try verdicts(
            "command[quantile=0.9]:\(echo)", scores, outlook: SeriesOutlook(warmupRows: 11))
        #expect(early[..<11].allSatisfy { $0.state == .warmup })
        #expect(early[11...].allSatisfy { $0.isAnomaly })
        #expect(throws: DetectorError.self) {
            try verdicts("command[quantile=0.9]:\(echo)", scores)
        }
    }

    @Test func `does not flag what equals the quantile`() throws {
        let found = try verdicts(
            "command[mode=train,train=5rows,quantile=0.9]:\(echo)", [1, 1, 1, 1, 1, 1, 1, 2])
        #expect(found.map(\.isAnomaly) == [false, false, false, false, false, false, false, true])
    }

    @Test func `cannot be taken of rows without a score`() throws {
        let error = #expect(throws: ExternalDetectorError.self) {
            try verdicts(
                "command[mode=train,train=5rows,quantile=0.9]:"
                    + "awk 'NR > 1 { print (NR > 6 ? 1 : \"\") }'", scores)
        }
        #expect(error?.description.contains("none of the 5 rows") == true)
    }

    @Test(arguments: [
        "threshold=1,quantile=0.9", "quantile=0.9,contamination=0.1", "mode=labels,threshold=1",
        "mode=labels,quantile=0.9", "quantile=1", "contamination=0.6", "train=1", "train=0rows",
        "mode=guess", "anomalous=2", "then=never",
    ]) func `is refused where settings contradict themselves`(settings: String) throws {
        #expect(throws: DetectorError.self) {
            try ConfiguredDetector(DetectorSpec("command[\(settings)]:x")) { _, _ in
                throw StateError.truncated
            }
        }
    }

    @Test func `can be reached by scores that end`() throws {
        // As a forest's: crowded around 0.55, and even a fault is not far from there.
        var state: UInt64 = 1
        let calm = (0..<3000).map { _ in
            (0..<3).reduce(0.5) { sum, _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return sum + Double(state >> 11) / 0x1p53 / 30
            }
        }
        let fault = [Double](repeating: 0.66, count: 30)
        let found = try verdicts("command:\(echo)", calm + fault)
        #expect(found[3000...].count { $0.isAnomaly } > 25)
        #expect(found[..<3000].allSatisfy { !$0.isAnomaly })
        let open = try verdicts("command[bound=none]:\(echo)", calm + fault)
        #expect(open.allSatisfy { !$0.isAnomaly })
        #expect(open.last!.threshold > 0.7)
    }

    @Test func `of one value flags nothing`() throws {
        let found = try verdicts("command:\(echo)", [Double](repeating: 0.5, count: 3000))
        #expect(found.allSatisfy { !$0.isAnomaly })
    }
}
