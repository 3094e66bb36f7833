import Foundation
import TestSupport
import Testing

/// A scenario file, what is wrong with it, and words its error must have.
struct BadScenario: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var words: [String]
    var testDescription: String { name }

    static func body(
        machines: String = #"[{ id: "machine1", profile: "demo" }]"#, anomalies: String = "[]",
        rest: String = ""
    ) -> String {
        """
        {
          name: "bad", seed: 1, start: "2026-01-01T00:00:00Z",
          duration: "10m", interval: "1s", warmup: "1m",
          machines: \(machines),
          anomalies: \(anomalies),
          \(rest)
        }
        """
    }

    static func anomaly(_ fields: String) -> String {
        "[{ machine: \"machine1\", kind: \"overload\", at: \"2m\", for: \"1m\", \(fields) }]"
    }

    static let all: [BadScenario] = [
        BadScenario(name: "empty", text: "", words: ["empty"]),
        BadScenario(
            name: "truncated", text: #"{ name: "bad", machines: [{ id: "#, words: ["1:", "end"]),
        BadScenario(name: "binary", text: "\u{0}\u{1}\u{2}ELF\u{0}", words: ["1:"]),
        BadScenario(
            name: "an unknown anomaly",
            text: body(
                anomalies: #"[{ machine: "machine1", kind: "overlaod", at: "2m", for: "1m" }]"#),
            words: ["anomalies[0].kind", "overlaod", #"did you mean "overload""#]),
        BadScenario(
            name: "an unknown key", text: body(rest: #"warmpu: "5m""#),
            words: ["warmpu", #"did you mean "warmup""#]),
        BadScenario(
            name: "an unknown machine",
            text: body(
                anomalies: #"[{ machine: "machin1", kind: "overload", at: "2m", for: "1m" }]"#),
            words: ["anomalies[0].machine", "machin1", "machine1"]),
        BadScenario(
            name: "overlapping anomalies on one channel",
            text: body(
                anomalies: """
                    [{ machine: "machine1", kind: "overload", at: "2m", for: "2m" },
                     { machine: "machine1", kind: "overload", at: "3m", for: "2m" }]
                    """),
            words: ["anomalies[1]", "overlap"]),
        BadScenario(
            name: "an end before the start",
            text: body(
                anomalies: #"[{ machine: "machine1", kind: "overload", at: "2m", for: "-1m" }]"#),
            words: ["anomalies[0].for"]),
        BadScenario(name: "zero machines", text: body(machines: "[]"), words: ["machines"]),
        BadScenario(
            name: "machine ids used twice",
            text: body(
                machines:
                    #"[{ id: "machine1", profile: "demo" }, { id: "machine1", profile: "demo" }]"#),
            words: ["machines[1].id", "machine1"]),
        BadScenario(
            name: "a negative interval",
            text: body().replacingOccurrences(of: #"interval: "1s""#, with: #"interval: "-1s""#),
            words: ["interval", "-1s"]),
        BadScenario(
            name: "an unknown profile",
            text: body(machines: #"[{ id: "machine1", profile: "dmeo" }]"#),
            words: ["machines[0].profile", "dmeo", #"did you mean "demo""#]),
    ]
}

@Suite struct `A bad scenario` {
    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = URL(filePath: temporaryPath("bad"))
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { removeTemporary(folder.path) }
        try body(folder)
    }

    @Test(arguments: BadScenario.all)
    func `is refused with one clear error and leaves nothing behind`(bad: BadScenario) throws {
        try withFolder { folder in
            let file = folder.appending(path: "bad.json5")
            try Data(bad.text.utf8).write(to: file)
            let out = folder.appending(path: "out")
            for command in [["validate", file.path], ["run", file.path, "--out", out.path]] {
                let result = try runTool("scenario-runner", command)
                #expect(result.exitCode == 2, "\(result.errors)")
                #expect(result.output.isEmpty)
                #expect(result.errors.hasPrefix("scenario-runner: error: "))
                #expect(result.errors.contains("bad.json5"))
                for word in bad.words {
                    #expect(result.errors.contains(word), "\(word) in: \(result.errors)")
                }
            }
            #expect(!FileManager.default.fileExists(atPath: out.path))
        }
    }

    @Test func `has all its errors named in one go`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "many.json5")
            let text = BadScenario.body(
                machines: #"[{ id: "machine1", profile: "dmeo" }]"#,
                anomalies: BadScenario.anomaly("magnitude: \"big\""), rest: "sed: 3")
            try Data(text.utf8).write(to: file)
            let result = try runTool("scenario-runner", ["validate", file.path])
            #expect(result.exitCode == 2)
            for word in ["dmeo", "magnitude", "sed"] {
                #expect(result.errors.contains(word), "\(word) in: \(result.errors)")
            }
        }
    }

    @Test func `of a hundred megabytes is refused at once`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "huge.json5")
            try Data().write(to: file)
            let handle = try FileHandle(forWritingTo: file)
            try handle.truncate(atOffset: 100 << 20)
            try handle.close()
            let start = ContinuousClock.now
            let result = try runTool("scenario-runner", ["run", file.path])
            #expect(result.exitCode == 2)
            #expect(result.errors.contains("huge.json5"))
            #expect(ContinuousClock.now - start < .seconds(5))
        }
    }

    @Test func `that is not there is answered with the name that was meant`() throws {
        let missing = try runTool("scenario-runner", ["run", "overlod-fault"])
        #expect(missing.exitCode == 2)
        #expect(missing.errors.contains(#"did you mean "overload-fault""#), "\(missing.errors)")
        let folder = try runTool("scenario-runner", ["run", temporaryFolder])
        #expect(folder.exitCode == 2, "\(folder.errors)")
    }
}

@Suite struct `A place for reports` {
    @Test func `that cannot be written is the environment's fault`() throws {
        let result = try runTool(
            "scenario-runner", ["run", "overload-fault", "--out", "/dev/null/reports"])
        #expect(result.exitCode == 1, "\(result.errors)")
        #expect(result.errors.contains("/dev/null/reports"), "\(result.errors)")
    }

    @Test(.enabled(if: getuid() == 0 && isInstalled("mount"), "needs root to mount a small disk"))
    func `that is full leaves no half report behind`() throws {
        let disk = temporaryPath("disk")
        try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
        defer { removeTemporary(disk) }
        let mount = try Process.run(
            URL(filePath: "/bin/sh"),
            arguments: ["-c", "mount -t tmpfs -o size=64k tmpfs \(disk) 2>/dev/null"])
        mount.waitUntilExit()
        try #require(mount.terminationStatus == 0, "a small disk could not be mounted")
        defer {
            _ = try? Process.run(URL(filePath: "/bin/umount"), arguments: [disk]).waitUntilExit()
        }
        let result = try runTool(
            "scenario-runner", ["run", "overload-fault", "--out", disk + "/reports"])
        #expect(result.exitCode == 1, "\(result.errors)")
        #expect(result.errors.contains(disk), "\(result.errors)")
        let left =
            (try? FileManager.default.contentsOfDirectory(atPath: disk + "/reports")) ?? []
        #expect(!left.contains { $0.contains(".tmp") }, "\(left)")
    }
}
