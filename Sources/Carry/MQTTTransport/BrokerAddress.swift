/// Where a broker listens. Never carries a user or password, so that it can be shown.
public struct BrokerAddress: Sendable, Equatable, CustomStringConvertible {
    /// A name, dotted IPv4, or IPv6 without brackets.
    public var host: String
    public var port: UInt16
    public var usesTLS: Bool

    public init(host: String, port: UInt16? = nil, usesTLS: Bool = false) {
        self.host = host
        self.port = port ?? (usesTLS ? 8883 : 1883)
        self.usesTLS = usesTLS
    }

    public var description: String {
        (usesTLS ? "mqtts://" : "mqtt://") + (host.contains(":") ? "[\(host)]" : host) + ":\(port)"
    }

    /// Reads `mqtt://[user[:password]@]host[:port]`, the same with `mqtts://`, or a bare
    /// `host[:port]`. User and password may be percent-encoded.
    /// - Throws: ``MQTTError/badAddress(_:)``, which does not repeat what was given: it may hold a
    ///   password.
    public static func parse(
        _ text: String
    ) throws(MQTTError) -> (address: BrokerAddress, login: MQTTLogin?) {
        var rest = Substring(text)
        var usesTLS = false
        if let scheme = rest.range(of: "://") {
            switch rest[..<scheme.lowerBound] {
            case "mqtt", "tcp": usesTLS = false
            case "mqtts", "ssl": usesTLS = true
            default: throw .badAddress("it must begin with mqtt:// or mqtts://")
            }
            rest = rest[scheme.upperBound...]
        }
        var login: MQTTLogin?
        if let at = rest.lastIndex(of: "@") {
            let parts = rest[..<at].split(
                separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard let user = decoded(parts[0]), !user.isEmpty,
                let password = parts.count == 2 ? decoded(parts[1]) : ""
            else { throw .badAddress("user and password cannot be read before the @") }
            login = MQTTLogin(user: user, password: parts.count == 2 ? password : nil)
            rest = rest[rest.index(after: at)...]
        }
        if rest.hasSuffix("/") { rest.removeLast() }
        var host = rest
        var port: UInt16?
        let colon = rest.lastIndex(of: ":")
        if let colon, rest.hasPrefix("[") ? rest[..<colon].hasSuffix("]") : true {
            host = rest[..<colon]
            port = UInt16(rest[rest.index(after: colon)...])
            guard let port, port > 0 else {
                throw .badAddress("the port is no number from 1 to 65535")
            }
        }
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        let isPlain = host.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
                || byte == 0x2D || byte == 0x2E || byte == 0x3A || byte == 0x5F
        }
        guard !host.isEmpty, isPlain else { throw .badAddress("there is no host in it") }
        return (BrokerAddress(host: String(host), port: port, usesTLS: usesTLS), login)
    }

    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2, let value = UInt8(String(rest.prefix(2)) ?? "", radix: 16) else {
                return nil
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}

/// Who a client says it is.
public struct MQTTLogin: Sendable, Equatable, CustomStringConvertible {
    public var user: String
    let password: String?

    public init(user: String, password: String?) {
        self.user = user
        self.password = password
    }

    /// The user; a password is never shown.
    public var description: String { user }
}

extension Substring {
    fileprivate func range(of word: String) -> Range<Index>? {
        firstRange(of: word)
    }
}
