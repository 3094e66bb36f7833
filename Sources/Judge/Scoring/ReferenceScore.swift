import AlarmRules

/// What a detector that looks at nothing reaches: the rungs every other one has to clear.
public struct ReferenceScore: Sendable, Equatable {
    /// "random", "always-on" or "never-on".
    public var name: String
    public var headlineF1: Double?
    public var falseAlarmsPerHour: Double?
    public var event = EventCounts()
    public var compositeEvent = Metrics.PrecisionRecall()

    public init(
        name: String, headlineF1: Double?, falseAlarmsPerHour: Double?,
        event: EventCounts = EventCounts(),
        compositeEvent: Metrics.PrecisionRecall = Metrics.PrecisionRecall()
    ) {
        self.name = name
        self.headlineF1 = headlineF1
        self.falseAlarmsPerHour = falseAlarmsPerHour
        self.event = event
        self.compositeEvent = compositeEvent
    }

    /// Share of rows that `random` flags.
    public static let randomShare = 0.01

    static func all(_ parts: [RankedPart], seed: UInt64, rule: AlarmRule) throws
        -> [ReferenceScore]
    {
        let sources: [(String, FlagSource)] = [
            ("random", .random(seed: seed, share: randomShare)), ("always-on", .always),
            ("never-on", .never),
        ]
        return try sources.map { name, source in
            var sum = PredictionCounts()
            for (series, layout) in parts {
                sum += try PredictionCounts(series, layout, source, rule: rule)
            }
            return ReferenceScore(
                name: name, headlineF1: sum.headlineF1, falseAlarmsPerHour: sum.falseAlarmsPerHour,
                event: sum.event, compositeEvent: sum.compositeEvent)
        }
    }
}

/// Uniform draws for references and bootstraps, by Steele, Lea and Flood's SplitMix64 (2014).
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A stream of its own for each name (FNV-1a), whatever else is drawn.
    init(seed: UInt64, stream: String) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in stream.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        state = seed ^ hash
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// 0 ≤ u < 1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// 0 ≤ i < bound, even to one in 2^64.
    mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }
}
