import DurableFiles
import Foundation
import MQTTTransport
import Synchronization
import Telemetry
import Threading

/// How an ingester works.
public struct IngestConfiguration: Sendable {
    public var mqtt: MQTTConfiguration
    public var rules: IngestRules
    /// Where messages lie between broker and store, and the refused ones are noted. One ingester a
    /// folder; its client id is kept there if ``mqtt`` has none.
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
    struct State {
        var counts = IngestCounts()
        var problem: (any Error)?
        /// Refused on arrival, before the journal.
        var tooLarge = 0
        var pauses = 0
        var connects = 0
        var sessionsLost = 0
        var isPaused = false
        /// How often in a row the journal could not be written, and when it is tried again.
        var journalFailures = 0
        var journalRetry: Duration?
        var hasEnded = false
        var isDraining = false
    }

    let configuration: IngestConfiguration
    let sink: any ReadingSink
    let journal: Journal
    let state: Gate<State>
    let deadLetters: DeadLetters
    let folder: IngestFolder
    private let subscriber: Mutex<MQTTSubscriber?>
    /// Told of the connection's state, on the connection's thread.
    private let changed: @Sendable (MQTTStatus) -> Void
    /// Whether the journal took the last message; asked for each, so outside of ``state``.
    private let isJournalSound = Atomic<Bool>(true)

    /// Locks the folder and opens the journal; what an earlier run left in it is stored first.
    /// - Parameters:
    ///   - clientID: kept in the folder from now on; nil for the one that is kept there.
    ///   - changed: told of the connection's state, on the connection's thread; must return at once.
    /// - Throws: ``IngestError``, ``RecordFileError``.
    public init(
        _ configuration: IngestConfiguration, into sink: any ReadingSink, clientID: String? = nil,
        changed: @escaping @Sendable (MQTTStatus) -> Void = { _ in }
    ) throws {
        precondition(!configuration.storeRetryDelays.isEmpty && configuration.batchSize > 0)
        self.sink = sink
        self.changed = changed
        folder = try IngestFolder(configuration.folder)
        journal = try Journal(
            folder: configuration.folder + "/journal", limit: configuration.journalLimit)
        var configuration = configuration
        if let clientID {
            try folder.keep(clientID: clientID)
            configuration.mqtt.clientID = clientID
        } else if configuration.mqtt.clientID.isEmpty {
            configuration.mqtt.clientID = try folder.clientID(hasBacklog: journal.backlog > 0)
        }
        self.configuration = configuration
        deadLetters = DeadLetters(path: configuration.folder + "/refused.txt")
        state = Gate(State())
        subscriber = Mutex(nil)
    }

    /// Subscribes, and works until ``stop(within:)``.
    public func start() {
        let subscriber = MQTTSubscriber(
            configuration.mqtt, filter: configuration.rules.topicPrefix + "/+", qos: 1,
            connected: { [self] in connected(sessionPresent: $0) }, changed: changed,
            receive: { [self] in try receive($0) })
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

    /// The name by which the broker knows this ingester.
    public var clientID: String { configuration.mqtt.clientID }

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
            counts.sessionsLost = state.sessionsLost
            counts.lostInJournal = journal.damage.reduce(0) { $0 + $1.countedLost }
            return counts
        }
    }

    /// What of the journal could not be read; its records are counted as lost.
    public var damage: [RecordDamage] { journal.damage }

    /// The folder of journal and refused messages.
    public var folderPath: String { configuration.folder }

    /// Bytes that wait for the store.
    public var backlog: Int { journal.backlog }

    /// Unsubscribes nothing and disconnects; then stores what has come.
    /// - Returns: false if the store did not take all of it in time; it stays in the journal.
    @discardableResult
    public func stop(within limit: Duration = .seconds(5)) -> Bool {
        let end = Monotonic.now + limit
        // A library that hangs in a connect must not take the time of the store.
        _ = subscriber.withLock { $0 }?.stop(within: limit / 2)
        state.update { $0.isDraining = true }
        journal.close()
        let isDone = state.wait(atMost: max(.zero, end - Monotonic.now)) {
            $0.hasEnded ? true : nil
        }
        guard isDone == true else { return false }
        if problem == nil { journal.removeIfEmpty() }
        folder.unlock()
        return true
    }

    /// Lets the broker forget this ingester: for one that will not come back. A session that is left
    /// behind collects every reading of every run.
    /// - Returns: false if the broker could not be asked in time.
    @discardableResult
    public func discardSession(within limit: Duration = .seconds(5)) -> Bool {
        MQTTSubscriber.discardSession(of: configuration.mqtt, within: limit)
    }

    // MARK: On the connection's thread

    private func connected(sessionPresent: Bool) {
        let name = configuration.mqtt.clientID
        let isFirst = state.withLock { state in
            defer { state.connects += 1 }
            let isExpected = state.connects > 0 || folder.hasSession(of: name)
            if isExpected, !sessionPresent { state.sessionsLost += 1 }
            return state.connects == 0
        }
        if isFirst { folder.noteSession(of: name) }
        // Lost if the disk is full; the readings that may be missing are then counted without a cause.
        try? journal.appendMark()
    }

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
        if isNew { setPaused(true) }
    }

    func setPaused(_ isPaused: Bool) { subscriber.withLock { $0 }?.setPaused(isPaused) }
}
