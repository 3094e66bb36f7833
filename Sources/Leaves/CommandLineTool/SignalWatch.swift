import Foundation
import Threading

/// SIGINT and SIGTERM, taken by a thread of their own.
///
/// They are blocked in every other thread, so that one that comes early waits for that thread: a
/// dispatch source loses what comes before it is registered.
public enum SignalWatch {
    /// Takes the two signals over from now on; to be called once, before other threads are started.
    /// - Parameter body: called for each signal, one after the other, on the watching thread.
    public static func start(_ body: @escaping @Sendable (Int32) -> Void) {
        var signals = signals
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        Threads.start(name: "signals") {
            var signals = Self.signals
            while true {
                var number: Int32 = 0
                if sigwait(&signals, &number) == 0 { body(number) }
            }
        }
    }

    private static var signals: sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        return signals
    }
}
