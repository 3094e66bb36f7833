import Digests
import Glibc

/// A file that only grows: ledgers, journals, spools. Eight bytes that name the format, then records: a
/// head of four 32-bit little-endian numbers, then the body. The head holds the body's length, the
/// record's number in the file from 0, the CRC-32C of the body, and that of the head before it.
///
/// Each record is written with one call: a process that is killed loses nothing it has written. What a
/// power cut tore or a disk spoiled is found by the checksums. When the file is opened again it is counted
/// and left out, and the file as it was is kept beside it (``RecordDamage``). Files of the format before
/// (`MATREC01`: a head of length and CRC of the body) are read, and appended to in their format.
///
/// Not Sendable: belongs to whoever guards it.
public final class RecordFile {
    /// Longest body; more is taken for damage.
    public static let bodyLimit = 1 << 24
    /// Bytes before the first record.
    public static let headSize = 8

    public let path: String
    /// Bytes of the file.
    public private(set) var size: Int
    /// Bytes that were cut off the end at opening.
    public let cut: Int
    /// What could not be read at opening.
    public let damage: RecordDamage?
    private let descriptor: Int32
    private let layout: RecordLayout
    private var index: UInt32
    private var buffer: [UInt8] = []

    /// Whether a file is there that lacks even the format's name, which is written when one is made: a power
    /// cut has taken that, and all behind it.
    public static func isEmptied(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_size < headSize
    }

    /// Opens `path` for appending, making it (mode 0600) if it is not there.
    /// - Throws: ``RecordFileError``; a file of another kind is refused, not overwritten.
    public init(appendingTo path: String) throws(RecordFileError) {
        self.path = path
        let found = try Self.examine(path)
        layout = found.layout
        damage = found.damage
        cut = found.cut
        index = found.next
        let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw RecordFileError(path: path, action: "open", code: errno) }
        descriptor = opened
        size = found.size
        if size < Self.headSize {
            ftruncate(opened, 0)
            size = 0
            try writeAll(RecordLayout.second.name)
        }
        lseek(opened, off_t(size), SEEK_SET)
    }

    deinit { close(descriptor) }

    /// Writes one record, the pieces one behind the other.
    /// - Throws: ``RecordFileError``; the file then ends where it ended before.
    public func append(_ pieces: UnsafeRawBufferPointer...) throws(RecordFileError) {
        let length = pieces.reduce(0) { $0 + $1.count }
        precondition(length <= Self.bodyLimit, "a record that is too long")
        buffer.removeAll(keepingCapacity: true)
        let checksum = pieces.reduce(UInt32(0)) { CRC32C.checksum($1, previous: $0) }
        layout.appendHead(length: length, index: index, checksum: checksum, to: &buffer)
        for piece in pieces { buffer.append(contentsOf: piece) }
        let bytes = buffer
        try writeAll(bytes)
        index &+= 1
    }

    /// Waits until the disk has it all.
    public func sync() throws(RecordFileError) {
        guard fdatasync(descriptor) == 0 else {
            throw RecordFileError(path: path, action: "save", code: errno)
        }
    }

    private func writeAll(_ bytes: [UInt8]) throws(RecordFileError) {
        do throws(RecordFileError) { try Self.write(bytes, to: descriptor, path) } catch {
            // What was half written must not stand before the next record.
            ftruncate(descriptor, off_t(size))
            lseek(descriptor, off_t(size), SEEK_SET)
            throw error
        }
        size += bytes.count
    }

    private static func write(
        _ bytes: [UInt8], to descriptor: Int32, _ path: String
    ) throws(RecordFileError) {
        do throws(SystemError) { try DurableFiles.writeAll(bytes, to: descriptor) } catch {
            throw RecordFileError(path: path, action: "write", code: error.code)
        }
    }

    // MARK: Opening

    private struct Found {
        var layout = RecordLayout.second
        var size = 0
        var next: UInt32 = 0
        var cut = 0
        var damage: RecordDamage?
    }

    /// Reads the file that is there, and mends it if it is damaged.
    private static func examine(_ path: String) throws(RecordFileError) -> Found {
        var status = stat()
        guard stat(path, &status) == 0 else { return Found() }
        let length = Int(status.st_size)
        // Not even the name was written: nothing that could be lost.
        guard length >= headSize else { return Found(cut: length) }
        let reader = try RecordReader(path: path)
        while try reader.next() != nil {}
        var found = Found(layout: reader.layout, size: reader.offset, next: reader.nextIndex)
        found.cut = length - reader.offset
        try reader.finish(upTo: length)
        guard reader.lost > 0 || reader.damagedBytes > 0 else { return found }
        let place = RecordDamage.place(for: path)
        unlink(place)
        // Both names lead to the file until the mended one takes the first.
        let isKept = link(path, place) == 0
        found.damage = RecordDamage(
            path: path, lost: reader.lost, bytes: reader.damagedBytes, keptAs: isKept ? place : nil)
        (found.size, found.next) = try rewrite(path)
        found.layout = .second
        return found
    }

    /// Puts a file with the sound records alone in the place of `path`.
    private static func rewrite(_ path: String) throws(RecordFileError) -> (Int, UInt32) {
        let reader = try RecordReader(path: path)
        var bytes = RecordLayout.second.name
        var size = 0
        var index: UInt32 = 0
        do {
            let file = try AtomicFile(path, mode: 0o600)
            func flush() throws {
                try file.write(bytes)
                size += bytes.count
                bytes.removeAll(keepingCapacity: true)
            }
            while let body = try reader.next() {
                RecordLayout.second.appendHead(
                    length: body.count, index: index, checksum: CRC32C.checksum(body), to: &bytes)
                bytes += body
                index += 1
                if bytes.count > 1 << 20 { try flush() }
            }
            try flush()
            try file.finish(isSynced: true)
        } catch let error as UnwritableFile {
            throw RecordFileError(path: path, action: "replace", code: error.cause.code)
        } catch let error as RecordFileError {
            throw error
        } catch { preconditionFailure("\(error)") }
        return (size, index)
    }
}
