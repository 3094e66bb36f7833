import AnomalyDetection
import Foundation
import Synchronization
import Threading

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
        /// The place does not like these alerts and gets others; told once until a success.
        case rejected(count: Int, String)
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
        var lastTrouble: String?
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
        var outbox = outbox
        outbox.singles = transport.singles
        state = Mutex(State(outbox: outbox, delivered: delivered))
        Threads.start(name: "alerts") { [self] in run() }
    }

    /// The clock that outboxes are restored by: monotonic, zero at any time.
    public static var now: Duration { ContinuousClock.now - epoch }
    private static let epoch = ContinuousClock.now

    /// Takes an alert to be sent; returns at once.
    public func put(_ alert: Alert) { put([alert]) }

    /// Takes alerts that go out together.
    public func put(_ alerts: [Alert]) {
        let now = Self.now
        state.withLock { state in
            for alert in alerts { state.outbox.put(.alert(alert), at: now) }
        }
        changed.signal()
    }

    /// Lets ends go out that were held until all beginnings are known.
    public func releaseEnds() {
        state.withLock { $0.outbox.holdsEnds = false }
        changed.signal()
    }

    public var counts: Outbox.Counts { state.withLock { $0.outbox.counts } }
    /// Alerts that are still to be told.
    public var waiting: Int { state.withLock { $0.outbox.waitingAlerts } }
    /// Why the last attempt that failed did; nil if none has.
    public var lastTrouble: String? { state.withLock { $0.lastTrouble } }
    /// Why nothing is sent any more; nil while all is well.
    public var refusal: String? { state.withLock { $0.outbox.refusal } }

    /// Writes what is still to be said, for a checkpoint.
    public func save(to writer: inout StateWriter) {
        let copy = state.withLock { $0.outbox }
        copy.save(to: &writer, at: Self.now)
    }

    /// Goes on sending until all is said or `limit` is over, then ends the thread. A request that is
    /// still under way is left to its own time limit; its message stays in the outbox.
    /// - Parameter isHurried: asked all the while; once it says so, two more seconds are left at most.
    /// - Returns: how many alerts are left.
    @discardableResult
    public func stop(
        within limit: Duration = .seconds(2), isHurried: () -> Bool = { false }
    ) -> Int {
        releaseEnds()
        var deadline = ContinuousClock.now + limit
        var isCut = false
        while waiting > 0, refusal == nil, ContinuousClock.now < deadline {
            if !isCut, isHurried() {
                isCut = true
                deadline = min(deadline, ContinuousClock.now + .seconds(2))
            }
            // Where the next attempt comes too late there is nothing to wait for.
            let left = deadline - ContinuousClock.now
            if let next = state.withLock({ $0.outbox.nextAttempt }), next - Self.now > left {
                break
            }
            Threads.sleep(.milliseconds(10))
        }
        state.withLock { $0.isStopping = true }
        changed.signal()
        let left = max(.zero, deadline - ContinuousClock.now) + .milliseconds(100)
        _ = ended.wait(timeout: .now() + .microseconds(left.microseconds))
        return waiting
    }

    private func run() {
        defer { ended.signal() }
        var trouble = Trouble()
        while true {
            let (step, isStopping) = state.withLock { state -> (Outbox.Step, Bool) in
                if state.isStopping { return (.idle, true) }
                if let delivered = state.delivered {
                    state.outbox.skip { delivered.contains($0) }
                }
                return (state.outbox.step(at: Self.now), false)
            }
            if isStopping { return }
            switch step {
            case .idle: changed.wait()
            case .wait(let pause):
                _ = changed.wait(timeout: .now() + .microseconds(pause.microseconds))
            case .send(let message, let isPlain): send(message, isPlain, &trouble)
            }
        }
    }

    /// What has been told since the last success.
    private struct Trouble {
        var failures = 0
        var toldOfRejection = false
    }

    private func send(_ message: AlertMessage, _ isPlain: Bool, _ trouble: inout Trouble) {
        do throws(DeliveryFailure) {
            try transport.deliver(message, isPlain: isPlain)
            state.withLock { state in
                state.delivered?.note(message.keys)
                state.outbox.delivered(at: Self.now)
            }
            if trouble.failures > 0 { report(.recovered(failures: trouble.failures)) }
            trouble = Trouble()
        } catch {
            let given = state.withLock { state in
                state.lastTrouble = error.reason
                return state.outbox.failed(error, at: Self.now)
            }
            switch error {
            case .refused(let reason): report(.disabled(reason))
            case .rejected(let reason, _):
                guard given > 0, !trouble.toldOfRejection else { return }
                trouble.toldOfRejection = true
                report(.rejected(count: given, reason))
            case .retry(_, let reason):
                if trouble.failures == 0 { report(.trouble(reason)) }
                trouble.failures += 1
            }
        }
    }
}

extension Duration {
    fileprivate var microseconds: Int {
        Int(components.seconds) * 1_000_000 + Int(components.attoseconds / 1_000_000_000_000)
    }
}
