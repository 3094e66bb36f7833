import Telemetry
import VerdictSources

/// Takes what other programs say while a scenario is played.
public protocol VerdictReceiver: Sendable {
    /// Listens from now on.
    /// - Throws: ``VerdictReceiverError``.
    func start() throws
    /// How many messages came in so far.
    var count: Int { get }
    /// Stops listening, and reads what came.
    /// - Throws: ``VerdictReceiverError``, and what the other side's store throws.
    func finish(_ playing: Playing) throws -> Received
}

/// What was played, for those who ask about it.
public struct Playing: Sendable {
    /// Reads messages about its machines.
    public var reader: MessageReader
    /// Name of the run that its readings carry.
    public var run: String
    public var window: TimeWindow

    public init(_ reader: MessageReader, run: String = "", window: TimeWindow = .all) {
        self.reader = reader
        self.run = run
        self.window = window
    }

    func reader(_ fields: MessageReader.Fields) -> MessageReader { reader.with(fields) }
}

/// What one source said while a scenario was played.
public struct Received: Sendable {
    /// In the order it came.
    public var items: [VerdictItem]
    /// Why nothing could have been said; nil where the other side was there.
    public var disconnected: String?

    public init(items: [VerdictItem] = [], disconnected: String? = nil) {
        self.items = items
        self.disconnected = disconnected
    }
}

/// Why verdicts cannot be received.
public enum VerdictReceiverError: Error, Equatable, Sendable {
    /// No address to listen on.
    case badAddress(String)
    case cannotListen(address: String, reason: String)
    /// Others can reach the address, and no token is asked for.
    case tokenRequired(address: String)
    case tokenFile(path: String, reason: String)
    /// The broker or the database does not answer, or not as it should.
    case unreachable(what: String, reason: String)
}

extension VerdictReceiverError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .badAddress(let text):
            "webhook:\(text): write [HOST:]PORT with a numeric host, as 9099, 127.0.0.1:9099 or [::1]:9099"
        case .cannotListen(let address, let reason):
            "webhook:\(address): cannot listen there: \(reason); choose another port"
        case .tokenRequired(let address):
            "webhook:\(address) can be reached from other machines: give a token, as in"
                + " webhook[token-file=FILE]:\(address), or listen on 127.0.0.1"
        case .tokenFile(let path, let reason):
            "\(path): a token is one line of 16 characters or more without spaces: \(reason)"
        case .unreachable(let what, let reason): "\(what): \(reason)"
        }
    }
}
