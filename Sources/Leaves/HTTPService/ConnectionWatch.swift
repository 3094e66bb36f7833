import Foundation
import Glibc
import Synchronization
import Threading

/// Cuts off connections that have not completed a request for too long.
///
/// The library's own limit counts from the last byte, so a client that sends one byte every few
/// seconds would hold its place for ever.
final class ConnectionWatch: Sendable {
    private let limit: Duration
    private let lastProgress = Mutex<[Int32: ContinuousClock.Instant]>([:])
    private let running = Mutex<Bool>(false)

    init(limit: Duration) {
        self.limit = limit
    }

    func opened(_ socket: Int32) {
        guard socket >= 0 else { return }
        lastProgress.withLock { $0[socket] = .now }
    }

    func progressed(_ socket: Int32) {
        lastProgress.withLock { if $0[socket] != nil { $0[socket] = .now } }
    }

    /// The library tells this before it closes the socket, and ``cutOff(at:)`` holds the same lock:
    /// a number that the system has given to someone else is never shut down.
    func closed(_ socket: Int32) {
        lastProgress.withLock { $0[socket] = nil }
    }

    /// Shuts down what is overdue at `now`; the server's thread then sees an end and cleans up.
    func cutOff(at now: ContinuousClock.Instant) {
        lastProgress.withLock { sockets in
            for (socket, since) in sockets where now - since > limit {
                shutdown(socket, Int32(SHUT_RDWR))
            }
        }
    }

    /// Shuts down all connections; the server's thread then ends them one by one.
    func cutOffAll() {
        lastProgress.withLock { sockets in
            for socket in sockets.keys { shutdown(socket, Int32(SHUT_RDWR)) }
        }
    }

    var openConnections: Int { lastProgress.withLock { $0.count } }

    func start(every pause: Duration) {
        running.withLock { $0 = true }
        Threads.start(name: "http-watch") { [self] in
            while running.withLock({ $0 }) {
                cutOff(at: .now)
                Threads.sleep(pause)
            }
        }
    }

    func stop() {
        running.withLock { $0 = false }
    }
}
