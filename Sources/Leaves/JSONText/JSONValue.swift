/// A JSON document whose keys keep their order, so that the same result is the same bytes.
public enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case integer(Int)
    /// A whole number above `Int.max`, and no other; see ``whole(_:)``.
    case unsigned(UInt64)
    /// Written with the fewest digits that read back as the same double; NaN and infinities as null.
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([(key: String, value: JSONValue)])

    /// `value`, or null.
    public init(_ value: Double?) { self = value.map { .number($0) } ?? .null }
    public init(_ value: Int?) { self = value.map { .integer($0) } ?? .null }
    public init(_ value: String?) { self = value.map { .string($0) } ?? .null }

    /// A whole number, exactly: seeds go up to 2^64 - 1.
    public static func whole(_ value: UInt64) -> JSONValue {
        Int(exactly: value).map { .integer($0) } ?? .unsigned(value)
    }

    /// The number that `text` is, exactly: digits that no integer holds stay a text, as do words, NaN
    /// and infinities.
    public init(exactly text: String) {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        if let number = Int(text) {
            self = .integer(number)
        } else if let number = UInt64(text) {
            self = .unsigned(number)
        } else if !digits.allSatisfy(\.isNumber), let number = Double(text), number.isFinite {
            self = .number(number)
        } else {
            self = .string(text)
        }
    }

    public static func == (a: JSONValue, b: JSONValue) -> Bool {
        switch (a, b) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.integer(let a), .integer(let b)): a == b
        case (.unsigned(let a), .unsigned(let b)): a == b
        case (.number(let a), .number(let b)): a == b
        case (.string(let a), .string(let b)): a == b
        case (.array(let a), .array(let b)): a == b
        case (.object(let a), .object(let b)):
            a.map(\.key) == b.map(\.key) && a.map(\.value) == b.map(\.value)
        default: false
        }
    }

    /// The value under `key`, if this is an object that has one.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The document as text: on one line, or a member a line where `indented`. Lists of plain values
    /// stay on one line.
    public func text(indented: Bool = false) -> String {
        var bytes: [UInt8] = []
        write(to: &bytes, indented: indented, depth: 0)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// As ``text(indented:)``, appended to `bytes` as UTF-8.
    public func write(to bytes: inout [UInt8], indented: Bool = false, depth: Int = 0) {
        switch self {
        case .null: bytes += "null".utf8
        case .bool(let value): bytes += (value ? "true" : "false").utf8
        case .integer(let value): bytes += value.description.utf8
        case .unsigned(let value): bytes += value.description.utf8
        case .number(let value):
            bytes += (value.isFinite ? value.description : "null").utf8
        case .string(let value): JSONBytes.append(quoted: value, to: &bytes, escapes: .letters)
        case .array(let values):
            let isPlain = values.allSatisfy(\.isPlain)
            write(values.count, "[", "]", to: &bytes, indented && !isPlain, depth) {
                values[$0].write(to: &$1, indented: indented, depth: depth + 1)
            }
        case .object(let members):
            write(members.count, "{", "}", to: &bytes, indented, depth) {
                JSONBytes.append(quoted: members[$0].key, to: &$1, escapes: .letters)
                $1 += (indented ? ": " : ":").utf8
                members[$0].value.write(to: &$1, indented: indented, depth: depth + 1)
            }
        }
    }

    private var isPlain: Bool {
        switch self {
        case .array(let values): values.isEmpty
        case .object(let members): members.isEmpty
        default: true
        }
    }

    private func write(
        _ count: Int, _ open: String, _ close: String, to bytes: inout [UInt8], _ indented: Bool,
        _ depth: Int, element: (Int, inout [UInt8]) -> Void
    ) {
        func line(_ depth: Int) {
            if indented { bytes += ("\n" + String(repeating: "  ", count: depth)).utf8 }
        }
        bytes += open.utf8
        for index in 0..<count {
            if index > 0 { bytes += (indented ? "," : ", ").utf8 }
            line(depth + 1)
            element(index, &bytes)
        }
        if count > 0 { line(depth) }
        bytes += close.utf8
    }
}
