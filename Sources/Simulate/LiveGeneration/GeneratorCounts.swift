/// What became of the readings a generator has made.
public struct GeneratorCounts: Sendable, Equatable {
    /// Written to the send ledger.
    public var generated = 0
    /// Handed to the MQTT library, once each.
    public var published = 0
    /// Acknowledged by the broker; at QoS 0 written to it.
    public var acked = 0
    /// Still waiting here, on disk after the end.
    public var spooled = 0
    /// Given up because there was no more room (live machines only), or not readable any more.
    public var lost = 0
    /// Of ``lost``: in a spool that was damaged.
    public var lostToDamage = 0

    /// Left by an earlier run of the same folder.
    public var resumed = 0

    /// Held back on purpose by transport anomalies, and copies that these make; no loss.
    public var withheld = 0
    public var repeated = 0
    /// Of ``withheld``: sent as payloads that nobody can read.
    public var broken = 0

    // Beside the books.
    /// Sent again after a loss of the connection; each may have arrived twice.
    public var resent = 0
    public var truthEvents = 0
    /// Of ``acked``: acknowledged within 15 s before a broker went away. A broker that was killed may have
    /// forgotten them.
    public var atRisk = 0
    public var reconnects = 0
    public var spoolPeak = 0
    /// How late readings were handed over, milliseconds: of 50 and 99 in a hundred, and the worst.
    public var latenessP50 = 0.0
    public var latenessP99 = 0.0
    public var latenessMax = 0.0
    public var seconds = 0.0

    public init() {}

    /// Whether every reading is accounted for.
    public var isBalanced: Bool {
        generated + repeated + resumed == acked + spooled + lost + withheld
    }
}

/// How late things were, in milliseconds, in a fixed piece of memory.
public struct LatenessHistogram: Sendable {
    // Up to 10 s in steps of 0.1 ms; what is later counts as 10 s and in `worst`.
    private var buckets = [Int](repeating: 0, count: 100_000)
    private var total = 0
    public private(set) var worst = 0.0

    public init() {}

    public mutating func note(_ milliseconds: Double, count: Int) {
        let place = min(buckets.count - 1, max(0, Int(milliseconds * 10)))
        buckets[place] += count
        total += count
        worst = max(worst, milliseconds)
    }

    /// The upper end of the bucket that holds the share `share` of all.
    public func quantile(_ share: Double) -> Double {
        var rest = Int((Double(total) * share).rounded(.up))
        guard rest > 0 else { return 0 }
        for (place, count) in buckets.enumerated() where count > 0 {
            rest -= count
            if rest <= 0 { return Double(place + 1) / 10 }
        }
        return worst
    }
}
