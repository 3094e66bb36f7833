import HTTPClient

/// The way to whoever is told. One message a call, in the thread that calls.
public protocol AlertTransport: Sendable {
    /// - Throws: ``DeliveryFailure``.
    func deliver(_ message: AlertMessage) throws(DeliveryFailure)
}

/// Posts messages to a webhook.
public struct WebhookTransport: AlertTransport {
    private let webhook: Webhook
    private let detector: String
    private let client: HTTPClient

    /// Of an answer no more is read: only its status counts.
    private static let answerLimit = 4_096

    /// - Parameters:
    ///   - detector: under which name the scores are kept; messages carry it.
    ///   - client: whose `shouldStop` also ends a delivery.
    public init(_ webhook: Webhook, detector: String, client: HTTPClient = HTTPClient()) {
        self.webhook = webhook
        self.detector = detector
        self.client = client
    }

    public func deliver(_ message: AlertMessage) throws(DeliveryFailure) {
        let request = HTTPRequest(
            .post, webhook.url, headers: [("Content-Type", "application/json")],
            body: message.body(webhook.format, detector: detector),
            timeouts: HTTPTimeouts(
                connect: .seconds(5), total: .seconds(10), stalled: .seconds(10)),
            addresses: webhook.isLocal ? .any : .publicOnly)
        try judge(try head(of: request))
    }

    private struct EnoughRead: Error {
        var head: HTTPHead
    }

    private func head(of request: HTTPRequest) throws(DeliveryFailure) -> HTTPHead {
        var received = 0
        do {
            return try client.stream(request) { head, piece in
                received += piece.count
                if received > Self.answerLimit { throw EnoughRead(head: head) }
            }
        } catch let enough as EnoughRead {
            return enough.head
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

    private func judge(_ head: HTTPHead) throws(DeliveryFailure) {
        let answered = "\(webhook) answered \(head.status)"
        switch head.status {
        case 200..<300: return
        case 408, 425, 429, 500...: throw .retry(after: head.retryAfter, reason: answered)
        case 300..<400:
            throw .refused(reason: "\(answered), a redirect; give the address it leads to")
        default:
            throw .refused(reason: "\(answered); check its address, or make a new one")
        }
    }
}
