import CZlib

/// Unpacks gzip (RFC 1952), also several members one after the other.
final class GzipDecoder: ByteDecoder {
    private let name: String
    private var stream = z_stream()
    private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    /// Whether the bytes behind begin another member, or nothing.
    private var isBetween = false

    init(_ name: String) throws(CSVError) {
        self.name = name
        guard testbed_gunzip_start(&stream) == Z_OK else {
            throw .cannotRead(file: name, reason: "zlib cannot be started")
        }
    }

    deinit {
        inflateEnd(&stream)
        input.deallocate()
    }

    func read(
        into buffer: UnsafeMutableRawBufferPointer,
        more: (UnsafeMutableRawBufferPointer) throws(CSVError) -> Int
    ) throws(CSVError) -> Int {
        stream.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.avail_out = UInt32(clamping: buffer.count)
        let room = stream.avail_out
        while stream.avail_out == room {
            if stream.avail_in == 0 {
                let count = try more(input)
                if count == 0 {
                    if isBetween { return 0 }
                    throw .cannotRead(
                        file: name, reason: "the gzip data end too early; pack the file again")
                }
                stream.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
                stream.avail_in = UInt32(count)
            }
            if isBetween {
                // Some writers fill up with zeros.
                guard stream.next_in[0] != 0 else {
                    stream.avail_in -= 1
                    stream.next_in += 1
                    continue
                }
                isBetween = false
                inflateReset(&stream)
            }
            switch inflate(&stream, Z_NO_FLUSH) {
            case Z_OK, Z_BUF_ERROR: break
            case Z_STREAM_END: isBetween = true
            default:
                let reason = stream.msg.map { String(cString: $0) } ?? "the data are damaged"
                throw .cannotRead(file: name, reason: "it is no sound gzip file: \(reason)")
            }
        }
        return Int(room - stream.avail_out)
    }
}
