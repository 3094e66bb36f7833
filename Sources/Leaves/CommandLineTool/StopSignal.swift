import Foundation
import Synchronization

/// SIGINT and SIGTERM as a wish to stop, to be looked at between two pieces of work. A second signal
/// ends the process at once.
public final class StopSignal: Sendable {
    private let received = Atomic<Int32>(0)
    private let wake = DispatchSemaphore(value: 0)
    private let action = Mutex<(@Sendable () -> Void)?>(nil)

    /// Takes the two signals over from now on; to be made once, before other threads are started.
    public init() {
        SignalWatch.start { [weak self] in self?.receive($0) }
    }

    private func receive(_ number: Int32) {
        let (isFirst, _) = received.compareExchange(
            expected: 0, desired: number, ordering: .relaxed)
        if !isFirst { _exit(128 + number) }
        wake.signal()
        action.withLock { $0 }?()
    }

    /// Runs `action` when a signal comes, or now if one has come. The last action given counts.
    public func whenSet(_ action: @escaping @Sendable () -> Void) {
        self.action.withLock { $0 = action }
        if isSet { action() }
    }

    /// Whether a signal has come.
    public var isSet: Bool { received.load(ordering: .relaxed) != 0 }

    /// How the tool ends after the signal that came; `done` without one.
    public var exitCode: ExitCode {
        let number = received.load(ordering: .relaxed)
        return number == 0 ? .done : ExitCode(signal: number)
    }

    /// Waits for `duration`, or until a signal comes.
    public func sleep(for duration: Duration) {
        if isSet { return }
        let (seconds, attoseconds) = duration.components
        let nanoseconds = Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
        if wake.wait(timeout: .now() + .nanoseconds(max(0, nanoseconds))) == .success {
            // For whoever sleeps next.
            wake.signal()
        }
    }
}
