/// How long a request may take. Measured on the monotonic clock by libcurl.
public struct HTTPTimeouts: Sendable, Equatable {
    /// Until a connection stands, name look-up included.
    public var connect: Duration
    /// For everything; nil for streams that may last as long as bytes come.
    public var total: Duration?
    /// With less than a byte a second for so long the request ends; whole seconds, at least 1.
    public var stalled: Duration

    public init(
        connect: Duration = .seconds(5), total: Duration? = .seconds(10),
        stalled: Duration = .seconds(30)
    ) {
        self.connect = connect
        self.total = total
        self.stalled = stalled
    }
}

/// One question to a server.
public struct HTTPRequest: Sendable {
    public enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case delete = "DELETE"
    }

    /// Which addresses a host's name may lead to, decided when the connection is made, so that a
    /// name that changes its mind between check and use gains nothing.
    public enum Addresses: Sendable {
        case any
        /// For addresses that a user pastes in, such as webhooks.
        case publicOnly
    }

    /// On which connection it goes out.
    public enum Connection: Sendable {
        /// One that is open from before, where there is one. Should the server have let go of it just
        /// then, the request is sent again on another.
        case kept
        /// One of its own, closed after the answer: the request is sent once at most.
        case fresh
    }

    public var method: Method
    public var url: HTTPURL
    /// Sent as given; `Authorization` has a property of its own.
    public var headers: [(name: String, value: String)]
    /// The value of the `Authorization` header, scheme included: `Bearer …`.
    public var authorization: Secret?
    public var body: [UInt8]
    public var timeouts: HTTPTimeouts
    public var addresses: Addresses
    public var connection = Connection.kept

    public init(
        _ method: Method, _ url: HTTPURL, headers: [(name: String, value: String)] = [],
        authorization: Secret? = nil, body: [UInt8] = [], timeouts: HTTPTimeouts = HTTPTimeouts(),
        addresses: Addresses = .any
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.authorization = authorization
        self.body = body
        self.timeouts = timeouts
        self.addresses = addresses
    }
}

/// Status and headers of an answer.
public struct HTTPHead: Sendable, Equatable {
    public let status: Int
    /// In the order they came, names in lower case.
    public let headers: [Header]
    /// What `Retry-After` asks for, given as seconds or as a date; nil without one.
    public let retryAfter: Duration?

    public struct Header: Sendable, Equatable {
        public let name: String
        public let value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    public init(status: Int, headers: [Header] = [], retryAfter: Duration? = nil) {
        self.status = status
        self.headers = headers
        self.retryAfter = retryAfter
    }

    /// The first header of that name, given in lower case.
    public subscript(name: String) -> String? { headers.first { $0.name == name }?.value }

    public var isSuccess: Bool { (200..<300).contains(status) }
}

/// An answer with its body in memory.
public struct HTTPResponse: Sendable, Equatable {
    public let head: HTTPHead
    public let body: [UInt8]

    public init(head: HTTPHead, body: [UInt8]) {
        self.head = head
        self.body = body
    }

    public var status: Int { head.status }
    /// The body as text; what is not UTF-8 is repaired.
    public var text: String { String(decoding: body, as: UTF8.self) }
}
