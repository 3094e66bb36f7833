import Alerting
import AnomalyDetection

/// Turns findings into messages to people, at as many places as there are.
public struct AlertDesk: Sendable {
    /// A place to send to.
    public struct Target: Sendable {
        /// Tells it from the others; not secret.
        public var name: String
        public var transport: any AlertTransport

        public init(name: String, transport: any AlertTransport) {
            self.name = name
            self.transport = transport
        }
    }

    private var policy: AlertPolicy
    private let dispatchers: [(name: String, dispatcher: AlertDispatcher)]

    /// Begins sending, also what had not been sent when `saved` was written.
    /// - Parameters:
    ///   - saved: as ``save()`` gave it; nil for a new start. Messages for places that are no longer
    ///     among `targets` are dropped.
    ///   - logFolder: where it is kept which messages have arrived, so that a kill does not send them
    ///     again; nil for nowhere.
    ///   - report: told of trouble with a place and its end, from another thread.
    /// - Throws: `StateError`, or `DeliveredLogError`.
    public init(
        _ targets: [Target], policy: AlertPolicy, saved: [UInt8]? = nil, logFolder: String? = nil,
        report: @escaping @Sendable (String, AlertDispatcher.Notice) -> Void
    ) throws {
        var restored = policy
        var outboxes: [String: Outbox] = [:]
        if let saved, !saved.isEmpty {
            var reader = StateReader(saved)
            try restored.restore(from: &reader)
            for _ in 0..<(try reader.readCount()) {
                let name = try reader.readString()
                outboxes[name] = try Outbox(from: &reader, at: AlertDispatcher.now)
            }
            guard reader.isAtEnd else { throw StateError.invalid("bytes after the outboxes") }
        }
        self.policy = restored
        dispatchers = try targets.enumerated().map { index, target in
            let delivered = try logFolder.map { try DeliveredLog(path: "\($0)/delivered-\(index)") }
            let name = target.name
            return (
                name,
                AlertDispatcher(
                    target.transport, outbox: outboxes[name] ?? Outbox(), delivered: delivered
                ) { report(name, $0) }
            )
        }
    }

    /// Puts what is worth telling into the outboxes; never waits for the network.
    public mutating func tell(_ findings: [NamedFinding]) {
        for found in findings {
            guard let alert = policy(found.finding, run: found.run, channels: found.channels)
            else { continue }
            for (_, dispatcher) in dispatchers { dispatcher.put(alert) }
        }
    }

    /// What has been told and what still has to be, for a checkpoint.
    public func save() -> [UInt8] {
        var writer = StateWriter()
        policy.save(to: &writer)
        writer.write(dispatchers.count)
        for (name, dispatcher) in dispatchers {
            writer.write(name)
            dispatcher.save(to: &writer)
        }
        return writer.bytes
    }

    /// Sends on for at most `limit`, then ends.
    /// - Returns: messages left, over all places.
    @discardableResult
    public func stop(within limit: Duration) -> Int {
        dispatchers.reduce(0) { $0 + $1.dispatcher.stop(within: limit) }
    }
}
