import Synchronization
import Threading
import VerdictSources

/// Messages as they came, with the time of the world they came at. They are read when there is time:
/// whoever sends one is answered at once.
final class MessageLog: Sendable {
    struct Message: Sendable {
        var bytes: [UInt8]
        /// Nanoseconds since 1970 UTC.
        var received: Int64
        var topic: String?
    }

    private struct State {
        var messages: [Message] = []
        var size = 0
    }

    /// Bytes that are kept; beyond them senders are asked to come again.
    private let limit: Int
    private let state = Mutex(State())

    init(limit: Int = 512 << 20) { self.limit = limit }

    /// - Returns: false where there is no room.
    func take(_ bytes: [UInt8], topic: String? = nil) -> Bool {
        let now = WallClock.now
        return state.withLock { state in
            guard state.size + bytes.count <= limit else { return false }
            state.size += bytes.count
            state.messages.append(Message(bytes: bytes, received: now, topic: topic))
            return true
        }
    }

    var count: Int { state.withLock { $0.messages.count } }
    var messages: [Message] { state.withLock { $0.messages } }
}
