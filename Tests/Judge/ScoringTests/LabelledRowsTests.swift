import Scoring
import Telemetry
import Testing

private let second: Int64 = 1_000_000_000

/// Rows as a picture: `=` is a row of label 1; times are as given, or a second apart.
private func rows(_ picture: String, times: [Int64]? = nil, events: [String] = []) -> LabelledRows {
    let labels = picture.map { $0 == "=" }
    var names: [String] = []
    let indices = events.map { name -> Int32 in
        if !names.contains(name) { names.append(name) }
        return Int32(names.firstIndex(of: name) ?? 0)
    }
    return LabelledRows(
        machine: "m", times: (times ?? labels.indices.map(Int64.init)).map { $0 * second },
        labels: labels, eventsOfRow: indices, eventNames: names)
}

/// What flags that equal the labels come to.
private func perfect(_ rows: LabelledRows) throws -> Metrics {
    let series = rows.scored(
        scores: rows.labels.map { $0 ? 1 : 0 }, flags: rows.labels,
        truth: rows.truth(period: rows.period), probationEnd: .min, period: rows.period)
    return try Scorer.evaluate([series]).pooled
}

@Suite struct `Rows with labels` {
    @Test(arguments: [
        [0, 0, 1, 1, 2, 2, 3, 3], [0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 2, 3, 4, 5, 6, 7],
        [7, 3, 3, 1, 1, 1, 0, 0],
    ]) func `count each for itself, whatever times they share`(times: [Int64]) throws {
        let rows = rows(".=.=.==.", times: times)
        let metrics = try perfect(rows)
        #expect(metrics.point.truePositives == 4 && metrics.point.falseNegatives == 0)
        #expect(metrics.point.falsePositives == 0 && metrics.point.trueNegatives == 4)
        #expect(metrics.aucROC == 1 && metrics.aucPR == 1 && metrics.range.f1 == 1)
        #expect(metrics.pointAdjusted.truePositives == 4)
        #expect(metrics.event.missed == 0 && metrics.event.falseAlarms == 0)
    }

    @Test func `make one event of a run, whatever kinds it has`() {
        var rows = rows("..====..==")
        rows.kinds = ["a", "b", "a+b", ""]
        rows.kindOfRow = [0, 0, 0, 1, 0, 2, 1, 1, 3, 3]
        let truth = rows.truth(period: second)
        #expect(truth.events.map(\.kind) == ["a+b", "anomaly"])
        #expect(truth.placement?.events == [2..<6, 8..<10])
    }

    @Test func `make an event of each name, where rows name theirs`() {
        let rows = rows(
            ".======..==",
            events: ["", "a#1", "a#1+b#1", "b#1+a#1", "a#1", "a#2", "", "", "x#9", "c#1", ""])
        let truth = rows.truth(period: second)
        #expect(truth.events.map(\.kind) == ["a", "b", "a", "anomaly", "c", "anomaly"])
        #expect(
            truth.events.map { [$0.window.start / second, $0.window.end / second] }
                == [[1, 5], [2, 4], [5, 6], [6, 7], [9, 10], [10, 11]])
        #expect(truth.placement?.anomalous == [1..<7, 9..<11])
    }
}
