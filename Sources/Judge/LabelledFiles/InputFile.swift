import CommandLineTool
import DurableFiles
import Foundation

/// A file that can be read again and again. What comes through a pipe can be read once, so it is kept
/// in a temporary file without a name.
public struct InputFile: Sendable {
    /// What to open.
    public let path: String
    /// As messages call it.
    public let name: String
    /// As reports call it: the file's name without its ending.
    public let title: String
    /// What came through a pipe.
    private let kept: NamelessFile?

    /// - Parameter argument: a path, or `-` for standard input.
    /// - Throws: ``ToolFailure`` (failed) where a pipe cannot be read or kept.
    public init(_ argument: String) throws {
        var status = stat()
        let isPipe =
            argument == "-"
            || stat(argument, &status) == 0
                && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
        guard isPipe else {
            (path, name, title, kept) = (argument, argument, Self.title(of: argument), nil)
            return
        }
        let isStandardInput = ["-", "/dev/stdin", "/dev/fd/0"].contains(argument)
        name = isStandardInput ? "stdin" : argument
        title = isStandardInput ? "stdin" : "pipe"
        let source = isStandardInput ? STDIN_FILENO : open(argument, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else {
            throw ToolFailure.usage("\(argument): cannot be opened: \(SystemError.last.reason)")
        }
        defer { if !isStandardInput { close(source) } }
        let kept = try Self.copy(of: source, name)
        (self.kept, path) = (kept, kept.path)
    }

    private static func copy(of source: Int32, _ name: String) throws -> NamelessFile {
        let folder = FileManager.default.temporaryDirectory.path
        func failure(_ cause: SystemError) -> ToolFailure {
            .failed(
                "\(name): cannot be kept in \(folder) to be read twice: \(cause.reason); free space, or"
                    + " set TMPDIR to another folder")
        }
        let file: NamelessFile
        do throws(SystemError) { file = try NamelessFile(in: folder) } catch {
            throw failure(error)
        }
        do throws(NamelessFile.CopyFailure) { try file.copy(from: source) } catch {
            switch error {
            case .cannotRead(let cause):
                throw ToolFailure.failed("\(name): cannot be read: \(cause.reason)")
            case .cannotWrite(let cause): throw failure(cause)
            }
        }
        return file
    }

    /// The name of a file without folder and ending, `data` where that is nothing.
    public static func title(of path: String) -> String {
        let name = URL(filePath: path).deletingPathExtension().lastPathComponent
        return name.isEmpty ? "data" : name
    }
}
