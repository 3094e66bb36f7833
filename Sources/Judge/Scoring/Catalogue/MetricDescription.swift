/// One number of a report's `metrics` object: what it is called, what it says, and where it is kept.
///
/// The list of all of them, ``Metrics/catalogue``, drives reports in and out, bars, comparisons, `list
/// metrics`, tables and pages.
public struct MetricDescription: Sendable {
    /// What one unit of it is, and so how many digits tell something.
    public enum Unit: String, Sendable {
        /// 0 to 1.
        case share
        /// -1 to 1.
        case correlation
        /// NAB's: 100 for a perfect detector, 0 for a silent one.
        case points
        case count, rows, seconds, hours
        case perHour = "per machine-hour"
        /// A threshold: whatever the detector's scores are in.
        case score

        /// Whether its numbers are whole.
        public var isWhole: Bool { self == .count || self == .rows }
    }

    /// What makes one detector better than another.
    public enum Better: String, Sendable {
        case higher, lower
        /// It says nothing of the detector, only of the data or of how it was judged.
        case neither
    }

    /// Where the number is, and what it may be. A computed one cannot be set: it follows from others.
    package enum Value: Sendable {
        package typealias Setter<Number> = @Sendable (inout Metrics, Number) -> Void

        case number(@Sendable (Metrics) -> Double?, Setter<Double?>?)
        /// As `number`, and it may be infinite.
        case level(@Sendable (Metrics) -> Double?, Setter<Double?>?)
        /// Never undefined, and not below 0.
        case amount(@Sendable (Metrics) -> Double, Setter<Double>?)
        case count(@Sendable (Metrics) -> Int, Setter<Int>?)
        case optionalCount(@Sendable (Metrics) -> Int?, Setter<Int?>?)
        /// A number for each anomaly kind.
        case byKind(@Sendable (Metrics) -> [String: Double], Setter<[String: Double]>?)
    }

    /// Key of the object in `metrics` that it is in; empty for `metrics` itself.
    package let group: String
    /// Its key there.
    package let key: String
    /// What the section of a table is called that it is in: "events".
    public let topic: String
    /// What it is called there: "precision".
    public let name: String
    /// What it is called by itself: "event precision".
    public let title: String
    /// What a narrow column of it is called: "false alarms/h".
    public let column: String
    public let summary: String
    public let unit: Unit
    public let better: Better
    /// File of `docs/metrics/` that defines it.
    public let page: String
    /// Whether a comparison holds it against another detector's, run by run.
    public let isCompared: Bool
    /// What a reader has to know before believing it; nil for most.
    public let warning: String?
    package let value: Value
}

extension MetricDescription {
    /// The number in `metrics`; nil where it is undefined, and for one that is a number a kind.
    public func number(in metrics: Metrics) -> Double? {
        switch value {
        case .number(let get, _), .level(let get, _): get(metrics)
        case .amount(let get, _): get(metrics)
        case .count(let get, _): Double(get(metrics))
        case .optionalCount(let get, _): get(metrics).map { Double($0) }
        case .byKind: nil
        }
    }

    /// Whether it is a number for each anomaly kind, and none by itself.
    public var isByKind: Bool {
        if case .byKind = value { true } else { false }
    }

    /// Its place in the `metrics` object: "headline_f1", "event.precision".
    public var path: String { group.isEmpty ? key : group + "." + key }
}
