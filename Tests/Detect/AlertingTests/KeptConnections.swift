import Glibc
import Synchronization
import TestSupport
import Threading

/// An HTTP server that answers the first request of each connection, keeps that open, and hangs up at a
/// second request.
final class KeptConnections: Sendable {
    private let listener: Int32
    private let port: Int
    private let seen = Mutex<[Int]>([])

    var url: String { "http://127.0.0.1:\(port)" }
    /// Requests on each connection, in the order they were made.
    var requests: [Int] { seen.withLock { $0 } }

    init() throws {
        (listener, port) = listenOnLoopback()
        Threads.start { [self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else {
                    close(listener)
                    return
                }
                let number = seen.withLock { seen in
                    seen.append(0)
                    return seen.count - 1
                }
                Threads.start { [self] in serve(connection, number) }
            }
        }
    }

    func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    private func serve(_ connection: Int32, _ number: Int) {
        defer { close(connection) }
        var piece = [UInt8](repeating: 0, count: 65_536)
        while recv(connection, &piece, piece.count, 0) > 0 {
            // The body may come in a piece of its own.
            guard piece.starts(with: "POST ".utf8) else { continue }
            let count = seen.withLock { seen in
                seen[number] += 1
                return seen[number]
            }
            if count > 1 { return }
            let answer = Array("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".utf8)
            send(connection, answer, answer.count, Int32(MSG_NOSIGNAL))
        }
    }
}
