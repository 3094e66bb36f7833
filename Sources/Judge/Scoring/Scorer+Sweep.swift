import AlarmRules
import Telemetry

/// What one fixed threshold for all rows would come to.
public struct SweepPoint: Sendable, Equatable {
    public var threshold: Double
    public var counts: PredictionCounts

    public init(threshold: Double, counts: PredictionCounts) {
        self.threshold = threshold
        self.counts = counts
    }
}

/// Some threescore thresholds and the rows that each flags.
///
/// The thresholds are scores that occur: evenly spread over the anomalous rows, and ever closer
/// together towards the highest of the normal ones, where detectors work. Fewer for millions of
/// rows.
struct SweepThresholds {
    /// Falling, and how many scored rows of each class are at least as high.
    private(set) var found: [(threshold: Double, anomalous: Int, normal: Int)] = []
    let anomalousCount: Int
    let normalCount: Int
    /// Ranks wanted, ascending, and the next of them.
    private let anomalousRanks: [Int]
    let normalRanks: [Int]
    private var next = (anomalous: 0, normal: 0)
    private var soFar = (anomalous: 0, normal: 0)

    init(anomalous: Int, normal: Int) {
        anomalousCount = anomalous
        normalCount = normal
        let isLarge = anomalous + normal > 2_000_000
        let (count, last) = (anomalousCount, anomalousCount - 1)
        let steps = min(count, isLarge ? 8 : 24)
        anomalousRanks = (0..<steps).map { $0 * last / max(1, steps - 1) }
        normalRanks = Self.normalRanks(normalCount, isLarge: isLarge)
    }

    /// Ranks 0, 1, 2, 3, 4, 6, 8, 12, 16, …, highest score first; the last too.
    private static func normalRanks(_ count: Int, isLarge: Bool) -> [Int] {
        var ranks: [Int] = []
        var rank = 0
        var power = 1
        while rank < count {
            ranks.append(rank)
            if rank < 2 {
                rank += 1
            } else if rank == power {
                rank = isLarge ? 4 * power : power + power / 2
                if isLarge { power = rank }
            } else {
                power *= 2
                rank = power
            }
            if rank == 2 { power = 2 }
        }
        if let last = ranks.last, last < count - 1 { ranks.append(count - 1) }
        return ranks
    }

    /// Takes the next tie, from the highest score.
    @inline(__always)
    mutating func take(_ key: UInt64, _ anomalous: Int, _ normal: Int) {
        soFar.anomalous += anomalous
        soFar.normal += normal
        let isWanted =
            next.anomalous < anomalousRanks.count
            && anomalousRanks[next.anomalous] < soFar.anomalous
            || next.normal < normalRanks.count && normalRanks[next.normal] < soFar.normal
        if isWanted { add(key) }
    }

    private mutating func add(_ key: UInt64) {
        while next.anomalous < anomalousRanks.count,
            anomalousRanks[next.anomalous] < soFar.anomalous
        {
            next.anomalous += 1
        }
        while next.normal < normalRanks.count, normalRanks[next.normal] < soFar.normal {
            next.normal += 1
        }
        let threshold = RankedScores.score(key)
        if threshold.isFinite { found.append((threshold, soFar.anomalous, soFar.normal)) }
    }
}

extension Scorer {
    /// Counts rows, events and false alarms at each threshold, thresholds rising.
    /// - Complexity: one pass over the rows, for all thresholds together.
    static func sweep(
        _ parts: [RankedPart], _ thresholds: SweepThresholds, rule: AlarmRule
    ) throws -> [SweepPoint] {
        var points = thresholds.found.reversed().map { one in
            var counts = PredictionCounts()
            counts.point = PointCounts(
                truePositives: one.anomalous, falsePositives: one.normal,
                falseNegatives: thresholds.anomalousCount - one.anomalous,
                trueNegatives: thresholds.normalCount - one.normal)
            return SweepPoint(threshold: one.threshold, counts: counts)
        }
        let levels = points.map(\.threshold)
        for part in parts {
            let (series, layout) = part
            let peaks = try layout.events.map { event in
                try layout.scored(event).compactMap { try series.peakScore(in: $0) }.max()
                    ?? -.infinity
            }
            let normal = layout.scoredCount - layout.anomalousCount
            let alarms = try alarmCounts(part, levels, rule)
            for index in points.indices {
                points[index].counts.normalHours += hours(normal, series.period)
                points[index].counts.event += alarms[index]
                points[index].counts.hitEvents += peaks.count { $0 >= levels[index] }
            }
        }
        return points
    }

    /// What the alarms of each of these thresholds, rising, find in one series.
    private static func alarmCounts(
        _ part: RankedPart, _ levels: [Double], _ rule: AlarmRule
    ) throws -> [EventCounts] {
        guard let lowest = levels.first else { return [] }
        let (series, layout) = part
        var groups = levels.map { _ in AlarmGroup(rule, period: series.period) }
        var judges = levels.map { _ in AlarmJudge(layout) }
        let rows = layout.firstRow..<max(layout.firstRow, series.rows.count)
        try series.rows.read(rows, [.scores, .times]) { piece in
            // Rows come by the million, and each to as many groups as there are thresholds below it.
            groups.withUnsafeMutableBufferPointer { groups in
                judges.withUnsafeMutableBufferPointer { judges in
                    for (index, score) in piece.scores.enumerated() where score >= lowest {
                        var level = 0
                        while level < levels.count, levels[level] <= score {
                            groups[level].flag(piece.times[index]) { judges[level].take($0) }
                            level += 1
                        }
                    }
                }
            }
        }
        for index in groups.indices { groups[index].close { judges[index].take($0) } }
        return judges.map(\.result)
    }
}
