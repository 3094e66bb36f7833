/// Everything the panel refuses, as facts. ``status``, ``code`` and ``sentence`` say it to people
/// and programs.
public enum PanelError: Error, Sendable, Equatable {
    // At the start.
    case badAddress(String)
    case cannotListen(address: String, reason: Int32)
    case tokenRequired(address: String)
    case tokenFile(path: String, reason: String)
    case badPeers(String)

    // Requests that may not come from our own page, or a program of this machine's user.
    case peerNotAllowed(address: String, allowed: String)
    case hostMissing
    case hostNotAllowed(String)
    case crossSite
    case originNotAllowed(String)
    case notJSON(String?)
    case pageTokenMissing
    case accessTokenMissing
    case accessTokenWrong
    case accessPaused(seconds: Int)

    // Requests that ask for what does not exist.
    case noSuchRoute
    case methodNotAllowed(allowed: String)
    case bodyTooLarge(limit: Int)
    case badQuery(name: String)
    case badBody(String)

    // What the machines say.
    case unknownMachine(String)
    case unknownKind(String, known: [String])
    case unknownChannel(String, known: [String])
    case badValue(name: String, value: String, allowed: String)
    case noSuchEvent(String)
    case conflict(String)
}
