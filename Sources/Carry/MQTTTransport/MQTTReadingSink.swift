import Telemetry
import Threading

/// Readings out to a broker, one message each to `machine/<machineID>`, as fast as it takes them.
///
/// Waits while the broker is away or busy: virtual time stands still meanwhile, and nothing is lost.
public final class MQTTReadingSink: BreakableSink {
    private struct State: Sendable {
        var encoder = ReadingEncoder()
        var prefixes:
            [SeriesIdentity: (channels: [String], prefix: ReadingEncoder.Prefix, topic: Topic)] =
                [:]
    }

    private let publisher: MQTTPublisher
    private let topicPrefix: String
    /// Without a connection for so long, ``send(_:)`` gives up.
    private let patience: Duration
    private let state = Gate(State())

    /// - Parameter publisher: started; its end stays with who made it.
    public init(
        _ publisher: MQTTPublisher, topicPrefix: String = "machine",
        patience: Duration = .seconds(60)
    ) {
        self.publisher = publisher
        self.topicPrefix = topicPrefix
        self.patience = patience
    }

    /// Returns when the last reading of `batch` is handed over; ``flush(atMost:)`` waits for the broker.
    /// - Throws: ``MQTTError`` when the broker does not let us in, or stays away too long.
    public func send(_ batch: ReadingBatch) throws { try send(batch, nil) }

    /// As ``send(_:)``, with payloads that nobody can read.
    public func send(broken batch: ReadingBatch, _ damage: PayloadDamage) throws {
        try send(batch, damage)
    }

    private func send(_ batch: ReadingBatch, _ damage: PayloadDamage?) throws {
        try state.withLock { state in
            let (prefix, topic) = try Self.prefix(of: batch, topicPrefix, &state)
            let width = batch.channels.count
            try batch.values.withUnsafeBufferPointer { values in
                for index in 0..<batch.count {
                    state.encoder.encode(
                        prefix, sequence: batch.sequences[index], time: batch.times[index],
                        row: UnsafeBufferPointer(
                            rebasing: values[index * width..<(index + 1) * width]))
                    if let damage {
                        state.encoder.damage(damage, sequence: batch.sequences[index])
                    }
                    try state.encoder.bytes.withUnsafeBytes { try hand(topic, $0) }
                }
            }
        }
    }

    /// Waits until the broker has acknowledged everything.
    /// - Throws: ``MQTTError`` if it has not within `limit`.
    public func flush(atMost limit: Duration = .seconds(60)) throws {
        let left = publisher.drain(atMost: limit)
        guard left == 0 else {
            throw publisher.status.problem
                ?? .lost(
                    publisher.configuration.address,
                    reason: "\(left) messages are not acknowledged")
        }
    }

    private func hand(_ topic: Topic, _ payload: UnsafeRawBufferPointer) throws {
        var deadline: Duration?
        while true {
            switch publisher.publish(topic, payload) {
            case .accepted: return
            case .full: publisher.waitForRoom(atMost: .seconds(1))
            case .disconnected:
                let status = publisher.status
                let end = deadline ?? Monotonic.now + patience
                deadline = end
                if status.state == .refused || Monotonic.now > end {
                    throw status.problem
                        ?? .lost(publisher.configuration.address, reason: "it does not come back")
                }
                _ = publisher.waitForConnection(atMost: .milliseconds(100))
            }
        }
    }

    private static func prefix(
        of batch: ReadingBatch, _ topicPrefix: String, _ state: inout State
    ) throws(MQTTError) -> (ReadingEncoder.Prefix, Topic) {
        if let known = state.prefixes[batch.series], known.channels == batch.channels {
            return (known.prefix, known.topic)
        }
        let prefix = ReadingEncoder.Prefix(batch.series, channels: batch.channels)
        let topic = try Topic("\(topicPrefix)/\(batch.series.machineID)")
        state.prefixes[batch.series] = (batch.channels, prefix, topic)
        return (prefix, topic)
    }
}
