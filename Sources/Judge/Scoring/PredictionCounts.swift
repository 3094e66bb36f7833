/// Everything about predictions that is a plain sum over machines and stretches of time.
public struct PredictionCounts: Sendable, Equatable {
    public var point = PointCounts()
    public var event = EventCounts()
    /// Events with a flagged row.
    public var hitEvents = 0
    /// Scored machine-hours without an anomaly.
    public var normalHours = 0.0

    public init() {}

    public static func += (sum: inout PredictionCounts, other: PredictionCounts) {
        sum.point += other.point
        sum.event += other.event
        sum.hitEvents += other.hitEvents
        sum.normalHours += other.normalHours
    }

    /// Composite event precision, recall and F1 (docs/metrics/composite_event.md).
    public var compositeEvent: Metrics.PrecisionRecall {
        let recall = ratio(hitEvents, event.detected + event.missed)
        return Metrics.PrecisionRecall(
            precision: point.precision, recall: recall,
            f1: harmonicMean(point.precision, recall))
    }

    /// The smaller of event F1 and composite event F1, or the one that is defined.
    public var headlineF1: Double? {
        switch (event.f1, compositeEvent.f1) {
        case (let event?, let composite?): min(event, composite)
        case (let one, let other): one ?? other
        }
    }

    public var falseAlarmsPerHour: Double? {
        normalHours > 0 ? Double(event.falseAlarms) / normalHours : nil
    }
}
