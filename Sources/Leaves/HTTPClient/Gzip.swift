import CZlib

/// The gzip format (RFC 1952), by zlib.
public enum Gzip {
    /// `bytes` as one gzip member.
    /// - Parameter level: 1 (fast) to 9 (small). Line protocol repeats itself so much that 1 is
    ///   nearly as small as 9.
    public static func compressed(_ bytes: [UInt8], level: Int = 1) -> [UInt8] {
        precondition((1...9).contains(level), "gzip knows the levels 1 to 9")
        var stream = z_stream()
        guard testbed_gzip_start(&stream, Int32(level)) == Z_OK else {
            preconditionFailure("zlib has no memory to start")
        }
        defer { deflateEnd(&stream) }
        let bound = Int(deflateBound(&stream, UInt(bytes.count)))
        return [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            bytes.withUnsafeBufferPointer { input in
                // zlib does not write to its input; its type merely lacks the const.
                stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(bound)
                let end = deflate(&stream, Z_FINISH)
                precondition(end == Z_STREAM_END, "zlib's own bound was too small")
            }
            count = Int(stream.total_out)
        }
    }
}
