import Telemetry

/// One machine's verdicts, laid over its readings one after the other.
///
/// A reading covers the time up to the next one. A moment flags the reading that covers it; an interval
/// flags all that it overlaps; where readings are missing, the first one behind the gap is flagged, as our
/// own detectors could flag no other.
public struct FlagTrack: Sendable {
    /// A stretch of time in which something was said.
    struct Stretch: Sendable, Equatable {
        /// Equal to `start` for a moment and for a reading.
        var window: TimeWindow
        var isFlagged: Bool
        var score: Double?
        var received: Int64?
        /// Whether it flagged or judged a reading, and one that is scored.
        var isUsed = false
        var isScored = false
    }

    /// What a reading gets.
    public struct Mark: Sendable, Equatable {
        public var isFlagged = false
        public var score: Double?
    }

    private(set) var stretches: [Stretch]
    /// The first that no reading has reached, and those before it that later readings may meet.
    private var next = 0
    private var open: [Int] = []

    /// - Parameter stretches: in any order.
    init(_ stretches: [Stretch]) {
        self.stretches = stretches.sorted {
            ($0.window.start, $0.window.end) < ($1.window.start, $1.window.end)
        }
    }

    /// Marks a reading, behind all that came before.
    /// - Parameters:
    ///   - time: nanoseconds.
    ///   - period: its length, nanoseconds.
    ///   - gap: readings may be missing for so long after a moment, nanoseconds.
    ///   - isScored: whether the reading is behind the warm-up.
    public mutating func mark(_ time: Int64, period: Int64, gap: Int64, isScored: Bool) -> Mark {
        // Times come as milliseconds, as microseconds, as doubles: near a reading's edge they mean the edge.
        let slack = min(1_000_000, period / 4)
        let end = time.addingSaturated(period)
        while next < stretches.count,
            stretches[next].window.start.addingSaturated(slack) < end
        {
            open.append(next)
            next += 1
        }
        var mark = Mark()
        open.removeAll { index in
            let window = stretches[index].window
            let isMoment = window.end <= window.start
            let covers =
                isMoment
                ? window.start.addingSaturated(slack) >= time
                : time.addingSaturated(slack) < window.end
            // It lay in a gap before this reading, and none has taken it.
            let isBehindGap =
                !covers && !stretches[index].isUsed
                && time.subtractingSaturated(window.start) <= gap
            if covers || isBehindGap {
                stretches[index].isUsed = true
                if isScored { stretches[index].isScored = true }
                mark.isFlagged = mark.isFlagged || stretches[index].isFlagged
                if let score = stretches[index].score {
                    mark.score = max(mark.score ?? score, score)
                }
            }
            return isMoment || !covers
        }
        return mark
    }
}
