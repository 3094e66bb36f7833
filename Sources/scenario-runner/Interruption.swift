import CommandLineTool
import Foundation
import Testbed

/// SIGINT and SIGTERM end the program at once, with 130 and 143, and leave no temporary file behind.
/// Nothing else needs to be put in order: a report is whole or not there.
enum Interruption {
    static func install() -> [any DispatchSourceSignal] {
        let queue = DispatchQueue(label: "signals")
        return [(SIGINT, ExitCode.interrupted), (SIGTERM, .terminated)].map { number, code in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                TemporaryFiles.deleteAll { _exit(code.rawValue) }
            }
            source.resume()
            return source
        }
    }
}
