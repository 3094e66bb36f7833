import HTTPService

/// Where the panel listens.
public typealias PanelAddress = ListeningAddress

extension ListeningAddress {
    /// The demo's.
    public static let standard = ListeningAddress(host: "127.0.0.1", port: 5005)

    /// `127.0.0.1:5005`, `localhost:5005`, `[::1]:5005`.
    /// - Throws: ``PanelError/badAddress(_:)``.
    public init(_ text: String) throws {
        guard let address = ListeningAddress(parsing: text) else {
            throw PanelError.badAddress(text)
        }
        self = address
    }
}

extension PanelError {
    /// What the server met, as the panel says it.
    init(_ error: HTTPServiceError) {
        self =
            switch error {
            case .badAddress(let text): .badAddress(text)
            case .cannotListen(let address, let reason):
                .cannotListen(address: address, reason: reason)
            case .twoLengths: .badBody("it comes in chunks and announces a length as well")
            case .bodyTooLarge(let limit): .bodyTooLarge(limit: limit)
            case .badQuery(let name): .badQuery(name: name)
            }
    }
}
