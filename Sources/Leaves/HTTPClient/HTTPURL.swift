import CCurl

/// A checked `http` or `https` address. Printed, it shows scheme, host and port only: paths and
/// queries carry secrets (a webhook's whole right to post is in its path).
public struct HTTPURL: Sendable, Hashable {
    public enum Scheme: String, Sendable { case http, https }

    public let scheme: Scheme
    /// As written, in lower case; an IPv6 literal without its brackets.
    public let host: String
    /// Given or the scheme's own, 1...65535.
    public let port: Int
    /// Path and query, from the first `/`; "/" where none was given.
    public let target: Secret

    /// - Throws: ``HTTPError/invalidURL(_:)`` for anything that is no absolute http(s) address,
    ///   and for one with a user name or password in it: they would end in logs.
    public init(_ text: String) throws {
        guard let parts = curl_url() else { throw HTTPError.invalidURL(.malformed) }
        defer { curl_url_cleanup(parts) }
        // libcurl forgives spaces and a third slash; we do not.
        guard !text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }), !text.contains(":///"),
            curl_url_set(parts, CURLUPART_URL, text, 0) == CURLUE_OK
        else {
            let isFile = text.lowercased().hasPrefix("file:")
            throw HTTPError.invalidURL(isFile ? .scheme : .malformed)
        }
        guard let scheme = Self.part(CURLUPART_SCHEME, of: parts).flatMap(Scheme.init(rawValue:))
        else { throw HTTPError.invalidURL(.scheme) }
        guard let host = Self.part(CURLUPART_HOST, of: parts), !host.isEmpty
        else { throw HTTPError.invalidURL(.malformed) }
        guard Self.part(CURLUPART_USER, of: parts) == nil,
            Self.part(CURLUPART_PASSWORD, of: parts) == nil
        else { throw HTTPError.invalidURL(.credentials) }
        guard
            let port = Self.part(CURLUPART_PORT, of: parts, UInt32(CURLU_DEFAULT_PORT))
                .flatMap({ Int($0) }), (1...65535).contains(port)
        else { throw HTTPError.invalidURL(.malformed) }
        let path = Self.part(CURLUPART_PATH, of: parts) ?? "/"
        let query = Self.part(CURLUPART_QUERY, of: parts).map { "?" + $0 } ?? ""
        self.scheme = scheme
        self.host = host.lowercased().filter { $0 != "[" && $0 != "]" }
        self.port = port
        target = Secret(path + query)
    }

    private init(_ base: HTTPURL, target: String) {
        scheme = base.scheme
        host = base.host
        port = base.port
        self.target = Secret(target)
    }

    /// The same server, another path; `query` is percent-encoded here.
    /// - Precondition: `path` starts with "/" and is already encoded.
    public func with(path: String, query: [(name: String, value: String)] = []) -> HTTPURL {
        precondition(path.hasPrefix("/"), "a path starts with /")
        guard !query.isEmpty else { return HTTPURL(self, target: path) }
        let pairs = query.map { Self.encoded($0.name) + "=" + Self.encoded($0.value) }
        return HTTPURL(self, target: path + "?" + pairs.joined(separator: "&"))
    }

    /// `https://host:port`, the port left out where it is the scheme's own.
    public var origin: String {
        let name = host.contains(":") ? "[\(host)]" : host
        let usual = scheme == .http ? 80 : 443
        return "\(scheme.rawValue)://\(name)" + (port == usual ? "" : ":\(port)")
    }

    /// Whether the host is an address in digits, not a name.
    public var hostIsIPLiteral: Bool { IPAddress(host) != nil }

    /// The whole address, for the wire.
    var revealed: String { origin + target.revealed }

    /// `text` with every byte but letters, digits and `-._~` percent-encoded (RFC 3986, 2.3).
    public static func encoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        let hex = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func part(_ part: CURLUPart, of url: OpaquePointer, _ flags: UInt32 = 0)
        -> String?
    {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(url, part, &text, flags) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }
}

extension HTTPURL: CustomStringConvertible {
    public var description: String { origin }
}
