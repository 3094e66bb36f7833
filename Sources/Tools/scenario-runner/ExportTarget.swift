import CommandLineTool
import DurableFiles
import Glibc

/// Where an export goes: standard output, or what ``AtomicFile`` writes to. Whoever lets go of it unfinished
/// leaves a file as it was.
struct ExportTarget {
    let descriptor: Int32
    let name: String
    /// Nil for standard output.
    private let file: AtomicFile?

    /// - Parameter option: the one that names the file.
    /// - Throws: ``ToolFailure`` (failed) where it cannot be opened.
    init(_ path: String?, option: String = "out") throws {
        guard let path else {
            (descriptor, name, file) = (STDOUT_FILENO, "stdout", nil)
            return
        }
        name = path
        do throws(UnwritableFile) {
            let file = try AtomicFile(path)
            (self.file, descriptor) = (file, file.descriptor)
        } catch {
            throw ToolFailure.failed(
                "\(path): cannot be written: \(error.cause.reason); name another file with --\(option)"
            )
        }
    }

    /// - Throws: ``ToolFailure`` (failed).
    func finish() throws {
        do throws(UnwritableFile) { try file?.finish() } catch {
            throw ToolFailure.failed("\(name): cannot be written: \(error.cause.reason)")
        }
    }
}
