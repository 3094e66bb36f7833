import CMosquitto
import Dispatch
import Synchronization
import Threading

/// Sends messages to a broker in the order given, with a bounded number unacknowledged.
///
/// What was accepted is kept until the broker has acknowledged it, and is sent again, in order, after
/// a loss: nothing accepted is lost (at QoS 0: nothing that was not yet written), and a message may
/// arrive twice. While there is no connection nothing is accepted; whoever calls keeps it.
public final class MQTTPublisher: Sendable {
    /// What became of a message.
    public enum Outcome: Sendable, Equatable {
        /// It will arrive, or is known to be unacknowledged.
        case accepted
        /// As many as allowed are unacknowledged.
        case full
        case disconnected
    }

    private struct Slot {
        var topic: Topic
        var payload: [UInt8] = []
        var isRetained = false

        mutating func fill(_ topic: Topic, _ payload: UnsafeRawBufferPointer, _ retain: Bool) {
            self.topic = topic
            self.payload.removeAll(keepingCapacity: true)
            self.payload.append(contentsOf: payload)
            isRetained = retain
        }
    }

    private struct Outbox: @unchecked Sendable {
        // Unchecked: the handle is used under the gate only, as all of this.
        var handle: MosquittoHandle?
        var slots: [Slot]
    }

    public let qos: Int
    /// Most messages unacknowledged at a time.
    public let window: Int
    private let connection: MQTTConnection
    private let outbox: Gate<Outbox>
    private let counts: Counts

    /// Acknowledgements are counted without a lock: the callback runs while the library holds its own.
    private final class Counts: Sendable {
        let sent = Atomic<Int>(0)
        let acknowledged = Atomic<Int>(0)
        let resent = Atomic<Int>(0)
        let waiters = Atomic<Int>(0)
        let room = DispatchSemaphore(value: 0)

        var outstanding: Int {
            // In this order: a message is counted as sent before it can be acknowledged.
            let acknowledged = acknowledged.load(ordering: .acquiring)
            return sent.load(ordering: .acquiring) - acknowledged
        }
    }

    /// - Parameters:
    ///   - window: at least 1. The library walks its list of unacknowledged messages with each
    ///     acknowledgement, so more is not faster.
    ///   - changed: called on the connection's thread; must return at once.
    public init(
        _ configuration: MQTTConfiguration, qos: Int = 1, window: Int = 1000,
        changed: @escaping @Sendable (MQTTStatus) -> Void = { _ in }
    ) {
        precondition((0...2).contains(qos) && (1...60_000).contains(window))
        self.qos = qos
        self.window = window
        let outbox = Gate(
            Outbox(slots: Array(repeating: Slot(topic: Topic.none), count: window)))
        let counts = Counts()
        let own = MQTTConnection.OwnMessages()
        self.outbox = outbox
        self.counts = counts
        var hooks = MQTTConnection.Hooks()
        hooks.connected = { handle, _ in
            outbox.update { outbox in
                let first = counts.acknowledged.load(ordering: .relaxed)
                let end = counts.sent.load(ordering: .relaxed)
                for number in first..<end {
                    Self.hand(outbox.slots[number % window], to: handle, qos: qos)
                }
                counts.resent.add(end - first, ordering: .relaxed)
                outbox.handle = handle
            }
        }
        hooks.lost = { outbox.update { $0.handle = nil } }
        hooks.published = { mid in
            if own.take(mid) { return }
            // The broker acknowledges in the order of sending (MQTT 3.1.1, 4.6), so that a count is
            // enough to know which.
            counts.acknowledged.add(1, ordering: .acquiringAndReleasing)
            guard counts.waiters.load(ordering: .relaxed) > 0 else { return }
            // Woken for a good part of the window, not for each acknowledgement.
            if counts.outstanding <= window / 2 { counts.room.signal() }
        }
        hooks.changed = changed
        connection = MQTTConnection(configuration, hooks, own: own)
    }

    public var status: MQTTStatus { connection.status }
    public var configuration: MQTTConfiguration { connection.configuration }

    /// Messages accepted, acknowledged, and sent again after a loss.
    public var tally: (accepted: Int, acknowledged: Int, resent: Int) {
        let acknowledged = counts.acknowledged.load(ordering: .acquiring)
        return (
            counts.sent.load(ordering: .acquiring), acknowledged,
            counts.resent.load(ordering: .relaxed)
        )
    }

