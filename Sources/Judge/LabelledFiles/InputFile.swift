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
    /// Files of a folder that are read one after the other; empty for a file.
    let parts: [String]
    /// What came through a pipe, or was written anew.
    private let kept: NamelessFile?

    /// - Parameter argument: a path, or `-` for standard input.
    /// - Throws: ``ToolFailure`` (failed) where a pipe cannot be read or kept.
    public init(_ argument: String) throws {
        guard argument == "-" || Files.isDevice(argument) else {
            (path, name, title, kept) = (argument, argument, Self.title(of: argument), nil)
            parts = Files.isFolder(argument) ? try TableFolder.files(in: argument) : []
            return
        }
        let isStandardInput = ["-", "/dev/stdin", "/dev/fd/0"].contains(argument)
        parts = []
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

    /// What `body` writes, in a temporary file without a name, in place of `file`.
    /// - Throws: ``ToolFailure`` (failed) where it cannot be kept, and what `body` throws.
    init(
        rewriting file: InputFile, _ body: (_ write: ([UInt8]) throws -> Void) throws -> Void
    ) throws {
        let kept = try Self.temporary(file.name)
        (name, title, parts) = (file.name, file.title, [])
        (self.kept, path) = (kept, kept.path)
        var buffer: [UInt8] = []
        var size = 0
        func flush() throws {
            do { try buffer.withUnsafeBytes { try kept.write($0, at: size) } } catch let error
                as SystemError
            { throw Self.cannotKeep(file.name, error) }
            size += buffer.count
            buffer.removeAll(keepingCapacity: true)
        }
        try body { bytes in
            buffer += bytes
            if buffer.count > 1 << 18 { try flush() }
        }
        try flush()
    }

    private static func cannotKeep(_ name: String, _ cause: SystemError) -> ToolFailure {
        let folder = FileManager.default.temporaryDirectory.path
        return .failed(
            "\(name): cannot be kept in \(folder) to be read twice: \(cause.reason); free space, or"
                + " set TMPDIR to another folder")
    }

    private static func temporary(_ name: String) throws -> NamelessFile {
        do throws(SystemError) {
            return try NamelessFile(in: FileManager.default.temporaryDirectory.path)
        } catch { throw cannotKeep(name, error) }
    }

    private static func copy(of source: Int32, _ name: String) throws -> NamelessFile {
        let file = try temporary(name)
        do throws(NamelessFile.CopyFailure) { try file.copy(from: source) } catch {
            switch error {
            case .cannotRead(let cause):
                throw ToolFailure.failed("\(name): cannot be read: \(cause.reason)")
            case .cannotWrite(let cause): throw cannotKeep(name, cause)
            }
        }
        return file
    }

    /// The name of a file without folder and ending, `data` where that is nothing.
    public static func title(of path: String) -> String {
        var url = URL(filePath: path)
        if ["gz", "zst"].contains(url.pathExtension) { url.deletePathExtension() }
        let name = url.deletingPathExtension().lastPathComponent
        return name.isEmpty ? "data" : name
    }
}
