import CommandLineTool
import DurableFiles
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
        do throws(SystemError) { try Files.makeFolder(path) } catch {
            throw ToolFailure.failed(
                "\(path): the folder for reports cannot be made: \(error.reason);"
                    + " name another with --\(option)")
        }
        guard access(path, W_OK) == 0 else {
            throw ToolFailure.failed(
                "\(path): the folder for reports cannot be written:"
                    + " \(SystemError.last.reason); name another with --\(option)")
        }
    }

    /// Runs `body` while no other process that writes into this folder runs its own.
    ///
    /// The lock lies on the folder itself, so no file is left behind, and the kernel takes it away
    /// when a process ends, however it ends. File systems without locks are used without.
    /// - Parameter patience: how long another process may take.
    /// - Throws: ``ToolFailure`` (failed) when the other one takes longer, and what `body` throws.
    func locked<Result>(
        patience: Duration = .seconds(60), _ body: () throws -> Result
    ) throws -> Result {
        let lock: FileLock?
        do throws(FileLock.Refusal) { lock = try FileLock(folder: path, patience: patience) } catch
        {
            if error == .held {
                throw ToolFailure.failed(
                    "\(path): another scenario-runner has been writing index.html for"
                        + " \(Int(patience.seconds)) s; stop it, or name another folder with --out")
            }
            lock = nil
        }
        return try withExtendedLifetime(lock) { try body() }
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes `text` under a temporary name and renames it.
    /// - Throws: ``ToolFailure`` (failed); nothing is left behind then.
    func write(_ text: String, to name: String) throws {
        try AtomicFile.replace(file(name), with: text)
    }
}
