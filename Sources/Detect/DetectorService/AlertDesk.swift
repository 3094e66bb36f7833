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

    /// What a place was not told, at the end.
    public struct Unsent: Sendable, Equatable {
        public var place: String
        /// Alerts still in the outbox; the checkpoint has them.
        public var waiting: Int
        /// Alerts of this execution that nobody will be told of: refused, not liked, or too old.
        public var lost: Int
        /// What the last failed attempt met; nil if there was none.
        public var reason: String?
    }

    private var policy: AlertPolicy
    /// Alerts that were lost before the checkpoint that this began with, a place.
    private let lostBefore: [Int]
    private let dispatchers: [(name: String, dispatcher: AlertDispatcher)]

    /// Begins sending, also what had not been sent when `saved` was written.
    /// - Parameters:
    ///   - saved: as ``save()`` gave it; nil for a new start. Messages for places that are no longer
    ///     among `targets` are dropped.
    ///   - logFolder: where it is kept which messages have arrived, so that a kill does not send them
    ///     again; nil for nowhere.
    ///   - holdsEnds: whether ends are told when ``stop(within:isHurried:)`` is called, after every
    ///     beginning: for a single pass, in which beginnings come one part of the data after the other.
    ///   - report: told of trouble with a place and its end, from another thread.
    /// - Throws: `StateError`, or `DeliveredLogError`.
    public init(
        _ targets: [Target], policy: AlertPolicy, saved: [UInt8]? = nil, logFolder: String? = nil,
        holdsEnds: Bool = false,
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
        lostBefore = targets.map { outboxes[$0.name]?.counts.lost ?? 0 }
        dispatchers = try targets.enumerated().map { index, target in
            let delivered = try logFolder.map { try DeliveredLog(path: "\($0)/delivered-\(index)") }
            let name = target.name
            var outbox = outboxes[name] ?? Outbox()
            outbox.holdsEnds = holdsEnds
            return (
                name,
                AlertDispatcher(target.transport, outbox: outbox, delivered: delivered) {
                    report(name, $0)
                }
            )
        }
    }

    /// Puts what is worth telling into the outboxes; never waits for the network.
    public mutating func tell(_ findings: [NamedFinding]) {
        var alerts: [Alert] = []
        for found in findings {
            guard let alert = policy(found.finding, run: found.run, channels: found.channels)
            else { continue }
            alerts.append(alert)
        }
        guard !alerts.isEmpty else { return }
        for (_, dispatcher) in dispatchers { dispatcher.put(alerts) }
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

    /// Sends on for at most `limit` over all places, then ends.
    /// - Parameter isHurried: asked all the while; once it says so, two more seconds are left at most.
    /// - Returns: the places that were not told everything.
    @discardableResult
    public func stop(within limit: Duration, isHurried: () -> Bool = { false }) -> [Unsent] {
        for (_, dispatcher) in dispatchers { dispatcher.releaseEnds() }
        let deadline = ContinuousClock.now + limit
        return dispatchers.enumerated().compactMap { index, entry in
            let waiting = entry.dispatcher.stop(
                within: max(.zero, deadline - ContinuousClock.now), isHurried: isHurried)
            let lost = entry.dispatcher.counts.lost - lostBefore[index]
            guard waiting > 0 || lost > 0 else { return nil }
            return Unsent(
                place: entry.name, waiting: waiting, lost: lost,
                reason: entry.dispatcher.refusal ?? entry.dispatcher.lastTrouble)
        }
    }
}
