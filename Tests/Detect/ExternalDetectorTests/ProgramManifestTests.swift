import AnomalyDetection
import ExternalDetector
import Foundation
import TestSupport
import Testing

/// A folder with manifests.
private struct Shelf {
    let path = temporaryPath("manifests")

    init(_ files: [String: String]) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files {
            try text.write(toFile: path + "/" + name, atomically: true, encoding: .utf8)
        }
    }

    func remove() { removeTemporary(path) }

    func problems(_ name: String = "") -> [String] {
        do {
            _ = try ProgramManifest.specs("manifest:\(path)\(name)")
            return []
        } catch {
            return "\(error)".split(separator: "\n").map {
                String($0).replacing(path + "/", with: "")
            }
        }
    }
}

@Suite struct `A manifest` {
    @Test func `says all that a SPEC does, and the environment`() throws {
        let shelf = try Shelf([
            "forest.json5": """
            { // comments are welcome
              command: "./run.sh", mode: "train", train: 0.25, contamination: 0.01,
              timeout: "5m", margin: 1.5, environment: { WORD: "a b", N: 3 },
            }
            """
        ])
        defer { shelf.remove() }
        let specs = try #require(
            try ProgramManifest.specs("manifest:\(shelf.path)/forest.json5"))
        let detector = try ConfiguredDetector(#require(specs.first)) { settings, _ in
            #expect(settings.timeout == 300 && settings.mode == .train)
            #expect(settings.rule == .quantile(0.99) && settings.decision.margin == 1.5)
            throw StateError.truncated
        }
        #expect(throws: StateError.self) {
            try detector.detector(for: SeriesContext(channels: ["a"]))
        }
        #expect(detector.spec == "forest" && detector.train == .share(0.25))
        #expect(
            detector.parameters.map { "\($0.name)=\($0.value)" } == [
                "command=./run.sh", "env.WORD=a b", "env.N=3", "name=forest", "mode=train",
                "train=0.25", "timeout=5m", "contamination=0.01", "margin=1.5",
            ])
    }

    @Test func `runs its program in its own folder with its environment`() throws {
        let shelf = try Shelf([
            "a.json5":
                "{ command: './say.sh', environment: { SAID: 'x y', PATH: '/bin:/usr/bin' } }",
            "say.sh": "echo \"$SAID\" > said; awk 'NR > 1 { print 0 }'",
        ])
        defer { shelf.remove() }
        chmod(shelf.path + "/say.sh", 0o755)
        let spec = try #require(try ProgramManifest.specs("manifest:\(shelf.path)")?.first)
        var detector = try ConfiguredDetector(spec) { try ProgramDetector($0, context: $1) }
            .detector(for: SeriesContext(channels: ["a"]))
        var none: [Verdict] = []
        try detector.finish(into: &none)
        #expect(try String(contentsOfFile: shelf.path + "/said", encoding: .utf8) == "x y\n")
    }

    @Test func `is one of a folder of them, in the order of their names`() throws {
        let shelf = try Shelf([
            "b.json5": "{ command: 'b' }", "a.json5": "{ command: 'a', name: 'first' }",
            "read.me": "no manifest",
        ])
        defer { shelf.remove() }
        let specs = try #require(try ProgramManifest.specs("manifest:\(shelf.path)/"))
        #expect(specs.map(\.command) == ["a", "b"])
        #expect(try ProgramManifest.specs("default") == nil)
    }

    @Test func `that is wrong is told all at once, with the place`() throws {
        let shelf = try Shelf([
            "a.json5": """
            { comand: "x",
              mode: "strem", train: 2, timeout: true, environment: { A: [] },
              quantile: 0.9, quantile: 0.8 }
            """,
            "b.json5": "{ command: 'x', quantile: 0.9, threshold: 1 }", "c.json5": "{ command: ",
            "d.json5": "[]", "e.json5": "{ command: ' ' }",
        ])
        defer { shelf.remove() }
        let problems = shelf.problems()
        let expected = [
            "a.json5:1:1: command: is missing", "a.json5:1:3: comand: there is no such key",
            "a.json5:2:9: mode: found \"strem\"; allowed: stream, labels, batch, train",
            "a.json5:2:25: train: found 2;", "a.json5:2:37: timeout: found true;",
            "a.json5:2:61: environment.A: found a list of 0;",
            "a.json5:3:18: the key quantile is given twice",
            "b.json5:1:12: command: detector command: quantile=0.9 is not allowed; give one of",
            "c.json5:1:12:", "d.json5:1:1: found a list; allowed: an object",
            "e.json5:1:12: command: found \" \"",
        ]
        #expect(problems.count == expected.count, "\(problems)")
        for (problem, start) in zip(problems, expected) {
            #expect(problem.hasPrefix(start), "\(problem)")
        }
    }

    @Test func `that is not there is told`() throws {
        let shelf = try Shelf([:])
        defer { shelf.remove() }
        #expect(shelf.problems().first?.contains("there is no manifest") == true)
        #expect(shelf.problems("/none").first?.contains("there is no such file") == true)
    }
}
