/// Events found and missed, and alarms that found nothing (docs/metrics/event.md).
public struct EventCounts: Sendable, Equatable {
    public var detected: Int
    public var missed: Int
    /// Alarms that meet no event and no ignore zone.
    public var falseAlarms: Int
    /// All alarms raised, whatever they met.
    public var alarms: Int

    public init(detected: Int = 0, missed: Int = 0, falseAlarms: Int = 0, alarms: Int = 0) {
        self.detected = detected
        self.missed = missed
        self.falseAlarms = falseAlarms
        self.alarms = alarms
    }

    /// Counts events, not alarms, so that chopping an alarm up gains nothing.
    public var precision: Double? { ratio(detected, detected + falseAlarms) }
    public var recall: Double? { ratio(detected, detected + missed) }
    public var f1: Double? { ratio(2 * detected, 2 * detected + falseAlarms + missed) }

    static func += (sum: inout EventCounts, other: EventCounts) {
        sum.detected += other.detected
        sum.missed += other.missed
        sum.falseAlarms += other.falseAlarms
        sum.alarms += other.alarms
    }
}