    /// Begins to connect, and goes on until ``stop(within:)``.
    public func start() { connection.start() }

    /// Waits until the broker has let us in, or has refused to.
    /// - Returns: whether it has let us in.
    public func waitForConnection(atMost limit: Duration) -> Bool {
        connection.wait(for: [.connected, .refused], atMost: limit)
            && connection.status.state == .connected
    }

    /// Hands over one message; returns at once.
    public func publish(
        _ topic: Topic, _ payload: UnsafeRawBufferPointer, retain: Bool = false
    ) -> Outcome {
        outbox.withLock { outbox in
            guard let handle = outbox.handle else { return .disconnected }
            guard counts.outstanding < window else { return .full }
            let number = counts.sent.load(ordering: .relaxed)
            outbox.slots[number % window].fill(topic, payload, retain)
            counts.sent.store(number + 1, ordering: .releasing)
            Self.hand(topic, payload, retain, to: handle, qos: qos)
            return .accepted
        }
    }

    /// Waits until half the window is free, the connection is gone, or `limit` has passed.
    public func waitForRoom(atMost limit: Duration) {
        let end = Monotonic.now + limit
        counts.waiters.add(1, ordering: .sequentiallyConsistent)
        defer { counts.waiters.subtract(1, ordering: .sequentiallyConsistent) }
        while counts.outstanding > window / 2, Monotonic.now < end,
            outbox.withLock({ $0.handle != nil })
        {
            _ = counts.room.wait(timeout: .now() + .milliseconds(20))
        }
    }

    /// Waits until everything accepted is acknowledged.
    /// - Returns: how much is not, when `limit` has passed.
    public func drain(atMost limit: Duration) -> Int {
        let end = Monotonic.now + limit
        while counts.outstanding > 0, Monotonic.now < end {
            Monotonic.sleep(until: min(end, Monotonic.now + .milliseconds(2)))
        }
        return counts.outstanding
    }

    /// Calls `body` with each message that is not acknowledged, in order; they are then forgotten.
    /// For after ``stop(within:)``.
    public func takeUnacknowledged(_ body: (Topic, [UInt8], _ retain: Bool) throws -> Void) rethrows
    {
        try outbox.withLock { outbox in
            let first = counts.acknowledged.load(ordering: .acquiring)
            let end = counts.sent.load(ordering: .acquiring)
            for number in first..<end {
                let slot = outbox.slots[number % window]
                try body(slot.topic, slot.payload, slot.isRetained)
            }
            counts.sent.store(first, ordering: .releasing)
        }
    }

    /// Disconnects in order, without waiting for acknowledgements.
    /// - Returns: false if the library hangs; its thread is then left behind.
    @discardableResult
    public func stop(within limit: Duration = .seconds(5)) -> Bool {
        connection.stop(within: limit)
    }

    private static func hand(_ slot: Slot, to handle: MosquittoHandle, qos: Int) {
        slot.payload.withUnsafeBytes { hand(slot.topic, $0, slot.isRetained, to: handle, qos: qos) }
    }

    // What the library answers is not needed: with a handle of an accepted connection it queues the
    // message or the connection is at its end, and then the slot is sent again by the next one.
    private static func hand(
        _ topic: Topic, _ payload: UnsafeRawBufferPointer, _ retain: Bool,
        to handle: MosquittoHandle, qos: Int
    ) {
        topic.bytes.withUnsafeBufferPointer { name in
            _ = mosquitto_publish(
                handle.pointer, nil, name.baseAddress, Int32(payload.count), payload.baseAddress,
                Int32(qos), retain)
        }
    }
}

/// The name of a topic, as C wants it.
public struct Topic: Sendable, Hashable, CustomStringConvertible {
    let bytes: [CChar]

    static let none = Topic(unchecked: "")

    private init(unchecked text: String) { bytes = Array(text.utf8CString) }

    /// - Throws: ``MQTTError/topic(_:)`` for an empty one, wildcards, NUL, and more than 65,535 bytes.
    public init(_ text: String) throws(MQTTError) {
        guard !text.isEmpty, text.utf8.count <= 65_535,
            !text.unicodeScalars.contains(where: { $0 == "+" || $0 == "#" || $0 == "\0" })
        else { throw .topic(text) }
        self.init(unchecked: text)
    }

    public var description: String {
        String(decoding: bytes.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
