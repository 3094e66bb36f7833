import Glibc
import Synchronization
import Threading

/// A TCP relay on a free loopback port: a line that lets through only so many bytes a second in each
/// direction, all of them late, and that can be cut.
///
/// It keeps little itself, so that who sends too much feels it, as on a real line.
public final class SlowLink: Sendable {
    public let port: Int
    private let target: Int
    private let bytesPerSecond: Int
    private let latency: Duration
    private let listener: Int32
    private let open = Mutex<Set<Int32>>([])
    private let passed = Mutex((towards: 0, back: 0))

    /// - Parameters:
    ///   - target: the loopback port it leads to.
    ///   - latency: of each direction.
    public init(to target: Int, bytesPerSecond: Int, latency: Duration = .zero) {
        self.target = target
        self.bytesPerSecond = bytesPerSecond
        self.latency = latency
        (listener, port) = listenOnLoopback(bufferBytes: 4096)
        Threads.start { [self] in
            while true {
                let near = accept(listener, nil, nil)
                guard near >= 0 else {
                    close(listener)
                    return
                }
                let far = connectToLoopback(port: self.target, bufferBytes: 4096)
                guard far >= 0 else {
                    close(near)
                    continue
                }
                carry(near, far)
            }
        }
    }

    /// Bytes that have come out at the other end.
    public var carried: (towards: Int, back: Int) { passed.withLock { $0 } }

    /// Resets all connections; new ones may be made.
    public func cut() {
        open.withLock { for descriptor in $0 { shutdown(descriptor, Int32(SHUT_RDWR)) } }
    }

    public func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        cut()
    }

    private func carry(_ near: Int32, _ far: Int32) {
        open.withLock { $0.formUnion([near, far]) }
        let end = EndOfBoth { [self] in
            open.withLock { $0.subtract([near, far]) }
            close(near)
            close(far)
        }
        pump(near, far, end) { [self] count in passed.withLock { $0.towards += count } }
        pump(far, near, end) { [self] count in passed.withLock { $0.back += count } }
    }

    /// One direction: one thread takes bytes in, one gives them out when their time has come.
    private func pump(
        _ from: Int32, _ to: Int32, _ end: EndOfBoth, _ note: @escaping @Sendable (Int) -> Void
    ) {
        let (rate, delay) = (bytesPerSecond, latency / .nanoseconds(1))
        // What is on its way at full speed, and a tenth of a second more.
        let line = Line(capacity: max(4096, Int(Double(rate) * (delay / 1e9 + 0.1))))
        Threads.start {
            var piece = [UInt8](repeating: 0, count: max(64, min(4096, rate / 50)))
            while line.hasRoom() {
                let count = recv(from, &piece, piece.count, 0)
                guard count > 0 else { break }
                line.put(Array(piece[..<count]), due: monotonicNanoseconds() + Int64(delay))
            }
            line.close()
        }
        Threads.start {
            var free = monotonicNanoseconds()
            while let (bytes, due) = line.take() {
                free = max(free, due) + Int64(bytes.count) * 1_000_000_000 / Int64(rate)
                let wait = free - monotonicNanoseconds()
                if wait > 0 { Threads.sleep(.nanoseconds(wait)) }
                let sent = bytes.withUnsafeBytes {
                    Glibc.send(to, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard sent == bytes.count else { break }
                note(sent)
            }
            line.close()
            shutdown(from, Int32(SHUT_RDWR))
            shutdown(to, Int32(SHUT_RDWR))
            end.reached()
        }
    }
}

/// Runs `action` when both directions have ended: a descriptor closed earlier could be another's.
private final class EndOfBoth: Sendable {
    private let left = Mutex(2)
    private let action: @Sendable () -> Void

    init(_ action: @escaping @Sendable () -> Void) { self.action = action }

    func reached() {
        let isLast = left.withLock { left in
            left -= 1
            return left == 0
        }
        if isLast { action() }
    }
}

/// Bytes on their way.
private final class Line: Sendable {
    private struct State {
        var pieces: [(bytes: [UInt8], due: Int64)] = []
        var isClosed = false
    }
    private let state = Mutex(State())
    private let capacity: Int

    init(capacity: Int) { self.capacity = capacity }

    /// Waits until there is room.
    /// - Returns: false when it has been closed.
    func hasRoom() -> Bool {
        while true {
            let (isClosed, held) = state.withLock { state in
                (state.isClosed, state.pieces.reduce(0) { $0 + $1.bytes.count })
            }
            if isClosed { return false }
            if held < capacity { return true }
            Threads.sleep(.milliseconds(1))
        }
    }

    func put(_ bytes: [UInt8], due: Int64) { state.withLock { $0.pieces.append((bytes, due)) } }

    /// Waits for the next bytes.
    /// - Returns: nil when it has been closed and is empty.
    func take() -> (bytes: [UInt8], due: Int64)? {
        while true {
            let (next, isClosed) = state.withLock { state in
                (state.pieces.isEmpty ? nil : state.pieces.removeFirst(), state.isClosed)
            }
            if let next { return next }
            if isClosed { return nil }
            Threads.sleep(.microseconds(500))
        }
    }

    func close() { state.withLock { $0.isClosed = true } }
}

private func monotonicNanoseconds() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
}
