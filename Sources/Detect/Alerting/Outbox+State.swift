import AnomalyDetection

extension Outbox {
    /// Writes what is still to be said, for a checkpoint. How long each has waited goes with it; the
    /// zero of the clock does not.
    public func save(to writer: inout StateWriter, at now: Duration) {
        for count in [
            counts.accepted, counts.delivered, counts.repeated, counts.folded, counts.expired,
            counts.refused, counts.attempts,
        ] { writer.write(count) }
        writer.write(entries.count)
        for entry in entries {
            writer.write((now - entry.since).components.seconds)
            entry.message.save(to: &writer)
        }
    }

    /// What was saved, to be said again from `now` on. A refusal is forgotten: a restart may have
    /// brought another address.
    /// - Throws: ``StateError``.
    public init(from reader: inout StateReader, at now: Duration) throws {
        self.init()
        counts.accepted = try reader.readInt(in: 0...Int.max)
        counts.delivered = try reader.readInt(in: 0...Int.max)
        counts.repeated = try reader.readInt(in: 0...Int.max)
        counts.folded = try reader.readInt(in: 0...Int.max)
        counts.expired = try reader.readInt(in: 0...Int.max)
        counts.refused = try reader.readInt(in: 0...Int.max)
        counts.attempts = try reader.readInt(in: 0...Int.max)
        let count = try reader.readInt()
        guard (0...Self.limit).contains(count) else {
            throw StateError.invalid("\(count) alerts waiting")
        }
        for _ in 0..<count {
            let waited = Duration.seconds(max(0, try reader.readInt64()))
            append(try AlertMessage(from: &reader), since: now - waited)
        }
    }
}

extension AlertMessage {
    func save(to writer: inout StateWriter) {
        switch self {
        case .test: writer.write(0)
        case .alert(let alert):
            writer.write(1)
            alert.save(to: &writer)
        case .group: preconditionFailure("the outbox keeps alerts one by one")
        case .summary(let summary):
            writer.write(2)
            writer.write(summary.count)
            writer.write(summary.first)
            writer.write(summary.last)
            writer.write(summary.peakScore)
            writer.write(summary.worstMachine)
        }
    }

    init(from reader: inout StateReader) throws {
        switch try reader.readInt() {
        case 0: self = .test
        case 1: self = .alert(try Alert(from: &reader))
        case 2:
            self = .summary(
                AlertSummary(
                    count: try reader.readInt(), first: try reader.readInt64(),
                    last: try reader.readInt64(), peakScore: try reader.readDouble(),
                    worstMachine: try reader.readString()))
        case let other: throw StateError.invalid("a message of kind \(other)")
        }
    }
}

extension Alert {
    fileprivate func save(to writer: inout StateWriter) {
        writer.write(id)
        // Those that are no repeat are written as they were before there were any.
        writer.write(state.rawValue + (repeats > 0 ? " \(repeats)" : ""))
        writer.write(run)
        writer.write(uniqueID)
        writer.write(machineID)
        writer.write(start)
        writer.write(last)
        writer.write(anomalousCount)
        writer.write(peakScore)
        writer.write(peakTime)
        writer.write(optional: channel)
        writer.write(optional: value)
        writer.write(untold)
    }

    fileprivate init(from reader: inout StateReader) throws {
        id = try reader.readString()
        let word = try reader.readString()
        let parts = word.split(separator: " ", maxSplits: 1)
        let count = parts.count == 2 ? Int(parts[1]) : 0
        guard let state = parts.first.flatMap({ State(rawValue: String($0)) }),
            let repeats = count, repeats >= 0
        else { throw StateError.invalid("an alert that is \(word)") }
        self.state = state
        self.repeats = repeats
        run = try reader.readString()
        uniqueID = try reader.readString()
        machineID = try reader.readString()
        start = try reader.readInt64()
        last = try reader.readInt64()
        anomalousCount = try reader.readInt()
        peakScore = try reader.readDouble()
        peakTime = try reader.readInt64()
        channel = try reader.readOptionalString()
        value = try reader.readOptionalDouble()
        untold = try reader.readInt()
    }
}
