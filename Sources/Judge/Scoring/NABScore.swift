import Glibc

/// What NAB pays for each outcome (its `config/profiles.json`).
public struct NABProfile: Sendable, Equatable {
    /// For a window found at its first row.
    public var truePositive: Double
    /// For a false alarm far from any window, as a cost.
    public var falsePositive: Double
    /// For a window missed, as a cost.
    public var falseNegative: Double

    public static let standard = NABProfile(
        truePositive: 1, falsePositive: 0.11, falseNegative: 1)
    public static let lowFP = NABProfile(truePositive: 1, falsePositive: 0.22, falseNegative: 1)
    public static let lowFN = NABProfile(truePositive: 1, falsePositive: 0.11, falseNegative: 2)
}

/// Predictions on one or more files, as NAB adds them up before a profile is applied
/// (Lavin and Ahmad 2015; docs/metrics/nab.md).
public struct NABScore: Sendable, Equatable {
    /// Over windows that were found, the best position in each: 1 for the first row.
    public var foundWorth = 0.0
    public var found = 0
    /// Windows that have a counted row, found or not.
    public var reachable = 0
    /// All windows, also those wholly in probation.
    public var windows = 0
    /// Over false alarms, how far they are from the window before: 0 right after it, -1 far away.
    public var falseAlarmWorth = 0.0

    public init() {}

    public static func += (sum: inout NABScore, other: NABScore) {
        sum.foundWorth += other.foundWorth
        sum.found += other.found
        sum.reachable += other.reachable
        sum.windows += other.windows
        sum.falseAlarmWorth += other.falseAlarmWorth
    }

    public func raw(_ profile: NABProfile) -> Double {
        profile.truePositive * foundWorth - profile.falseNegative * Double(reachable - found)
            + profile.falsePositive * falseAlarmWorth
    }

    /// Raw score with nothing flagged.
    public func silent(_ profile: NABProfile) -> Double {
        -profile.falseNegative * Double(reachable)
    }

    /// 0 for a silent detector, 100 for one that finds each window at its first row and nothing else;
    /// nil without windows.
    public func normalized(_ profile: NABProfile) -> Double? {
        Self.normalized(raw(profile), silent: silent(profile), profile, windows)
    }

    static func normalized(
        _ raw: Double, silent: Double, _ profile: NABProfile, _ windows: Int
    ) -> Double? {
        guard windows > 0 else { return nil }
        return 100 * (raw - silent) / (profile.truePositive * Double(windows) - silent)
    }

    static func sigma(_ x: Double) -> Double { x > 3 ? -1 : 2 / (1 + exp(5 * x)) - 1 }
}

/// One file as NAB sees it: rows, windows, probation.
public struct NABFile: Sendable {
    /// First and last row of each window, both inside; ascending, disjoint.
    public var windows: [ClosedRange<Int>]
    public var rowCount: Int
    /// First row that counts.
    public let firstRow: Int
    /// Rows that don't count although they are past probation.
    public var ignored: [Range<Int>]

    /// Share of a file that is probation, and the file length at which it stops growing.
    static let probation = (share: 0.15, rows: 5000.0)

    public init(windows: [ClosedRange<Int>], rowCount: Int, ignored: [Range<Int>] = []) {
        self.windows = windows
        self.rowCount = rowCount
        self.ignored = ignored
        firstRow = Int(
            min(
                (Self.probation.share * Double(rowCount)).rounded(.down),
                Self.probation.share * Self.probation.rows))
    }

    /// Rows that count, ascending and disjoint.
    fileprivate var counted: [Range<Int>] {
        (firstRow..<max(firstRow, rowCount)).subtracting(ignored)
    }

    /// What flagging the rows for which `isFlagged` comes to.
    public func score(where isFlagged: (Int) -> Bool) -> NABScore {
        var tally = NABTally(self)
        for row in 0..<rowCount where isFlagged(row) { tally.take(row..<row + 1) }
        return tally.score
    }
}

