import AlarmRules

/// What to compute, and by which rules.
public struct ScoringOptions: Sendable, Equatable {
    /// How much to compute.
    public enum Effort: Sendable {
        /// Rows, events, delays and false alarms: one pass, no sorting.
        case quick
        /// Every metric.
        case full
    }

    public var effort: Effort
    public var alarmRule: AlarmRule
    public var rangeRule: RangeRule
    /// Largest VUS buffer, rows; nil for 60 s of the first series' period, at most 1,000 rows.
    public var vusWindow: Int?
    /// Seeds the random reference detector.
    public var referenceSeed: UInt64

    public init(
        effort: Effort = .full, alarmRule: AlarmRule = AlarmRule(),
        rangeRule: RangeRule = RangeRule(), vusWindow: Int? = nil, referenceSeed: UInt64 = 1
    ) {
        self.effort = effort
        self.alarmRule = alarmRule
        self.rangeRule = rangeRule
        self.vusWindow = vusWindow
        self.referenceSeed = referenceSeed
    }
}
