import Scoring

/// SKAB's outlier score: rows of all files together.
struct SKABScore: SetScore {
    static let title = "SKAB outlier detection"
    private var sum = PointCounts()

    mutating func add(_ result: SetResult) { sum += result.counts }

    func figures() -> [SetFigure] {
        let (hits, misses) = (sum.truePositives, sum.falseNegatives)
        return [
            SetFigure("f1", sum.f1), SetFigure("far_percent", sum.falseAlarmPercent),
            SetFigure("mar_percent", ratio(100 * misses, misses + hits)),
        ]
    }
}

/// TEP's tables: the share of a fault's rows that are flagged, and of normal rows.
struct DetectionRateScore: SetScore {
    static let title = "TEP detection rate"
    /// Too small to be seen in any published table.
    private static let invisible = ["fault3", "fault9", "fault15"]
    private var rates: [(kind: String, rate: Double?)] = []
    private var sum = PointCounts()

    mutating func add(_ result: SetResult) {
        let counts = result.counts
        sum += counts
        if !result.facts.kind.isEmpty {
            let hits = counts.truePositives
            rates.append((result.facts.kind, ratio(100 * hits, hits + counts.falseNegatives)))
        }
    }

    func figures() -> [SetFigure] {
        let visible = rates.filter { !Self.invisible.contains($0.kind) }
        return [
            SetFigure("detection_rate_percent", mean(rates.map(\.rate))),
            SetFigure("without_3_9_15_percent", mean(visible.map(\.rate))),
            SetFigure("false_alarm_rate_percent", sum.falseAlarmPercent),
        ] + rates.map { SetFigure("\($0.kind)_percent", $0.rate) }
    }
}

/// The UCR archive's: whether the highest score of the test rows lies in the event or up to 100 rows beside
/// it, or up to the event's own length if that is more (Wu and Keogh 2021).
struct PeakScore: SetScore {
    static let title = "UCR accuracy"
    private var (correct, count) = (0, 0)

    mutating func add(_ result: SetResult) {
        count += 1
        guard let first = result.labels.firstIndex(of: true),
            let last = result.labels.lastIndex(of: true)
        else { return }
        var peak: Int?
        for row in result.counted where !result.scores[row].isNaN {
            if result.scores[row] > peak.map({ result.scores[$0] }) ?? -.infinity { peak = row }
        }
        let room = max(100, last - first + 1)
        if let peak, peak >= first - room, peak <= last + room { correct += 1 }
    }

    func figures() -> [SetFigure] {
        [
            SetFigure("accuracy", ratio(correct, count)), SetFigure("correct", Double(correct)),
            SetFigure("series", Double(count)),
        ]
    }
}

extension PointCounts {
    /// Share of normal rows that are flagged.
    fileprivate var falseAlarmPercent: Double? {
        ratio(100 * falsePositives, falsePositives + trueNegatives)
    }
}

/// Of those that are defined; nil if none is.
func mean(_ values: [Double?]) -> Double? { Scoring.mean(values.compactMap { $0 }) }
