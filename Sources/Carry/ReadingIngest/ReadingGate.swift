import MQTTTransport
import Telemetry
import Threading

/// What readings an ingester takes.
public struct IngestRules: Sendable {
    /// Channels that are kept, in this order; other members are counted and ignored.
    public var channels: [String]
    public var limits = PayloadLimits()
    /// First level of the topic; the machine is the last.
    public var topicPrefix = "machine"
    /// The run that readings must belong to; nil for any.
    public var run: String?
    /// The machines of a scenario; nil takes machines as they come, up to ``machineLimit``.
    public var machines: Set<String>?
    public var machineLimit = 10_000
    /// Event times that are possible; nil for any.
    public var window: TimeWindow?
    /// Nanoseconds by which an event time may be ahead of ``clock``: no clock is that fast, so such a time
    /// is no time. Nil for any.
    public var maximumLead: Int64?
    /// The wall clock, nanoseconds since 1970 UTC.
    public var clock: @Sendable () -> Int64 = { WallClock.now }
    /// Where a channel's values are expected. One that lies outside ten times the span is stored, and
    /// counted as absurd.
    public var spans: [String: ClosedRange<Double>] = [:]

    public init(channels: [String] = demoChannels) { self.channels = channels }
}

/// What became of the payloads.
public struct IngestCounts: Sendable, Equatable {
    /// Payloads that came.
    public var received = 0
    /// Of these, readings that nobody had seen before.
    public var receivedUnique = 0
    /// Readings the store has taken.
    public var stored = 0
    public var rejected: [Refusal: Int] = [:]
    public var outOfOrder = 0
    public var absurd = 0
    public var unknownMembers = 0
    /// Readings that are missing in the machines' sequences: below a machine's newest, above its first,
    /// never seen. ``missingByBroker`` of them lie where the link to the broker was lost.
    public var missing = 0
    public var missingByBroker = 0
    /// Jumps in the sequences.
    public var gaps = 0
    /// Messages that the journal held and can no longer give.
    public var lostInJournal = 0
    /// Times the broker was expected to know our session, and did not.
    public var sessionsLost = 0
    /// Times the store refused, and was asked again.
    public var retries = 0
    /// Disconnected on purpose because the journal was full.
    public var pauses = 0

    public init() {}

    /// All refusals but repetitions, which lose nothing.
    public var refused: Int { rejected.reduce(0) { $0 + ($1.key == .duplicate ? 0 : $1.value) } }
}

/// Judges payloads one by one, in the order of the checks of docs/ingester.md; the first that fails
/// names the reason.
public struct ReadingGate {
    /// A reading that was let in.
    public struct Reading {
        public var series: SeriesIdentity
        public var sequence: Int64
        public var time: Int64
        /// One a channel of the rules.
        public var values: [Double]
    }

    public let rules: IngestRules
    public private(set) var counts = IngestCounts()
    private var parser: PayloadParser
    private var windows: [Key: SequenceWindow] = [:]
    private var gaps: [Key: SequenceGaps] = [:]
    /// How often the link to the broker has been lost.
    private var losses = 0

    struct Key: Hashable {
        var machine: String
        var run: String
    }

    public init(_ rules: IngestRules) {
        self.rules = rules
        parser = PayloadParser(channels: rules.channels, limits: rules.limits)
    }

    /// Judges one payload, and counts it.
    public mutating func judge(
        topic: UnsafeRawBufferPointer, payload: UnsafeRawBufferPointer
    ) throws(Refusal) -> Reading {
        counts.received += 1
        do throws(Refusal) {
            return try accept(topic, payload)
        } catch {
            counts.rejected[error, default: 0] += 1
            throw error
        }
    }

    /// Counts a payload that was refused before it came here.
    mutating func count(_ refusal: Refusal) {
        counts.received += 1
        counts.rejected[refusal, default: 0] += 1
    }

    mutating func noteStored(_ count: Int) { counts.stored += count }
    mutating func noteRetry() { counts.retries += 1 }
    mutating func noteRefusedByStore(_ count: Int) {
        counts.rejected[.storeRefused, default: 0] += count
    }
    /// What comes from here on came over another connection than what came before.
    mutating func noteLostLink() { losses += 1 }

