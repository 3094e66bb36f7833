import DurableFiles
import Glibc

/// Bytes of a file or of standard input, read as they come. What is packed by gzip or zstd is unpacked,
/// and a Parquet file read as CSV.
final class ByteSource {
    /// As error texts name it.
    let name: String
    private var descriptor: Int32
    private let isOwned: Bool
    /// Files that come behind the present one.
    private var rest: ArraySlice<String> = []
    private var endsLine = true
    /// Bytes that were read to see what the file is.
    private var begun: [UInt8] = []
    /// How many of these have been given out.
    private var given = 0
    private var decoder: (any ByteDecoder)?
    private var isBegun = false

    /// - Parameters:
    ///   - path: nil for standard input.
    ///   - called: as error texts name it; nil for the path.
    init(path: String?, called: String? = nil) throws(CSVError) {
        guard let path else {
            name = called ?? "stdin"
            descriptor = STDIN_FILENO
            isOwned = false
            return
        }
        descriptor = try Self.opened(path, called)
        name = called ?? path
        isOwned = true
    }

    /// Files one after the other, each on lines of its own.
    /// - Parameter paths: at least one.
    init(paths: [String], called: String) throws(CSVError) {
        descriptor = try Self.opened(paths[0], nil)
        name = called
        isOwned = true
        rest = paths.dropFirst()
    }

    private static func opened(_ path: String, _ called: String?) throws(CSVError) -> Int32 {
        let opened = open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else {
            throw .cannotOpen(
                file: called ?? path,
                reason: errno == ENOENT
                    ? "there is no such file"
                    : "cannot be opened: \(SystemError.last.reason)")
        }
        var status = stat()
        if fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            close(opened)
            throw .cannotOpen(file: called ?? path, reason: "is a folder; name a file")
        }
        posix_fadvise(opened, 0, 0, POSIX_FADV_SEQUENTIAL)
        return opened
    }

    deinit { if isOwned { close(descriptor) } }

    /// Reads what is there, at least one byte unless the end has come.
    /// - Returns: how many; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(CSVError) -> Int {
        while true {
            let count = try readPart(into: buffer)
            if rest.isEmpty { return count }
            if count > 0 {
                endsLine = buffer[count - 1] == UInt8(ascii: "\n")
                return count
            }
            close(descriptor)
            descriptor = try Self.opened(rest.removeFirst(), nil)
            (isBegun, begun, given, decoder) = (false, [], 0, nil)
            guard endsLine else {
                buffer[0] = UInt8(ascii: "\n")
                endsLine = true
                return 1
            }
        }
    }

    private func readPart(into buffer: UnsafeMutableRawBufferPointer) throws(CSVError) -> Int {
        if !isBegun { try begin() }
        if let decoder {
            return try decoder.read(into: buffer) { (room) throws(CSVError) in
                try self.packed(into: room)
            }
        }
        return try packed(into: buffer)
    }

    /// Looks at the first bytes.
    private func begin() throws(CSVError) {
        isBegun = true
        let first = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { first.deallocate() }
        // What is there at once is taken whole: a row must not wait for bytes that have come.
        while begun.count < 4 {
            let count = try raw(into: first)
            if count == 0 { break }
            begun += first[..<count]
        }
        if begun.starts(with: [0x1F, 0x8B]) {
            decoder = try GzipDecoder(name)
        } else if begun.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
            decoder = try ZstdDecoder(name)
        } else if begun.starts(with: Array("PAR1".utf8)) {
            begun = []
            decoder = try ParquetHelper(descriptor, name)
        }
    }

    /// Bytes as the file has them.
    private func packed(into buffer: UnsafeMutableRawBufferPointer) throws(CSVError) -> Int {
        guard given == begun.count else {
            let count = min(begun.count - given, buffer.count)
            buffer.copyBytes(from: begun[given..<given + count])
            given += count
            return count
        }
        return try raw(into: buffer)
    }

    private func raw(into buffer: UnsafeMutableRawBufferPointer) throws(CSVError) -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            if errno == EINTR { continue }
            throw .cannotRead(file: name, reason: SystemError.last.reason)
        }
    }
}

/// Turns the bytes of a packed file into those that were packed.
protocol ByteDecoder: AnyObject {
    /// - Parameters:
    ///   - buffer: to be filled, with at least one byte unless the end has come.
    ///   - more: gives packed bytes, 0 at their end.
    /// - Returns: how many bytes were put into `buffer`; 0 at the end.
    func read(
        into buffer: UnsafeMutableRawBufferPointer,
        more: (UnsafeMutableRawBufferPointer) throws(CSVError) -> Int
    ) throws(CSVError) -> Int
}
