import Digests
import Foundation
import MQTTTransport
import PlainThreads
import Synchronization
import Telemetry

/// How an ingester works.
public struct IngestConfiguration: Sendable {
    public var mqtt: MQTTConfiguration
    public var rules: IngestRules
    /// Where messages lie between broker and store, and the refused ones are noted. One ingester a
    /// folder.
    public var folder: String
    /// Bytes the journal may hold before the broker is left to keep what comes.
    public var journalLimit = 1 << 30
    /// Readings that are stored in one go, and the longest one waits for others.
    public var batchSize = 4096
    public var linger: Duration = .milliseconds(50)
    /// Waiting times after the store has refused; the last is repeated.
    public var storeRetryDelays: [Duration] = [
        .milliseconds(500), .seconds(1), .seconds(2), .seconds(5), .seconds(10), .seconds(30),
    ]

    /// The broker keeps what comes while this client is away, which needs a client id that stays.
    public init(mqtt: MQTTConfiguration, rules: IngestRules, folder: String) {
        var mqtt = mqtt
        mqtt.isCleanSession = false
        self.mqtt = mqtt
        self.rules = rules
        self.folder = folder
    }
}

/// Takes readings off a broker and into a store: the stand-in for Telegraf.
///
/// A message is written to a journal on disk inside the call that receives it, and only then
/// acknowledged to the broker; a second thread judges it and stores it. A kill at any moment loses
/// nothing: the broker sends again what was not in the journal, and the journal is read again from
/// what was not stored. Both may happen to one reading twice, which changes nothing.
public final class Ingester: Sendable {
    private struct State {
        var counts = IngestCounts()
        var problem: (any Error)?
        /// Refused on arrival, before the journal.
        var tooLarge = 0
        var pauses = 0
        var isPaused = false
        /// How often in a row the journal could not be written, and when it is tried again.
        var journalFailures = 0
        var journalRetry: Duration?
        var hasEnded = false
        var isDraining = false
    }

    private let configuration: IngestConfiguration
    private let sink: any ReadingSink
    private let journal: Journal
    private let state: Gate<State>
    private let subscriber: Mutex<MQTTSubscriber?>
    private let deadLetters: DeadLetters
    /// Whether the journal took the last message; asked for each, so outside of ``state``.
    private let isJournalSound = Atomic<Bool>(true)

    /// Opens the journal; what an earlier run left in it is stored first.
    /// - Throws: ``RecordFileError``.
    public init(_ configuration: IngestConfiguration, into sink: any ReadingSink) throws {
        precondition(!configuration.storeRetryDelays.isEmpty && configuration.batchSize > 0)
        self.configuration = configuration
        self.sink = sink
        journal = try Journal(
            folder: configuration.folder + "/journal", limit: configuration.journalLimit)
        deadLetters = DeadLetters(path: configuration.folder + "/refused.txt")
        state = Gate(State())
        subscriber = Mutex(nil)
    }

    /// Subscribes, and works until ``stop(within:)``.
    public func start() {
        let subscriber = MQTTSubscriber(
            configuration.mqtt, filter: configuration.rules.topicPrefix + "/+", qos: 1
        ) { [self] in try receive($0) }
        self.subscriber.withLock { $0 = subscriber }
        Threads.start { [self] in
            work()
            state.update { $0.hasEnded = true }
        }
        subscriber.start()
    }

    /// Waits until readings will come.
    public func waitForSubscription(atMost limit: Duration) -> Bool {
        subscriber.withLock { $0 }?.waitForSubscription(atMost: limit) ?? false
    }

    /// The connection to the broker; nil before the start.
    public var status: MQTTStatus? { subscriber.withLock { $0 }?.status }

    /// What stopped the work, or makes the store refuse at the moment.
    public var problem: (any Error)? { state.withLock { $0.problem } }

    public var counts: IngestCounts {
        state.withLock { state in
            var counts = state.counts
            if state.tooLarge > 0 {
                counts.received += state.tooLarge
                counts.rejected[.tooLarge, default: 0] += state.tooLarge
            }
            counts.pauses = state.pauses
            return counts
        }
    }

    /// Bytes that wait for the store.
    public var backlog: Int { journal.backlog }

    /// Unsubscribes nothing and disconnects; then stores what has come.
    /// - Returns: false if the store did not take all of it in time; it stays in the journal.
    @discardableResult
    public func stop(within limit: Duration = .seconds(5)) -> Bool {
        let end = Monotonic.now + limit
        _ = subscriber.withLock { $0 }?.stop(within: limit)
        state.update { $0.isDraining = true }
        journal.close()
        let isDone = state.wait(atMost: max(.zero, end - Monotonic.now)) {
            $0.hasEnded ? true : nil
        }
        if isDone == true, problem == nil { journal.removeIfEmpty() }
        return isDone ?? false
    }

    /// Lets the broker forget this ingester: for one that will not come back. A session that is left
    /// behind collects every reading of every run.
    /// - Returns: false if the broker could not be asked in time.
    @discardableResult
    public func discardSession(within limit: Duration = .seconds(5)) -> Bool {
        MQTTSubscriber.discardSession(of: configuration.mqtt, within: limit)
    }

    // MARK: On the connection's thread

