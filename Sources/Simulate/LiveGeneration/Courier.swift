import DurableFiles
import MQTTTransport
import Threading

/// Brings messages to the broker in order: straight, or through the spool while the broker is away or
/// slow.
///
/// Belongs to the generator's thread.
final class Courier {
    let publisher: MQTTPublisher
    let spool: Spool
    /// Wait for the broker rather than spool: for readings that are made as fast as it takes them.
    let waits: Bool
    /// Give nothing up.
    let keepsAll: Bool
    private let isStopping: () -> Bool

    private(set) var published = 0
    /// Given up because the spool was full.
    private(set) var overflowed = 0
    private(set) var truthEvents = 0
    private var accepted = 0
    /// Positions among the accepted messages of those that are no readings (truth, broken payloads), not yet
    /// acknowledged.
    private var otherPositions: [Int] = []
    private var otherAcknowledged = 0

    init(
        _ publisher: MQTTPublisher, _ spool: Spool, waits: Bool, keepsAll: Bool,
        isStopping: @escaping () -> Bool
    ) {
        self.publisher = publisher
        self.spool = spool
        self.waits = waits
        self.keepsAll = keepsAll
        self.isStopping = isStopping
    }

    /// Given up, or not readable any more.
    var lost: Int { overflowed + spool.damagedReadings }

    /// Readings that the broker has acknowledged.
    var acked: Int {
        let all = publisher.tally.acknowledged
        let done = otherPositions.prefix { $0 < all }.count
        otherPositions.removeFirst(done)
        otherAcknowledged += done
        return all - otherAcknowledged
    }

    /// Takes over all messages of `batch`.
    /// - Throws: `RecordFileError` if one could neither be sent nor put away.
    func send(_ batch: MessageBatch) throws {
        for index in 0..<batch.count {
            let entry = batch.entries[index]
            if entry.kind == .truth { truthEvents += 1 }
            if spool.isEmpty, batch.withPayload(index, { hand(entry.topic, $0, entry.isReading) }) {
                continue
            }
            try spool.append(
                Spool.Message(
                    topic: entry.topic, payload: batch.withPayload(index) { Array($0) },
                    isReading: entry.isReading))
        }
        if !keepsAll, !spool.hasRoom { overflowed += try spool.dropOldest() }
    }

    /// Empties the spool as far as the broker lets it, until `deadline`.
    /// - Returns: when the deadline has come, when all is sent, or at once when told to stop.
    func work(until deadline: Duration, pause: (Duration) -> Void) throws {
        while true {
            try empty(until: deadline)
            let left = deadline - Monotonic.now
            if left <= .zero || isStopping() { return }
            if spool.isEmpty {
                pause(left)
                return
            }
            if publisher.status.state == .connected {
                publisher.waitForRoom(atMost: min(left, .milliseconds(20)))
            } else {
                pause(min(left, .milliseconds(20)))
            }
        }
    }

    private func empty(until deadline: Duration) throws {
        var count = 0
        while let message = try spool.first() {
            let outcome = message.payload.withUnsafeBytes {
                publisher.publish(message.topic, $0)
            }
            guard outcome == .accepted else { return }
            note(message.isReading)
            spool.removeFirst()
            count += 1
            if count % 64 == 0, Monotonic.now > deadline { return }
        }
    }

    /// - Returns: false if the message must be put away.
    private func hand(_ topic: Topic, _ payload: UnsafeRawBufferPointer, _ isReading: Bool) -> Bool
    {
        while true {
            switch publisher.publish(topic, payload) {
            case .accepted:
                note(isReading)
                return true
            case .full:
                guard waits, !isStopping() else { return false }
                publisher.waitForRoom(atMost: .milliseconds(200))
            case .disconnected:
                guard waits, !isStopping() else { return false }
                _ = publisher.waitForConnection(atMost: .milliseconds(100))
            }
        }
    }

    private func note(_ isReading: Bool) {
        if isReading { published += 1 } else { otherPositions.append(accepted) }
        accepted += 1
    }

    /// Ends the connection; what is not acknowledged goes back to the head of the spool, on disk.
    func close(within limit: Duration) throws {
        publisher.stop(within: limit)
        var left: [Spool.Message] = []
        // Not by what they look like: a broken payload has a reading's topic.
        let others = Set(otherPositions)
        let first = publisher.tally.acknowledged
        publisher.takeUnacknowledged { topic, payload, _ in
            let isReading = !others.contains(first + left.count)
            left.append(Spool.Message(topic: topic, payload: payload, isReading: isReading))
        }
        if !left.isEmpty || !spool.isEmpty { try spool.persist(older: left) }
    }
}
