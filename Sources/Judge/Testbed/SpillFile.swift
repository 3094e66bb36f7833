import Glibc
import Scoring
import Synchronization

/// A temporary file that has no name, so that it is gone with whoever holds it, however that ends.
///
/// It is read and written, never mapped: mapped pages would count as this process's memory.
final class SpillFile: SpillRoom {
    let residentCount: Int
    private let folder: String
    private struct State {
        /// -1 until something is written.
        var descriptor: Int32 = -1
        var end = 0
    }
    private let state = Mutex(State())

    /// - Parameters:
    ///   - folder: of the file, made when something is written.
    ///   - residentCount: how many rows or keys to keep in memory before.
    init(folder: String, residentCount: Int) {
        precondition(residentCount > 0)
        self.folder = folder
        self.residentCount = residentCount
    }

    deinit { state.withLock { if $0.descriptor >= 0 { close($0.descriptor) } } }

    var end: Int { state.withLock { $0.end } }

    /// - Throws: ``SpillFailure``.
    func append(_ bytes: UnsafeRawBufferPointer) throws {
        try state.withLock { state in
            if state.descriptor < 0 { state.descriptor = try Self.open(in: folder) }
            var done = 0
            while done < bytes.count {
                let count = pwrite(
                    state.descriptor, bytes.baseAddress! + done, bytes.count - done,
                    state.end + done)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else {
                    throw SpillFailure(folder: folder, code: count < 0 ? errno : ENOSPC)
                }
                done += count
            }
            state.end += done
        }
    }

    /// - Throws: ``SpillFailure``.
    func read(at offset: Int, into bytes: UnsafeMutableRawBufferPointer) throws {
        let descriptor = state.withLock { $0.descriptor }
        var done = 0
        while done < bytes.count {
            let count = pread(
                descriptor, bytes.baseAddress! + done, bytes.count - done, offset + done)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw SpillFailure(folder: folder, code: count < 0 ? errno : EIO)
            }
            done += count
        }
    }

    func release(from offset: Int) {
        state.withLock { $0.end = min($0.end, offset) }
    }

    private static func open(in folder: String) throws(SpillFailure) -> Int32 {
        guard let descriptor = TemporaryFiles.openNameless(in: folder) else {
            throw SpillFailure(folder: folder, code: errno)
        }
        return descriptor
    }
}

/// What memory is not given for found no place elsewhere either.
public struct SpillFailure: Error, Equatable, Sendable, CustomStringConvertible {
    public var folder: String
    /// The system's error number.
    public var code: Int32

    public var description: String {
        "\(folder): the predictions of this run need room in a temporary file there: "
            + "\(String(cString: strerror(code))); free space, or set TMPDIR to another folder"
    }
}