    /// The newest reading of each machine that has spoken.
    var positions: [Key: Int64] {
        gaps.filter { windows[$0.key] != nil }.mapValues(\.highest)
    }

    /// Goes on from where the machines were when an earlier ingester ended.
    mutating func take(_ positions: [Key: Int64]) {
        for (key, highest) in positions {
            gaps[key] = SequenceGaps(highest: highest, losses: losses)
        }
    }

    private mutating func accept(
        _ topic: UnsafeRawBufferPointer, _ payload: UnsafeRawBufferPointer
    ) throws(Refusal) -> Reading {
        try parser.parse(payload)
        let fields = parser.fields
        counts.unknownMembers += fields.unknownMembers
        guard let machine = fields.machineID, let sequence = fields.sequence,
            let time = fields.time,
            sequence >= 1
        else { throw .wrongShape }
        guard Self.isMachineID(machine) else { throw .badMachineID }
        guard matches(topic, machine) else { throw .topicMismatch }
        if let machines = rules.machines, !machines.contains(machine) { throw .unknownMachine }
        if let run = rules.run, fields.run != run { throw .otherRun }
        guard TagText.isStorable(fields.provider), TagText.isStorable(fields.run) else {
            throw .badText
        }
        guard fields.isFinite else { throw .notFinite }
        guard time >= Instant.earliestStored else { throw .tooOld }
        if let window = rules.window {
            guard time >= window.start else { throw .tooOld }
            guard time < window.end else { throw .fromTheFuture }
        }
        if let lead = rules.maximumLead, time.subtractingSaturated(rules.clock()) > lead {
            throw .fromTheFuture
        }
        let key = Key(machine: machine, run: fields.run)
        guard windows[key] != nil || windows.count < rules.machineLimit else {
            throw .tooManyMachines
        }
        switch windows[key, default: SequenceWindow()].note(sequence) {
        case .seen: throw .duplicate
        case .outOfOrder, .unknown: counts.outOfOrder += 1
        case .new: break
        }
        counts.receivedUnique += 1
        note(sequence, of: key)
        if !rules.spans.isEmpty, isAbsurd(fields.values) { counts.absurd += 1 }
        return Reading(
            series: SeriesIdentity(
                machineID: machine, provider: fields.provider, run: fields.run),
            sequence: sequence, time: time, values: fields.values)
    }

    private mutating func note(_ sequence: Int64, of key: Key) {
        switch gaps[key, default: SequenceGaps(losses: losses)].note(sequence, losses: losses) {
        case .none: break
        case .opened(let count, let cause):
            counts.gaps += 1
            counts.missing = counts.missing.addingSaturated(count)
            if cause == .broker {
                counts.missingByBroker = counts.missingByBroker.addingSaturated(count)
            }
        case .filled(let cause):
            counts.missing -= 1
            if cause == .broker { counts.missingByBroker -= 1 }
        }
    }

    /// `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`.
    static func isMachineID(_ text: String) -> Bool {
        guard (1...64).contains(text.utf8.count), let first = text.utf8.first,
            first != UInt8(ascii: "."), first != UInt8(ascii: "_"), first != UInt8(ascii: "-")
        else { return false }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x5F, 0x2D: true
            default: false
            }
        }
    }

    /// Whether the topic is prefix/machine.
    private func matches(_ topic: UnsafeRawBufferPointer, _ machine: String) -> Bool {
        let prefix = rules.topicPrefix.utf8
        let name = machine.utf8
        guard topic.count == prefix.count + 1 + name.count else { return false }
        return topic[..<prefix.count].elementsEqual(prefix)
            && topic[prefix.count] == UInt8(ascii: "/")
            && topic[(prefix.count + 1)...].elementsEqual(name)
    }

    private func isAbsurd(_ values: [Double]) -> Bool {
        zip(rules.channels, values).contains { channel, value in
            guard let span = rules.spans[channel], !value.isNaN else { return false }
            let room = 4.5 * (span.upperBound - span.lowerBound)
            return value < span.lowerBound - room || value > span.upperBound + room
        }
    }
}

extension Int {
    /// A sender's numbers are untrusted: one jump can be nearly as far as there are numbers.
    fileprivate func addingSaturated(_ other: Int) -> Int {
        Int(Int64(self).addingSaturated(Int64(other)))
    }
}
