import HTTPClient

/// Which InfluxDB to talk to, and with what right.
public struct InfluxDBConfiguration: Sendable, Equatable {
    /// What is wrong with the settings; none of the facts holds a secret.
    public enum Fault: Error, Equatable, Sendable {
        case missing(variable: String)
        /// `INFLUX_TOKEN` and `INFLUX_TOKEN_FILE`: which one counts would be a guess.
        case tokenGivenTwice
        case unreadableTokenFile(path: String, reason: String)
        /// Empty, or with spaces or line breaks inside: it would break the header.
        case malformedToken(source: String)
        case malformedHost(HTTPError)
        /// A path, a query or a fragment, none of which would be used.
        case moreThanHost(origin: String)
        /// Letters, digits, `_` and `-`, a letter or digit first, at most one `/` inside.
        case malformedDatabase(name: String)
        case unknownAPI(name: String)
    }

    public var server: HTTPURL
    /// nil: no `Authorization` header at all, for a server that runs without.
    public var token: Secret?
    public var database: String
    /// Whose bucket the database is; InfluxDB Cloud asks for it where one account has several.
    public var organization: String?
    public var api: InfluxDBAPI

    public static let defaultDatabase = "factory"

    public init(
        server: HTTPURL, token: Secret? = nil, database: String = defaultDatabase,
        organization: String? = nil, api: InfluxDBAPI = .v3
    ) throws {
        guard Self.isDatabaseName(database) else { throw Fault.malformedDatabase(name: database) }
        self.server = server
        self.token = token
        self.database = database
        self.organization = organization
        self.api = api
    }

    /// Reads the tutorial's variables: `INFLUX_HOST` (an address, or a bare host, which means https),
    /// `INFLUX_TOKEN` or `INFLUX_TOKEN_FILE`, `INFLUX_DATABASE`, `INFLUX_ORG`, and `INFLUX_API` (`auto`,
    /// `v3` or `v1`; auto where it is not set). An empty variable counts as not set, as Compose passes
    /// it for `${NAME:-}`.
    /// - Parameter readFile: gives a file's text, or throws.
    /// - Throws: ``Fault``.
    public init(
        environment: [String: String], readFile: (String) throws -> String
    ) throws {
        func value(_ name: String) -> String? {
            environment[name].flatMap { $0.isEmpty ? nil : $0 }
        }
        guard let host = value("INFLUX_HOST") else { throw Fault.missing(variable: "INFLUX_HOST") }
        let server: HTTPURL
        do {
            server = try HTTPURL(host.contains("://") ? host : "https://" + host)
        } catch let error as HTTPError {
            throw Fault.malformedHost(error)
        }
        guard server.target.revealed == "/", !host.contains("#"), !host.contains("?") else {
            throw Fault.moreThanHost(origin: server.origin)
        }
        let name = value("INFLUX_API") ?? InfluxDBAPI.auto.rawValue
        guard let api = InfluxDBAPI(rawValue: name) else { throw Fault.unknownAPI(name: name) }
        try self.init(
            server: server, token: try Self.token(value, readFile),
            database: value("INFLUX_DATABASE") ?? Self.defaultDatabase,
            organization: value("INFLUX_ORG"), api: api)
    }

    private static func token(
        _ value: (String) -> String?, _ readFile: (String) throws -> String
    ) throws -> Secret? {
        switch (value("INFLUX_TOKEN"), value("INFLUX_TOKEN_FILE")) {
        case (nil, nil): return nil
        case (.some, .some): throw Fault.tokenGivenTwice
        case (let token?, nil): return try checked(token, source: "INFLUX_TOKEN")
        case (nil, let path?):
            let text: String
            do { text = try readFile(path) } catch {
                throw Fault.unreadableTokenFile(path: path, reason: "\(error)")
            }
            return try checked(AdminTokenFile.token(in: text) ?? text, source: path)
        }
    }

    private static func checked(_ text: String, source: String) throws -> Secret {
        var bytes = Array(text.utf8)
        while let last = bytes.last, last == 0x0A || last == 0x0D || last == 0x20 {
            bytes.removeLast()
        }
        guard !bytes.isEmpty, bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Fault.malformedToken(source: source)
        }
        return Secret(String(decoding: bytes, as: UTF8.self))
    }

    static func isDatabaseName(_ name: String) -> Bool {
        func isPlain(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: false
            }
        }
        let bytes = Array(name.utf8)
        guard let first = bytes.first, isPlain(first), bytes.count <= 511,
            bytes.last != UInt8(ascii: "/")
        else { return false }
        let marks = [UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "/")]
        return bytes.allSatisfy { isPlain($0) || marks.contains($0) }
            && bytes.count(where: { $0 == UInt8(ascii: "/") }) <= 1
    }
}

extension InfluxDBConfiguration.Fault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let variable): "\(variable) is not set; set it, for example in .env"
        case .tokenGivenTwice: "INFLUX_TOKEN and INFLUX_TOKEN_FILE are both set; remove one"
        case .unreadableTokenFile(let path, let reason):
            "INFLUX_TOKEN_FILE: \(path) cannot be read (\(reason)); check its path and mode"
        case .malformedToken(let source):
            "\(source): the token is empty or holds spaces; paste it alone on one line"
        case .malformedHost(let error): "INFLUX_HOST: \(error)"
        case .moreThanHost(let origin):
            "INFLUX_HOST: there is more than scheme, host and port in it, and InfluxDB answers at the"
                + " root only; give \(origin), or a proxy's address that leads there"
        case .malformedDatabase(let name):
            "INFLUX_DATABASE: \"\(name)\" is no database name; use letters, digits, _ and -"
        case .unknownAPI(let name):
            "INFLUX_API: \"\(name)\" is none; use v3 (InfluxDB 3 Core and Enterprise), v1 (InfluxDB Cloud"
                + " and 1.x) or auto"
        }
    }
}
