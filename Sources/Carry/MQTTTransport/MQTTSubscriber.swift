import CMosquitto
import Synchronization
import Threading

/// Receives the messages of one topic filter, each at least once at QoS 1.
///
/// The broker's copy of a message goes when the receiver's call has returned, so what must not be
/// lost is put away inside of it.
public final class MQTTSubscriber: Sendable {
    /// A message while it is being received; the memory is the library's and goes with the call.
    public struct Message {
        /// Ends with NUL.
        public let topic: UnsafePointer<CChar>
        /// Any bytes, none too.
        public let payload: UnsafeRawBufferPointer
        public let isRetained: Bool
    }

    private let connection: MQTTConnection
    private let isSubscribed: Gate<Bool>

    /// - Parameters:
    ///   - receive: called on the connection's thread. Must not wait: neither a sign of life nor an
    ///     acknowledgement leaves meanwhile. Throws if the message could not be put away: the
    ///     connection is then cut before it is acknowledged, and the broker sends it again.
    ///   - connected: told, on the connection's thread and before any message, that the broker has let us
    ///     in, and whether it still knew our session.
    ///   - changed: called on the connection's thread; must return at once.
    public init(
        _ configuration: MQTTConfiguration, filter: String, qos: Int = 1,
        connected: @escaping @Sendable (_ sessionPresent: Bool) -> Void = { _ in },
        changed: @escaping @Sendable (MQTTStatus) -> Void = { _ in },
        receive: @escaping @Sendable (Message) throws -> Void
    ) {
        precondition((0...2).contains(qos))
        let isSubscribed = Gate(false)
        self.isSubscribed = isSubscribed
        var hooks = MQTTConnection.Hooks()
        hooks.accepted = connected
        hooks.connected = { handle, _ in
            // Each time: a broker that was killed knows our session no more.
            mosquitto_subscribe(handle.pointer, nil, filter, Int32(qos))
        }
        hooks.lost = { isSubscribed.update { $0 = false } }
        hooks.subscribed = { granted in
            guard granted <= 2 else {
                return .subscriptionRefused(filter: filter, user: configuration.login?.user)
            }
            isSubscribed.update { $0 = true }
            return nil
        }
        hooks.message = { message in
            let content = message.pointee
            guard let topic = content.topic else { return true }
            let received = Message(
                topic: topic,
                payload: UnsafeRawBufferPointer(
                    start: content.payload, count: Int(content.payloadlen)),
                isRetained: content.retain)
            do { try receive(received) } catch { return false }
            return true
        }
        hooks.changed = changed
        connection = MQTTConnection(configuration, hooks)
    }

    public var status: MQTTStatus { connection.status }

    /// Begins to connect, and goes on until ``stop(within:)``.
    public func start() { connection.start() }

    /// Waits until the broker has confirmed the subscription, or has refused to let us in.
    /// - Returns: whether it has confirmed.
    public func waitForSubscription(atMost limit: Duration) -> Bool {
        let end = Monotonic.now + limit
        while Monotonic.now < end, status.state != .refused {
            if isSubscribed.wait(atMost: .milliseconds(50), { $0 ? true : nil }) == true {
                return true
            }
        }
        return false
    }

    /// Disconnects on purpose, or comes back: with `isCleanSession` false the broker keeps what
    /// comes meanwhile.
    public func setPaused(_ isPaused: Bool) { connection.setPaused(isPaused) }

    /// Disconnects in order.
    /// - Returns: false if the library hangs; its thread is then left behind.
    @discardableResult
    public func stop(within limit: Duration = .seconds(5)) -> Bool {
        connection.stop(within: limit)
    }

    /// Lets the broker forget a session that it keeps (`isCleanSession` false): what waits for it, and
    /// that anything shall wait. For after ``stop(within:)``, when nobody will come back.
    /// - Returns: false if the broker could not be asked in time.
    public static func discardSession(
        of configuration: MQTTConfiguration, within limit: Duration = .seconds(5)
    ) -> Bool {
        var configuration = configuration
        configuration.isCleanSession = true
        configuration.statusTopic = nil
        let connection = MQTTConnection(configuration, MQTTConnection.Hooks())
        connection.start()
        let isForgotten = connection.wait(for: [.connected], atMost: limit)
        connection.stop(within: .seconds(5))
        return isForgotten
    }
}
