import AlarmRules
import GroundTruth
import Scoring
import Telemetry

/// A series of rows a second apart, and docs/metrics read word by word: a loop over rows for everything.
///
/// It shares nothing with the scorer but the words, so that both have to make the same mistake for it
/// to stay unseen.
struct SlowScoring {
    static let second: Int64 = 1_000_000_000
    var series: ScoredSeries
    var scores: [Double]
    var flags: [Bool]
    var rule = AlarmRule(mergeGap: .zero, cap: nil)
    /// Scored rows.
    private(set) var scored: [Int] = []
    /// Events that count.
    private(set) var events: [TruthEvent] = []
    private var labels: [Bool] = []

    var all: Range<Int> { flags.indices }
    func time(_ row: Int) -> Int64 { Int64(row) * Self.second }
    func rows(in window: TimeWindow) -> [Int] { all.filter { window.contains(time($0)) } }

    /// Events in order of start, those that are to be found and start behind probation.
    private var candidates: [TruthEvent] {
        series.events.filter { $0.isScored && $0.window.start >= series.probationEnd }
            .sorted {
                ($0.window.start, $0.window.end, $0.id) < ($1.window.start, $1.window.end, $1.id)
            }
    }
    private var early: [TruthEvent] {
        series.events.filter { $0.isScored && $0.window.start < series.probationEnd }
    }
    func isAnomalous(_ row: Int) -> Bool { labels[row] }

    /// Finds what is scored, and what of it is anomalous.
    mutating func read() {
        let out = series.ignoreZones + early.map(\.window)
        let scored = all.filter { row in
            time(row) >= series.probationEnd && !out.contains { $0.contains(time(row)) }
        }
        let events = candidates.filter { event in
            scored.contains { event.window.contains(time($0)) }
        }
        labels = all.map { row in events.contains { $0.window.contains(time(row)) } }
        (self.scored, self.events) = (scored, events)
    }

    /// From the raise to the end of the last flagged row.
    var alarms: [TimeWindow] {
        var groups: [[Int]] = []
        for row in all where flags[row] && time(row) >= series.probationEnd {
            let isNear =
                groups.last.map {
                    time(row) - time($0[$0.count - 1] + 1) <= rule.mergeGap.inNanoseconds
                } ?? false
            if isNear { groups[groups.count - 1].append(row) } else { groups.append([row]) }
        }
        return groups.filter { $0.count >= rule.minRows }
            .map {
                TimeWindow(start: time($0[rule.minRows - 1]), end: time($0[$0.count - 1] + 1))
            }
    }

    func outcome(of alarm: TimeWindow) -> AlarmResult.Outcome {
        if events.contains(where: { $0.window.overlaps(alarm) }) { return .detection }
        let found = Set(events.map(\.id))
        let ignored =
            series.ignoreZones + early.map(\.window)
            + candidates.filter { !found.contains($0.id) }.map(\.window)
        return ignored.contains { $0.overlaps(alarm) } ? .ignored : .falseAlarm
    }

    var counts: PredictionCounts {
        var counts = PredictionCounts()
        for row in scored {
            switch (isAnomalous(row), flags[row]) {
            case (true, true): counts.point.truePositives += 1
            case (true, false): counts.point.falseNegatives += 1
            case (false, true): counts.point.falsePositives += 1
            case (false, false): counts.point.trueNegatives += 1
            }
        }
        let alarms = alarms
        counts.event.alarms = alarms.count
        counts.event.falseAlarms = alarms.count { outcome(of: $0) == .falseAlarm }
        for event in events {
            let isFound = alarms.contains { $0.overlaps(event.window) }
            if isFound { counts.event.detected += 1 } else { counts.event.missed += 1 }
            if scored.contains(where: { event.window.contains(time($0)) && flags[$0] }) {
                counts.hitEvents += 1
            }
        }
        counts.normalHours = Double(scored.count { !isAnomalous($0) }) / 3600
        return counts
    }
}

extension SlowScoring {
    /// Highest score in a window.
    func peak(in window: TimeWindow) -> Double? {
        rows(in: window).map(value).filter { $0 > -.infinity }.max()
    }

    /// Kind of the last change or trouble that the alarm may have been about.
    func cause(of alarm: TimeWindow) -> String? {
        series.events.filter { !$0.isScored && $0.window.overlaps(alarm) }
            .max { $0.window.start < $1.window.start }?.kind
    }

    /// What other flags would count.
    func counts(where isFlagged: (Int) -> Bool) -> PredictionCounts {
        var other = self
        other.flags = all.map(isFlagged)
        return other.counts
    }
}

extension Duration {
    var inNanoseconds: Int64 {
        components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
    }
}
