import CommandLineTool
import DurableFiles
import Foundation
import Synchronization
import Testbed

/// SIGINT and SIGTERM end a long command at once, with 130 and 143, and leave no temporary file behind.
/// Nothing else needs to be put in order: a report is whole or not there.
enum Interruption {
    private static let ending = Atomic<Int32>(0)

    /// How a command ends whose playing was ended by a signal; nil if none was.
    static var exitCode: ExitCode? {
        let number = ending.load(ordering: .relaxed)
        return number == 0 ? nil : ExitCode(signal: number)
    }

    /// Takes the two signals over from now on; to be called once, before other threads are started.
    /// - Parameter advice: how to go on, for whoever has stopped it.
    static func install(advice: String = "nothing is left half done") {
        SignalWatch.start { end($0, advice) }
    }

    /// As ``install(advice:)``, but the first signal ends what is being played, and what was played until
    /// then is judged.
    static func installEnding(_ stop: PlayStop) {
        SignalWatch.start { number in
            guard !stop.isRequested else { return end(number, "nothing is left half done") }
            Terminal.error(
                "scenario-runner: ending: what was played is judged; once more stops now")
            ending.store(number, ordering: .relaxed)
            stop.set()
        }
    }

    private static func end(_ number: Int32, _ advice: String) {
        TemporaryFiles.deleteAll {
            Terminal.lastWords("scenario-runner: stopped; \(advice)")
            _exit(ExitCode(signal: number).rawValue)
        }
    }
}
