import CommandLineTool
import Foundation
import Glibc
import Testbed

/// A file that is whole or not there: written under a temporary name, renamed when it is finished.
final class AtomicFile {
    private let path: String
    private let temporary: String
    private var descriptor: Int32
    private var isFinished = false

    /// - Throws: ``ToolFailure`` (failed); nothing is left behind then.
    init(_ path: String) throws {
        self.path = path
        temporary = "\(path).tmp.\(getpid())"
        TemporaryFiles.add(temporary)
        descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            TemporaryFiles.remove(temporary)
            throw Self.failure(path)
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if !isFinished { unlink(temporary) }
        TemporaryFiles.remove(temporary)
    }

    /// - Throws: ``ToolFailure`` (failed).
    func write(_ bytes: some Collection<UInt8>) throws {
        guard Self.write(bytes, to: descriptor) else { throw Self.failure(path) }
    }

    /// Writes `bytes` behind what `path` holds, making the file if it is not there.
    /// - Throws: ``ToolFailure`` (failed).
    static func append(_ bytes: [UInt8], to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure(path) }
        let isWritten = write(bytes, to: descriptor)
        let reason = errno
        close(descriptor)
        errno = reason
        guard isWritten else { throw failure(path) }
    }

    /// - Returns: whether all was written; `errno` says why not.
    private static func write(_ bytes: some Collection<UInt8>, to descriptor: Int32) -> Bool {
        let done = bytes.withContiguousStorageIfAvailable { bytes in
            var offset = 0
            while offset < bytes.count {
                let count = Glibc.write(
                    descriptor, bytes.baseAddress! + offset, bytes.count - offset)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                offset += count
            }
            return true
        }
        return done ?? write(Array(bytes), to: descriptor)
    }

    /// Gives the file its name.
    /// - Throws: ``ToolFailure`` (failed).
    func finish() throws {
        let closed = close(descriptor)
        descriptor = -1
        guard closed == 0, rename(temporary, path) == 0 else {
            throw Self.failure(path)
        }
        isFinished = true
    }

    private static func failure(_ path: String) -> ToolFailure {
        let reason = String(cString: strerror(errno))
        return .failed("\(path): cannot be written: \(reason); free space, or name another place")
    }
}
