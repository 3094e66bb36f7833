import AnomalyDetection
import Foundation
import Synchronization

/// Sends alerts from a thread of its own, so that nobody who scores ever waits for the network.
///
/// ``put(_:)`` and ``save(to:)`` take a short lock and return. Call ``stop(within:)`` before letting
/// go of it.
public final class AlertDispatcher: Sendable {
    /// What happens outside: for logs. Called from the sending thread; names no secret.
    public enum Notice: Sendable, Equatable {
        /// First failure after a success.
        case trouble(String)
        /// First success after failures.
        case recovered(failures: Int)
        /// The place refuses us; nothing is sent until restart.
        case disabled(String)
    }

    private let transport: any AlertTransport
    private let report: @Sendable (Notice) -> Void
    private let state: Mutex<State>
    private let changed = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    private struct State: ~Copyable {
        var outbox: Outbox
        let delivered: DeliveredLog?
        var isStopping = false
    }

    /// Starts sending what waits in `outbox`.
    /// - Parameters:
    ///   - outbox: as restored from a checkpoint, or a new one.
    ///   - delivered: what had arrived before a restart.
    ///   - report: told of trouble and its end.
    public init(
        _ transport: any AlertTransport, outbox: Outbox = Outbox(),
        delivered: sending DeliveredLog? = nil,
        report: @escaping @Sendable (Notice) -> Void = { _ in }
    ) {
        self.transport = transport
        self.report = report
        state = Mutex(State(outbox: outbox, delivered: delivered))
        let thread = Thread { [self] in run() }
        thread.name = "alerts"
        thread.start()
    }

    /// The clock that outboxes are restored by: monotonic, zero at any time.
    public static var now: Duration { ContinuousClock.now - epoch }
    private static let epoch = ContinuousClock.now

    /// Takes an alert to be sent; returns at once.
    public func put(_ alert: Alert) { put(.alert(alert)) }

    public func put(_ message: AlertMessage) {
        state.withLock { $0.outbox.put(message, at: Self.now) }
        changed.signal()
    }

    public var counts: Outbox.Counts { state.withLock { $0.outbox.counts } }
    public var waiting: Int { state.withLock { $0.outbox.waiting } }
    /// Why nothing is sent any more; nil while all is well.
    public var refusal: String? { state.withLock { $0.outbox.refusal } }

    /// Writes what is still to be said, for a checkpoint.
    public func save(to writer: inout StateWriter) {
        let copy = state.withLock { $0.outbox }
        copy.save(to: &writer, at: Self.now)
    }

    /// Goes on sending until all is said or `limit` is over, then ends the thread. A request that is
    /// still under way is left to its own time limit; its message stays in the outbox.
    /// - Returns: how many messages are left.
    @discardableResult
    public func stop(within limit: Duration = .seconds(2)) -> Int {
        let deadline = ContinuousClock.now + limit
        while waiting > 0, refusal == nil, ContinuousClock.now < deadline { usleep(10_000) }
        state.withLock { $0.isStopping = true }
        changed.signal()
        let left = max(.zero, deadline - ContinuousClock.now) + .milliseconds(100)
        _ = ended.wait(timeout: .now() + .microseconds(left.microseconds))
        return waiting
    }

    private func run() {
        defer { ended.signal() }
        var failures = 0
        while true {
            let (step, isStopping) = state.withLock { state in
                state.isStopping
                    ? (Outbox.Step.idle, true) : (state.outbox.step(at: Self.now), false)
            }
            if isStopping { return }
            switch step {
            case .idle: changed.wait()
            case .wait(let pause):
                _ = changed.wait(timeout: .now() + .microseconds(pause.microseconds))
            case .send(let message): send(message, &failures)
            }
        }
    }

    private func send(_ message: AlertMessage, _ failures: inout Int) {
        let isKnown = state.withLock { state in
            guard let key = message.key, state.delivered?.contains(key) ?? false else {
                return false
            }
            state.outbox.skipped()
            return true
        }
        if isKnown { return }
        do throws(DeliveryFailure) {
            try transport.deliver(message)
            state.withLock { state in
                if let key = message.key { state.delivered?.note(key) }
                state.outbox.delivered(at: Self.now)
            }
            if failures > 0 { report(.recovered(failures: failures)) }
            failures = 0
        } catch {
            state.withLock { $0.outbox.failed(error, at: Self.now) }
            switch error {
            case .refused(let reason): report(.disabled(reason))
            case .retry(_, let reason):
                if failures == 0 { report(.trouble(reason)) }
                failures += 1
            }
        }
    }
}

extension Duration {
    fileprivate var microseconds: Int {
        Int(components.seconds) * 1_000_000 + Int(components.attoseconds / 1_000_000_000_000)
    }
}
