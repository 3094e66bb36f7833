import HTTPClient

/// The way to whoever is told. One message a call, in the thread that calls.
public protocol AlertTransport: Sendable {
    /// - Parameter isPlain: as text alone, where the receiver knows more than one dress.
    /// - Throws: ``DeliveryFailure``.
    func deliver(_ message: AlertMessage, isPlain: Bool) throws(DeliveryFailure)
    /// How many alerts may wait and still be told one by one.
    var singles: Int { get }
}

extension AlertTransport {
    public var singles: Int { 1 }

    public func deliver(_ message: AlertMessage) throws(DeliveryFailure) {
        try deliver(message, isPlain: false)
    }
}

/// Posts messages to a webhook.
public struct WebhookTransport: AlertTransport {
    private let webhook: Webhook
    private let detector: String
    private let client: HTTPClient

    /// Of an answer no more is read: its status counts, and a word or two.
    private static let answerLimit = 4_096

    /// - Parameters:
    ///   - detector: under which name the scores are kept; messages carry it.
    ///   - client: whose `shouldStop` also ends a delivery.
    public init(_ webhook: Webhook, detector: String, client: HTTPClient = HTTPClient()) {
        self.webhook = webhook
        self.detector = detector
        self.client = client
    }

    /// People like one message better than two; programs get an object an alert while that is not too
    /// slow.
    public var singles: Int { webhook.format == .slack ? 1 : 20 }

    public func deliver(_ message: AlertMessage, isPlain: Bool) throws(DeliveryFailure) {
        var request = HTTPRequest(
            .post, webhook.url, headers: [("Content-Type", "application/json")],
            body: message.body(webhook.format, detector: detector, isPlain: isPlain),
            timeouts: HTTPTimeouts(
                connect: .seconds(5), total: .seconds(10), stalled: .seconds(10)),
            addresses: webhook.isLocal ? .any : .publicOnly)
        // On a connection that had been kept, libcurl would send a message again whose answer
        // did not come, and nobody knows whether the first had arrived.
        request.connection = .fresh
        let answer = try answer(to: request)
        try judge(answer.head, answer.body)
    }

    private struct EnoughRead: Error {
        var head: HTTPHead
    }

    private func answer(to request: HTTPRequest) throws(DeliveryFailure) -> HTTPResponse {
        var body: [UInt8] = []
        do {
            let head = try client.stream(request) { head, piece in
                body.append(contentsOf: piece.prefix(Self.answerLimit - body.count))
                if body.count >= Self.answerLimit { throw EnoughRead(head: head) }
            }
            return HTTPResponse(head: head, body: body)
        } catch let enough as EnoughRead {
            return HTTPResponse(head: enough.head, body: body)
        } catch let error as HTTPError {
            switch error {
            case .invalidURL, .invalidHeader, .privateAddress:
                throw .refused(reason: "\(error)")
            default: throw .retry(after: nil, reason: "\(error)")
            }
        } catch {
            throw .retry(after: nil, reason: "\(error)")
        }
    }

    private func judge(_ head: HTTPHead, _ body: [UInt8]) throws(DeliveryFailure) {
        if head.isSuccess { return }
        let said = RefusalWord(body, secret: webhook.url.target.revealed)
        let answered =
            "\(webhook) answered \(head.status)" + (said.word.map { " (\($0))" } ?? "")
        func sentence(_ otherwise: String) -> String { "\(answered); \(said.hint ?? otherwise)" }
        switch head.status {
        case 408, 425, 429, 500...: throw .retry(after: head.retryAfter, reason: answered)
        case 300..<400:
            throw .refused(reason: "\(answered), a redirect; give the address it leads to")
        case 401, 403, 404, 410:
            throw .refused(reason: sentence("check its address, or make a new one"))
        default:
            if said.isAboutAddress { throw .refused(reason: sentence("")) }
            throw .rejected(
                reason: sentence("it does not like the message; the others go on"),
                mayPassPlain: webhook.format == .slack)
        }
    }
}
