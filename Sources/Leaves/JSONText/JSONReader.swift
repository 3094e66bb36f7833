/// Text that is not JSON: the first place where it is not, and what was expected there.
public struct JSONSyntaxError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Both from 1; columns in Unicode scalars.
    public var line: Int
    public var column: Int
    public var expected: String

    public init(line: Int, column: Int, expected: String) {
        self.line = line
        self.column = column
        self.expected = expected
    }

    public var description: String {
        "line \(line), column \(column): this is not JSON: expected \(expected)"
    }
}

/// Reads JSON text (RFC 8259), keeping the order of members.
public struct JSONReader {
    private var scanner: JSONScanner
    /// Whether an object may name a member twice; the one that counts is then anybody's guess.
    private let takesRepeats: Bool
    /// Deeper than any document of ours; keeps a hostile file from exhausting the stack.
    private static let depthLimit = 64

    /// The one value that `bytes` is.
    /// - Parameter takesRepeats: whether an object may name a member twice, as RFC 8259 leaves open.
    /// - Throws: ``JSONSyntaxError``.
    public static func read(
        _ bytes: [UInt8], takesRepeats: Bool = true
    ) throws(JSONSyntaxError) -> JSONValue {
        let result = bytes.withUnsafeBytes { bytes -> Result<JSONValue, JSONSyntaxError> in
            do throws(JSONSyntaxError) {
                var reader = JSONReader(
                    scanner: JSONScanner(bytes: bytes), takesRepeats: takesRepeats)
                return .success(try reader.document())
            } catch { return .failure(error) }
        }
        return try result.get()
    }

    private mutating func document() throws(JSONSyntaxError) -> JSONValue {
        let value = try value(depth: 0)
        scanner.skipSpace()
        guard scanner.isAtEnd else { throw error("the end of the file") }
        return value
    }

    private func error(_ expected: String) -> JSONSyntaxError {
        var (line, column) = (1, 1)
        for byte in scanner.bytes.prefix(scanner.position) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return JSONSyntaxError(line: line, column: column, expected: expected)
    }

    private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        scanner.skipSpace()
        guard depth < Self.depthLimit else { throw error("less depth") }
        switch scanner.peek {
        case UInt8(ascii: "{"): return try object(depth)
        case UInt8(ascii: "["): return try array(depth)
        case UInt8(ascii: "\""): return .string(try string())
        default:
            if scanner.take("null") { return .null }
            if scanner.take("true") { return .bool(true) }
            if scanner.take("false") { return .bool(false) }
            return try number()
        }
    }

    private mutating func object(_ depth: Int) throws(JSONSyntaxError) -> JSONValue {
        _ = scanner.take("{")
        var members: [(key: String, value: JSONValue)] = []
        var names: Set<String> = []
        scanner.skipSpace()
        if scanner.take("}") { return .object(members) }
        repeat {
            scanner.skipSpace()
            let start = scanner.position
            let key = try string()
            if !takesRepeats, !names.insert(key).inserted {
                scanner.position = start
                throw error("\"\(key)\" only once")
            }
            scanner.skipSpace()
            guard scanner.take(":") else { throw error("\":\"") }
            members.append((key, try value(depth: depth + 1)))
            scanner.skipSpace()
        } while scanner.take(",")
        guard scanner.take("}") else { throw error("\",\" or \"}\"") }
        return .object(members)
    }

    private mutating func array(_ depth: Int) throws(JSONSyntaxError) -> JSONValue {
        _ = scanner.take("[")
        var values: [JSONValue] = []
        scanner.skipSpace()
        if scanner.take("]") { return .array(values) }
        repeat {
            values.append(try value(depth: depth + 1))
            scanner.skipSpace()
        } while scanner.take(",")
        guard scanner.take("]") else { throw error("\",\" or \"]\"") }
        return .array(values)
    }

    private mutating func number() throws(JSONSyntaxError) -> JSONValue {
        let start = scanner.position
        guard let token = scanner.number() else {
            scanner.position = start
            throw error("a value")
        }
        guard token.isWhole else { return .number(token.value) }
        // A whole number stays one, to the last digit; what does not fit is a double like any other.
        let text = String(decoding: token.bytes, as: UTF8.self)
        return Int(text).map { .integer($0) } ?? UInt64(text).map { .whole($0) }
            ?? .number(token.value)
    }

    private mutating func string() throws(JSONSyntaxError) -> String {
        guard scanner.take("\"") else { throw error("a text in double quotes") }
        var text: [UInt8] = []
        while !scanner.isAtEnd {
            let byte = scanner.peek
            switch byte {
            case UInt8(ascii: "\""):
                scanner.position += 1
                guard let result = String(validating: text, as: UTF8.self) else {
                    throw error("text in UTF-8")
                }
                return result
            case UInt8(ascii: "\\"):
                scanner.position += 1
                text += String(try escaped()).utf8
            case 0..<0x20: throw error("an escaped control character")
            default:
                text.append(byte)
                scanner.position += 1
            }
        }
        throw error("the end of the text")
    }

    private mutating func escaped() throws(JSONSyntaxError) -> Character {
        do throws(JSONScanner.BadEscape) { return Character(try scanner.escape()) } catch {
            switch error {
            case .letter: throw self.error("an escape")
            case .digits: throw self.error("four hexadecimal digits")
            case .secondSurrogate: throw self.error("the second surrogate")
            case .halfCharacter: throw self.error("a Unicode scalar")
            }
        }
    }
}
