import Telemetry

/// How flagged rows become alarms a person is paged for (docs/metrics/event.md): the one rule of the
/// live detector and of the scorer. In a test it belongs to the scenario, not to the detector.
///
/// Rows may be hours apart. A length that nobody has said lasts so many rows at least, so that the
/// same rows make the same alarms whether they are a second or an hour apart; one that somebody has
/// said lasts one row at least. ``inForce(period:)`` tells what that comes to.
public struct AlarmRule: Sendable, Equatable {
    /// Flagged rows this far apart still belong to one alarm: from the end of one to the start of the next.
    public private(set) var mergeGap: Duration
    /// An alarm is raised at its `minRows`-th flagged row; a group with fewer is none.
    public var minRows: Int
    /// A longer alarm counts again every so often, as a pager repeats itself; nil for never.
    public private(set) var cap: Duration?
    /// Rows that the gap and the cap last at least.
    public var leastGapRows: Int
    public var leastCapRows: Int

    /// The rule that holds where nobody has said another: 10 s, and 300 s between repeats.
    public init(minRows: Int = 1) {
        mergeGap = .seconds(10)
        leastGapRows = 10
        self.minRows = minRows
        cap = .seconds(300)
        leastCapRows = 60
    }

    public init(mergeGap: Duration, minRows: Int = 1) {
        self.init(minRows: minRows)
        say(mergeGap: mergeGap)
    }

    /// - Parameter cap: nil for never.
    public init(mergeGap: Duration, minRows: Int = 1, cap: Duration?) {
        self.init(mergeGap: mergeGap, minRows: minRows)
        say(cap: cap)
    }

    /// Takes the merge gap that somebody has asked for.
    public mutating func say(mergeGap: Duration) {
        self.mergeGap = mergeGap
        leastGapRows = 1
    }

    /// Takes the cap that somebody has asked for; nil for never.
    public mutating func say(cap: Duration?) {
        self.cap = cap
        leastCapRows = 1
    }
}

extension AlarmRule {
    /// Gap and cap as rows of one period get them.
    public struct InForce: Sendable, Equatable {
        public var mergeGap: Duration
        /// Nil for never.
        public var cap: Duration?

        public init(mergeGap: Duration, cap: Duration?) {
            self.mergeGap = mergeGap
            self.cap = cap
        }
    }

    /// - Parameter period: from one row to the next, nanoseconds.
    public func inForce(period: Int64) -> InForce {
        func atLeast(_ rows: Int, _ length: Duration) -> Duration {
            max(length, .nanoseconds(max(0, period).multipliedSaturated(by: Int64(rows))))
        }
        return InForce(
            // A gap of nothing joins rows that follow each other, and is not made a longer one.
            mergeGap: mergeGap > .zero ? atLeast(leastGapRows, mergeGap) : .zero,
            cap: cap.map { atLeast(leastCapRows, $0) })
    }
}
