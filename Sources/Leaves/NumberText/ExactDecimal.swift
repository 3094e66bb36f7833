import Glibc

/// Decimal text to the nearest double, ties to even, as `strtod` gives it, mostly without `strtod`.
///
/// Up to 19 digits: a mantissa of at most 53 bits and a power of ten that a double holds exactly need
/// one operation, which rounds once (Clinger 1990). A longer mantissa is multiplied by a 128-bit power
/// of five, and the product's upper bits are the answer unless they lie too close to a tie (Lemire,
/// "Number parsing at a gigabyte per second", 2021). What neither can do goes to `strtod`.
public enum ExactDecimal {
    /// - Returns: nil where `bytes` is no number: empty, words other than nan and inf, hexadecimal.
    public static func parse(_ bytes: UnsafeRawBufferPointer) -> Double? {
        var index = 0
        var end = bytes.count
        while index < end, isBlank(bytes[index]) { index += 1 }
        while end > index, isBlank(bytes[end - 1]) { end -= 1 }
        guard index < end else { return nil }
        let start = index
        let isNegative = bytes[index] == UInt8(ascii: "-")
        if isNegative || bytes[index] == UInt8(ascii: "+") { index += 1 }
        var mantissa: UInt64 = 0
        var digits = 0
        var significant = 0
        var scale = 0
        var afterPoint = false
        while index < end {
            let digit = bytes[index] &- 48
            if digit < 10 {
                digits += 1
                if significant > 0 || digit > 0 { significant += 1 }
                mantissa = mantissa &* 10 &+ UInt64(digit)
                if afterPoint { scale -= 1 }
            } else if bytes[index] == UInt8(ascii: "."), !afterPoint {
                afterPoint = true
            } else {
                break
            }
            index += 1
        }
        guard digits > 0 else { return word(bytes, from: index, to: end, isNegative) }
        if index < end {
            guard bytes[index] | 0x20 == UInt8(ascii: "e"),
                let exponent = exponent(bytes, index, end)
            else { return nil }
            scale += exponent
        }
        if significant <= 19, let value = assembled(mantissa, scale) {
            return isNegative ? -value : value
        }
        return byLibrary(bytes, from: start, to: end)
    }

    /// `mantissa · 10^scale`, for who has read the digits.
    /// - Parameter mantissa: all digits; at most 19 of them.
    /// - Returns: nil where it cannot be told without more care: ``parse(_:)`` has it.
    public static func value(mantissa: UInt64, scale: Int) -> Double? { assembled(mantissa, scale) }

    @inline(__always) private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    /// The number behind an `e`; beyond ten thousand all are alike. Nil if it is none.
    private static func exponent(_ bytes: UnsafeRawBufferPointer, _ place: Int, _ end: Int) -> Int?
    {
        var index = place + 1
        guard index < end else { return nil }
        let isNegative = bytes[index] == UInt8(ascii: "-")
        if isNegative || bytes[index] == UInt8(ascii: "+") { index += 1 }
        guard index < end else { return nil }
        var exponent = 0
        while index < end {
            let digit = bytes[index] &- 48
            guard digit < 10 else { return nil }
            exponent = min(exponent * 10 + Int(digit), 10_000)
            index += 1
        }
        return isNegative ? -exponent : exponent
    }

    private static func word(
        _ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int, _ isNegative: Bool
    ) -> Double? {
        func matches(_ word: StaticString) -> Bool {
            guard word.utf8CodeUnitCount == end - start else { return false }
            return (start..<end).allSatisfy { bytes[$0] | 0x20 == word.utf8Start[$0 - start] }
        }
        if matches("nan") { return .nan }
        if matches("inf") || matches("infinity") { return isNegative ? -.infinity : .infinity }
        return nil
    }

    /// `mantissa · 10^scale`; nil where it cannot be told without more digits.
    private static func assembled(_ mantissa: UInt64, _ scale: Int) -> Double? {
        if mantissa == 0 { return 0 }
        if mantissa <= 1 << 53 {
            if scale == 0 { return Double(mantissa) }
            if scale < 0, scale >= -22 { return Double(mantissa) / exactPowers[-scale] }
            if scale > 0, scale <= 22 { return Double(mantissa) * exactPowers[scale] }
        }
        return scaled(mantissa, scale)
    }

    private static func scaled(_ mantissa: UInt64, _ scale: Int) -> Double? {
        guard scale >= -PowersOfFive.reach, scale <= PowersOfFive.reach else { return nil }
        let power = PowersOfFive.table[scale + PowersOfFive.reach]
        let shift = mantissa.leadingZeroBitCount
        let normal = mantissa << UInt64(shift)
        var (high, low) = normal.multipliedFullWidth(by: UInt64(truncatingIfNeeded: power >> 64))
        // 64 bits less the 52 of a double, its hidden one, the guard and the bit that may be lost.
        let undecided = UInt64.max >> 55
        if high & undecided == undecided {
            let more = normal.multipliedFullWidth(by: UInt64(truncatingIfNeeded: power)).high
            low = low &+ more
            if more > low { high += 1 }
        }
        let top = Int(high >> 63)
        let drop = UInt64(top + 9)
        var fraction = high >> drop
        // floor(scale · log2(10)) + 63 for the size of the product, then the bias of a double.
        let exponent = ((217_706 * scale) >> 16) + 63 + top - shift + 1023
        guard exponent > 0, exponent < 2046 else { return nil }
        // Exactly between two doubles, which needs a power of five that fits: to the even one.
        if low <= 1, scale >= -4, scale <= 23, fraction & 3 == 1, fraction << drop == high {
            fraction &= ~1
        }
        fraction = (fraction + (fraction & 1)) >> 1
        // A carry out of the fraction is a carry into the exponent: the bits lie that way.
        let bits = (UInt64(exponent - 1) << 52) + fraction
        return Double(bitPattern: bits)
    }

    private static func byLibrary(
        _ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int
    ) -> Double? {
        // strtod wants a byte behind the last that ends the number.
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: end - start + 1) { copy in
            for index in start..<end { copy[index - start] = CChar(bitPattern: bytes[index]) }
            copy[end - start] = 0
            return strtod(copy.baseAddress!, nil)
        }
    }

    private static let exactPowers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]
}
