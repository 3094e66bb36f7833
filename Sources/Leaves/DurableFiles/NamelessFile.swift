import Glibc

/// A temporary file that has no name, so that it is gone with whoever holds it, however that ends. Programs
/// that are started do not get it.
public final class NamelessFile: Sendable {
    private let descriptor: Int32

    public init(in folder: String) throws(SystemError) {
        var path = Array("\(folder)/testbed-XXXXXX".utf8CString)
        descriptor = mkstemp(&path)
        guard descriptor >= 0 else { throw .last }
        unlink(path)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    deinit { close(descriptor) }

    /// What to open to read it, in this process.
    public var path: String { "/proc/self/fd/\(descriptor)" }

    /// Writes all of `bytes`, from `offset` on.
    public func write(
        _ bytes: UnsafeRawBufferPointer, at offset: Int
    ) throws(SystemError) {
        try writeAll(bytes, to: descriptor, at: offset)
    }

    /// Fills `bytes` with what was written at `offset`.
    public func read(
        at offset: Int, into bytes: UnsafeMutableRawBufferPointer
    ) throws(SystemError) {
        var done = 0
        while done < bytes.count {
            let count = pread(
                descriptor, bytes.baseAddress! + done, bytes.count - done, off_t(offset + done))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw SystemError(code: count < 0 ? errno : EIO) }
            done += count
        }
    }

    /// Takes in all that can be read from `source`.
    /// - Throws: ``CopyFailure``.
    public func copy(from source: Int32) throws(CopyFailure) {
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        var size = 0
        while true {
            let count = Glibc.read(source, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .cannotRead(.last) }
            if count == 0 { return }
            do throws(SystemError) {
                try writeAll(buffer[..<count], to: descriptor, at: size)
            } catch { throw .cannotWrite(error) }
            size += count
        }
    }

    public enum CopyFailure: Error, Sendable, Equatable {
        case cannotRead(SystemError)
        case cannotWrite(SystemError)
    }
}
