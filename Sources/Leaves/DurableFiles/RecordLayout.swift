import Digests

/// How the records of a file lie in it.
struct RecordLayout: Equatable {
    /// The file's first bytes.
    let name: [UInt8]
    /// Bytes of a record before its body.
    let head: Int

    /// Length and checksum of the body.
    static let first = RecordLayout(name: Array("MATREC01".utf8), head: 8)
    /// Length, number, checksum of the body, checksum of these.
    static let second = RecordLayout(name: Array("MATREC02".utf8), head: 16)

    struct Head {
        var length: Int
        /// Number in the file; nil where the format has none.
        var index: UInt32?
        var checksum: UInt32
    }

    var hasNumbers: Bool { head == 16 }

    func appendHead(length: Int, index: UInt32, checksum: UInt32, to bytes: inout [UInt8]) {
        let start = bytes.count
        func add(_ number: UInt32) {
            withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
        }
        add(UInt32(length))
        if hasNumbers { add(index) }
        add(checksum)
        if hasNumbers { add(CRC32C.checksum(bytes[start...])) }
    }

    /// The head at `place`.
    /// - Returns: nil if it is not all there, or cannot be one.
    func head(in bytes: [UInt8], at place: Int) -> Head? {
        guard place >= 0, bytes.count - place >= head else { return nil }
        func number(_ offset: Int) -> UInt32 {
            (0..<4).reduce(0) { $0 | UInt32(bytes[place + offset + $1]) << UInt32(8 * $1) }
        }
        let length = Int(number(0))
        guard length <= RecordFile.bodyLimit else { return nil }
        guard hasNumbers else { return Head(length: length, index: nil, checksum: number(4)) }
        guard CRC32C.checksum(bytes[place..<place + 12]) == number(12) else { return nil }
        return Head(length: length, index: number(4), checksum: number(8))
    }

    /// Whether the body of the record at `place` is there and as it was written.
    func isSound(_ found: Head, in bytes: [UInt8], at place: Int) -> Bool {
        let start = place + head
        guard bytes.count - start >= found.length else { return false }
        return CRC32C.checksum(bytes[start..<start + found.length]) == found.checksum
    }
}
