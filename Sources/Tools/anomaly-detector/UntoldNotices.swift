import DetectorService
import Telemetry

/// Notices on their way to standard error: each kind in few lines, and those that grow from cycle to
/// cycle at most once a minute.
struct UntoldNotices {
    /// Lines of one kind in a cycle, at most.
    private static let most = 10
    private static let interval = Duration.seconds(60)

    private var lines: [String] = []
    private var missing: [SeriesIdentity: Int64] = [:]
    private var late = 0
    private var lastGrowing: ContinuousClock.Instant?

    mutating func add(_ notices: [DetectorNotice]) {
        var counts: [Int] = [0, 0, 0]
        for notice in notices {
            let kind: Int
            switch notice {
            case .missing(let counts):
                missing.merge(counts) { max($0, $1) }
                continue
            case .late(let count):
                late += count
                continue
            case .ahead: kind = 0
            case .fastClock, .leads: kind = 1
            case .sharedLabel: kind = 2
            }
            counts[kind] += 1
            if counts[kind] <= Self.most { lines.append("\(notice)") }
        }
        for count in counts where count > Self.most {
            lines.append("and \(count - Self.most) more of the same")
        }
    }

    /// The lines that are to be told now.
    /// - Parameter isOnce: whether the end is near, and what grows can wait for it.
    mutating func due(isOnce: Bool) -> [String] {
        let now = ContinuousClock.now
        let isDue = lastGrowing.map { now - $0 >= Self.interval } ?? true
        guard !isOnce, isDue, !missing.isEmpty || late > 0 else {
            defer { lines = [] }
            return lines
        }
        lastGrowing = now
        return rest()
    }

    /// All that is left.
    mutating func rest() -> [String] {
        defer { (lines, missing, late) = ([], [:], 0) }
        return lines + (missing.isEmpty ? [] : ["\(DetectorNotice.missing(missing))"])
            + (late > 0 ? ["\(DetectorNotice.late(late))"] : [])
    }
}
