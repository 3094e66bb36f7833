/// One thing to say.
public enum AlertMessage: Sendable, Equatable {
    case alert(Alert)
    /// What many machines have to say at once; made when it is sent, and never kept.
    case group(AlertGroup)
    /// Stands for alerts that were too many to be said one by one.
    case summary(AlertSummary)
    /// Sent by hand, to see whether messages arrive.
    case test

    /// How many alerts it stands for.
    var alertCount: Int {
        switch self {
        case .alert, .test: 1
        case .group(let group): group.alerts.count
        case .summary(let summary): summary.count
        }
    }

    /// What tells its parts from all others, also after a restart; empty for one that may be sent any
    /// number of times.
    var keys: [String] {
        switch self {
        case .alert(let alert): [alert.key]
        case .group(let group): group.alerts.map(\.key)
        case .summary(let summary): ["summary-\(summary.first)-\(summary.last)-\(summary.count)"]
        case .test: []
        }
    }
}

/// Alerts in numbers.
public struct AlertSummary: Sendable, Equatable {
    public var count: Int
    /// Starts of the earliest and the latest run among them, nanoseconds since 1970 UTC.
    public var first: Int64
    public var last: Int64
    /// Highest score among them, and whose it was.
    public var peakScore: Double
    public var worstMachine: String

    init(
        count: Int, first: Int64, last: Int64, peakScore: Double, worstMachine: String
    ) {
        self.count = count
        self.first = first
        self.last = last
        self.peakScore = peakScore
        self.worstMachine = worstMachine
    }

    init(_ message: AlertMessage) {
        switch message {
        case .summary(let summary): self = summary
        case .group(let group):
            let each = group.alerts.map { AlertSummary(.alert($0)) }
            self = each.dropFirst().reduce(each[0]) { $0.joined(with: $1) }
        case .alert(let alert):
            self.init(
                count: 1, first: alert.start, last: alert.start, peakScore: alert.peakScore,
                worstMachine: alert.machineID)
        case .test: self.init(count: 1, first: 0, last: 0, peakScore: 0, worstMachine: "")
        }
    }

    func joined(with other: AlertSummary) -> AlertSummary {
        let worst = other.peakScore > peakScore ? other : self
        return AlertSummary(
            count: count + other.count, first: min(first, other.first),
            last: max(last, other.last), peakScore: worst.peakScore,
            worstMachine: worst.worstMachine)
    }
}
