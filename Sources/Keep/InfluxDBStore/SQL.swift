import JSONText
import Telemetry

/// A statement whose values are bound, never written into its text.
///
/// Built by interpolation, of which only two kinds compile: `\(name: …)` writes a quoted identifier
/// (InfluxDB folds unquoted ones to lower case), `\(value)` becomes a parameter. So text from outside
/// cannot become SQL, whatever it holds.
public struct SQL: ExpressibleByStringInterpolation, Sendable, Equatable {
    public enum Value: Sendable, Equatable {
        case text(String)
        case integer(Int64)
        /// Nanoseconds since 1970 UTC; sent as RFC 3339, the only form that compares with `time`.
        case time(Int64)
    }

    fileprivate enum Part: Sendable, Equatable {
        case text(String)
        case value(Value)
    }

    /// Parameters get their numbers only when the statement is whole, so a name that looks like one
    /// is just a name.
    private var parts: [Part]

    public init(stringLiteral text: String) { parts = [.text(text)] }

    public init(stringInterpolation parts: Interpolation) { self.parts = parts.parts }

    /// `$p1` is the first.
    public var text: String {
        var number = 0
        return parts.reduce(into: "") { text, part in
            switch part {
            case .text(let piece): text += piece
            case .value:
                number += 1
                text += "$p\(number)"
            }
        }
    }

    public var values: [Value] {
        parts.compactMap { part in
            if case .value(let value) = part { return value }
            return nil
        }
    }

    public static func == (a: SQL, b: SQL) -> Bool { a.text == b.text && a.values == b.values }

    /// This followed by `other`, a space between them.
    public func then(_ other: SQL) -> SQL { "\(self) \(other)" }

    public struct Interpolation: StringInterpolationProtocol {
        fileprivate var parts: [Part] = []

        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { parts.append(.text(literal)) }
        }

        /// An identifier, quoted.
        public mutating func appendInterpolation(name: String) {
            let quoted = name.split(separator: "\"", omittingEmptySubsequences: false)
                .joined(separator: "\"\"")
            parts.append(.text("\"\(quoted)\""))
        }

        /// Identifiers, quoted, with commas between.
        public mutating func appendInterpolation(names: [String]) {
            for (index, name) in names.enumerated() {
                if index > 0 { appendLiteral(", ") }
                appendInterpolation(name: name)
            }
        }

        /// A value, bound.
        public mutating func appendInterpolation(_ value: Value) { parts.append(.value(value)) }

        /// Another statement's piece, its parameters renumbered.
        public mutating func appendInterpolation(_ other: SQL) { parts += other.parts }
    }
}

extension SQL {
    /// The body of `POST /api/v3/query_sql`.
    func requestBody(database: String) -> [UInt8] {
        var members: [(key: String, value: JSONValue)] = [
            ("db", .string(database)), ("q", .string(text)), ("format", .string("csv")),
        ]
        let parameters = values.enumerated().map { ("p\($0 + 1)", $1.json) }
        if !parameters.isEmpty { members.append(("params", .object(parameters))) }
        return Array(JSONValue.object(members).text().utf8)
    }
}

extension SQL.Value {
    fileprivate var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .integer(let number): .integer(Int(number))
        // Always nine digits of fraction.
        case .time(let time): .string(Instant.text(time, digits: 9))
        }
    }
}

extension SQL {
    /// A condition that the user wrote on the command line, as it is: what it may see, they may see.
    init(ownCondition text: String) { self.init(stringLiteral: text) }
}
