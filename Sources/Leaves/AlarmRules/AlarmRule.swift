/// How flagged rows become alarms a person is paged for; belongs to the scenario, not the detector.
///
/// Lengths are in seconds, and rows may be hours apart. What nobody has said lasts so many rows at
/// least, so that the same rows make the same alarms whether they are a second or an hour apart; what
/// somebody has said lasts one row at least. ``inForce(period:)`` tells what that comes to.
public struct AlarmRule: Sendable, Equatable {
    /// Flagged rows this far apart still belong to one alarm, seconds.
    public private(set) var mergeGap: Double
    /// An alarm is raised at its `minRows`-th flagged row; a group with fewer is none.
    public var minRows: Int
    /// A longer alarm counts again every so many seconds; nil for never.
    public private(set) var cap: Double?
    /// Rows that the gap and the cap last at least.
    public var leastGapRows: Int
    public var leastCapRows: Int

    /// The rule that holds where nobody has said another.
    public init(minRows: Int = 1) {
        mergeGap = 10
        leastGapRows = 10
        self.minRows = minRows
        cap = 300
        leastCapRows = 60
    }

    /// - Parameter mergeGap: seconds.
    public init(mergeGap: Double, minRows: Int = 1) {
        self.init(minRows: minRows)
        say(mergeGap: mergeGap)
    }

    /// - Parameters:
    ///   - mergeGap: seconds.
    ///   - cap: seconds; nil for never.
    public init(mergeGap: Double, minRows: Int = 1, cap: Double?) {
        self.init(mergeGap: mergeGap, minRows: minRows)
        say(cap: cap)
    }

    /// Takes the merge gap that somebody has asked for, seconds.
    public mutating func say(mergeGap: Double) {
        self.mergeGap = mergeGap
        leastGapRows = 1
    }

    /// Takes the cap that somebody has asked for, seconds; nil for never.
    public mutating func say(cap: Double?) {
        self.cap = cap
        leastCapRows = 1
    }
}

extension AlarmRule {
    /// Gap and cap as rows of one period get them.
    public struct InForce: Sendable, Equatable {
        /// Seconds.
        public var mergeGap: Double
        /// Seconds; nil for never.
        public var cap: Double?

        public init(mergeGap: Double, cap: Double?) {
            self.mergeGap = mergeGap
            self.cap = cap
        }
    }

    /// - Parameter period: from one row to the next, seconds.
    public func inForce(period: Double) -> InForce {
        let period = period.isFinite ? max(0, period) : 0
        return InForce(
            // A gap of nothing joins rows that follow each other, and is not made a longer one.
            mergeGap: mergeGap > 0 ? max(mergeGap, Double(leastGapRows) * period) : 0,
            cap: cap.map { max($0, Double(leastCapRows) * period) })
    }
}

extension AlarmRule {
    /// The merge gap as it was said, at most three centuries.
    public var mergeGapNanoseconds: Int64 { nanoseconds(mergeGap) }
}
