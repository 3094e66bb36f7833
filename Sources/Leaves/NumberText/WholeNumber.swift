/// Whole numbers of text, exactly.
public enum WholeNumber {
    /// - Returns: nil where `bytes` is anything but up to 19 digits, perhaps with a minus, or beyond Int64.
    public static func parse(_ bytes: UnsafeRawBufferPointer) -> Int64? {
        var index = 0
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative { index = 1 }
        guard index < bytes.count, bytes.count - index <= 19 else { return nil }
        var value: UInt64 = 0
        while index < bytes.count {
            let digit = bytes[index] &- 48
            guard digit < 10 else { return nil }
            value = value &* 10 &+ UInt64(digit)
            index += 1
        }
        if isNegative { return value <= 1 << 63 ? Int64(truncatingIfNeeded: 0 &- value) : nil }
        return Int64(exactly: value)
    }
}

extension BinaryInteger {
    /// The digits in base `radix`, with zeros in front where there are fewer than `width`; for numbers from 0
    /// up.
    @inlinable public func zeroPadded(to width: Int, radix: Int = 10) -> String {
        let digits = String(self, radix: radix)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
