/// The numbers of JSON5: signs, hexadecimal integers, a point at either end, Infinity and NaN.
enum JSON5Number {
    /// The value of `text`, all of it; nil if it is no JSON5 number.
    static func value(of text: String) -> JSON5Node.Value? {
        var digits = Substring(text)
        let negative = digits.first == "-"
        if negative || digits.first == "+" { digits = digits.dropFirst() }
        let sign = negative ? -1.0 : 1.0
        if digits == "Infinity" { return .number(sign * .infinity, integer: nil) }
        if digits == "NaN" { return .number(.nan, integer: nil) }
        if digits.lowercased().hasPrefix("0x") {
            guard digits.dropFirst(2).allSatisfy(\.isHexDigit),
                let value = UInt64(digits.dropFirst(2), radix: 16)
            else { return nil }
            return .number(sign * Double(value), integer: negative ? nil : value)
        }
        guard isDecimal(digits), let value = Double(padded(digits)) else { return nil }
        return .number(sign * value, integer: negative ? nil : UInt64(digits))
    }

    /// `[0-9]+ . [0-9]* e±[0-9]+` with digits on one side of the point at least, no leading zero.
    private static func isDecimal(_ text: Substring) -> Bool {
        let parts = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
        guard let mantissa = parts.first, parts.count <= 2 else { return false }
        if parts.count == 2 {
            var exponent = parts[1]
            if exponent.first == "-" || exponent.first == "+" { exponent = exponent.dropFirst() }
            guard !exponent.isEmpty, exponent.allSatisfy(isDigit) else { return false }
        }
        let sides = mantissa.split(separator: ".", omittingEmptySubsequences: false)
        guard sides.count <= 2, sides.allSatisfy({ $0.allSatisfy(isDigit) }),
            sides.contains(where: { !$0.isEmpty })
        else { return false }
        return !(sides[0].count > 1 && sides[0].first == "0")
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

    /// ".5" and "5." as Swift reads them.
    private static func padded(_ text: Substring) -> String {
        var text = String(text)
        if text.hasPrefix(".") { text = "0" + text }
        if text.hasSuffix(".") { text += "0" }
        return text.replacing(".e", with: ".0e").replacing(".E", with: ".0E")
    }
}

extension Unicode.Scalar {
    var endsLine: Bool {
        self == "\n" || self == "\r" || self == "\u{2028}" || self == "\u{2029}"
    }
    var isJSON5Space: Bool {
        switch self {
        case " ", "\t", "\u{B}", "\u{C}", "\u{A0}", "\u{FEFF}": true
        default: endsLine || properties.generalCategory == .spaceSeparator
        }
    }
    var isJSON5NumberStart: Bool {
        ("0"..."9").contains(self) || self == "-" || self == "+" || self == "."
    }
    var isJSON5NumberPart: Bool { isJSON5NumberStart }
    var isJSON5NameStart: Bool { self == "_" || self == "$" || properties.isAlphabetic }
    var isJSON5NamePart: Bool {
        isJSON5NameStart || properties.generalCategory == .decimalNumber
    }
}
