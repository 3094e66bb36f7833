import CZstd

/// Unpacks Zstandard (RFC 8878), also several frames one after the other.
final class ZstdDecoder: ByteDecoder {
    private let name: String
    private let stream: OpaquePointer
    private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
    private var packed = ZSTD_inBuffer(src: nil, size: 0, pos: 0)
    /// What the last call gave: 0 where a frame is over.
    private var expected = 0

    init(_ name: String) throws(CSVError) {
        self.name = name
        guard let stream = ZSTD_createDStream() else {
            throw .cannotRead(file: name, reason: "zstd cannot be started")
        }
        self.stream = stream
        ZSTD_initDStream(stream)
    }

    deinit {
        ZSTD_freeDStream(stream)
        input.deallocate()
    }

    func read(
        into buffer: UnsafeMutableRawBufferPointer,
        more: (UnsafeMutableRawBufferPointer) throws(CSVError) -> Int
    ) throws(CSVError) -> Int {
        var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: 0)
        while output.pos == 0 {
            if packed.pos == packed.size {
                let count = try more(input)
                if count == 0 {
                    if expected == 0 { return 0 }
                    throw .cannotRead(
                        file: name, reason: "the zstd data end too early; pack the file again")
                }
                packed = ZSTD_inBuffer(src: input.baseAddress, size: count, pos: 0)
            }
            expected = ZSTD_decompressStream(stream, &output, &packed)
            if ZSTD_isError(expected) != 0 {
                throw .cannotRead(
                    file: name,
                    reason:
                        "it is no sound zstd file: \(String(cString: ZSTD_getErrorName(expected)))")
            }
        }
        return output.pos
    }
}
