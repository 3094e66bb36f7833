import DurableFiles
import Scoring
import Synchronization

/// A temporary file that has no name, so that it is gone with whoever holds it, however that ends.
///
/// It is read and written, never mapped: mapped pages would count as this process's memory.
final class SpillFile: SpillRoom {
    let residentCount: Int
    private let folder: String
    private struct State {
        /// Nil until something is written.
        var file: NamelessFile?
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

    var end: Int { state.withLock { $0.end } }

    /// - Throws: ``SpillFailure``.
    func append(_ bytes: UnsafeRawBufferPointer) throws {
        try state.withLock { state in
            do throws(SystemError) {
                if state.file == nil { state.file = try NamelessFile(in: folder) }
                try state.file?.write(bytes, at: state.end)
            } catch { throw SpillFailure(folder: folder, code: error.code) }
            state.end += bytes.count
        }
    }

    /// - Throws: ``SpillFailure``.
    func read(at offset: Int, into bytes: UnsafeMutableRawBufferPointer) throws {
        guard let file = state.withLock({ $0.file }) else {
            preconditionFailure("nothing has been written")
        }
        do throws(SystemError) { try file.read(at: offset, into: bytes) } catch {
            throw SpillFailure(folder: folder, code: error.code)
        }
    }

    func release(from offset: Int) {
        state.withLock { $0.end = min($0.end, offset) }
    }
}

/// What memory is not given for found no place elsewhere either.
public struct SpillFailure: Error, Equatable, Sendable, CustomStringConvertible {
    public var folder: String
    /// The system's error number.
    public var code: Int32

    public var description: String {
        "\(folder): the predictions of this run need room in a temporary file there: "
            + "\(SystemError(code: code).reason); free space, or set TMPDIR to another folder"
    }
}
