import HTTPClient

/// Where alerts go: an address that whoever knows it may post to, so it is a secret.
///
/// An address that was pasted in must not turn the detector into a way into the house: it is https,
/// on a host that was named before, which may lead to public addresses only.
public struct Webhook: Sendable {
    public var format: AlertFormat
    let url: HTTPURL
    let isLocal: Bool

    /// Hosts that need no option.
    public static let usualHosts = ["hooks.slack.com"]

    /// - Parameters:
    ///   - address: the whole address.
    ///   - allowedHosts: hosts that may be posted to, beside ``usualHosts``.
    ///   - allowsLocal: also `http://` and `https://` to localhost, 127.0.0.1 and [::1].
    /// - Throws: ``WebhookError``.
    public init(
        _ address: Secret, format: AlertFormat, allowedHosts: [String] = [],
        allowsLocal: Bool = false
    ) throws {
        let trimmed = address.revealed.split(whereSeparator: \.isNewline).first.map(String.init)
        do {
            url = try HTTPURL(trimmed ?? "")
        } catch {
            throw WebhookError.badAddress("\(error)")
        }
        self.format = format
        isLocal = ["localhost", "127.0.0.1", "::1"].contains(url.host)
        if isLocal {
            guard allowsLocal else { throw WebhookError.localNotAllowed(url.origin) }
            return
        }
        guard url.scheme == .https else { throw WebhookError.notHTTPS(url.origin) }
        guard !url.hostIsIPLiteral else { throw WebhookError.addressInDigits(url.origin) }
        let allowed = (Self.usualHosts + allowedHosts).map { $0.lowercased() }
        guard allowed.contains(url.host) else {
            throw WebhookError.hostNotAllowed(url.host, allowed: allowed)
        }
    }
}

extension Webhook: CustomStringConvertible {
    /// Scheme and host; the rest of the address is the secret.
    public var description: String { "\(format.rawValue) webhook at \(url.origin)" }
}

/// Why an address is no place for alerts. The secret part is never among the facts.
public enum WebhookError: Error, Sendable, Equatable {
    case badAddress(String)
    case notHTTPS(String)
    case addressInDigits(String)
    case hostNotAllowed(String, allowed: [String])
    case localNotAllowed(String)
}

extension WebhookError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .badAddress(let reason): "the webhook's address cannot be used: \(reason)"
        case .notHTTPS(let origin):
            "\(origin): a webhook must be reached by https, or its address could be read on the way"
        case .addressInDigits(let origin):
            "\(origin): a webhook's host must be a name, not an address in digits"
        case .hostNotAllowed(let host, let allowed):
            "\(host) is no host that alerts may be sent to (\(allowed.joined(separator: ", "))); "
                + "allow it with --webhook-host \(host)"
        case .localNotAllowed(let origin):
            "\(origin) is this machine; allow it with --allow-local-webhook"
        }
    }
}
