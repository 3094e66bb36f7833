import AlarmRules
import GroundTruth
import Scoring
import Telemetry
import Testing

/// Anomalous rows first; scores fall from `top` by one a row, in each class by itself.
private func thresholds(anomalous: Int, top: Int, normal: Int) -> [Double] {
    let count = anomalous + normal
    let series = ScoredSeries(
        machine: "m", times: (0..<count).map { Int64($0) },
        scores: (0..<count).map {
            Double($0 < anomalous ? top - $0 : normal - ($0 - anomalous))
        }, flags: [Bool](repeating: false, count: count),
        events: [
            TruthEvent(
                id: "e", machine: "m", kind: "k", group: .process,
                window: TimeWindow(start: 0, end: Int64(anomalous)))
        ], period: 1)
    return scorecard([series], options: ScoringOptions(vusWindow: 0)).sweep.map(\.threshold)
}

@Suite struct `Thresholds of a sweep` {
    @Test func `are ever closer towards the highest normal scores, and reach the lowest`() {
        #expect(
            thresholds(anomalous: 1, top: 1000, normal: 40)
                == [1, 8, 16, 24, 28, 32, 34, 36, 37, 38, 39, 40, 1000])
        #expect(
            thresholds(anomalous: 1, top: 1000, normal: 9)
                == [1, 3, 5, 6, 7, 8, 9, 1000])
    }

    @Test func `are evenly spread over anomalous scores, up to 24 of them`() {
        let few = thresholds(anomalous: 4, top: 1004, normal: 2).filter { $0 > 2 }
        #expect(few == [1001, 1002, 1003, 1004])
        let many = thresholds(anomalous: 231, top: 1231, normal: 2).filter { $0 > 2 }
        let everyTenth = Array(stride(from: 1001.0, through: 1231, by: 10))
        #expect(many == everyTenth)
    }

    @Test func `are fewer where rows come by the million`() {
        let found = thresholds(anomalous: 15, top: 3_000_015, normal: 2_000_000)
        let ranks = found.filter { $0 <= 2_000_000 }.map { 2_000_000 - Int($0) }.sorted()
        let fourfold = [0, 1, 2, 8, 32, 128, 512, 2048, 8192, 32_768, 131_072, 524_288]
        #expect(ranks == fourfold + [1_999_999])
        let everySecond = Array(stride(from: 3_000_001.0, through: 3_000_015, by: 2))
        #expect(found.filter { $0 > 2_000_000 } == everySecond)
    }
}
