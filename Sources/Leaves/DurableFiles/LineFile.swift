import Glibc
import Synchronization

/// A text file (mode 0600) that only grows, by whole lines. A last line that a power cut or a kill tore is cut
/// off when the file is opened.
public final class LineFile: Sendable {
    private let descriptor: Int32
    private let lock = Mutex(())

    /// Opens `path`, or makes it.
    public init(appendingTo path: String) throws(SystemError) {
        descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .last }
        let size = Int(lseek(descriptor, 0, SEEK_END))
        let whole = Self.wholeLines(descriptor, size)
        if whole < size { ftruncate(descriptor, off_t(whole)) }
    }

    deinit { close(descriptor) }

    /// Appends `lines`, which end with a line end, at once.
    /// - Throws: ``SystemError``.
    public func append(_ lines: some Collection<UInt8>) throws(SystemError) {
        let bytes = Array(lines)
        let descriptor = descriptor
        let refusal = lock.withLock { _ -> SystemError? in
            do throws(SystemError) {
                try writeAll(bytes, to: descriptor)
                return nil
            } catch { return error }
        }
        if let refusal { throw refusal }
    }

    /// How many bytes of the first `size` are lines with their ends.
    private static func wholeLines(_ descriptor: Int32, _ size: Int) -> Int {
        var end = size
        var piece = [UInt8](repeating: 0, count: 65_536)
        while end > 0 {
            let count = min(end, piece.count)
            guard pread(descriptor, &piece, count, off_t(end - count)) == count else { return size }
            if let last = piece[..<count].lastIndex(of: UInt8(ascii: "\n")) {
                return end - count + last + 1
            }
            end -= count
        }
        return 0
    }
}
