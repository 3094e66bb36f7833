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
/// (Lavin and Ahmad 2015; `scoring.md` section 16).
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

    /// Walks the counted rows for which `isFlagged`: `body` gets the row, its window (nil outside) and
    /// its worth, before any profile.
    func forEachCounted(
        where isFlagged: (Int) -> Bool,
        _ body: (_ row: Int, _ window: Int?, _ worth: Double) -> Void
    ) {
        let first = NABScore.sigma(-1)
        var next = 0
        for span in (firstRow..<max(firstRow, rowCount)).subtracting(ignored) {
            for row in span {
                while next < windows.count, windows[next].upperBound < row { next += 1 }
                guard isFlagged(row) else { continue }
                if next < windows.count, windows[next].contains(row) {
                    let window = windows[next]
                    let x = -Double(window.upperBound - row + 1) / Double(window.count)
                    body(row, next, NABScore.sigma(x) / first)
                } else if next == 0 {
                    body(row, nil, -1)
                } else {
                    let last = windows[next - 1]
                    let isFar = last.count == 1
                    let x = Double(row - last.upperBound) / Double(last.count - 1)
                    body(row, nil, isFar ? -1 : NABScore.sigma(x))
                }
            }
        }
    }

    /// Windows that have a counted row.
    var reachable: Int {
        let counted = (firstRow..<max(firstRow, rowCount)).subtracting(ignored)
        return windows.count { counted.meets(Range($0)) }
    }

    /// What flagging the rows for which `isFlagged` comes to.
    public func score(where isFlagged: (Int) -> Bool) -> NABScore {
        var best = [Double?](repeating: nil, count: windows.count)
        var score = NABScore()
        forEachCounted(where: isFlagged) { _, window, worth in
            if let window {
                best[window] = max(best[window] ?? worth, worth)
            } else {
                score.falseAlarmWorth += worth
            }
        }
        score.foundWorth = best.reduce(0) { $0 + ($1 ?? 0) }
        score.found = best.count { $0 != nil }
        score.reachable = reachable
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
            let hasScore = { (row: Int) in scores[row] > -.infinity }
            file.forEachCounted(where: hasScore) { row, window, worth in
                rows.append(
                    Row(score: scores[row], worth: worth, window: window.map { $0 + windows } ?? -1)
                )
            }
            windows += file.windows.count
            reachable += file.reachable
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
