import HTTPClient
import JSONText
import Synchronization

/// The requests this module makes, and what all of them share.
final class InfluxDBConnection: Sendable {
    let configuration: InfluxDBConfiguration
    let retry: RetryPolicy
    let pause: Pause
    let http: HTTPClient
    let notices: Notices
    private let timeouts: InfluxDBStore.Timeouts
    private let limit = Mutex(1 << 20)

    /// What has been learnt of the server.
    struct Answered {
        var isV1: Bool?
        /// It is older than `/api/v2/write`.
        var lacksV2Write = false
    }

    let answered = Mutex(Answered())

    init(
        _ configuration: InfluxDBConfiguration, retry: RetryPolicy,
        timeouts: InfluxDBStore.Timeouts, certificates: String?,
        shouldStop: @escaping @Sendable () -> Bool, notices: Notices
    ) {
        self.notices = notices
        self.configuration = configuration
        self.retry = retry
        self.timeouts = timeouts
        pause = Pause(shouldStop: shouldStop)
        http = HTTPClient(certificates: certificates, shouldStop: shouldStop)
    }

    /// The failures of a request that is about to be made.
    func attempts() -> Attempts { Attempts(retry, pause, server: name, notices) }

    /// Scheme, host and port, for error texts.
    var name: String { configuration.server.origin }

    /// Bytes of line protocol one request may carry; lowered when the server finds one too large.
    var bodyLimit: Int { limit.withLock { $0 } }

    func lowerBodyLimit(to bytes: Int) { limit.withLock { $0 = max(1, min($0, bytes)) } }

    /// The server waits for its WAL flush before it confirms, so what is confirmed is kept and seen.
    func post(lines: [UInt8]) throws -> HTTPResponse {
        let body = Gzip.compressed(lines)
        let database = configuration.database
        guard try isV1() else {
            return try post(
                body, "/api/v3/write_lp", [("db", database), ("precision", "nanosecond")], bearer)
        }
        if !answered.withLock({ $0.lacksV2Write }) {
            let org = configuration.organization.map { [("org", $0)] } ?? []
            let answer = try post(
                body, "/api/v2/write", [("bucket", database)] + org + [("precision", "ns")], token)
            guard StatusKind(answer.status) == .notFound, !answer.body.isObject else {
                return answer
            }
            answered.withLock { $0.lacksV2Write = true }
        }
        return try post(body, "/write", [("db", database), ("precision", "ns")], token)
    }

    private func post(
        _ body: [UInt8], _ path: String, _ query: [(name: String, value: String)],
        _ authorization: Secret?
    ) throws -> HTTPResponse {
        try http.send(
            HTTPRequest(
                .post, configuration.server.with(path: path, query: query),
                headers: [
                    ("Content-Type", "text/plain; charset=utf-8"), ("Content-Encoding", "gzip"),
                ], authorization: authorization, body: body,
                timeouts: HTTPTimeouts(total: timeouts.write)), bodyLimit: 4 << 20)
    }

    func queryRequest(_ statements: [InfluxQL]) -> HTTPRequest {
        let url = configuration.server.with(
            path: "/query",
            query: [("db", configuration.database), ("epoch", "ns"), ("chunked", "true")])
        return HTTPRequest(
            .post, url, headers: [("Content-Type", "application/x-www-form-urlencoded")],
            authorization: token, body: InfluxQL.requestBody(statements),
            timeouts: HTTPTimeouts(total: nil, stalled: timeouts.stalledQuery))
    }

    func queryRequest(_ sql: SQL) -> HTTPRequest {
        HTTPRequest(
            .post, configuration.server.with(path: "/api/v3/query_sql"),
            headers: [("Content-Type", "application/json")], authorization: bearer,
            body: sql.requestBody(database: configuration.database),
            timeouts: HTTPTimeouts(total: nil, stalled: timeouts.stalledQuery))
    }

    func configure(_ path: String, _ body: JSONValue) throws -> HTTPResponse {
        try http.send(
            HTTPRequest(
                .post, configuration.server.with(path: path),
                headers: [("Content-Type", "application/json")], authorization: bearer,
                body: Array(body.text().utf8), timeouts: HTTPTimeouts(total: timeouts.write)))
    }

    /// Whether an answer of 404 says that the database is not there yet (an object with `error`)
    /// rather than that this is another kind of server (a text).
    static func isMissingDatabase(_ body: [UInt8]) -> Bool {
        body.starts(with: Array("{\"error\"".utf8))
    }

    private var bearer: Secret? {
        configuration.token.map { Secret("Bearer " + $0.revealed) }
    }

    /// The scheme that InfluxDB has had since 2.0, for all of its APIs.
    private var token: Secret? { configuration.token.map { Secret("Token " + $0.revealed) } }
}

extension [UInt8] {
    /// Whether an answer's body is an object: the 1.x API tells of a missing database or bucket with one, and
    /// of a path that it does not have with a text.
    var isObject: Bool { first == UInt8(ascii: "{") }
}
