import CMicroHTTPD
import Glibc
import Synchronization
import Threading

/// How much one server takes on; beyond it clients wait or are turned away, and others go on.
public struct HTTPLimits: Sendable {
    /// Connections open at once. Those beyond wait in the listen queue.
    public var connections: UInt32 = 64
    /// Of these, by one address. Those beyond are closed at once.
    public var connectionsPerAddress: UInt32 = 32
    /// A connection that says nothing for so long is closed.
    public var idleSeconds: UInt32 = 10
    /// A request that is not complete after so long is cut off, however busily it drips.
    public var requestSeconds: Int = 20
    /// For the head of one request.
    public var memoryPerConnection = 32 * 1024
    /// Bytes of one request's body.
    public var bodyBytes = 16 * 1024

    public init() {}
}

/// An HTTP/1.1 server on one address (libmicrohttpd), answering from a plain function.
///
/// One thread polls all connections and calls `answer`, which must be quick and must not block.
/// ``stop()`` must be called before the last reference goes.
public final class HTTPServer: Sendable {
    public typealias Answer = @Sendable (HTTPRequest) -> HTTPResponse

    /// The port really taken, where 0 was asked for.
    public let port: UInt16
    // The daemon is locked inside the library; the pointer itself never changes.
    private nonisolated(unsafe) let daemon: OpaquePointer
    private let exchange: HTTPExchange
    private let stopped = Atomic(false)

    /// Answers from now on. The socket is the server's, also when this fails.
    /// - Parameters:
    ///   - refuse: the answer to a request that the server itself refuses.
    ///   - answer: the answer to any other.
    /// - Throws: ``HTTPServiceError/cannotListen(address:reason:)``.
    public init(
        _ socket: ListeningSocket, limits: HTTPLimits,
        refuse: @escaping @Sendable (HTTPServiceError) -> HTTPResponse, answer: @escaping Answer
    ) throws(HTTPServiceError) {
        let exchange = HTTPExchange(limits: limits, refuse: refuse, answer: answer)
        let flags =
            MHD_USE_AUTO.rawValue | MHD_USE_INTERNAL_POLLING_THREAD.rawValue
            | MHD_USE_ITC.rawValue | (socket.address.isIPv6 ? MHD_USE_IPv6.rawValue : 0)
        guard
            let daemon = testbed_start_http(
                flags, socket.descriptor, HTTPExchange.handle, HTTPExchange.completed,
                HTTPExchange.connectionChanged, Unmanaged.passUnretained(exchange).toOpaque(),
                limits.connections, limits.connectionsPerAddress, limits.idleSeconds,
                limits.memoryPerConnection)
        else {
            let reason = errno
            close(socket.descriptor)
            throw HTTPServiceError.cannotListen(address: "\(socket.address)", reason: reason)
        }
        self.daemon = daemon
        self.exchange = exchange
        port = socket.port
        exchange.watch.start(every: .seconds(1))
    }

    /// Requests begun and not yet finished.
    public var openRequests: Int { exchange.openRequests }

    /// Takes no new connections, lets running requests end for at most 2 s, then closes the rest.
    /// Not from within `answer`.
    public func stop() {
        guard !stopped.exchange(true, ordering: .acquiringAndReleasing) else { return }
        exchange.watch.stop()
        let listening = MHD_quiesce_daemon(daemon)
        if listening >= 0 { close(listening) }
        let deadline = ContinuousClock.now + .seconds(2)
        while exchange.openRequests > 0, ContinuousClock.now < deadline {
            Threads.sleep(.milliseconds(5))
        }
        // libmicrohttpd 0.9.75 falls over a request that it finds malformed while it is being stopped: it
        // takes no answer any more, and then builds the head of the answer it did not take.
        exchange.watch.cutOffAll()
        while exchange.watch.openConnections > 0, ContinuousClock.now < deadline + .seconds(1) {
            Threads.sleep(.milliseconds(5))
        }
        MHD_stop_daemon(daemon)
    }
}
