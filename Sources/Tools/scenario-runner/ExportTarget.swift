import CommandLineTool
import DurableFiles
import Glibc

/// Where an export goes: standard output, a file that is there when it is whole, or a device or pipe
/// that takes what comes.
struct ExportTarget {
    let descriptor: Int32
    let name: String
    /// Nil where there is nothing to be renamed.
    private let file: AtomicFile?

    /// - Parameter option: the one that names the file.
    /// - Throws: ``ToolFailure`` (failed) where it cannot be opened.
    init(_ path: String?, option: String = "out") throws {
        guard let path else {
            (descriptor, name, file) = (STDOUT_FILENO, "stdout", nil)
            return
        }
        name = path
        do {
            // A file under a device's name, or in place of a link, would take it away from everybody.
            var status = stat()
            if lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
                file = nil
                descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
                guard descriptor >= 0 else { throw UnwritableFile(path: path, cause: .last) }
            } else {
                let file = try AtomicFile(path)
                (self.file, descriptor) = (file, file.descriptor)
            }
        } catch let error as UnwritableFile {
            throw ToolFailure.failed(
                "\(path): cannot be written: \(error.cause.reason); name another file with --\(option)"
            )
        }
    }

    /// Leaves a regular file as it was before; to be called where ``finish()`` is not.
    func abandon() { if file == nil, descriptor != STDOUT_FILENO { close(descriptor) } }

    /// - Throws: ``ToolFailure`` (failed).
    func finish() throws {
        do {
            if let file {
                try file.finish()
            } else if descriptor != STDOUT_FILENO, close(descriptor) != 0 {
                throw UnwritableFile(path: name, cause: .last)
            }
        } catch let error as UnwritableFile {
            throw ToolFailure.failed("\(name): cannot be written: \(error.cause.reason)")
        }
    }
}
