import Glibc

/// A value under a lock, with a way to wait until it changes, which `Mutex` does not have.
public final class Gate<State: Sendable>: @unchecked Sendable {
    // Unchecked: `state` is touched by the holder of the lock only.
    private var state: State
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    public init(_ state: State) {
        self.state = state
        pthread_mutex_init(lock, nil)
        // Deadlines by the monotonic clock: a clock that is set must not stretch a wait.
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(change, &attributes)
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        pthread_cond_destroy(change)
        pthread_mutex_destroy(lock)
        change.deallocate()
        lock.deallocate()
    }

    /// Runs `body` alone. Nobody who waits is woken.
    public func withLock<Result>(_ body: (inout State) throws -> Result) rethrows -> Result {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return try body(&state)
    }

    /// Runs `body` alone, then wakes all who wait.
    public func update<Result>(_ body: (inout State) throws -> Result) rethrows -> Result {
        pthread_mutex_lock(lock)
        defer {
            pthread_cond_broadcast(change)
            pthread_mutex_unlock(lock)
        }
        return try body(&state)
    }

    /// Runs `body` now and after each ``update(_:)`` until it gives something, alone each time.
    /// - Returns: nil when `limit` has passed first.
    public func wait<Result>(
        atMost limit: Duration, _ body: (inout State) throws -> Result?
    ) rethrows -> Result? {
        let end = Monotonic.now + limit
        var deadline = end.timespec
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        while true {
            if let result = try body(&state) { return result }
            if pthread_cond_timedwait(change, lock, &deadline) == ETIMEDOUT {
                return try body(&state)
            }
        }
    }
}

/// The monotonic clock, for timers and rates.
public enum Monotonic {
    /// Since an arbitrary moment.
    public static var now: Duration {
        var time = Glibc.timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// Sleeps until ``now`` is `moment`; returns at once if it has passed.
    public static func sleep(until moment: Duration) {
        var deadline = moment.timespec
        while clock_nanosleep(CLOCK_MONOTONIC, Int32(TIMER_ABSTIME), &deadline, nil) == EINTR {}
    }
}

/// The wall clock, for display and for stamping runs.
public enum WallClock {
    /// Nanoseconds since 1970 UTC.
    public static var now: Int64 {
        var time = Glibc.timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}

extension Duration {
    fileprivate var timespec: Glibc.timespec {
        let parts = components
        return Glibc.timespec(
            tv_sec: Int(parts.seconds), tv_nsec: Int(parts.attoseconds / 1_000_000_000))
    }
}
