/// What a chart shows of a run: per machine its channels, score and threshold over time.
public struct Trace: Sendable, Equatable {
    /// Where times count from, nanoseconds since 1970 UTC.
    public var start: Int64
    public var machines: [MachineTrace]

    public init(start: Int64, machines: [MachineTrace]) {
        self.start = start
        self.machines = machines
    }
}

extension Trace {
    /// Without the stretches that are kept reading by reading.
    var withoutCloseUps: Trace {
        var trace = self
        for index in trace.machines.indices { trace.machines[index].closeUps = [] }
        return trace
    }

    /// The curves of these machines alone.
    func keeping(_ ids: Set<String>) -> Trace {
        var trace = self
        trace.machines.removeAll { !ids.contains($0.id) }
        return trace
    }
}

/// One machine's curves: in buckets over the whole run, and reading by reading in some stretches.
public struct MachineTrace: Sendable, Equatable {
    public var id: String
    public var channels: [String]
    /// Start of bucket 0, nanoseconds since 1970 UTC.
    public var origin: Int64
    /// Length of a bucket, nanoseconds.
    public var width: Int64
    /// Least value of each bucket: bucket after bucket, one per channel, then score and threshold.
    /// NaN where it has none.
    public var lows: [Float]
    /// Greatest values, likewise.
    public var highs: [Float]
    /// Per bucket, what ``BucketState`` says of its rows.
    public var states: [BucketState]
    public var closeUps: [CloseUp] = []

    /// The channels, score, threshold.
    public var columnCount: Int { channels.count + 2 }
    /// Whether a bucket holds one reading, so that lows and highs are the same.
    public var isExact: Bool { zip(lows, highs).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) } }
}

/// A stretch whose readings are all kept.
public struct CloseUp: Sendable, Equatable {
    /// Of each reading, nanoseconds since 1970 UTC, ascending.
    public var times: [Int64]
    /// Reading after reading, one value per channel, then score and threshold; NaN where missing.
    public var values: [Float]
}

/// What is known of the rows of a bucket.
public struct BucketState: OptionSet, Sendable, Equatable {
    public var rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// It has rows.
    public static let hasRows = BucketState(rawValue: 1)
    /// The detector was warming up.
    public static let warmup = BucketState(rawValue: 2)
    /// A row was flagged.
    public static let anomalous = BucketState(rawValue: 4)
    /// A row got no score.
    public static let unscored = BucketState(rawValue: 8)
}
