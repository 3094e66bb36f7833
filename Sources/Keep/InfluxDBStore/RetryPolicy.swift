import Threading

/// When to try again, and when to stop.
public struct RetryPolicy: Sendable, Equatable {
    /// Wait before the second try; doubled before each further one.
    public var firstWait: Duration
    public var longestWait: Duration
    /// The longest `Retry-After` that is believed.
    public var longestAskedWait: Duration
    /// A request that has failed for so long is given up. Progress starts it anew.
    public var patience: Duration

    public init(
        firstWait: Duration = .milliseconds(250), longestWait: Duration = .seconds(8),
        longestAskedWait: Duration = .seconds(300), patience: Duration = .seconds(150)
    ) {
        self.firstWait = firstWait
        self.longestWait = longestWait
        self.longestAskedWait = longestAskedWait
        self.patience = patience
    }

    /// How long to wait after the `failures`-th failure in a row, which came `spent` after the
    /// first; nil to give up.
    /// - Parameters:
    ///   - failures: from 1.
    ///   - asked: what the server's `Retry-After` said.
    func wait(afterFailure failures: Int, spent: Duration, asked: Duration?) -> Duration? {
        guard spent < patience else { return nil }
        // The last try comes when patience ends, not before.
        let left = patience - spent
        if let asked { return min(asked, longestAskedWait, left) }
        let doublings = min(failures - 1, 16)
        return min(firstWait * (1 << doublings), longestWait, left)
    }
}

/// The failures of one request in a row.
struct Attempts {
    private let policy: RetryPolicy
    private let pause: Pause
    private let server: String
    private let notices: Notices
    private(set) var failures = 0
    private var since: ContinuousClock.Instant?

    init(_ policy: RetryPolicy, _ pause: Pause, server: String, _ notices: Notices) {
        self.policy = policy
        self.pause = pause
        self.server = server
        self.notices = notices
    }

    /// Forgets what failed: something got through.
    mutating func progressed() {
        failures = 0
        since = nil
        notices.succeeded(server)
    }

    /// Counts a failure and waits.
    /// - Throws: ``InfluxDBError/unavailable(server:tries:last:)`` when it is time to give up, or
    ///   ``InfluxDBError/cancelled``.
    mutating func failed(_ failure: InfluxDBError.Failure, asked: Duration? = nil) throws {
        failures += 1
        let now = ContinuousClock.now
        let spent = since.map { now - $0 } ?? .zero
        since = since ?? now
        guard let wait = policy.wait(afterFailure: failures, spent: spent, asked: asked) else {
            throw InfluxDBError.unavailable(server: server, tries: failures, last: failure)
        }
        notices.tell(
            .waiting(server: server, failure: failure, spent: spent, patience: policy.patience))
        // A word every ten seconds, however long the wait.
        let end = now + wait
        while case let left = end - ContinuousClock.now, left > .zero {
            try pause(min(left, .seconds(1)))
            notices.tell(
                .waiting(
                    server: server, failure: failure, spent: ContinuousClock.now - (since ?? now),
                    patience: policy.patience))
        }
    }
}

/// Waits, and stops waiting when the program is to stop.
struct Pause: Sendable {
    let shouldStop: @Sendable () -> Bool

    func callAsFunction(_ duration: Duration) throws {
        let end = ContinuousClock.now + duration
        while true {
            if shouldStop() { throw InfluxDBError.cancelled }
            let left = end - ContinuousClock.now
            guard left > .zero else { return }
            Threads.sleep(min(left, .milliseconds(100)))
        }
    }
}
