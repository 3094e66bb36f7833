import Glibc

/// A file cannot be written.
public struct UnwritableFile: Error, Sendable, Equatable, CustomStringConvertible {
    public let path: String
    public let cause: SystemError

    public init(path: String, cause: SystemError) {
        self.path = path
        self.cause = cause
    }

    public var description: String {
        "\(path): cannot be written: \(cause.reason); free space, or name another place"
    }
}

/// A file that is whole or not there: written under a temporary name, renamed when it is finished.
///
/// Where the path leads to a device or a pipe, that gets the bytes as they come: a rename would put a file in
/// its place. A link is followed, so that what it leads to is replaced, and not the link.
public final class AtomicFile {
    public let path: String
    /// Open for writing until the file is finished.
    public private(set) var descriptor: Int32
    /// Where links lead.
    private let target: String
    /// Nil where bytes go straight to the target.
    private let temporary: String?
    private var isFinished = false

    /// - Throws: ``UnwritableFile``; nothing is left behind then.
    public init(_ path: String, mode: mode_t = 0o644) throws(UnwritableFile) {
        self.path = path
        target = Files.behindLinks(path)
        if Files.isDevice(target) {
            temporary = nil
            descriptor = open(target, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw UnwritableFile(path: path, cause: .last) }
            return
        }
        let temporary = "\(target).tmp.\(getpid())"
        self.temporary = temporary
        TemporaryFiles.add(temporary)
        descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard descriptor >= 0 else {
            let cause = SystemError.last
            TemporaryFiles.remove(temporary)
            throw UnwritableFile(path: path, cause: cause)
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        guard let temporary else { return }
        if !isFinished { unlink(temporary) }
        TemporaryFiles.remove(temporary)
    }

    /// Writes a whole file in the place of what `path` holds, the pieces one behind the other.
    /// - Parameter isSynced: whether to wait until the disk has it.
    /// - Throws: ``UnwritableFile``; the file is then as it was.
    public static func replace(
        _ path: String, with pieces: [some Collection<UInt8>], mode: mode_t = 0o644,
        isSynced: Bool = false
    ) throws(UnwritableFile) {
        let file = try AtomicFile(path, mode: mode)
        for piece in pieces { try file.write(piece) }
        try file.finish(isSynced: isSynced)
    }

    /// As ``replace(_:with:mode:isSynced:)``, with the bytes of `text`.
    public static func replace(
        _ path: String, with text: String, mode: mode_t = 0o644
    ) throws(UnwritableFile) {
        try replace(path, with: [text.utf8], mode: mode)
    }

    /// - Throws: ``UnwritableFile``.
    public func write(_ bytes: some Collection<UInt8>) throws(UnwritableFile) {
        do throws(SystemError) { try writeAll(bytes, to: descriptor) } catch {
            throw UnwritableFile(path: path, cause: error)
        }
    }

    /// Gives the file its name.
    /// - Parameter isSynced: whether to wait until the disk has it, and its name.
    /// - Throws: ``UnwritableFile``.
    public func finish(isSynced: Bool = false) throws(UnwritableFile) {
        do throws(SystemError) {
            if isSynced, temporary != nil, fsync(descriptor) != 0 { throw .last }
            let closed = close(descriptor)
            descriptor = -1
            guard closed == 0, temporary.map({ rename($0, target) == 0 }) ?? true else {
                throw .last
            }
        } catch { throw UnwritableFile(path: path, cause: error) }
        isFinished = true
        guard isSynced, temporary != nil else { return }
        let folder = open(Files.parent(of: target) ?? ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }
}
