/// What still has to be said, and when the next attempt is due.
///
/// A pure state machine: the caller brings the time (monotonic, from any zero) and tells what came
/// of each attempt. One message is under way at a time, in the order they were put in; a place that
/// does not answer holds up all of them, since they all go there.
public struct Outbox: Sendable, Equatable {
    /// Messages kept waiting. Beyond it the oldest are folded into one summary.
    public static let limit = 1_000
    /// Shortest time between two messages.
    public static let spacing = Duration.seconds(1)
    /// Longest a message waits before it is given up.
    public static let patience = Duration.seconds(3_600)
    /// Longest that the other side may make us wait.
    public static let longestPause = Duration.seconds(300)

    /// One message and what has been tried.
    struct Entry: Sendable, Equatable {
        var message: AlertMessage
        var since: Duration
    }

    /// What became of the messages put in so far. Each ends in one of these, or waits.
    public struct Counts: Sendable, Equatable {
        public var accepted = 0
        public var delivered = 0
        /// Had been delivered before a restart.
        public var repeated = 0
        /// Folded into a summary because too many waited.
        public var folded = 0
        /// Waited longer than the patience.
        public var expired = 0
        /// Put in after the place had refused us for good.
        public var refused = 0
        public var attempts = 0
    }

    /// What to do now.
    public enum Step: Sendable, Equatable {
        /// Say this, then call ``delivered(at:)`` or ``failed(_:at:)``.
        case send(AlertMessage)
        /// Ask again after so long.
        case wait(Duration)
        /// Nothing to say.
        case idle
    }

    var entries: [Entry] = []
    /// Failures since the last success.
    var failures = 0
    var notBefore: Duration?
    var isUnderWay = false
    public internal(set) var counts = Counts()
    /// Why nothing is sent any more; nil while all is well.
    public internal(set) var refusal: String?

    public init() {}

    public var waiting: Int { entries.count }

    /// Takes a message in.
    public mutating func put(_ message: AlertMessage, at now: Duration) {
        counts.accepted += 1
        guard refusal == nil else {
            counts.refused += 1
            return
        }
        entries.append(Entry(message: message, since: now))
        if entries.count > Self.limit { foldOldest() }
    }

    /// What is to be done at `now`.
    public mutating func step(at now: Duration) -> Step {
        guard !isUnderWay else { return .idle }
        while let first = entries.first, now - first.since > Self.patience {
            entries.removeFirst()
            counts.expired += first.message.alertCount
        }
        guard let first = entries.first else { return .idle }
        if let notBefore, notBefore > now { return .wait(notBefore - now) }
        isUnderWay = true
        counts.attempts += 1
        return .send(first.message)
    }

    /// The message under way has arrived.
    public mutating func delivered(at now: Duration) {
        let first = takeUnderWay()
        counts.delivered += first.message.alertCount
        failures = 0
        notBefore = now + Self.spacing
    }

    /// The message under way need not be sent: it had been delivered before a restart.
    public mutating func skipped() {
        counts.repeated += takeUnderWay().message.alertCount
        counts.attempts -= 1
    }

    /// The message under way did not arrive.
    public mutating func failed(_ failure: DeliveryFailure, at now: Duration) {
        precondition(isUnderWay, "no message is under way")
        isUnderWay = false
        switch failure {
        case .refused(let reason):
            refusal = reason
            counts.refused += entries.reduce(0) { $0 + $1.message.alertCount }
            entries.removeAll()
        case .retry(let asked, _):
            failures += 1
            let pause = asked.map { min($0, Self.longestPause) } ?? backOff
            notBefore = now + max(pause, Self.spacing)
        }
    }

    /// 1, 2, 4, … 60 s, each up to a fifth longer. The part is taken from the message and the
    /// attempt, so that many senders spread out and a test can repeat it.
    private var backOff: Duration {
        let seconds = min(60, 1 << min(failures - 1, 6))
        let word = (entries.first?.message.key ?? "test") + "#\(failures)"
        let hash = word.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        return .milliseconds(seconds * 1_000 + Int(hash % 200) * seconds)
    }

    private mutating func takeUnderWay() -> Entry {
        precondition(isUnderWay, "no message is under way")
        isUnderWay = false
        return entries.removeFirst()
    }

    /// Joins the two oldest that are not under way.
    private mutating func foldOldest() {
        let index = isUnderWay ? 1 : 0
        let first = entries[index]
        let second = entries.remove(at: index + 1)
        entries[index].message = .summary(
            AlertSummary(first.message).joined(with: AlertSummary(second.message)))
        entries[index].since = second.since
        for case .alert in [first.message, second.message] { counts.folded += 1 }
    }
}

/// Why a message did not arrive.
public enum DeliveryFailure: Error, Sendable, Equatable {
    /// Worth another try: nobody there, 5xx, 429. `after` is what the other side asked for.
    case retry(after: Duration?, reason: String)
    /// Not worth another try with the same address: 4xx, a redirect. Nothing is sent until restart.
    case refused(reason: String)
}
