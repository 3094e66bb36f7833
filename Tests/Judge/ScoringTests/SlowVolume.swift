import Scoring

/// VUS of several machines as docs/metrics/vus.md defines it: a soft label for each row and buffer.
struct SlowVolume {
    var roc = 0.0
    var pr = 0.0

    /// - Precondition: there are rows of both classes.
    init(_ machines: [SlowScoring], window: Int) {
        let ranking = SlowRanking(machines)
        let scores = (ranking.anomalous + ranking.normal).sorted(by: >)
        let step = Double(scores.count - 1) / 249
        let thresholds = (0..<250).map {
            scores[$0 == 249 ? scores.count - 1 : Int(Double($0) * step)]
        }
        for width in 0...window {
            let soft = machines.map { Soft($0, width) }
            var (lastTPR, lastFPR) = (0.0, 0.0)
            var (area, steps) = (0.0, 0.0)
            for threshold in thresholds {
                let hits = soft.reduce(0) { $0 + $1.sum { $0 >= threshold } }
                let flagged = Double(scores.count { $0 >= threshold })
                let p0 = Double(ranking.anomalous.count)
                let beside = soft.reduce(0) { $0 + $1.sumBeside { $0 >= threshold } }
                let p1 = (p0 + p0 + beside) / 2
                let seen = soft.reduce(0) { $0 + $1.zonesSeen { $0 >= threshold } }
                let zones = soft.reduce(0) { $0 + $1.zones.count }
                let tpr = min(hits / p1, 1) * Double(seen) / Double(zones)
                let fpr = (flagged - hits) / (Double(scores.count) - p1)
                area += (fpr - lastFPR) * (tpr + lastTPR) / 2
                steps += (tpr - lastTPR) * hits / flagged
                (lastTPR, lastFPR) = (tpr, fpr)
            }
            roc += (area + (1 - lastFPR) * (1 + lastTPR) / 2) / Double(window + 1)
            pr += steps / Double(window + 1)
        }
    }

    /// One machine's soft labels and zones for one buffer, by place.
    private struct Soft {
        let scores: [Double]
        var labels: [Double]
        let isInRun: [Bool]
        let zones: [Range<Int>]

        init(_ one: SlowScoring, _ width: Int) {
            let places = one.scored
            scores = places.map(one.value)
            let runs = one.runs(where: one.isAnomalous)
            isInRun = places.map(one.isAnomalous)
            labels = places.indices.map { place in
                let sum = runs.reduce(0.0) { sum, run in
                    let distance = max(run[0] - place, place - run[run.count - 1])
                    if distance <= 0 { return sum + 1 }
                    return 2 * distance > width
                        ? sum : sum + (1 - Double(distance) / Double(width)).squareRoot()
                }
                return min(1, sum)
            }
            var zones: [Range<Int>] = []
            for run in runs {
                let wide =
                    max(
                        0, run[0] - width / 2)..<min(
                        places.count, run[run.count - 1] + 1 + width / 2)
                if let last = zones.last, wide.lowerBound < last.upperBound {
                    zones[zones.count - 1] = last.lowerBound..<wide.upperBound
                } else {
                    zones.append(wide)
                }
            }
            self.zones = zones
        }

        func sum(_ isFlagged: (Double) -> Bool) -> Double {
            labels.indices.reduce(0) { isFlagged(scores[$1]) ? $0 + labels[$1] : $0 }
        }

        func sumBeside(_ isFlagged: (Double) -> Bool) -> Double {
            labels.indices.reduce(0) {
                isFlagged(scores[$1]) && !isInRun[$1] ? $0 + labels[$1] : $0
            }
        }

        func zonesSeen(_ isFlagged: (Double) -> Bool) -> Int {
            zones.count { $0.contains { isFlagged(scores[$0]) } }
        }
    }
}
