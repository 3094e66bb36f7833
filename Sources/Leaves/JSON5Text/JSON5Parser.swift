/// Reads JSON5 (json5.org, 1.0.0) into a tree that knows where everything stands.
///
/// Foundation's decoder reads JSON5 too, but says neither line nor column, and lets unknown and
/// repeated keys pass.
package struct JSON5Parser {
    private let scalars: [Unicode.Scalar]
    private var at = 0
    private var line = 1
    private var lineStart = 0
    private var depth = 0
    private let depthLimit: Int
    /// Repeated keys: the text can be read on, so they do not end the parse.
    package private(set) var repeatedKeys: [(key: String, position: TextPosition)] = []

    package struct Failure: Error {
        package let position: TextPosition
        package let message: String
    }

    package init(_ text: String, depthLimit: Int = 16) {
        scalars = Array(text.unicodeScalars)
        self.depthLimit = depthLimit
    }

    /// The one value of the text.
    /// - Throws: ``Failure`` at the first place that is not JSON5.
    package mutating func parse() throws(Failure) -> JSON5Node {
        try skipSpace()
        if at == scalars.count { throw failure("the file is empty") }
        let node = try parseValue()
        try skipSpace()
        if at < scalars.count {
            throw failure("the file should end here, but \(found) follows")
        }
        return node
    }

    private var position: TextPosition { TextPosition(line: line, column: at - lineStart + 1) }
    private var next: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }
    private var found: String {
        guard let next else { return "the end of the file" }
        return next.value < 32 ? "a control character" : "\"\(next)\""
    }

    private func failure(_ message: String, at place: TextPosition? = nil) -> Failure {
        Failure(position: place ?? position, message: message)
    }

    private mutating func advance() {
        // "\r\n" is one line end.
        if scalars[at] == "\n" || scalars[at] == "\u{2028}" || scalars[at] == "\u{2029}"
            || (scalars[at] == "\r" && (at + 1 == scalars.count || scalars[at + 1] != "\n"))
        {
            line += 1
            lineStart = at + 1
        }
        at += 1
    }

    private mutating func skipSpace() throws(Failure) {
        while let scalar = next {
            if scalar.isJSON5Space {
                advance()
            } else if scalar == "/", at + 1 < scalars.count, scalars[at + 1] == "/" {
                while let scalar = next, !scalar.endsLine { advance() }
            } else if scalar == "/", at + 1 < scalars.count, scalars[at + 1] == "*" {
                let start = position
                advance()
                advance()
                while !(next == "*" && at + 1 < scalars.count && scalars[at + 1] == "/") {
                    if next == nil { throw failure("this comment is never closed", at: start) }
                    advance()
                }
                advance()
                advance()
            } else {
                return
            }
        }
    }

    private mutating func parseValue() throws(Failure) -> JSON5Node {
        let start = position
        switch next {
        case "{": return JSON5Node(value: .object(try parseObject()), position: start)
        case "[": return JSON5Node(value: .array(try parseArray()), position: start)
        case "\"", "'": return JSON5Node(value: .string(try parseString()), position: start)
        case let scalar? where scalar.isJSON5NumberStart:
            return JSON5Node(value: try parseNumber(), position: start)
        case let scalar? where scalar.isJSON5NameStart:
            let word = parseName()
            switch word {
            case "true": return JSON5Node(value: .bool(true), position: start)
            case "false": return JSON5Node(value: .bool(false), position: start)
            case "null": return JSON5Node(value: .null, position: start)
            case "Infinity":
                return JSON5Node(value: .number(.infinity, integer: nil), position: start)
            case "NaN": return JSON5Node(value: .number(.nan, integer: nil), position: start)
            default:
                throw failure("\(word) is not a value; text needs quotes: \"\(word)\"", at: start)
            }
        default: throw failure("a value is expected here, but \(found) was found")
        }
    }

    private mutating func enter() throws(Failure) {
        depth += 1
        if depth > depthLimit { throw failure("nested more than \(depthLimit) deep") }
        advance()
    }

    private mutating func parseObject() throws(Failure) -> [JSON5Node.Member] {
        let start = position
        try enter()
        var members: [JSON5Node.Member] = []
        var seen: Set<String> = []
        while true {
            try skipSpace()
            if next == "}" { break }
            let keyPosition = position
            let key: String
            if next == "\"" || next == "'" {
                key = try parseString()
            } else if let scalar = next, scalar.isJSON5NameStart {
                key = parseName()
            } else if next == nil {
                throw failure("the object that starts here is never closed", at: start)
            } else {
                throw failure("a key or \"}\" is expected here, but \(found) was found")
            }
            if !seen.insert(key).inserted { repeatedKeys.append((key, keyPosition)) }
            try skipSpace()
            guard next == ":" else {
                throw failure("\":\" is expected after the key \(key), but \(found) was found")
            }
            advance()
            try skipSpace()
            members.append(
                JSON5Node.Member(key: key, keyPosition: keyPosition, value: try parseValue()))
            try skipSpace()
            if next == "," {
                advance()
            } else if next == nil {
                throw failure("the object that starts here is never closed", at: start)
            } else if next != "}" {
                throw failure("\",\" or \"}\" is expected here, but \(found) was found")
            }
        }
        advance()
        depth -= 1
        return members
    }

    private mutating func parseArray() throws(Failure) -> [JSON5Node] {
        let start = position
        try enter()
        var items: [JSON5Node] = []
        while true {
            try skipSpace()
            if next == "]" { break }
            if next == nil { throw failure("the list that starts here is never closed", at: start) }
            items.append(try parseValue())
            try skipSpace()
            if next == "," {
                advance()
            } else if next == nil {
                throw failure("the list that starts here is never closed", at: start)
            } else if next != "]" {
                throw failure("\",\" or \"]\" is expected here, but \(found) was found")
            }
        }
        advance()
        depth -= 1
        return items
    }

    private mutating func parseName() -> String {
        var name = String.UnicodeScalarView()
        while let scalar = next, scalar.isJSON5NamePart {
            name.append(scalar)
            advance()
        }
        return String(name)
    }

    private mutating func parseNumber() throws(Failure) -> JSON5Node.Value {
        let start = position
        var text = ""
        while let scalar = next, scalar.isJSON5NumberPart || scalar.isJSON5NamePart {
            // A sign stands first or after an exponent's e; anywhere else it ends the number.
            if scalar == "+" || scalar == "-", !text.isEmpty,
                !(text.hasSuffix("e") || text.hasSuffix("E")) || text.lowercased().contains("x")
            {
                break
            }
            text.unicodeScalars.append(scalar)
            advance()
        }
        guard let value = JSON5Number.value(of: text) else {
            throw failure("\(text) is not a number", at: start)
        }
        return value
    }

    private mutating func parseString() throws(Failure) -> String {
        let start = position
        let quote = next
        advance()
        var text = String.UnicodeScalarView()
        while let scalar = next, scalar != quote {
            if scalar == "\n" || scalar == "\r" { break }
            advance()
            if scalar == "\\" {
                try parseEscape(into: &text)
            } else {
                text.append(scalar)
            }
        }
        if next != quote {
            throw failure("the text that starts here has no closing quote", at: start)
        }
        advance()
        return String(text)
    }

    private mutating func parseEscape(into text: inout String.UnicodeScalarView) throws(Failure) {
        let start = position
        guard let scalar = next else { return }
        advance()
        switch scalar {
        case "n": text.append("\n")
        case "t": text.append("\t")
        case "r": text.append("\r")
        case "b": text.append("\u{8}")
        case "f": text.append("\u{C}")
        case "v": text.append("\u{B}")
        case "0": text.append("\0")
        case "\n", "\u{2028}", "\u{2029}": break
        case "\r": if next == "\n" { advance() }
        case "x": text.append(try parseCodePoint(digits: 2, start))
        case "u":
            var code = try parseCode(digits: 4, start)
            if (0xD800..<0xDC00).contains(code), next == "\\" {
                advance()
                if next == "u" {
                    advance()
                    let low = try parseCode(digits: 4, start)
                    if (0xDC00..<0xE000).contains(low) {
                        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
                    }
                }
            }
            guard let point = Unicode.Scalar(code) else {
                throw failure("this escape is half a character", at: start)
            }
            text.append(point)
        case "1"..."9": throw failure("\"\\\(scalar)\" is not an escape", at: start)
        default: text.append(scalar)
        }
    }

    private mutating func parseCodePoint(
        digits: Int, _ start: TextPosition
    ) throws(Failure) -> Unicode.Scalar {
        guard let point = Unicode.Scalar(try parseCode(digits: digits, start)) else {
            throw failure("this escape is half a character", at: start)
        }
        return point
    }

    private mutating func parseCode(digits: Int, _ start: TextPosition) throws(Failure) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<digits {
            guard let scalar = next, let digit = Character(scalar).hexDigitValue else {
                throw failure("\(digits) hexadecimal digits are expected in this escape", at: start)
            }
            code = code << 4 | UInt32(digit)
            advance()
        }
        return code
    }
}
