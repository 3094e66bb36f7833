import Glibc
import NumberText
import Testing

@Suite struct ExactDecimalTests {
    private func parse(_ text: String) -> Double? {
        Array(text.utf8).withUnsafeBytes { ExactDecimal.parse($0) }
    }

    @Test func `agrees with the C library on any double, to the bit`() {
        var state: UInt64 = 1
        for round in 0..<300_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            // Any bit pattern, and numbers of everyday size with all their digits.
            let any = Double(bitPattern: state ^ state >> 29)
            let usual = Double(state >> 11) / 9e15 * (round % 2 == 0 ? 1 : 1000)
            for value in [any, usual] where value.isFinite {
                #expect(parse("\(value)")?.bitPattern == value.bitPattern, "\(value)")
            }
            // More digits than a double has, near a tie or not.
            let long = "\(state >> 1)e\(round % 130 - 65)"
            #expect(parse(long) == strtod(long, nil), "\(long)")
        }
    }

    @Test(arguments: [
        "9007199254740993", "9007199254740992.5", "0.1e1", "1e22", "1e23", "8.5e-324", "4.9e-324",
        "1.7976931348623157e308", "1e400", "-0", "0.000", "00012.50", "5.", ".5", "+7", "1E-5",
        "2.2250738585072011e-308", "9214843084008499",
        "0.500000000000000166533453693773481063544750213623046875",
        "30078505129381147446200", "3.518437208883201171875e13", "62.5364939768271845828e-28",
    ]) func `rounds hard cases as the C library does`(text: String) {
        #expect(parse(text)?.bitPattern == strtod(text, nil).bitPattern)
    }

    @Test func `takes words for what is not finite, and blanks around`() {
        #expect(parse("NaN")?.isNaN == true && parse("inf") == .infinity)
        #expect(parse("-Infinity") == -.infinity && parse(" 1.5\t") == 1.5)
        for text in ["", " ", "-", "1e", "1e+", "0x10", "1_000", "1 2", "na", "nan(1)", "1.2.3"] {
            #expect(parse(text) == nil, "\(text)")
        }
    }
}
