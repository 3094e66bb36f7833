import CSQLite
import Threading

/// How a statement waits while another connection holds the file; a stop ends the wait at once.
final class BusyWait {
    /// Shorter waits are nobody's concern.
    private static let unnoticed = Duration.seconds(1)
    private static let tellingInterval = Duration.seconds(10)

    struct Rules: Sendable {
        var patience = Duration.seconds(10)
        var shouldStop: @Sendable () -> Bool = { false }
        /// Called with the time spent, after a second and then every ten.
        var tell: @Sendable (Duration) -> Void = { _ in }
    }

    private let rules: Rules
    private var begin = ContinuousClock.now
    private var nextTelling = unnoticed

    init(_ rules: Rules) { self.rules = rules }

    /// Makes `handle` wait this way. The wait has to live as long as the handle.
    func attach(to handle: OpaquePointer) {
        sqlite3_busy_handler(
            handle,
            { wait, calls in
                guard let wait else { return 0 }
                return Unmanaged<BusyWait>.fromOpaque(wait).takeUnretainedValue()
                    .goesOn(after: calls) ? 1 : 0
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    /// Waits a little, longer each time.
    /// - Parameter calls: how often it has waited for this lock.
    /// - Returns: false when it is enough.
    func goesOn(after calls: Int32) -> Bool {
        if calls == 0 {
            begin = ContinuousClock.now
            nextTelling = Self.unnoticed
        }
        let spent = ContinuousClock.now - begin
        guard !rules.shouldStop(), spent < rules.patience else { return false }
        if spent >= nextTelling {
            rules.tell(spent)
            nextTelling = spent + Self.tellingInterval
        }
        Threads.sleep(.milliseconds(min(50, 1 + calls * 2)))
        return true
    }
}
