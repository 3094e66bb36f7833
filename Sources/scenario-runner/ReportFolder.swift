import CommandLineTool
import Foundation
import Glibc
import Reporting

/// The folder that reports go to. A file there is whole or not there.
struct ReportFolder: Sendable {
    let path: String

    /// Makes the folder and checks that it can be written, before any work is done for it.
    /// - Parameter option: what names the folder, for messages.
    /// - Throws: ``ToolFailure`` (failed).
    init(_ path: String, option: String = "out") throws {
        self.path = path
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
        } catch {
            throw ToolFailure.failed(
                "\(path): the folder for reports cannot be made; name another with --\(option)")
        }
        guard access(path, W_OK) == 0 else {
            throw ToolFailure.failed(
                "\(path): the folder for reports cannot be written; name another with --\(option)")
        }
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes `text` under a temporary name and renames it.
    /// - Throws: ``ToolFailure`` (failed); nothing is left behind then.
    func write(_ text: String, to name: String) throws {
        let file = try AtomicFile(file(name))
        try file.write(text.utf8)
        try file.finish()
    }
}
