import NumberText

/// A place in JSON bytes, and the small steps from there. Allocates nothing.
@frozen public struct JSONScanner {
    public let bytes: UnsafeRawBufferPointer
    public var position = 0

    /// A number as it is written.
    @frozen public struct NumberToken {
        public var bytes: UnsafeRawBufferPointer
        public var isNegative = false
        /// Neither point nor exponent.
        public var isWhole = true
        /// All digits, the point left out; meaningless above 19 of them.
        public var mantissa: UInt64 = 0
        public var digits = 0
        /// Power of ten that the mantissa is to be multiplied by.
        public var exponent = 0

        @usableFromInline init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }
    }

    /// What is wrong with an escape.
    public enum BadEscape: Error, Sendable {
        case letter, digits, secondSurrogate, halfCharacter
    }

    @inlinable public init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    @inlinable public var isAtEnd: Bool { position >= bytes.count }
    /// The byte here; 0, which no JSON has outside of strings, at the end.
    @inlinable public var peek: UInt8 { position < bytes.count ? bytes[position] : 0 }
    @inlinable public var isAtNumber: Bool {
        peek == UInt8(ascii: "-") || (48...57).contains(peek)
    }

    @inlinable public mutating func next() -> UInt8? {
        guard position < bytes.count else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    @inlinable public mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    /// Goes behind `word` if it is here.
    @inlinable public mutating func take(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard position + length <= bytes.count else { return false }
        for index in 0..<length where bytes[position + index] != word.utf8Start[index] {
            return false
        }
        position += length
        return true
    }

    /// What the escape stands for whose backslash has just been passed.
    /// - Throws: ``BadEscape``, with the position behind what is wrong, but before digits that are none.
    public mutating func escape() throws(BadEscape) -> Unicode.Scalar {
        switch next() {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            var unit = try fourDigits()
            if (0xD800..<0xDC00).contains(unit), take("\\"), take("u") {
                let low = try fourDigits()
                guard (0xDC00..<0xE000).contains(low) else { throw .secondSurrogate }
                unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(unit) else { throw .halfCharacter }
            return scalar
        default: throw .letter
        }
    }

    private mutating func fourDigits() throws(BadEscape) -> UInt32 {
        guard position + 4 <= bytes.count else { throw .digits }
        var value: UInt32 = 0
        for byte in bytes[position..<position + 4] {
            switch byte {
            case 48...57: value = value << 4 | UInt32(byte - 48)
            case 65...70: value = value << 4 | UInt32(byte - 55)
            case 97...102: value = value << 4 | UInt32(byte - 87)
            default: throw .digits
            }
        }
        position += 4
        return value
    }

    /// Reads a number by the grammar of JSON: no leading zeros, no plus, digits around a point.
    /// - Returns: nil where there is none.
    public mutating func number() -> NumberToken? {
        let start = position
        var token = NumberToken(bytes: bytes)
        token.isNegative = peek == UInt8(ascii: "-")
        if token.isNegative { position += 1 }
        let leading = peek
        let wholeDigits = digits(into: &token)
        guard wholeDigits == 1 || wholeDigits > 1 && leading != 48 else { return nil }
        if peek == UInt8(ascii: ".") {
            token.isWhole = false
            position += 1
            let count = digits(into: &token)
            guard count > 0 else { return nil }
            token.exponent = -count
        }
        if peek | 0x20 == UInt8(ascii: "e") {
            token.isWhole = false
            position += 1
            let isNegative = peek == UInt8(ascii: "-")
            if isNegative || peek == UInt8(ascii: "+") { position += 1 }
            var power = NumberToken(bytes: bytes)
            guard digits(into: &power) > 0 else { return nil }
            // Whoever writes more digits gets the slow and exact way.
            let size = power.digits > 6 ? 1_000_000 : Int(power.mantissa)
            token.exponent += isNegative ? -size : size
        }
        token.bytes = UnsafeRawBufferPointer(rebasing: bytes[start..<position])
        return token
    }

    private mutating func digits(into token: inout NumberToken) -> Int {
        let start = position
        while position < bytes.count, (48...57).contains(bytes[position]) {
            token.mantissa = token.mantissa &* 10 &+ UInt64(bytes[position] - 48)
            position += 1
        }
        token.digits += position - start
        return position - start
    }
}

extension JSONScanner.NumberToken {
    /// The nearest double; infinite beyond the largest.
    public var value: Double {
        if digits <= 19, let size = ExactDecimal.value(mantissa: mantissa, scale: exponent) {
            return isNegative ? -size : size
        }
        // By the grammar it is a number.
        return ExactDecimal.parse(bytes)!
    }

    /// The whole number; nil for others, and beyond 64 bits.
    public var whole: Int64? { isWhole ? WholeNumber.parse(bytes) : nil }
}
