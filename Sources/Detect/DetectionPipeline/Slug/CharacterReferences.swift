import EmbeddedFiles

/// HTML character references in a text: `&name;`, then `&#10;`, then `&#xa;`.
enum CharacterReferences {
    static func replace(in text: String) -> String {
        guard text.unicodeScalars.contains("&") else { return text }
        var text = substitute(in: text, prefix: "&") { named[$0].map { .some($0) } ?? .keep }
        text = substitute(in: text, prefix: "&#") { number($0, radix: 10) }
        return substitute(in: text, prefix: "&#x") { number($0, radix: 16) }
    }

    private enum Answer {
        case some(Unicode.Scalar)
        /// This reference stays text.
        case keep
        /// No reference of this form may be replaced, as in Python, where one failure ends them all.
        case giveUp
    }

    /// Replaces `prefix` + body + ";" by what `answer` says of the body.
    private static func substitute(
        in text: String, prefix: String, answer: (String) -> Answer
    ) -> String {
        let source = Array(text.unicodeScalars)
        let start = Array(prefix.unicodeScalars)
        var result = String.UnicodeScalarView()
        var index = 0
        while index < source.count {
            if source[index...].starts(with: start),
                let end = source[(index + start.count)...].firstIndex(where: { !isBody($0) }),
                source[end] == ";", end > index + start.count
            {
                let body = String(
                    String.UnicodeScalarView(source[(index + start.count)..<end]))
                switch answer(body) {
                case .some(let scalar):
                    result.append(scalar)
                    index = end + 1
                    continue
                case .keep: break
                case .giveUp: return text
                }
            }
            result.append(source[index])
            index += 1
        }
        return String(result)
    }

    private static func isBody(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: false
        }
    }

    private static func number(_ digits: String, radix: Int) -> Answer {
        guard digits.unicodeScalars.allSatisfy({ $0.properties.isASCIIHexDigit }) else {
            return .keep
        }
        if radix == 10, !digits.allSatisfy({ $0.isNumber }) { return .keep }
        // Python's chr() refuses what is beyond Unicode. It would make a lone surrogate, which no
        // slug keeps and no Swift text can hold: a separator stands for it.
        guard let value = UInt32(digits, radix: radix), value <= 0x10FFFF else { return .giveUp }
        return .some(Unicode.Scalar(value) ?? " ")
    }

    private static let named: [String: Unicode.Scalar] = {
        let words = EmbeddedText.slugEntities.split(whereSeparator: \.isWhitespace)
        var table: [String: Unicode.Scalar] = [:]
        for index in stride(from: 0, to: words.count - 1, by: 2) {
            table[String(words[index])] = UInt32(words[index + 1], radix: 16).flatMap(
                Unicode.Scalar.init)
        }
        return table
    }()
}
