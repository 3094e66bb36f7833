/// CRC-32C (Castagnoli, RFC 3720 appendix B.4): guards the records of append-only files.
public enum CRC32C {
    /// The checksum of `bytes`; give the result of the bytes before as `previous` to go on.
    public static func checksum(_ bytes: some Sequence<UInt8>, previous: UInt32 = 0) -> UInt32 {
        ~bytes.reduce(~previous) { crc, byte in
            crc >> 8 ^ table[Int(truncatingIfNeeded: (crc ^ UInt32(byte)) & 0xff)]
        }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { crc, _ in
            crc & 1 == 1 ? crc >> 1 ^ 0x82f6_3b78 : crc >> 1
        }
    }
}
