/// What still has to be said, and when the next attempt is due.
///
/// A pure state machine: the caller brings the time (monotonic, from any zero) and tells what came
/// of each attempt. One message is under way at a time. Alerts that wait together go out together,
/// those that began before those that are over; a place that does not answer holds up all of them,
/// since they all go there.
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
        var isUnderWay = false

        /// An alert that tells of an end.
        var isEnd: Bool {
            guard case .alert(let alert) = message else { return false }
            return alert.state == .closed
        }
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
        /// Put in after the place had refused us for good, or waiting then.
        public var refused = 0
        /// Left out because the place did not like them. Not kept in checkpoints.
        public var rejected = 0
        public var attempts = 0

        /// Those that nobody will ever be told of.
        public var lost: Int { expired + refused + rejected }
    }

    /// What to do now.
    public enum Step: Sendable, Equatable {
        /// Say this, then call ``delivered(at:)`` or ``failed(_:at:)``; `isPlain` as text alone, for it was
        /// not liked in full dress.
        case send(AlertMessage, isPlain: Bool)
        /// Ask again after so long.
        case wait(Duration)
        /// Nothing to say.
        case idle
    }

    var entries: [Entry] = []
    /// Failures since the last success.
    var failures = 0
    var notBefore: Duration?
    /// Most alerts in one message; fewer while messages are not liked, to find the one that is at fault.
    var most = Self.limit
    var isPlain = false
    /// How many alerts may wait and still go out one by one.
    public var singles = 1
    /// Whether ends wait until this is false: more beginnings are still to come.
    public var holdsEnds = false
    public internal(set) var counts = Counts()
    /// Why nothing is sent any more; nil while all is well.
    public internal(set) var refusal: String?

    public init() {}

    public var waiting: Int { entries.count }
    /// Alerts that wait; a summary stands for several.
    public var waitingAlerts: Int { entries.reduce(0) { $0 + $1.message.alertCount } }
    /// When the next attempt may begin; nil while one is under way, or any time is good.
    public var nextAttempt: Duration? { isUnderWay ? nil : notBefore }
    var isUnderWay: Bool { entries.contains(where: \.isUnderWay) }

    mutating func append(_ message: AlertMessage, since: Duration) {
        entries.append(Entry(message: message, since: since))
    }

    /// Takes a message in.
    public mutating func put(_ message: AlertMessage, at now: Duration) {
        counts.accepted += 1
        guard refusal == nil else {
            counts.refused += 1
            return
        }
        append(message, since: now)
        if entries.count > Self.limit { foldOldest() }
    }

    /// Takes those out that had been delivered before a restart.
    public mutating func skip(where isKnown: (_ key: String) -> Bool) {
        entries.removeAll { entry in
            let keys = entry.message.keys
            guard !entry.isUnderWay, !keys.isEmpty, keys.allSatisfy(isKnown) else { return false }
            counts.repeated += entry.message.alertCount
            return true
        }
    }

    /// What is to be done at `now`.
    public mutating func step(at now: Duration) -> Step {
        guard !isUnderWay else { return .idle }
        entries.removeAll { entry in
            guard now - entry.since > Self.patience else { return false }
            counts.expired += entry.message.alertCount
            return true
        }
        guard entries.contains(where: { !(holdsEnds && $0.isEnd) }) else { return .idle }
        if let notBefore, notBefore > now { return .wait(notBefore - now) }
        guard let message = takeNext() else { return .idle }
        counts.attempts += 1
        return .send(message, isPlain: isPlain)
    }

    /// Marks what goes out next as under way; nil if nothing may.
    private mutating func takeNext() -> AlertMessage? {
        let mayGo = entries.indices.filter { !(holdsEnds && entries[$0].isEnd) }
        guard let first = mayGo.first else { return nil }
        guard case .alert = entries[first].message else {
            entries[first].isUnderWay = true
            return entries[first].message
        }
        let alerts = mayGo.compactMap { index -> Alert? in
            guard case .alert(let alert) = entries[index].message else { return nil }
            return alert
        }
        let group = AlertGroup(takingFrom: alerts, most: alerts.count > singles ? most : 1)
        var wanted = group.alerts.reduce(into: [:]) { $0[$1.key, default: 0] += 1 }
        for index in mayGo {
            guard case .alert(let alert) = entries[index].message, wanted[alert.key, default: 0] > 0
            else { continue }
            wanted[alert.key, default: 0] -= 1
            entries[index].isUnderWay = true
        }
        return group.alerts.count == 1 ? .alert(group.alerts[0]) : .group(group)
    }
}

/// Why a message did not arrive.
public enum DeliveryFailure: Error, Sendable, Equatable {
    /// Worth another try: nobody there, 5xx, 429. `after` is what the other side asked for.
    case retry(after: Duration?, reason: String)
    /// The address is good, and this message is not liked: 400. Whether it could pass as text alone.
    case rejected(reason: String, mayPassPlain: Bool)
    /// Not worth another try with the same address: it is dead (403, 404, 410), or a redirect. Nothing is
    /// sent until restart.
    case refused(reason: String)

    public var reason: String {
        switch self {
        case .retry(_, let reason), .rejected(let reason, _), .refused(let reason): reason
        }
    }
}
