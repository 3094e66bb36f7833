import CSQLite
import Threading

/// How long a statement waits while another connection holds the file: ten seconds, but a stop ends it at once.
final class BusyWait {
    private static let patience = Duration.seconds(10)

    private let shouldStop: @Sendable () -> Bool
    private var begin = ContinuousClock.now

    init(shouldStop: @escaping @Sendable () -> Bool) { self.shouldStop = shouldStop }

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
        if calls == 0 { begin = ContinuousClock.now }
        guard !shouldStop(), ContinuousClock.now - begin < Self.patience else { return false }
        Threads.sleep(.milliseconds(min(50, 1 + calls * 2)))
        return true
    }
}