/// Takes flagged rows one range after the other.
struct NABTally {
    private let windows: [ClosedRange<Int>]
    private let counted: [Range<Int>]
    /// The counted range and the window that the next row may be in.
    private var span = 0
    private var next = 0
    /// Worth of the best flagged row of each window, where there is one.
    private var best: [Double?]
    private var falseAlarmWorth = 0.0
    /// Worth of a window's first row, before it is made 1.
    private let first = NABScore.sigma(-1)

    init(_ file: NABFile) {
        windows = file.windows
        counted = file.counted
        best = [Double?](repeating: nil, count: windows.count)
    }

    /// - Parameter rows: flagged, behind all that came before.
    mutating func take(_ rows: Range<Int>) {
        while span < counted.count, counted[span].upperBound <= rows.lowerBound { span += 1 }
        var place = span
        while place < counted.count, counted[place].lowerBound < rows.upperBound {
            for row in counted[place].clamped(to: rows) {
                let (window, worth) = worth(of: row)
                if let window {
                    best[window] = max(best[window] ?? worth, worth)
                } else {
                    falseAlarmWorth += worth
                }
            }
            place += 1
        }
    }

    /// The window that `row` is in (nil outside), and its worth before any profile.
    mutating func worth(of row: Int) -> (window: Int?, worth: Double) {
        while next < windows.count, windows[next].upperBound < row { next += 1 }
        if next < windows.count, windows[next].contains(row) {
            let window = windows[next]
            let x = -Double(window.upperBound - row + 1) / Double(window.count)
            return (next, NABScore.sigma(x) / first)
        }
        if next == 0 { return (nil, -1) }
        let last = windows[next - 1]
        if last.count == 1 { return (nil, -1) }
        return (nil, NABScore.sigma(Double(row - last.upperBound) / Double(last.count - 1)))
    }

    var score: NABScore {
        var score = NABScore()
        score.falseAlarmWorth = falseAlarmWorth
        score.foundWorth = best.reduce(0) { $0 + ($1 ?? 0) }
        score.found = best.count { $0 != nil }
        score.reachable = windows.count { counted.meets(Range($0)) }
        score.windows = windows.count
        return score
    }
}

extension NABScore {
    /// The threshold an oracle would choose for `profile` over all files, and what it would get.
    ///
    /// Candidates are NAB's: 1.1, at which nothing is flagged, and each score there is; of those equal
    /// to 1e-12, the highest. Rows without a score are never flagged.
    /// - Complexity: O(n log n) for n counted rows.
    public static func optimum(
        _ files: [(file: NABFile, scores: [Double])], _ profile: NABProfile
    ) -> (threshold: Double, raw: Double, normalized: Double?) {
        struct Row {
            var score: Double
            var worth: Double
            var window: Int
        }
        var rows: [Row] = []
        var (windows, reachable) = (0, 0)
        for (file, scores) in files {
            var tally = NABTally(file)
            for row in file.counted.joined() where scores[row] > -.infinity {
                let (window, worth) = tally.worth(of: row)
                rows.append(
                    Row(score: scores[row], worth: worth, window: window.map { $0 + windows } ?? -1)
                )
            }
            windows += file.windows.count
            reachable += tally.score.reachable
        }
        rows.sort { $0.score > $1.score }
        var best = [Double?](repeating: nil, count: windows)
        var score = NABScore()
        score.windows = windows
        score.reachable = reachable
        var optimum = (threshold: 1.1, raw: score.raw(profile))
        for (index, row) in rows.enumerated() {
            if row.window < 0 {
                score.falseAlarmWorth += row.worth
            } else if let old = best[row.window] {
                score.foundWorth += max(0, row.worth - old)
                best[row.window] = max(old, row.worth)
            } else {
                score.found += 1
                score.foundWorth += row.worth
                best[row.window] = row.worth
            }
            if index + 1 < rows.count, rows[index + 1].score == row.score { continue }
            let raw = score.raw(profile)
            if raw > optimum.raw + 1e-12 { optimum = (row.score, raw) }
        }
        return (
            optimum.threshold, optimum.raw,
            normalized(optimum.raw, silent: score.silent(profile), profile, windows)
        )
    }
}
