extension String {
    /// The text with everything that acts instead of being seen written as `\u001b`: control
    /// characters but line feed and tab, and the marks that turn the direction of writing.
    ///
    /// Names and answers come from outside; raw, they could move a terminal's cursor, hide what was
    /// said before, or show a text in another order than it has. JSON stays the same JSON: such
    /// characters stand in its strings alone, and the escape is JSON's own.
    public var visible: String { visible(keepingStyles: false) }

    /// - Parameter keepingStyles: leaves the colours that our own tables are written with.
    public func visible(keepingStyles: Bool) -> String {
        // Most texts have nothing of the kind, and results can be long.
        guard
            utf8.contains(where: {
                $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xD8
                    || $0 == 0xE2 || $0 == 0xEF
            })
        else { return self }
        var shown = String.UnicodeScalarView()
        var rest = Substring.UnicodeScalarView(unicodeScalars)
        while let scalar = rest.first {
            if keepingStyles, let style = Self.styles.first(where: { rest.starts(with: $0) }) {
                shown.append(contentsOf: style)
                rest.removeFirst(style.count)
                continue
            }
            rest.removeFirst()
            if scalar.actsOnTerminals {
                let digits = String(scalar.value, radix: 16)
                let escape = "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                shown.append(contentsOf: escape.unicodeScalars)
            } else {
                shown.append(scalar)
            }
        }
        return String(shown)
    }

    /// Plain, bold, dim, red, green.
    private static let styles = [0, 1, 2, 31, 32].map { "\u{1B}[\($0)m".unicodeScalars }
}

extension Unicode.Scalar {
    /// Whether a terminal does something at this character, or shows others elsewhere.
    package var actsOnTerminals: Bool {
        switch value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0: true
        // Direction marks, line separators, embeddings, overrides, isolates, byte order mark.
        case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}
