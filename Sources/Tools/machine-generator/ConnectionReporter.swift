import CommandLineTool
import MQTTTransport
import Synchronization
import Threading

/// Says what happens to the connection: a change at once, the same trouble every 30 s.
final class ConnectionReporter: Sendable {
    private struct State {
        var last: MQTTStatus.State?
        var said: Duration = .seconds(-1000)
        var failure: MQTTError?
        var stop: (@Sendable () -> Void)?
    }
    private let state = Mutex(State())
    /// Whether a refusal, which waiting does not change, is the end.
    private let isImpatient: Bool

    init(isImpatient: Bool) { self.isImpatient = isImpatient }

    func note(_ status: MQTTStatus) {
        let line = state.withLock { state -> String? in
            let now = Monotonic.now
            let isNew = status.state != state.last
            guard isNew || now - state.said > .seconds(30) else { return nil }
            state.last = status.state
            state.said = now
            switch status.state {
            case .connected: return "machine-generator: connected"
            case .disconnected, .refused:
                return status.problem.map {
                    "machine-generator: warning: \($0); readings are kept meanwhile"
                }
            default: return nil
            }
        }
        if let line { Terminal.error(line) }
        if status.state == .refused, isImpatient { fail(status.problem) }
    }

    /// The run ends with this.
    func fail(_ problem: MQTTError?) {
        let stop = state.withLock { state in
            state.failure = state.failure ?? problem
            return state.stop
        }
        stop?()
    }

    func onFailure(_ stop: @escaping @Sendable () -> Void) {
        let isLate = state.withLock { state in
            state.stop = stop
            return state.failure != nil
        }
        if isLate { stop() }
    }

    var failure: MQTTError? { state.withLock { $0.failure } }
}
