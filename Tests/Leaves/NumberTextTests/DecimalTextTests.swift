import NumberText
import Testing

@Suite struct `A number's digits` {
    @Test(arguments: [0, 7, -7, 10, 1_234_567, Int64.max, Int64.min])
    func `are those that it has`(number: Int64) {
        var bytes = Array("x".utf8)
        bytes.append(decimal: number)
        #expect(String(decoding: bytes, as: UTF8.self) == "x\(number)")
        #expect(Array("\(number)".utf8).withUnsafeBytes(WholeNumber.parse) == number)
    }

    @Test(arguments: [
        "", "-", "+1", "1.0", " 1", "9223372036854775808", "-9223372036854775809",
        "00000000000000000001",
    ])
    func `are refused where they are no whole number of 64 bits`(text: String) {
        #expect(Array(text.utf8).withUnsafeBytes(WholeNumber.parse) == nil)
    }

    @Test func `read back as the same double, in the fewest`() {
        var state: UInt64 = 7
        for round in 0..<100_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let any = Double(bitPattern: state)
            // As sensors have them: few decimals.
            let usual =
                Double(Int64(state >> 40) - (1 << 23)) / [1, 10, 100, 1000, 10_000][round % 5]
            for number in [any, usual] where number.isFinite {
                var bytes: [UInt8] = []
                bytes.append(shortest: number)
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(Double(text)?.bitPattern == number.bitPattern, "\(text)")
                #expect(text.count <= number.description.count, "\(text)")
            }
        }
    }

    @Test func `are padded with zeros, never cut`() {
        #expect(7.zeroPadded(to: 3) == "007")
        #expect(1234.zeroPadded(to: 3) == "1234")
        #expect(UInt8(10).zeroPadded(to: 2, radix: 16) == "0a")
    }
}
