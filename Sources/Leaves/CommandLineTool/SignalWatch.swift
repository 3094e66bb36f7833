import Foundation
import Threading

/// SIGINT and SIGTERM, taken by a thread of their own; SIGHUP, which a closed terminal sends, passes for
/// SIGTERM, unless `nohup` has said that it is to be ignored.
///
/// They are blocked in every other thread, so that one that comes early waits for that thread: a
/// dispatch source loses what comes before it is registered.
///
/// Signals that come close together are one wish, and the first is told: `timeout` and some supervisors
/// signal a process and its group, and the second must not pass for a second press of a key.
public enum SignalWatch {
    private static let oneWish = Duration.milliseconds(500)

    /// Takes the two signals over from now on; to be called once, before other threads are started.
    /// - Parameter body: called for each wish, one after the other, on the watching thread.
    public static func start(_ body: @escaping @Sendable (Int32) -> Void) {
        var signals = signals
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        Threads.start(name: "signals") {
            var signals = Self.signals
            var last: ContinuousClock.Instant?
            while true {
                var number: Int32 = 0
                guard sigwait(&signals, &number) == 0 else { continue }
                let now = ContinuousClock.now
                if let last, now - last < oneWish { continue }
                last = now
                body(number == SIGHUP ? SIGTERM : number)
            }
        }
    }

    private static var signals: sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        var hangup = sigaction()
        sigaction(SIGHUP, nil, &hangup)
        // Compared by address: functions have no equality.
        if unsafeBitCast(hangup.__sigaction_handler.sa_handler, to: Int.self)
            != unsafeBitCast(SIG_IGN, to: Int.self)
        {
            sigaddset(&signals, SIGHUP)
        }
        return signals
    }
}
