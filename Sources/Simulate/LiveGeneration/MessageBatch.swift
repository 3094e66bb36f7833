import MQTTTransport

/// Messages on their way out, in order, in one piece of memory that is used again.
struct MessageBatch: Sendable {
    struct Entry: Sendable {
        var topic: Topic
        var start: Int
        var count: Int
        var kind: Kind

        var isReading: Bool { kind == .reading }
    }

    /// What a message carries; each is counted apart.
    enum Kind: Sendable {
        case reading
        case truth
        /// A payload in a reading's place that nobody can read.
        case broken
    }

    private(set) var bytes: [UInt8] = []
    private(set) var entries: [Entry] = []

    var count: Int { entries.count }
    var readings: Int { entries.count { $0.isReading } }

    mutating func append(_ topic: Topic, _ payload: [UInt8], _ kind: Kind) {
        entries.append(
            Entry(topic: topic, start: bytes.count, count: payload.count, kind: kind))
        bytes.append(contentsOf: payload)
    }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
    }

    func withPayload<Result>(
        _ index: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result {
        let entry = entries[index]
        return try bytes.withUnsafeBytes {
            try body(UnsafeRawBufferPointer(rebasing: $0[entry.start..<entry.start + entry.count]))
        }
    }
}
