/// A place in JSON bytes.
struct JSONCursor {
    let bytes: UnsafeRawBufferPointer
    var position = 0

    /// A number as it is written.
    struct NumberToken {
        var bytes: Slice<UnsafeRawBufferPointer>
        var isNegative = false
        /// Neither point nor exponent.
        var isWhole = true
        /// All digits, the point left out; meaningless above 18 of them.
        var mantissa: UInt64 = 0
        var digits = 0
        /// Power of ten that the mantissa is to be multiplied by.
        var exponent = 0
    }

    var isAtEnd: Bool { position >= bytes.count }
    /// The byte here; 0, which no JSON has outside of strings, at the end.
    var peek: UInt8 { position < bytes.count ? bytes[position] : 0 }
    var isAtNumber: Bool { peek == UInt8(ascii: "-") || (48...57).contains(peek) }

    mutating func next() -> UInt8? {
        guard position < bytes.count else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    /// Goes behind `word` if it is here.
    mutating func take(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard position + length <= bytes.count else { return false }
        for index in 0..<length where bytes[position + index] != word.utf8Start[index] {
            return false
        }
        position += length
        return true
    }

    /// Four hexadecimal digits.
    mutating func fourDigits() -> UInt32? {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next() else { return nil }
            switch byte {
            case 48...57: value = value << 4 | UInt32(byte - 48)
            case 65...70: value = value << 4 | UInt32(byte - 55)
            case 97...102: value = value << 4 | UInt32(byte - 87)
            default: return nil
            }
        }
        return value
    }

    /// Reads a number by the grammar of JSON: no leading zeros, no plus, digits around a point.
    mutating func numberToken(limit: Int) throws(Refusal) -> NumberToken {
        let start = position
        var token = NumberToken(bytes: bytes[start..<start])
        token.isNegative = peek == UInt8(ascii: "-")
        if token.isNegative { position += 1 }
        let leading = peek
        let wholeDigits = digits(into: &token)
        guard wholeDigits == 1 || wholeDigits > 1 && leading != 48 else { throw .notJSON }
        if peek == UInt8(ascii: ".") {
            token.isWhole = false
            position += 1
            let count = digits(into: &token)
            guard count > 0 else { throw .notJSON }
            token.exponent = -count
        }
        if peek | 0x20 == UInt8(ascii: "e") {
            token.isWhole = false
            position += 1
            let isNegative = peek == UInt8(ascii: "-")
            if isNegative || peek == UInt8(ascii: "+") { position += 1 }
            var power = NumberToken(bytes: bytes[start..<start])
            guard digits(into: &power) > 0 else { throw .notJSON }
            // Whoever writes more digits gets the slow and exact way.
            let size = power.digits > 6 ? 1_000_000 : Int(power.mantissa)
            token.exponent += isNegative ? -size : size
        }
        guard position - start <= limit else { throw .overLimits }
        token.bytes = bytes[start..<position]
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

/// Strict UTF-8: no surrogates, nothing overlong, nothing above U+10FFFF.
enum UTF8Check {
    static func isValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var index = 0
        func isContinued(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            index + offset < bytes.count && range.contains(bytes[index + offset])
        }
        while index < bytes.count {
            switch bytes[index] {
            case ..<0x80: index += 1
            case 0xC2...0xDF:
                guard isContinued(1) else { return false }
                index += 2
            case 0xE0...0xEF:
                let first = bytes[index]
                let second: ClosedRange<UInt8> =
                    first == 0xE0 ? 0xA0...0xBF : first == 0xED ? 0x80...0x9F : 0x80...0xBF
                guard isContinued(1, second), isContinued(2) else { return false }
                index += 3
            case 0xF0...0xF4:
                let first = bytes[index]
                let second: ClosedRange<UInt8> =
                    first == 0xF0 ? 0x90...0xBF : first == 0xF4 ? 0x80...0x8F : 0x80...0xBF
                guard isContinued(1, second), isContinued(2), isContinued(3) else { return false }
                index += 4
            default: return false
            }
        }
        return true
    }
}
