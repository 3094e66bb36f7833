/// What a client asked for: plain values, copied out of the server's memory.
public struct HTTPRequest: Sendable {
    public var method: String
    /// As sent, without the query; escapes are not decoded, so that a route matches one spelling.
    public var path: String
    /// Names and values as sent, not decoded.
    public var query: [(name: String, value: String)]
    /// In the order sent; a name may come twice.
    public var headers: [(name: String, value: String)]
    public var body: [UInt8]
    /// Whose request it is; nil where the connection has gone.
    public var connection: PeerConnection?

    public init(
        method: String, path: String, query: [(name: String, value: String)] = [],
        headers: [(name: String, value: String)] = [], body: [UInt8] = [],
        connection: PeerConnection? = nil
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
        self.connection = connection
    }

    /// All values of a header, the name compared without regard to case.
    public func values(of header: String) -> [String] {
        let name = header.lowercased()
        return headers.filter { $0.name.lowercased() == name }.map(\.value)
    }

    /// The value of a header that was sent exactly once.
    public func value(of header: String) -> String? {
        let all = values(of: header)
        return all.count == 1 ? all[0] : nil
    }

    /// The decoded value of a query parameter; the last one where it is repeated.
    /// - Throws: ``HTTPServiceError/badQuery(name:)`` where the value is no UTF-8 or a broken escape.
    public func parameter(_ name: String) throws -> String? {
        guard let raw = query.last(where: { $0.name == name })?.value else { return nil }
        guard let text = Self.decode(raw) else { throw HTTPServiceError.badQuery(name: name) }
        return text
    }

    /// `%41` and `+` decoded; nil for a broken escape or bytes that are no UTF-8.
    private static func decode(_ text: String) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(hexDigit),
                    let low = rest.popFirst().flatMap(hexDigit)
                else { return nil }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        Character(UnicodeScalar(byte)).hexDigitValue.map(UInt8.init)
    }
}

/// What is answered.
public struct HTTPResponse: Sendable {
    public var status: Int
    public var contentType: String
    /// Beyond those every answer carries.
    public var headers: [(name: String, value: String)]
    public var body: [UInt8]

    public init(
        status: Int = 200, contentType: String, headers: [(name: String, value: String)] = [],
        body: [UInt8]
    ) {
        self.status = status
        self.contentType = contentType
        self.headers = headers
        self.body = body
    }
}
