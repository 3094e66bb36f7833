/// Every number of a report's `metrics` object, under the names of docs/metrics.
///
/// `nil` is "undefined", printed as `null` or "n/a": never 0, never NaN. What each one means, and
/// when it misleads, is in `docs/metrics/`.
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

    /// NAB's score of the predictions as they are, 100 for a perfect detector, 0 for a silent one.
    public struct NAB: Sendable, Equatable {
        public var standard: Double?
        public var lowFP: Double?
        public var lowFN: Double?
        public init() {}
    }

    /// The best F1 any threshold could have had: an oracle's, for it is chosen on the labels.
    public struct BestF1: Sendable, Equatable {
        public var f1: Double?
        /// Nil where the best is to flag rows without a score too, and where `f1` is nil.
        public var threshold: Double?
        /// F1 of flagging every row, to hold `f1` against.
        public var alwaysOn: Double?
        public init() {}
    }

    /// Mean of a metric over machines, each weighing the same.
    public struct Macro: Sendable, Equatable {
        public var headlineF1: Double?
        public var eventF1: Double?
        /// Machines without a headline, left out of the mean.
        public var skippedMachines = 0
        public init() {}
    }

    public var point = PointCounts()
    public var event = EventCounts()
    public var compositeEvent = PrecisionRecall()
    /// The smaller of event F1 and composite event F1.
    public var headlineF1: Double?
    public var range = PrecisionRecall()
    public var affiliation = PrecisionRecall()
    /// Affiliation F1 of flagging every row, to hold `affiliation` against.
    public var affiliationAlwaysOnF1: Double?
    public var nab = NAB()
    public var aucROC: Double?
    /// Average precision: no interpolation.
    public var aucPR: Double?
    /// The trapezoid area under the precision-recall curve, which flatters.
    public var prAUCTrapezoid: Double?
    public var vusROC: Double?
    public var vusPR: Double?
    /// The largest VUS buffer, rows.
    public var vusWindow: Int?
    public var bestF1 = BestF1()
    public var delay = DelaySummary()
    /// As ``delay``, measured from `observable_from`, over events that have one.
    public var delayFromObservable = DelaySummary()
    public var falseAlarmsPerHour: Double?
    /// Scored machine-hours without an anomaly.
    public var normalHours = 0.0
    public var recallByKind: [String: Double] = [:]
    public var pointAdjusted = PointCounts()
    public var pointAdjustedF1: Double? { pointAdjusted.f(1) }
    public var macro = Macro()

    public var scoredRows: Int { point.rows }
    public var scoredEvents: Int { event.detected + event.missed }
    /// Scored rows to which the detector gave no score.
    public var missingScores = 0

    public init() {}
}

extension Metrics {
    /// Every metric, in the order of a report (docs/metrics).
    public static let catalogue: [MetricDescription] =
        pointMetrics + eventMetrics + compositeEventMetrics + [headlineF1Metric] + rangeMetrics
        + affiliationMetrics + nabMetrics + [aucROCMetric, aucPRMetric, vusROCMetric, vusPRMetric]
        + bestF1Metrics + delayMetrics + [
            falseAlarmsPerHourMetric, recallByKindMetric, pointAdjustedF1Metric,
        ] + pointAdjustedMetrics + [prAUCTrapezoidMetric, prevalence]
        + delayFromObservableMetrics + [
            affiliationAlwaysOnMetric, normalHoursMetric, scoredRowsMetric, scoredEventsMetric,
            missingScoresMetric, vusWindowMetric,
        ] + macroMetrics

    /// What a report leads with, each beside the others.
    public static let leading = [
        headlineF1Metric, falseAlarmsPerHourMetric, delayMetrics[1], vusPRMetric,
    ]
}

extension Metrics {
    /// The catalogue by topic, in the order in which topics are first met.
    public static let topics: [(topic: String, metrics: [MetricDescription])] =
        catalogue.reduce(into: []) { topics, metric in
            if let place = topics.firstIndex(where: { $0.topic == metric.topic }) {
                topics[place].metrics.append(metric)
            } else {
                topics.append((metric.topic, [metric]))
            }
        }

    private static let byPath = Dictionary(
        uniqueKeysWithValues: catalogue.map { ($0.path, $0) })

    /// What is known of the metric at `path`; of "recall_by_kind.KIND" what is known of all kinds. Nil where
    /// there is none.
    public static func description(of path: String) -> MetricDescription? {
        byPath[path] ?? (path.hasPrefix("recall_by_kind.") ? recallByKindMetric : nil)
    }
}
