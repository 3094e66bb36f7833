extension [UInt8] {
    /// Appends the digits of `number`.
    public mutating func append(decimal number: Int64) {
        var rest = number.magnitude
        // 2^63 has 19 digits; one more place for the sign. On the stack, because lines come by the
        // hundred thousand a second.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var at = 20
            repeat {
                at -= 1
                digits[at] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0
            if number < 0 {
                at -= 1
                digits[at] = UInt8(ascii: "-")
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: digits[at..<20]))
        }
    }

    /// Appends `number` so that it parses back to the same double, with a point or an exponent.
    /// - Precondition: `number` is finite.
    public mutating func append(shortest number: Double) {
        // Sensor values mostly have few decimals. n / 10^k with n below 2^53 and k up to 22 is
        // correctly rounded, so if it gives the number back, n with a point in it is a text that
        // parses to the number. Some five times faster than the general way.
        var factor: Int64 = 1
        while factor <= 10_000 {
            let scale = Double(factor)
            let scaled = (number * scale).rounded()
            guard scaled.magnitude < 9e15 else { break }
            if scaled / scale == number, !(scaled == 0 && number.sign == .minus) {
                return append(Int64(scaled), over: factor)
            }
            factor *= 10
        }
        append(contentsOf: number.description.utf8)
    }

    /// 1234 over 100 is `12.34`; over 1 it is `1234.0`.
    private mutating func append(_ number: Int64, over factor: Int64) {
        if number < 0 { append(UInt8(ascii: "-")) }
        let (whole, fraction) = Int64(number.magnitude).quotientAndRemainder(dividingBy: factor)
        append(decimal: whole)
        append(UInt8(ascii: "."))
        var place = factor / 10
        if place == 0 { append(UInt8(ascii: "0")) }
        while place > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: fraction / place % 10))
            place /= 10
        }
    }
}
