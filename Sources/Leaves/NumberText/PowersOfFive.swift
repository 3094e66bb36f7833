/// 5^q for q from −reach to reach as 128 significant bits, the highest one set: cut for whole powers,
/// rounded up for their reciprocals, as Lemire's proof wants them.
enum PowersOfFive {
    /// 5^55 is the last power that 128 bits hold, and a division needs a bit more.
    static let reach = 54

    static let table: [UInt128] = {
        let whole = (0...reach).map { exponent in
            (0..<exponent).reduce(UInt128(1)) { power, _ in power * 5 }
        }
        let reciprocals = whole.dropFirst().reversed().map(reciprocal)
        return reciprocals + whole.map { $0 << UInt128($0.leadingZeroBitCount) }
    }()

    /// The first 128 bits of 1/`power`, rounded up; long division, a bit at a time.
    private static func reciprocal(_ power: UInt128) -> UInt128 {
        // Starts where the first bit of the quotient comes out as 1.
        var remainder = UInt128(1) << UInt128(127 - power.leadingZeroBitCount)
        var quotient: UInt128 = 0
        for _ in 0..<128 {
            remainder <<= 1
            quotient <<= 1
            if remainder >= power {
                remainder -= power
                quotient |= 1
            }
        }
        return quotient + 1
    }
}
