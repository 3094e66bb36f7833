import CZlib
import HTTPClient
import Testing

@Suite struct GzipTests {
    @Test(arguments: [0, 1, 100, 70_000, 1_000_000])
    func `what is compressed comes back whole`(count: Int) throws {
        var state: UInt32 = 7
        let bytes = (0..<count).map { index -> UInt8 in
            state = state &* 1_664_525 &+ 1_013_904_223
            return index.isMultiple(of: 3) ? UInt8(state >> 24) : 65
        }
        let packed = Gzip.compressed(bytes)
        #expect(Array(packed.prefix(2)) == [0x1F, 0x8B])
        #expect(try inflated(packed, room: count + 1) == bytes)
        if count > 1000 { #expect(packed.count < count) }
    }

    private func inflated(_ bytes: [UInt8], room: Int) throws -> [UInt8] {
        var stream = z_stream()
        #expect(testbed_gunzip_start(&stream) == Z_OK)
        defer { inflateEnd(&stream) }
        var input = bytes
        return [UInt8](unsafeUninitializedCapacity: room) { output, count in
            input.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(room)
                #expect(inflate(&stream, Z_FINISH) == Z_STREAM_END)
            }
            count = Int(stream.total_out)
        }
    }
}
