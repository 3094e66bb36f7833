import Glibc

/// Why a file of records cannot be used.
public struct RecordFileError: Error, Sendable, Equatable, CustomStringConvertible {
    public var path: String
    /// "write", "open", …
    public var action: String
    /// `errno`; 0 where the content is wrong.
    public var code: Int32

    public init(path: String, action: String, code: Int32) {
        self.path = path
        self.action = action
        self.code = code
    }

    public var isDiskFull: Bool { code == ENOSPC || code == EDQUOT || code == EFBIG }

    public var description: String {
        if code == 0 { return "\(path): \(action)" }
        let hint =
            isDiskFull
            ? "; free some space, or name another folder"
            : code == EACCES || code == EROFS ? "; name a folder that may be written" : ""
        return "\(path): cannot \(action): \(String(cString: strerror(code)))\(hint)"
    }
}

/// A file that only grows: ledgers, journals, spools. Eight bytes that name the format, then records:
/// length and CRC-32C of the body as 32-bit little-endian numbers, then the body.
///
/// Each record is written with one call: a process that is killed loses nothing it has written, and
/// a record that a power cut tore is found by its checksum and cut off when the file is opened again.
/// Not Sendable: belongs to whoever guards it.
public final class RecordFile {
    /// Longest body; more is taken for damage.
    public static let bodyLimit = 1 << 24
    public static let format: [UInt8] = Array("MATREC01".utf8)

    public let path: String
    /// Bytes of the file that are sound.
    public private(set) var size: Int
    /// Bytes cut off at opening.
    public let cut: Int
    private let descriptor: Int32
    private var buffer: [UInt8] = []

    /// Opens `path` for appending, making it (mode 0600) if it is not there.
    /// - Throws: ``RecordFileError``; a file of another format is refused, not overwritten.
    public init(appendingTo path: String) throws(RecordFileError) {
        self.path = path
        let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw RecordFileError(path: path, action: "open", code: errno) }
        do throws(RecordFileError) {
            let length = Int(lseek(opened, 0, SEEK_END))
            let reader = try RecordReader(path: path)
            let isNew = length < Self.format.count
            while try reader.next() != nil {}
            let sound = isNew ? 0 : reader.offset
            cut = length - sound
            if cut > 0, ftruncate(opened, sound) != 0 {
                throw RecordFileError(path: path, action: "shorten", code: errno)
            }
            lseek(opened, sound, SEEK_SET)
            size = sound
            descriptor = opened
        } catch {
            close(opened)
            throw error
        }
        if size == 0 { try writeAll(Self.format) }
    }

    deinit { close(descriptor) }

    /// Writes one record, the pieces one behind the other.
    /// - Throws: ``RecordFileError``; the file then ends where it ended before.
    public func append(_ pieces: UnsafeRawBufferPointer...) throws(RecordFileError) {
        let length = pieces.reduce(0) { $0 + $1.count }
        precondition(length <= Self.bodyLimit, "a record that is too long")
        buffer.removeAll(keepingCapacity: true)
        let checksum = pieces.reduce(UInt32(0)) { CRC32C.checksum($1, previous: $0) }
        for number in [UInt32(length), checksum] {
            withUnsafeBytes(of: number.littleEndian) { buffer.append(contentsOf: $0) }
        }
        for piece in pieces { buffer.append(contentsOf: piece) }
        let bytes = buffer
        try writeAll(bytes)
    }

    /// Waits until the disk has it all.
    public func sync() throws(RecordFileError) {
        guard fdatasync(descriptor) == 0 else {
            throw RecordFileError(path: path, action: "save", code: errno)
        }
    }

    private func writeAll(_ bytes: [UInt8]) throws(RecordFileError) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                write(descriptor, $0.baseAddress! + done, bytes.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let code = count < 0 ? errno : ENOSPC
                // What was half written must not stand before the next record.
                ftruncate(descriptor, size)
                lseek(descriptor, size, SEEK_SET)
                throw RecordFileError(path: path, action: "write", code: code)
            }
            done += count
        }
        size += bytes.count
    }
}

/// Reads the records of a file from an offset on; others may append meanwhile.
public final class RecordReader {
    public let path: String
    /// Where the next record begins: the end of the last sound one.
    public private(set) var offset: Int
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var place = 0

    /// - Parameter offset: as told by another reader; nil for the first record.
    /// - Throws: ``RecordFileError`` if it cannot be opened or is no file of records.
    public init(path: String, offset: Int? = nil) throws(RecordFileError) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw RecordFileError(path: path, action: "open", code: errno)
        }
        let first = RecordFile.format.count
        self.offset = offset ?? first
        var head = [UInt8](repeating: 0, count: first)
        let count = pread(descriptor, &head, first, 0)
        guard count < first || head == RecordFile.format else {
            throw RecordFileError(
                path: path, action: "is no file of this program's records; name another", code: 0)
        }
    }

    deinit { close(descriptor) }

    /// The next record's body.
    /// - Returns: nil at the end, and before a record that is torn or not sound.
    public func next() throws(RecordFileError) -> [UInt8]? {
        guard try fill(8) else { return nil }
        let length = Int(number(at: place))
        let checksum = number(at: place + 4)
        guard length <= RecordFile.bodyLimit, try fill(8 + length) else { return nil }
        let body = buffer[place + 8..<place + 8 + length]
        guard CRC32C.checksum(body) == checksum else { return nil }
        place += 8 + length
        offset += 8 + length
        return Array(body)
    }

    private func number(at index: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 | UInt32(buffer[index + $1]) << UInt32(8 * $1) }
    }

    /// Makes sure that `count` bytes are there from `place` on.
    private func fill(_ count: Int) throws(RecordFileError) -> Bool {
        if buffer.count - place >= count { return true }
        buffer.removeFirst(place)
        place = 0
        var piece = [UInt8](repeating: 0, count: max(65_536, count))
        while buffer.count < count {
            let got = pread(descriptor, &piece, piece.count, off_t(offset + buffer.count))
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw RecordFileError(path: path, action: "read", code: errno) }
            if got == 0 { return false }
            buffer.append(contentsOf: piece[..<got])
        }
        return true
    }
}
