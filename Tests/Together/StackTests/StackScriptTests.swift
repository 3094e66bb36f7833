import Foundation
import TestSupport
import Testing

/// scripts/stack and scripts/compose-test, as far as they go without an engine.
@Suite struct StackScriptTests {
    private struct Outcome {
        var code: Int32
        var text: String
    }

    private func run(
        _ script: String, _ arguments: [String], environment: [String: String] = [:]
    ) throws -> Outcome {
        let file = temporaryPath("output")
        defer { removeTemporary(file) }
        let child = try ChildProcess(
            RepositoryFiles.path(script), arguments,
            environment: ["DOCKER_HOST": "unix:///nowhere.sock"].merging(environment) { $1 },
            outputTo: file)
        let code = child.wait()
        return Outcome(code: code, text: try String(contentsOfFile: file, encoding: .utf8))
    }

    @Test func `a word that is no gesture is refused with those there are`() throws {
        let wrong = try run("scripts/stack", ["start"])
        #expect(wrong.code == 2 && wrong.text.contains("up, run, open, watch, down"))
        let bare = try run("scripts/stack", ["run"])
        #expect(bare.code == 2 && bare.text.contains("scripts/stack run overload-fault"))
        let help = try run("scripts/stack", ["--help"])
        #expect(help.code == 0)
        for word in ["up", "run SCENARIO", "open", "watch", "down"] {
            #expect(help.text.contains("scripts/stack \(word)"))
        }
    }

    @Test(.needs("/usr/bin/docker", "/usr/bin/docker-compose", from: "docker.io docker-compose"))
    func `without an engine the gestures say what to start, and the test is skipped`() throws {
        let up = try run("scripts/stack", ["up"])
        #expect(up.code == 1, "\(up.text)")
        #expect(up.text.contains("no Docker engine answers at unix:///nowhere.sock"))
        let test = try run("scripts/compose-test", ["--no-build"])
        #expect(test.code == 0)
        #expect(test.text.hasPrefix("compose-test: skipped: no Docker engine"), "\(test.text)")
    }
}
