/// How scores become predictions.
public struct DecisionParameters: Sendable, Equatable {
    /// Where the threshold comes from.
    public enum Threshold: Sendable, Equatable {
        /// Fixed by the user, in units of the score as it is reported.
        case fixed(Double)
        /// Known beforehand, in units of the raw score: all the rest is as with a calibrated one.
        case agreed(Double)
        /// The score's extreme-value tail, read off at the wanted rate of false alarms.
        case tail
        /// A quantile of the score's recent past times `margin`.
        case quantile(Double)
        /// The `rank`-th largest of the past's block maxima times `margin`.
        case rank(Int)
    }

    /// What a detector may learn from while its alarm is on.
    public enum Learning: String, Sendable, CaseIterable {
        case always
        case notWhileAlarmed = "not-while-alarmed"
        case slowWhileAlarmed = "slow-while-alarmed"
    }

    public var threshold: Threshold = .tail
    /// Wanted false alarms per machine-hour; nil for one in ``rowsPerFalseAlarm`` rows.
    public var target: Double?
    /// Used while no target is given, so that a row need not be a second.
    public var rowsPerFalseAlarm = 100_000.0
    /// Calibrated thresholds are multiplied by this.
    public var margin = 1.2
    /// Rows above the threshold, among the last ten or as many as this, before an alarm is raised.
    public var minimumRows = 2
    /// An alarm stays on while the score is above this share of the threshold.
    public var hysteresis = 0.8
    /// Rows before anything is judged.
    public var warmup = 150
    public var learning: Learning = .notWhileAlarmed
    /// Rows an alarm lasts before its state is taken for the new normal one, and learnt.
    public var patience = 600

    /// Whether scores end at 1. A threshold is then calibrated on `−ln(1 − s)`, which has no end: a
    /// tail fitted to scores that crowd below 1 would put it where no score can reach.
    public var isBounded = false
    /// Whether scores may be below 0, where 0 is nothing in particular. The usual least score of a
    /// stretch of rows, if negative, is then what margins and shares are measured from.
    public var takesAnySign = false
    /// The highest score there can be, if bounded: a threshold beyond could never be reached.
    public var ceiling = 1.0
    /// Where scores of any sign are taken to end as long as none has been above; nil for nowhere. Their
    /// limit is then not extrapolated beyond what they can reach.
    public var highest: Double?

    public init() {}

    /// A threshold that is a number means just that: a row is flagged when its score reaches it, and
    /// everything is learned, as in the reference libraries.
    public mutating func fix(_ threshold: Double) {
        self.threshold = .fixed(threshold)
        minimumRows = 1
        hysteresis = 1
        warmup = 0
        learning = .always
        isBounded = false
    }
}
