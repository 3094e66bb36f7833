import CMosquitto
import Synchronization
import Threading

/// A connection that comes back: one thread that connects, works, and after a loss tries again.
///
/// All of a handle's life happens on that thread, but for `mosquitto_publish`, which owners call
/// while they hold a lock that they also take to let go of the handle.
final class MQTTConnection: Sendable {
    /// What an owner does on the connection's thread.
    struct Hooks: Sendable {
        /// The broker has let us in; called inside the library, before the first message.
        var accepted: @Sendable (_ sessionPresent: Bool) -> Void = { _ in }
        /// The broker has let us in. Takes the handle until ``lost``.
        var connected: @Sendable (MosquittoHandle, _ sessionPresent: Bool) -> Void = { _, _ in }
        /// The handle is about to be destroyed.
        var lost: @Sendable () -> Void = {}
        /// A message was acknowledged (at QoS 0: written).
        var published: @Sendable (Int32) -> Void = { _ in }
        /// A message has come; the pointer is good during the call only. False leaves it, and all that
        /// follow, to the broker: the connection is cut before any of them is acknowledged.
        var message: @Sendable (UnsafePointer<mosquitto_message>) -> Bool = { _ in true }
        /// The broker has answered a subscription.
        var subscribed: @Sendable (_ granted: Int32) -> MQTTError? = { _ in nil }
        /// Something changed that a person may want to see.
        var changed: @Sendable (MQTTStatus) -> Void = { _ in }
    }

    /// Message ids of our own status messages: their acknowledgements are nobody else's.
    final class OwnMessages: Sendable {
        private let ids = Mutex<Set<Int32>>([])
        // Asked for each acknowledgement, and nearly always there are none.
        private let count = Atomic<Int>(0)

        func insert(_ id: Int32) {
            ids.withLock { _ = $0.insert(id) }
            count.add(1, ordering: .releasing)
        }

        func contains(_ id: Int32) -> Bool { ids.withLock { $0.contains(id) } }

        /// Whether `id` was one of them; it then no longer is.
        func take(_ id: Int32) -> Bool {
            guard count.load(ordering: .acquiring) > 0 else { return false }
            let wasThere = ids.withLock { $0.remove(id) != nil }
            if wasThere { count.subtract(1, ordering: .relaxed) }
            return wasThere
        }

        func removeAll() {
            ids.withLock { ids in
                count.subtract(ids.count, ordering: .relaxed)
                ids.removeAll()
            }
        }
    }

    private struct Control {
        var status: MQTTStatus
        var isStopping = false
        var isPaused = false
        var hasEnded = false
    }

    let configuration: MQTTConfiguration
    private let hooks: Hooks
    private let control: Gate<Control>
    private let own: OwnMessages

    init(_ configuration: MQTTConfiguration, _ hooks: Hooks, own: OwnMessages = OwnMessages()) {
        self.own = own
        self.configuration = configuration
        self.hooks = hooks
        control = Gate(Control(status: MQTTStatus(since: WallClock.now)))
    }

    var status: MQTTStatus { control.withLock { $0.status } }

    func start() {
        Threads.start { [self] in
            run()
            setState(.stopped, nil)
            control.update { $0.hasEnded = true }
        }
    }

    /// Disconnects in order.
    /// - Returns: false if the thread hangs in the library (it can, while it connects); it is then
    ///   left behind.
    @discardableResult
    func stop(within limit: Duration) -> Bool {
        control.update { $0.isStopping = true }
        return control.wait(atMost: limit) { $0.hasEnded ? true : nil } ?? false
    }

    /// Disconnects, or connects again. With a session that the broker keeps nothing is missed.
    func setPaused(_ isPaused: Bool) { control.update { $0.isPaused = isPaused } }

    /// Waits until the state is one of `states`.
    func wait(for states: Set<MQTTStatus.State>, atMost limit: Duration) -> Bool {
        control.wait(atMost: limit) { states.contains($0.status.state) ? true : nil } ?? false
    }

    // MARK: The thread

    private func run() {
        var policy = ReconnectPolicy(delays: configuration.retryDelays)
        var random = SystemRandomNumberGenerator()
        while true {
            if !waitWhilePaused() { return }
            let problem: MQTTError?
            do {
                problem = try live(&policy)
            } catch { problem = error }
            guard let problem else { continue }  // on purpose
            let now = Monotonic.now
            let shown =
                policy.isFlapping(at: now)
                ? MQTTError.nameTaken(configuration.address, clientID: configuration.clientID)
                : problem
            let isRefusal = if case .badLogin = problem { true } else { false }
            setState(isRefusal ? .refused : .disconnected, shown)
            let delay = policy.delay(
                after: problem, at: now, chance: .random(in: 0...1, using: &random))
            let isOver = control.wait(atMost: delay) { control -> Bool? in
                control.isStopping ? true : nil
            }
            if isOver == true { return }
        }
    }

