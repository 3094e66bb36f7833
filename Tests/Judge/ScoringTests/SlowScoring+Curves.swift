import Glibc
import Scoring

/// What scores and runs come to, from the definitions.
extension SlowScoring {
    /// The highest of missing ones is missing.
    func value(_ row: Int) -> Double { scores[row] > -.infinity ? scores[row] : -.infinity }

    /// Runs of rows, told as places among the scored ones.
    func runs(where isIn: (Int) -> Bool) -> [[Int]] {
        var runs: [[Int]] = []
        for (place, row) in scored.enumerated() where isIn(row) {
            if let last = runs.last, last[last.count - 1] == place - 1 {
                runs[runs.count - 1].append(place)
            } else {
                runs.append([place])
            }
        }
        return runs
    }

    /// Range precision and recall: recall with the front of a range weighing most, one of several
    /// overlaps worth its share.
    var range: (precision: [Double], recall: [Double]) {
        let truth = runs(where: isAnomalous)
        let found = runs { flags[$0] }
        func share(_ run: [Int], of others: [[Int]], weight: (Int) -> Double) -> Double {
            let met = others.count { !Set($0).isDisjoint(with: run) }
            if met == 0 { return 0 }
            let inside = Set(others.joined())
            let weights = run.indices.map(weight)
            let common = run.indices.filter { inside.contains(run[$0]) }
            return common.reduce(0) { $0 + weights[$1] } / weights.reduce(0, +) / Double(met)
        }
        return (
            found.map { share($0, of: truth) { _ in 1 } },
            truth.map { run in share(run, of: found) { Double(run.count - $0) } }
        )
    }

    /// All rows of a run that has a flagged one count as flagged.
    var pointAdjusted: PointCounts {
        let places = scored
        var counts = PointCounts()
        for run in runs(where: isAnomalous) {
            if run.contains(where: { flags[places[$0]] }) {
                counts.truePositives += run.count
            } else {
                counts.falseNegatives += run.count
            }
        }
        counts.falsePositives = places.count { !isAnomalous($0) && flags[$0] }
        counts.trueNegatives = places.count { !isAnomalous($0) && !flags[$0] }
        return counts
    }

    /// NAB's raw score, and what a silent and a perfect detector have (docs/metrics/nab.md).
    func nab(falsePositive: Double, falseNegative: Double) -> (
        raw: Double, silent: Double, perfect: Double
    ) {
        var windows: [ClosedRange<Int>] = []
        let events = series.events.filter(\.isScored).map { rows(in: $0.window) }
        for rows in events.filter({ !$0.isEmpty }).sorted(by: { $0[0] < $1[0] }) {
            if let last = windows.last, rows[0] <= last.upperBound {
                windows[windows.count - 1] =
                    last.lowerBound...max(last.upperBound, rows[rows.count - 1])
            } else {
                windows.append(rows[0]...rows[rows.count - 1])
            }
        }
        func isCounted(_ row: Int) -> Bool {
            row >= Int(0.15 * Double(flags.count))
                && (windows.contains { $0.contains(row) }
                    || !series.ignoreZones.contains { $0.contains(time(row)) })
        }
        func sigma(_ x: Double) -> Double { x > 3 ? -1 : 2 / (1 + exp(5 * x)) - 1 }
        var (raw, silent) = (0.0, 0.0)
        for window in windows {
            let length = Double(window.count)
            let worth = window.filter { flags[$0] && isCounted($0) }.map {
                sigma(-Double(window.upperBound - $0 + 1) / length) / sigma(-1)
            }
            if window.contains(where: isCounted) { silent -= falseNegative }
            if let best = worth.max() {
                raw += best
            } else if window.contains(where: isCounted) {
                raw -= falseNegative
            }
        }
        for row in all where flags[row] && isCounted(row) {
            if windows.contains(where: { $0.contains(row) }) { continue }
            let before = windows.last { $0.upperBound < row }
            let length = before.map { Double($0.count - 1) } ?? 0
            let distance = before.map { Double(row - $0.upperBound) } ?? 0
            raw += falsePositive * (length == 0 ? -1 : sigma(distance / length))
        }
        return (raw, silent, Double(windows.count))
    }
}

/// What the ranking of several machines' scores comes to.
struct SlowRanking {
    /// Highest first.
    let thresholds: [Double]
    let anomalous: [Double]
    let normal: [Double]

    init(_ machines: [SlowScoring]) {
        anomalous = machines.flatMap { one in
            one.scored.filter(one.isAnomalous).map(one.value)
        }
        normal = machines.flatMap { one in
            one.scored.filter { !one.isAnomalous($0) }.map(one.value)
        }
        thresholds = Set(anomalous + normal).sorted(by: >)
    }

    var isDefined: Bool { !anomalous.isEmpty && !normal.isEmpty }

    /// Share of pairs that the anomalous row wins, ties counting half.
    var rocAUC: Double {
        var won = 0.0
        for high in anomalous {
            for low in normal { won += high > low ? 1 : high == low ? 0.5 : 0 }
        }
        return won / Double(anomalous.count * normal.count)
    }

    /// Recall, precision, false positive rate and F1 at each threshold.
    var curve: [(recall: Double, precision: Double, fpr: Double, f1: Double)] {
        thresholds.map { threshold in
            let tp = anomalous.count { $0 >= threshold }
            let fp = normal.count { $0 >= threshold }
            return (
                Double(tp) / Double(anomalous.count), Double(tp) / Double(tp + fp),
                Double(fp) / Double(normal.count),
                2 * Double(tp) / Double(tp + fp + anomalous.count)
            )
        }
    }

    /// Step sum, and with straight lines from (0, 1).
    var areas: (step: Double, straight: Double) {
        var (step, straight) = (0.0, 0.0)
        var last = (recall: 0.0, precision: 1.0)
        for point in curve {
            step += (point.recall - last.recall) * point.precision
            straight += (point.recall - last.recall) * (point.precision + last.precision) / 2
            last = (point.recall, point.precision)
        }
        return (step, straight)
    }
}
