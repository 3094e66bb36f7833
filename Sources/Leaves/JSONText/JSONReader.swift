/// Why a text is not JSON: the place, from 1, and what was expected there.
public struct JSONSyntaxError: Error, Equatable, Sendable {
    public var line: Int
    public var column: Int
    public var expected: String
}

/// Reads JSON text (RFC 8259), keeping the order of members.
public struct JSONReader {
    private let bytes: [UInt8]
    private var position = 0
    /// Deeper than any document of ours; keeps a hostile file from exhausting the stack.
    private static let depthLimit = 64

    /// - Throws: ``JSONSyntaxError``.
    public static func read(_ bytes: [UInt8]) throws(JSONSyntaxError) -> JSONValue {
        var reader = JSONReader(bytes: bytes)
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.position == bytes.count else { throw reader.error("the end of the file") }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func error(_ expected: String) -> JSONSyntaxError {
        var (line, column) = (1, 1)
        for byte in bytes.prefix(position) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return JSONSyntaxError(line: line, column: column, expected: expected)
    }

    private mutating func skipSpace() {
        while position < bytes.count, [32, 9, 10, 13].contains(bytes[position]) { position += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else {
            return false
        }
        position += 1
        return true
    }

    private mutating func take(word: StaticString) -> Bool {
        let text = Array(word.description.utf8)
        guard bytes[position...].starts(with: text) else { return false }
        position += text.count
        return true
    }

    private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        skipSpace()
        guard depth < Self.depthLimit else { throw error("less depth") }
        guard position < bytes.count else { throw error("a value") }
        switch bytes[position] {
        case UInt8(ascii: "{"): return try object(depth)
        case UInt8(ascii: "["): return try array(depth)
        case UInt8(ascii: "\""): return .string(try string())
        default:
            if take(word: "null") { return .null }
            if take(word: "true") { return .bool(true) }
            if take(word: "false") { return .bool(false) }
            return try number()
        }
    }

    private mutating func object(_ depth: Int) throws(JSONSyntaxError) -> JSONValue {
        _ = take("{")
        var members: [(key: String, value: JSONValue)] = []
        skipSpace()
        if take("}") { return .object(members) }
        repeat {
            skipSpace()
            let key = try string()
            skipSpace()
            guard take(":") else { throw error("\":\"") }
            members.append((key, try value(depth: depth + 1)))
            skipSpace()
        } while take(",")
        guard take("}") else { throw error("\",\" or \"}\"") }
        return .object(members)
    }

    private mutating func array(_ depth: Int) throws(JSONSyntaxError) -> JSONValue {
        _ = take("[")
        var values: [JSONValue] = []
        skipSpace()
        if take("]") { return .array(values) }
        repeat {
            values.append(try value(depth: depth + 1))
            skipSpace()
        } while take(",")
        guard take("]") else { throw error("\",\" or \"]\"") }
        return .array(values)
    }

    private mutating func number() throws(JSONSyntaxError) -> JSONValue {
        let allowed = Set("+-.0123456789eE".utf8)
        var end = position
        while end < bytes.count, allowed.contains(bytes[end]) { end += 1 }
        let text = String(decoding: bytes[position..<end], as: UTF8.self)
        guard let first = text.utf8.first, first == UInt8(ascii: "-") || (48...57).contains(first),
            let number = Double(text)
        else { throw error("a value") }
        position = end
        // A whole number stays one, to the last digit; what does not fit is a double like any other.
        return Int(text).map { .integer($0) } ?? UInt64(text).map { .whole($0) } ?? .number(number)
    }

    private mutating func string() throws(JSONSyntaxError) -> String {
        guard take("\"") else { throw error("a text in double quotes") }
        var text: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                guard let result = String(validating: text, as: UTF8.self) else {
                    throw error("text in UTF-8")
                }
                return result
            case UInt8(ascii: "\\"):
                position += 1
                text += String(try escaped()).utf8
            case 0..<0x20: throw error("an escaped control character")
            default:
                text.append(byte)
                position += 1
            }
        }
        throw error("the end of the text")
    }

    private mutating func escaped() throws(JSONSyntaxError) -> Character {
        guard position < bytes.count else { throw error("an escape") }
        let letter = bytes[position]
        position += 1
        switch letter {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            var unit = try codeUnit()
            if (0xD800..<0xDC00).contains(unit), take("\\"), take("u") {
                let low = try codeUnit()
                guard (0xDC00..<0xE000).contains(low) else { throw error("the second surrogate") }
                unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(unit) else { throw error("a Unicode scalar") }
            return Character(scalar)
        default: throw error("an escape")
        }
    }

    private mutating func codeUnit() throws(JSONSyntaxError) -> UInt32 {
        guard position + 4 <= bytes.count,
            let unit = UInt32(
                String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
        else { throw error("four hexadecimal digits") }
        position += 4
        return unit
    }
}
