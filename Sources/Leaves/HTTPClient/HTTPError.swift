/// Why a request got no whole answer. An answer with a status of 400 or 500 is not an error here:
/// what a status means is for who asked.
public enum HTTPError: Error, Equatable, Sendable {
    public enum URLFault: Equatable, Sendable {
        /// No absolute address at all.
        case malformed
        /// Neither http nor https.
        case scheme
        /// A user name or password stands in the address.
        case credentials
    }

    case invalidURL(URLFault)
    /// A header's name or value would break the request apart (a line break, a NUL).
    case invalidHeader(name: String)
    /// No address for the name.
    case unknownHost(origin: String)
    /// Nobody listens there, or the way is blocked.
    case notConnected(origin: String)
    /// The name led to an address inside the house although only public ones are allowed.
    case privateAddress(origin: String)
    /// No answer, or none to the end, within the time allowed; also a body that stalled.
    case timedOut(origin: String)
    /// The connection broke before or inside the answer; `received` bytes of the body had come.
    /// Whether the server did what was asked is not known.
    case brokenOff(origin: String, received: Int)
    /// The server could not prove who it is, or no secure connection came about.
    case insecure(origin: String, reason: String)
    /// The body is longer than who asked is willing to hold.
    case tooLong(origin: String, limit: Int)
    /// Stopped from this side.
    case cancelled
    /// Anything else that libcurl reports.
    case failed(origin: String, code: Int, reason: String)
}

extension HTTPError: CustomStringConvertible {
    /// One sentence: what happened, where, and what to try.
    public var description: String {
        switch self {
        case .invalidURL(.malformed):
            "the address is no http(s) URL; write it as https://host:port"
        case .invalidURL(.scheme): "the address must start with http:// or https://"
        case .invalidURL(.credentials):
            "the address holds a user name or password; give the token apart from it"
        case .invalidHeader(let name): "header \(name) holds a line break or NUL"
        case .unknownHost(let origin):
            "\(origin): no such host; check the name and the network"
        case .notConnected(let origin):
            "\(origin): nothing answers there; check that the server runs and the port is right"
        case .privateAddress(let origin):
            "\(origin): the name leads to a private address, which is not allowed here"
        case .timedOut(let origin): "\(origin): no complete answer within the time allowed"
        case .brokenOff(let origin, let received):
            "\(origin): the connection broke off after \(received) bytes of the answer"
        case .insecure(let origin, let reason):
            "\(origin): no secure connection: \(reason)"
        case .tooLong(let origin, let limit):
            "\(origin): the answer is longer than \(limit) bytes"
        case .cancelled: "the request was stopped"
        case .failed(let origin, let code, let reason): "\(origin): \(reason) (curl \(code))"
        }
    }
}
