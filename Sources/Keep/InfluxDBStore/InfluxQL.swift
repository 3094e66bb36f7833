import HTTPClient

/// A statement in InfluxQL, for servers whose API has no parameters that all of them take: what comes from
/// outside is quoted as a name, as a text, or is a number.
///
/// Built by interpolation, of which only these kinds compile, so that no text can become a statement.
package struct InfluxQL: ExpressibleByStringInterpolation, Sendable, Equatable {
    package private(set) var text: String

    package init(stringLiteral text: String) { self.text = text }

    package init(stringInterpolation parts: Interpolation) { text = parts.text }

    /// This followed by `other`, a space between them.
    func then(_ other: InfluxQL) -> InfluxQL { "\(self) \(other)" }

    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) { text += literal }

        /// An identifier, quoted.
        package mutating func appendInterpolation(name: String) { quote(name, "\"") }

        /// Identifiers, quoted, with commas between.
        package mutating func appendInterpolation(names: [String]) {
            for (index, name) in names.enumerated() {
                if index > 0 { text += ", " }
                quote(name, "\"")
            }
        }

        /// A value, quoted.
        package mutating func appendInterpolation(value: String) { quote(value, "'") }

        /// Nanoseconds since 1970 UTC.
        package mutating func appendInterpolation(time: Int64) { text += String(time) }

        package mutating func appendInterpolation(_ other: InfluxQL) { text += other.text }

        /// The lexer of all servers ends a quoted piece at the same mark, unless a backslash stands
        /// before it. Bytes, not characters: a mark with an accent over it is still the mark.
        private mutating func quote(_ piece: String, _ mark: Unicode.Scalar) {
            text.unicodeScalars.append(mark)
            for scalar in piece.unicodeScalars {
                if scalar == mark || scalar == "\\" { text.unicodeScalars.append("\\") }
                text.unicodeScalars.append(scalar)
            }
            text.unicodeScalars.append(mark)
        }
    }
}

extension InfluxQL {
    /// The body of `POST /query`: several statements are answered in their order.
    static func requestBody(_ statements: [InfluxQL]) -> [UInt8] {
        Array(
            "q=\(HTTPURL.encoded(statements.map(\.text).joined(separator: "; ")))".utf8)
    }
}
