import Foundation
import HTTPService
import Synchronization
import VerdictSources

/// An HTTP server that notifications are posted to, at any path.
///
/// It answers before a message is read: with 204 where it was taken, 413 where it is longer than 1 MiB.
/// Where other machines can reach it, each request carries a token: `Authorization: Bearer TOKEN`, or
/// `?token=TOKEN` for senders that know nothing but an address.
public final class WebhookReceiver: VerdictReceiver {
    /// Longest body, bytes.
    public static let bodyLimit = 1 << 20

    private let address: ListeningAddress
    private let token: [UInt8]?
    private let log = MessageLog()
    private let running = Mutex<HTTPServer?>(nil)
    /// Requests that were refused for want of the token.
    private let refused = Atomic(0)

    /// - Parameters:
    ///   - place: `PORT` or `HOST:PORT`, the host a numeric address; without one, 127.0.0.1.
    ///   - tokenFile: holds the token in its first line.
    /// - Throws: ``VerdictReceiverError``.
    public init(_ place: String, tokenFile: String? = nil) throws(VerdictReceiverError) {
        let text = place.contains(":") ? place : "127.0.0.1:\(place)"
        guard let address = ListeningAddress(parsing: text) else { throw .badAddress(place) }
        self.address = address
        token = try tokenFile.map { path throws(VerdictReceiverError) in try Self.token(path) }
        guard address.isLoopback || token != nil else { throw .tokenRequired(address: text) }
    }

    private static func token(_ path: String) throws(VerdictReceiverError) -> [UInt8] {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw .tokenFile(path: path, reason: "it cannot be read")
        }
        let line = Array(bytes.prefix { $0 != 10 && $0 != 13 })
        guard (16...512).contains(line.count), line.allSatisfy({ (0x21...0x7E).contains($0) })
        else {
            throw .tokenFile(path: path, reason: "here are \(line.count) characters")
        }
        return line
    }

    public func start() throws {
        try running.withLock { running in
            guard running == nil else { return }
            var limits = HTTPLimits()
            limits.bodyBytes = Self.bodyLimit
            limits.connections = 512
            limits.connectionsPerAddress = 512
            limits.idleSeconds = 120
            do {
                running = try HTTPServer(
                    ListeningSocket(address), limits: limits, refuse: Self.refusal,
                    answer: { [self] in answer($0) })
            } catch let error as HTTPServiceError {
                guard case .cannotListen(let address, let reason) = error else { throw error }
                throw VerdictReceiverError.cannotListen(
                    address: address, reason: String(cString: strerror(reason)))
            }
        }
    }

    /// The port really taken, where 0 was asked for; nil while it does not listen.
    public var port: UInt16? { running.withLock { $0?.port } }

    public var count: Int { log.count }

    public func finish(_ playing: Playing) -> Received {
        let server = running.withLock { running in
            defer { running = nil }
            return running
        }
        server?.stop()
        let reader = playing.reader
        return Received(
            items: log.messages.flatMap { reader.items($0.bytes, received: $0.received) },
            disconnected: disconnected)
    }

    private var disconnected: String? {
        let refused = refused.load(ordering: .relaxed)
        if log.count > 0 { return nil }
        return refused > 0
            ? "all \(refused) requests lacked the token" : "no request reached \(address)"
    }

    // MARK: - Requests

    private func answer(_ request: HTTPRequest) -> HTTPResponse {
        guard isAllowed(request) else {
            refused.add(1, ordering: .relaxed)
            return Self.text(401, "the token is missing or wrong\n")
        }
        guard request.method == "POST" || request.method == "PUT" else {
            return Self.text(405, "alerts are posted here\n", [("Allow", "POST, PUT")])
        }
        guard log.take(request.body) else { return Self.text(503, "there is no room left\n") }
        return Self.text(204, "")
    }

    private func isAllowed(_ request: HTTPRequest) -> Bool {
        guard let token else { return true }
        let header = request.values(of: "Authorization").first ?? ""
        if ConstantTime.areEqual(header.utf8, Array("Bearer ".utf8) + token) { return true }
        guard let said = try? request.parameter("token") else { return false }
        return ConstantTime.areEqual(said.utf8, token)
    }

    private static let refusal: @Sendable (HTTPServiceError) -> HTTPResponse = { error in
        switch error {
        case .bodyTooLarge(let limit): text(413, "the body is longer than \(limit) bytes\n")
        default: text(400, "the request is malformed\n")
        }
    }

    private static func text(
        _ status: Int, _ body: String, _ headers: [(name: String, value: String)] = []
    ) -> HTTPResponse {
        HTTPResponse(
            status: status, contentType: "text/plain; charset=utf-8", headers: headers,
            body: Array(body.utf8))
    }
}
