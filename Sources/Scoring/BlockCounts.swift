/// One machine's counts over one stretch of time: the unit that a paired bootstrap draws.
///
/// An event counts whole in the block it starts in, with all its rows.
public struct BlockCounts: Sendable, Equatable {
    public var machine: String
    /// Blocks since the earliest row of the scenario.
    public var index: Int
    public var point = PointCounts()
    public var event = EventCounts()
    /// Events with a flagged row.
    public var hitEvents = 0
    public var normalHours = 0.0

    public init(machine: String, index: Int) {
        self.machine = machine
        self.index = index
    }

    static func += (sum: inout BlockCounts, other: BlockCounts) {
        sum.point += other.point
        sum.event += other.event
        sum.hitEvents += other.hitEvents
        sum.normalHours += other.normalHours
    }

    /// Composite event precision, recall and F1 (`scoring.md` section 9).
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

    /// The block length for series that together last `hours`: an hour, or less where that would
    /// leave fewer than 20 blocks, but never under five minutes.
    static func length(forHours hours: Double) -> Double {
        for seconds in [3600.0, 1800, 900, 600] where hours * 3600 / seconds >= 20 {
            return seconds
        }
        return 300
    }
}
