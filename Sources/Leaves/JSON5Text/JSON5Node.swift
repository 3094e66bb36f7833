/// A value of a JSON5 text, with the place it stands at.
package struct JSON5Node: Sendable, Equatable {
    package enum Value: Sendable, Equatable {
        case null
        case bool(Bool)
        /// The number, and whether it was written as an integer without sign and fraction.
        case number(Double, integer: UInt64?)
        case string(String)
        case array([JSON5Node])
        case object([Member])
    }

    package struct Member: Sendable, Equatable {
        package let key: String
        package let keyPosition: TextPosition
        package let value: JSON5Node
    }

    package let value: Value
    package let position: TextPosition

    /// "a string", for messages.
    package var kind: String {
        switch value {
        case .null: "null"
        case .bool: "a truth value"
        case .number: "a number"
        case .string: "a string"
        case .array: "a list"
        case .object: "an object"
        }
    }

    /// The value as it would be written, shortened.
    package var spelled: String {
        switch value {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .number(let value, let integer): integer.map { "\($0)" } ?? spell(value)
        case .string(let text): text.count > 40 ? "\"\(text.prefix(40))…\"" : "\"\(text)\""
        case .array(let items): "a list of \(items.count)"
        case .object: "an object"
        }
    }
}

/// The number without a needless ".0".
package func spell(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

/// A place in a text, both counted from 1; columns count Unicode scalars.
public struct TextPosition: Sendable, Equatable {
    public let line: Int
    public let column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
