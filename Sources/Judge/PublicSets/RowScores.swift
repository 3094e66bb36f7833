/// SKAB's outlier score: rows of all files together.
struct SKABScore: SetScore {
    static let title = "SKAB outlier detection"
    private var (hits, misses, falseAlarms, quiet) = (0, 0, 0, 0)

    mutating func add(_ result: SetResult) {
        for row in result.counted {
            switch (result.labels[row], result.flags[row]) {
            case (true, true): hits += 1
            case (true, false): misses += 1
            case (false, true): falseAlarms += 1
            case (false, false): quiet += 1
            }
        }
    }

    func figures() -> [SetFigure] {
        [
            SetFigure("f1", ratio(2 * hits, 2 * hits + misses + falseAlarms)),
            SetFigure("far_percent", ratio(100 * falseAlarms, falseAlarms + quiet)),
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
    private var (falseAlarms, normal) = (0, 0)

    mutating func add(_ result: SetResult) {
        var (hits, anomalous) = (0, 0)
        for row in result.counted {
            if result.labels[row] {
                anomalous += 1
                if result.flags[row] { hits += 1 }
            } else {
                normal += 1
                if result.flags[row] { falseAlarms += 1 }
            }
        }
        if !result.facts.kind.isEmpty {
            rates.append((result.facts.kind, ratio(100 * hits, anomalous)))
        }
    }

    func figures() -> [SetFigure] {
        let visible = rates.filter { !Self.invisible.contains($0.kind) }
        return [
            SetFigure("detection_rate_percent", mean(rates.map(\.rate))),
            SetFigure("without_3_9_15_percent", mean(visible.map(\.rate))),
            SetFigure("false_alarm_rate_percent", ratio(100 * falseAlarms, normal)),
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

func ratio(_ part: Int, _ whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
}

/// Of those that are defined; nil if none is.
func mean(_ values: [Double?]) -> Double? {
    let known = values.compactMap { $0 }
    return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
}
