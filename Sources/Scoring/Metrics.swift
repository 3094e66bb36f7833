/// Every number of a report's `metrics` object, under the names of `interfaces.md` section 5.
///
/// `nil` is "undefined", printed as `null` or "n/a": never 0, never NaN.
public struct Metrics: Sendable, Equatable {
    public struct PrecisionRecall: Sendable, Equatable {
        public var precision: Double?
        public var recall: Double?
        public var f1: Double?
        public init(precision: Double? = nil, recall: Double? = nil, f1: Double? = nil) {
            self.precision = precision
            self.recall = recall
            self.f1 = f1
        }
    }
    public struct Point: Sendable, Equatable {
        public var truePositives = 0
        public var falsePositives = 0
        public var falseNegatives = 0
        public var trueNegatives = 0
        public init() {}
    }
    public struct Event: Sendable, Equatable {
        public var detected = 0
        public var missed = 0
        public var falseAlarms = 0
        public init() {}
    }
    public struct NAB: Sendable, Equatable {
        public var standard: Double?
        public var lowFP: Double?
        public var lowFN: Double?
        public init() {}
    }
    public struct BestF1: Sendable, Equatable {
        public var f1: Double?
        public var threshold: Double?
        public init() {}
    }
    /// Seconds from an event's start to the alarm that found it.
    public struct Delay: Sendable, Equatable {
        public var mean: Double?
        public var median: Double?
        public var p95: Double?
        public var max: Double?
        /// Over all events; a missed one counts with its duration.
        public var meanCensored: Double?
        public init() {}
    }

    public var point = Point()
    public var event = Event()
    public var compositeEvent = PrecisionRecall()
    public var headlineF1: Double?
    public var range = PrecisionRecall()
    public var affiliation = PrecisionRecall()
    public var nab = NAB()
    public var aucROC: Double?
    public var aucPR: Double?
    public var vusROC: Double?
    public var vusPR: Double?
    public var bestF1 = BestF1()
    public var delay = Delay()
    /// As ``delay``, measured from `observable_from`, over events that have one.
    public var delayFromObservable = Delay()
    public var falseAlarmsPerHour: Double?
    public var recallByKind: [String: Double] = [:]
    public var pointAdjustedF1: Double?

    public init() {}
}
