import CommandLineTool
import Foundation
import Testbed

/// SIGINT and SIGTERM end a long command at once, with 130 and 143, and leave no temporary file behind.
/// Nothing else needs to be put in order: a report is whole or not there.
enum Interruption {
    /// Takes the two signals over from now on; to be called once, before other threads are started.
    static func install() {
        SignalWatch.start { number in
            let code = number == SIGINT ? ExitCode.interrupted : .terminated
            TemporaryFiles.deleteAll { _exit(code.rawValue) }
        }
    }
}
