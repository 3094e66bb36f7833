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
    /// - Parameter limit: nil to wait for as long as it takes.
    /// - Returns: nil when `limit` has passed first.
    public func wait<Result>(
        atMost limit: Duration?, _ body: (inout State) throws -> Result?
    ) rethrows -> Result? {
        var deadline = limit.map { (Monotonic.now + $0).timespec }
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        while true {
            if let result = try body(&state) { return result }
            guard deadline != nil else {
                pthread_cond_wait(change, lock)
                continue
            }
            if pthread_cond_timedwait(change, lock, &deadline!) == ETIMEDOUT {
                return try body(&state)
            }
        }
    }

    /// As ``wait(atMost:_:)``, for as long as it takes.
    public func wait<Result>(_ body: (inout State) throws -> Result?) rethrows -> Result {
        // Without a limit only a result ends it.
        try wait(atMost: nil, body)!
    }
}