    /// - Throws: if the journal cannot take it; the broker then keeps it.
    private func receive(_ message: MQTTSubscriber.Message) throws {
        let topic = UnsafeRawBufferPointer(start: message.topic, count: strlen(message.topic))
        guard message.payload.count <= configuration.rules.limits.bytes, topic.count <= 65_535
        else {
            // Counted at once: a large one is not even copied.
            state.withLock { $0.tooLarge += 1 }
            deadLetters.note(.tooLarge, topic: topic, payload: message.payload)
            return
        }
        do {
            try journal.append(topic: topic, payload: message.payload)
        } catch {
            isJournalSound.store(false, ordering: .relaxed)
            let delays = configuration.storeRetryDelays
            state.update { state in
                state.problem = error
                state.journalRetry =
                    Monotonic.now + delays[min(state.journalFailures, delays.count - 1)]
                state.journalFailures += 1
            }
            pause()
            throw error
        }
        if !isJournalSound.load(ordering: .relaxed) {
            isJournalSound.store(true, ordering: .relaxed)
            state.update { state in
                state.journalFailures = 0
                state.problem = nil
            }
        }
        if journal.backlog > journal.limit { pause() }
    }

    private func pause() {
        let isNew = state.withLock { state in
            defer { state.isPaused = true }
            if !state.isPaused { state.pauses += 1 }
            return !state.isPaused
        }
        if isNew { subscriber.withLock { $0 }?.setPaused(true) }
    }

    // MARK: On the worker's thread

    private func work() {
        var gate = ReadingGate(configuration.rules)
        var batches: [SeriesIdentity: ReadingBatch] = [:]
        var order: [SeriesIdentity] = []
        do {
            while true {
                var end: Journal.Position?
                var count = 0
                var deadline: Duration?
                while count < configuration.batchSize {
                    let wait = deadline.map { max(.zero, $0 - Monotonic.now) } ?? .milliseconds(100)
                    guard let message = try journal.next(atMost: wait) else { break }
                    deadline = deadline ?? Monotonic.now + configuration.linger
                    end = message.end
                    count += 1
                    guard let reading = judge(message, &gate) else { continue }
                    if batches[reading.series] == nil {
                        batches[reading.series] = ReadingBatch(
                            series: reading.series, channels: configuration.rules.channels)
                        order.append(reading.series)
                    }
                    batches[reading.series]?.append(
                        time: reading.time, sequence: reading.sequence, row: reading.values)
                }
                guard let end else {
                    if state.withLock({ $0.isDraining }) { return }
                    resumeIfRoom()
                    continue
                }
                for series in order {
                    guard let batch = batches[series], !batch.isEmpty else { continue }
                    guard store(batch, &gate) else { return }
                    gate.noteStored(batch.count)
                    batches[series]?.removeAll()
                }
                if order.count > 10_000 {
                    batches = [:]
                    order = []
                }
                journal.release(upTo: end)
                publish(gate)
                resumeIfRoom()
            }
        } catch {
            state.update { $0.problem = error }
        }
    }

    private func judge(_ message: Journal.Message, _ gate: inout ReadingGate)
        -> ReadingGate.Reading?
    {
        message.topic.withUnsafeBytes { topic in
            message.payload.withUnsafeBytes { payload in
                do throws(Refusal) {
                    return try gate.judge(topic: topic, payload: payload)
                } catch {
                    if error != .duplicate {
                        deadLetters.note(error, topic: topic, payload: payload)
                    }
                    return nil
                }
            }
        }
    }

    /// Sends until the store takes it.
    /// - Returns: false when told to end before it did.
    private func store(_ batch: ReadingBatch, _ gate: inout ReadingGate) -> Bool {
        var failures = 0
        while true {
            do {
                try sink.send(batch)
                if failures > 0 { state.update { $0.problem = nil } }
                return true
            } catch {
                let delays = configuration.storeRetryDelays
                let delay = delays[min(failures, delays.count - 1)]
                failures += 1
                gate.noteRetry()
                publish(gate)
                state.update { $0.problem = error }
                let isEnding = state.wait(atMost: delay) { $0.isDraining ? true : nil } ?? false
                if isEnding { return false }
            }
        }
    }

    private func publish(_ gate: borrowing ReadingGate) {
        let counts = gate.counts
        state.update { $0.counts = counts }
    }

    private func resumeIfRoom() {
        guard journal.backlog <= journal.limit / 2 else { return }
        let wasPaused = state.withLock { state in
            guard state.isPaused, state.journalRetry.map({ $0 <= Monotonic.now }) ?? true else {
                return false
            }
            state.isPaused = false
            state.journalRetry = nil
            return true
        }
        if wasPaused { subscriber.withLock { $0 }?.setPaused(false) }
    }
}

/// The first refused messages of a run, for people: 20 of them, cut to 256 bytes, escaped.
final class DeadLetters: Sendable {
    static let limit = 20
    private let path: String
    private let count = Mutex(0)

    init(path: String) { self.path = path }

    func note(
        _ refusal: Refusal, topic: UnsafeRawBufferPointer, payload: UnsafeRawBufferPointer
    ) {
        count.withLock { count in
            guard count < Self.limit else { return }
            count += 1
            let line =
                "\(refusal.rawValue) \(Self.escaped(topic)) \(payload.count) bytes: "
                + Self.escaped(payload) + "\n"
            guard let file = fopen(path, "a") else { return }
            fputs(line, file)
            fclose(file)
        }
    }

    private static func escaped(_ bytes: UnsafeRawBufferPointer) -> String {
        bytes.prefix(256).reduce(into: "") { text, byte in
            if (0x20..<0x7F).contains(byte), byte != UInt8(ascii: "\\") {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
    }
}
