import Foundation
import TestSupport
import Testing

/// Random schedules of faults over the whole line; `scripts/chaos` says what they are and what must hold.
///
/// Full run only: a minute and more of real processes, whose promises are about time.
@Suite(.needsBroker, .needs("/usr/bin/python3", from: "python3"), .enabled(if: isFullSuite))
struct `Whatever is killed, stopped or full` {
    @Test(.timeLimit(.minutes(60)))
    func `no reading is lost in silence, and the scores are those of a quiet run`() throws {
        let environment = ProcessInfo.processInfo.environment
        let schedules = environment["CHAOS_SCHEDULES"] ?? "100"
        let seed = environment["CHAOS_SEED"] ?? "1"
        let output = temporaryPath("chaos")
        defer { removeTemporary(output) }
        let child = try ChildProcess(
            "/usr/bin/python3",
            [
                RepositoryFiles.path("scripts/chaos"), "--schedules", schedules, "--seed", seed,
                "--programs", builtProducts.path, "--quiet",
            ], outputTo: output)
        let status = child.wait()
        #expect(status == 0, "\((try? String(contentsOfFile: output, encoding: .utf8)) ?? "")")
    }
}
