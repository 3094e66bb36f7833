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

    public private(set) var text: String
    /// `$p1` is the first.
    public private(set) var values: [Value]

    public init(stringLiteral text: String) {
        self.text = text
        values = []
    }

    public init(stringInterpolation parts: Interpolation) {
        text = parts.text
        values = parts.values
    }

    /// This followed by `other`, a space between them.
    public func then(_ other: SQL) -> SQL { "\(self) \(other)" }

    public struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""
        fileprivate var values: [Value] = []

        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ literal: String) { text += literal }

        /// An identifier, quoted.
        public mutating func appendInterpolation(name: String) {
            text +=
                "\""
                + name.split(separator: "\"", omittingEmptySubsequences: false)
                .joined(separator: "\"\"") + "\""
        }

        /// Identifiers, quoted, with commas between.
        public mutating func appendInterpolation(names: [String]) {
            for (index, name) in names.enumerated() {
                if index > 0 { text += ", " }
                appendInterpolation(name: name)
            }
        }

        /// A value, bound.
        public mutating func appendInterpolation(_ value: Value) {
            values.append(value)
            text += "$p\(values.count)"
        }

        /// Another statement's piece, its parameters renumbered.
        public mutating func appendInterpolation(_ other: SQL) {
            guard !other.values.isEmpty else {
                text += other.text
                return
            }
            // Only our own `$pN` contain a dollar sign followed by p and a digit, and they stand in
            // rising order.
            var rest = other.text[...]
            for (index, value) in other.values.enumerated() {
                let mark = "$p\(index + 1)"
                guard let found = rest.firstRange(of: mark) else { continue }
                text += rest[..<found.lowerBound]
                appendInterpolation(value)
                rest = rest[found.upperBound...]
            }
            text += rest
        }
    }
}

extension SQL {
    /// The body of `POST /api/v3/query_sql`.
    func requestBody(database: String) -> [UInt8] {
        var json = JSONText()
        json.beginObject()
        json.member("db", database)
        json.member("q", text)
        json.member("format", "csv")
        if !values.isEmpty {
            json.key("params")
            json.beginObject()
            for (index, value) in values.enumerated() {
                switch value {
                case .text(let text): json.member("p\(index + 1)", text)
                case .integer(let number): json.member("p\(index + 1)", number)
                case .time(let time): json.member("p\(index + 1)", RFC3339.text(time))
                }
            }
            json.endObject()
        }
        json.endObject()
        return json.bytes
    }
}
