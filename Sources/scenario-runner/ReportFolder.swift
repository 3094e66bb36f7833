import CommandLineTool
import Foundation
import Glibc
import Reporting

/// The folder that reports go to. A file there is whole or not there.
struct ReportFolder: Sendable {
    let path: String

    /// Makes the folder and checks that it can be written, before any work is done for it.
    /// - Throws: ``ToolFailure`` (failed).
    init(_ path: String) throws {
        self.path = path
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
        } catch {
            throw ToolFailure.failed(
                "\(path): the folder for reports cannot be made; name another with --out")
        }
        guard access(path, W_OK) == 0 else {
            throw ToolFailure.failed(
                "\(path): the folder for reports cannot be written; name another with --out")
        }
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes `text` under a temporary name and renames it.
    /// - Throws: ``ToolFailure`` (failed); nothing is left behind then.
    func write(_ text: String, to name: String) throws {
        let final = file(name)
        let temporary = "\(final).tmp.\(getpid())"
        do {
            let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
            guard file >= 0 else { throw Trouble() }
            var closed = false
            defer { if !closed { close(file) } }
            var text = text
            try text.withUTF8 { bytes in
                var offset = 0
                while offset < bytes.count {
                    let count = Glibc.write(
                        file, bytes.baseAddress! + offset, bytes.count - offset)
                    if count < 0, errno == EINTR { continue }
                    guard count > 0 else { throw Trouble() }
                    offset += count
                }
            }
            closed = true
            guard close(file) == 0, rename(temporary, final) == 0 else { throw Trouble() }
        } catch let trouble as Trouble {
            unlink(temporary)
            throw ToolFailure.failed(
                "\(final): cannot be written: \(trouble.reason); free space, or name another"
                    + " folder with --out")
        }
    }

    private struct Trouble: Error {
        let reason = String(cString: strerror(errno))
    }
}