    /// - Returns: false when it is to end.
    private func waitWhilePaused() -> Bool {
        while true {
            let decision = control.wait(atMost: .seconds(3600)) { control -> Bool? in
                control.isStopping ? false : control.isPaused ? nil : true
            }
            if let decision { return decision }
        }
    }

    /// One connection from first to last.
    /// - Returns: why it ended; nil if it was meant to.
    private func live(_ policy: inout ReconnectPolicy) throws(MQTTError) -> MQTTError? {
        let notes = CallbackNotes(
            onAccepted: hooks.accepted, onPublished: hooks.published, onMessage: hooks.message)
        let handle = try MosquittoHandle(configuration, notes)
        own.removeAll()
        control.withLock { $0.status.rebuilds += 1 }
        try handle.connect(configuration)
        let begin = Monotonic.now
        var isAccepted = false
        defer { if isAccepted { hooks.lost() } }
        while true {
            let code = handle.work(100)
            if let answer = notes.answer, !isAccepted {
                guard answer == 0 else { throw refusal(answer) }
                isAccepted = true
                policy.connected(at: Monotonic.now)
                control.withLock { $0.status.connects += 1 }
                greet(handle)
                hooks.connected(handle, notes.sessionPresent)
                setState(.connected, nil)
            }
            while let answer = notes.subscriptions.popLast() {
                if let problem = hooks.subscribed(answer.granted) { return problem }
            }
            if notes.isCut {
                let isPaused = control.withLock { $0.isPaused && !$0.isStopping }
                if isPaused { setState(.paused, nil) }
                return isPaused ? nil : .lost(configuration.address, reason: "cut by ourselves")
            }
            if let code {
                if code == MOSQ_ERR_TLS.rawValue {
                    throw .tls(
                        configuration.address,
                        reason: notes.complaint.isEmpty
                            ? MosquittoLibrary.text(code) : notes.complaint)
                }
                return .lost(configuration.address, reason: MosquittoLibrary.text(code))
            }
            if !isAccepted, Monotonic.now - begin > configuration.answerTimeout {
                throw .noAnswer(
                    configuration.address,
                    seconds: Int(configuration.answerTimeout.components.seconds))
            }
            let (isStopping, isPaused) = control.withLock { ($0.isStopping, $0.isPaused) }
            if isStopping || isPaused {
                leave(handle, isAccepted)
                if isPaused, !isStopping { setState(.paused, nil) }
                return nil
            }
        }
    }

    private func greet(_ handle: MosquittoHandle) {
        guard let topic = configuration.statusTopic else { return }
        var mid: Int32 = 0
        mosquitto_publish(handle.pointer, &mid, topic, 6, "online", 1, true)
        own.insert(mid)
    }

    /// Says goodbye, and gives the bytes up to a second to leave.
    private func leave(_ handle: MosquittoHandle, _ isAccepted: Bool) {
        guard isAccepted else { return }
        if let topic = configuration.statusTopic {
            var mid: Int32 = 0
            mosquitto_publish(handle.pointer, &mid, topic, 7, "offline", 1, true)
            own.insert(mid)
            let end = Monotonic.now + .seconds(1)
            while own.contains(mid), Monotonic.now < end {
                if handle.work(50) != nil { return }
            }
        }
        mosquitto_disconnect(handle.pointer)
        let end = Monotonic.now + .seconds(1)
        while handle.notes.disconnected == nil, handle.work(50) == nil, Monotonic.now < end {}
    }

    private func refusal(_ code: Int32) -> MQTTError {
        switch code {
        case 4, 5: .badLogin(configuration.address, user: configuration.login?.user)
        default:
            .refused(
                configuration.address, reason: String(cString: mosquitto_connack_string(code)))
        }
    }

    private func setState(_ state: MQTTStatus.State, _ problem: MQTTError?) {
        let status = control.update { control in
            if control.status.state != state { control.status.since = WallClock.now }
            control.status.state = state
            control.status.problem = problem
            return control.status
        }
        hooks.changed(status)
    }
}
