/// What the server itself refuses, as facts: whoever runs it says them to people and programs.
public enum HTTPServiceError: Error, Sendable, Equatable {
    case badAddress(String)
    /// With the system's error number.
    case cannotListen(address: String, reason: Int32)

    // Requests.
    /// A body in chunks that announces a length as well.
    case twoLengths
    case bodyTooLarge(limit: Int)
    case badQuery(name: String)
}
