import AnomalyDetection
import SeededRandom
import Telemetry
import Testing

private func error(_ spec: String) -> String? {
    do {
        _ = try ConfiguredDetector(DetectorSpec(spec))
        return nil
    } catch { return "\(error)" }
}

@Suite struct `A detector spec` {
    @Test func `sets what it names and leaves the rest as documented`() throws {
        let configured = try ConfiguredDetector(
            DetectorSpec("half-space-trees:n_trees=5,limits=a=0..1e+3+b=-2..5"))
        let values = Dictionary(
            uniqueKeysWithValues: configured.parameters.map { ($0.name, $0.value) })
        #expect(values["n_trees"] == "5" && values["limits"] == "a=0..1e+3+b=-2..5")
        #expect(values["window_size"] == "200" && values["order"] == "score-then-learn")
    }

    @Test(arguments: [
        ("half-space-tree", #"did you mean "half-space-trees"?"#),
        ("half-space-trees:n_tree=5", #"did you mean "n_trees"?"#),
        ("half-space-trees:n_trees=0", "a whole number from 1"),
        ("half-space-trees:n_trees=5,n_trees=6", "set twice"),
        ("half-space-trees:order=both", "score-then-learn, learn-then-score"),
        ("half-space-trees:limits=1..0", "lo..hi"),
        ("half-space-trees:seed=1.5", "a whole number of any size"),
        ("half-space-trees:n_trees", "is not key=value"),
        ("always-on:x=1", "no settings"), (":x=1", "the name is empty"),
        ("command:", "name a program"),
    ]) func `that is wrong is told what would be right`(spec: String, words: String) {
        #expect(error(spec)?.contains(words) == true, "\(error(spec) ?? "no error")")
    }

    @Test func `names channels that the data must have`() throws {
        let configured = try ConfiguredDetector(DetectorSpec("half-space-trees:features=powr"))
        let error = #expect(throws: DetectorError.self) {
            try configured.detector(for: SeriesContext(channels: ["load", "power"]))
        }
        #expect(error?.description.contains(#"did you mean "power"?"#) == true)
    }

    @Test func `of a program is kept as it is`() throws {
        let spec = try DetectorSpec("command:python3 score.py --a=1,2:3")
        #expect(spec.command == "python3 score.py --a=1,2:3" && spec.options.isEmpty)
    }

    @Test func `of a program may have settings in brackets`() throws {
        let spec = try DetectorSpec(
            "command[name=forest,threshold=-12.5]:[ -f a ] && awk 'NR > 1 { print a[$1]: }'")
        #expect(spec.command == "[ -f a ] && awk 'NR > 1 { print a[$1]: }'")
        #expect(spec.options == [.init("name", "forest"), .init("threshold", "-12.5")])
        let configured = try ConfiguredDetector(spec) { settings, _ in
            Issue.record("\(settings)")
            throw StateError.truncated
        }
        #expect(configured.spec == "forest" && configured.name == "command")
        #expect(configured.parameters.map(\.name) == ["command", "name", "threshold"])
    }

    @Test(arguments: [
        ("command[threshold=1:./a", "the bracket is not closed"),
        ("command[threshold]:./a", "is not key=value"), ("command[]: ", "name a program"),
        ("command[treshold=1]:./a", #"did you mean "threshold"?"#),
        ("command[threshold=nan]:./a", "any number, or auto"),
        ("command[timeout=0]:./a", "seconds, or a time as in 10m, or none"),
        ("command[timeout=-5m]:./a", "seconds, or a time as in 10m, or none"),
        ("command[name=a/b]:./a", "letters, digits"), ("command[name=default]:./a", "no built-in"),
        ("command[name=a,name=b]:./a", "set twice"),
    ]) func `of a program with wrong settings is told what would be right`(
        text: String, words: String
    ) {
        let error = #expect(throws: DetectorError.self) {
            try ConfiguredDetector(DetectorSpec(text)) { _, _ in throw StateError.truncated }
        }
        #expect(error?.description.contains(words) == true, "\(error as Any)")
    }

    @Test func `gives every detector of the catalogue a detector that answers and can be saved`()
        throws
    {
        var dice = MersenneTwister(seed: 5)
        let rows = (0..<400).map { _ in (0..<4).map { _ in dice.random() } }
        for kind in DetectorCatalogue.kinds {
            let all = try runDetector(kind.name, channels: demoChannels, rows: rows)
            #expect(all.count == rows.count, "\(kind.name)")
            #expect(
                try runDetector(kind.name, channels: demoChannels, rows: rows, pieceSize: 7) == all
                    || all.contains { $0.score.isNaN }, "\(kind.name) depends on the pieces")
        }
    }
}

@Suite struct `Half-Space Trees as a detector` {
    private let rows = {
        var dice = MersenneTwister(seed: 11)
        return (0..<900).map { _ in (0..<3).map { _ in dice.random() } }
    }()

    @Test func `are warming up until their first window is full`() throws {
        let verdicts = try runDetector(
            "half-space-trees:scale=minmax,window_size=100,threshold=0.5",
            channels: ["a", "b", "c"], rows: rows)
        #expect(verdicts[..<100].allSatisfy { $0.state == .warmup })
        #expect(verdicts[100...].allSatisfy { $0.state != .warmup })
    }

    @Test func `flag a score that reaches the threshold`() throws {
        func verdicts(_ threshold: Double) throws -> [Verdict] {
            try runDetector(
                "half-space-trees:scale=minmax,window_size=100,threshold=\(threshold)",
                channels: ["a", "b", "c"], rows: rows)
        }
        let median = try verdicts(1)[100...].map(\.score).sorted()[400]
        let judged = try verdicts(median)[100...]
        for verdict in judged { #expect(verdict.isAnomaly == (verdict.score >= median)) }
        #expect(judged.contains { $0.isAnomaly } && judged.contains { !$0.isAnomaly })
    }

    @Test func `pass over rows without any value`() throws {
        var holed = rows
        holed[0] = [.missing, .missing, .missing]
        holed[500] = [.missing, .missing, .missing]
        let verdicts = try runDetector(
            "half-space-trees:scale=minmax,threshold=0.5", channels: ["a", "b", "c"], rows: holed)
        #expect(verdicts[0].state == .skipped && verdicts[500].state == .skipped)
    }
}
