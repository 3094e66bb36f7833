import CommandLineTool
import Foundation
import Testbed

/// SIGINT and SIGTERM end a long command at once, with 130 and 143, and leave no temporary file behind.
/// Nothing else needs to be put in order: a report is whole or not there.
enum Interruption {
    /// Takes the two signals over from now on; to be called once, before other threads are started.
    static func install() {
        var signals = signals
        // Blocked in every thread, so that one that comes early waits for the thread below.
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        Thread.detachNewThread {
            var signals = Self.signals
            var number: Int32 = 0
            sigwait(&signals, &number)
            let code = number == SIGINT ? ExitCode.interrupted : .terminated
            TemporaryFiles.deleteAll { _exit(code.rawValue) }
        }
    }

    private static var signals: sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        return signals
    }
}
