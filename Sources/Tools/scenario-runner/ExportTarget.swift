import CommandLineTool
import Foundation

/// Where an export goes: standard output, a file that is there when it is whole, or a device or pipe
/// that takes what comes.
struct ExportTarget {
    let descriptor: Int32
    let name: String
    /// Nil where there is nothing to be renamed.
    private let temporary: String?
    private let isOwned: Bool

    /// - Parameter option: the one that names the file.
    /// - Throws: ``ToolFailure`` (failed) where it cannot be opened.
    init(_ path: String?, option: String = "out") throws {
        guard let path else {
            (descriptor, name, temporary, isOwned) = (STDOUT_FILENO, "stdout", nil, false)
            return
        }
        // A file under a device's name, or in place of a link, would take it away from everybody.
        var status = stat()
        let isSpecial = lstat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
        let temporary = isSpecial ? nil : "\(path).tmp.\(getpid())"
        let descriptor = open(
            temporary ?? path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw ToolFailure.failed(
                "\(path): cannot be written: \(String(cString: strerror(errno)));"
                    + " name another file with --\(option)")
        }
        (self.descriptor, name, self.temporary, isOwned) = (descriptor, path, temporary, true)
    }

    func abandon() {
        if isOwned { close(descriptor) }
        if let temporary { unlink(temporary) }
    }

    /// - Throws: ``ToolFailure`` (failed).
    func finish() throws {
        guard isOwned else { return }
        guard close(descriptor) == 0, temporary.map({ rename($0, name) == 0 }) ?? true else {
            let reason = String(cString: strerror(errno))
            if let temporary { unlink(temporary) }
            throw ToolFailure.failed("\(name): cannot be written: \(reason)")
        }
    }
}
