import CommandLineTool
import Foundation
import Testbed

/// A file that can be read again and again. What comes through a pipe can be read once, so it is kept
/// in a temporary file without a name.
public struct InputFile: Sendable {
    /// What to open.
    public let path: String
    /// As messages call it.
    public let name: String
    /// As reports call it: the file's name without its ending.
    public let title: String
    private let spool: Spool?

    private final class Spool: Sendable {
        let descriptor: Int32
        init(_ descriptor: Int32) { self.descriptor = descriptor }
        deinit { close(descriptor) }
    }

    /// - Parameter argument: a path, or `-` for standard input.
    /// - Throws: ``ToolFailure`` (failed) where a pipe cannot be read or kept.
    public init(_ argument: String) throws {
        var status = stat()
        let isPipe =
            argument == "-"
            || stat(argument, &status) == 0
                && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
        guard isPipe else {
            (path, name, title, spool) = (argument, argument, Self.title(of: argument), nil)
            return
        }
        let isStandardInput = ["-", "/dev/stdin", "/dev/fd/0"].contains(argument)
        name = isStandardInput ? "stdin" : argument
        title = isStandardInput ? "stdin" : "pipe"
        let source = isStandardInput ? STDIN_FILENO : open(argument, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else {
            throw ToolFailure.usage("\(argument): cannot be opened: \(Self.reason)")
        }
        defer { if !isStandardInput { close(source) } }
        spool = try Spool(Self.copy(of: source, name))
        path = "/proc/self/fd/\(spool?.descriptor ?? -1)"
    }

    private static func copy(of source: Int32, _ name: String) throws -> Int32 {
        let folder = FileManager.default.temporaryDirectory.path
        func failure() -> ToolFailure {
            .failed(
                "\(name): cannot be kept in \(folder) to be read twice: \(reason); free space, or"
                    + " set TMPDIR to another folder")
        }
        guard let target = TemporaryFiles.openNameless(in: folder) else { throw failure() }
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = read(source, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                close(target)
                throw ToolFailure.failed("\(name): cannot be read: \(reason)")
            }
            if count == 0 { return target }
            var done = 0
            while done < count {
                let written = buffer.withUnsafeBytes {
                    write(target, $0.baseAddress! + done, count - done)
                }
                if written < 0, errno == EINTR { continue }
                guard written > 0 else {
                    let trouble = failure()
                    close(target)
                    throw trouble
                }
                done += written
            }
        }
    }

    private static var reason: String { String(cString: strerror(errno)) }

    /// The name of a file without folder and ending, `data` where that is nothing.
    public static func title(of path: String) -> String {
        let name = URL(filePath: path).deletingPathExtension().lastPathComponent
        return name.isEmpty ? "data" : name
    }
}
