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

    @Test func `make an event end with its last row, or with the next row where that comes first`()
    {
        let truth = rows("==..=.=", times: [0, 10, 11, 12, 20, 30, 40]).truth(period: 5 * second)
        #expect(
            truth.events.map { [$0.window.start / second, $0.window.end / second] }
                == [[0, 11], [20, 25], [40, 45]])
        #expect(truth.events.map(\.id) == ["m-1", "m-2", "m-3"])
        // Rows of one time: an event lasts a nanosecond at least.
        let crowded = rows("=.", times: [3, 3]).truth(period: second).events
        #expect(crowded.map(\.window.seconds) == [1e-9])
    }

    /// Times, and the period that they make, all in seconds.
    static let periods: [(times: [Int64], period: Int64)] = [
        ([0, 2, 4, 6], 2), ([6, 4, 2, 0], 2), ([0, 1, 2, 9], 1), ([0, 1, 9, 17], 8),
        ([0, 0, 3, 3, 6], 3), ([0, 0, 3, 4, 5, 12], 1), ([0, 1, 4], 1), ([0, 10, 7, 2], 3),
        ([5, 5, 5], 1), ([7], 1), ([], 1), ([0, 40_000_000], 31_622_400),
    ]

    @Test(arguments: periods) func `are as long as the median step between times that differ`(
        times: [Int64], period: Int64
    ) {
        let labels = String(repeating: ".", count: times.count)
        #expect(rows(labels, times: times).period == period * second)
    }

    @Test func `that are ignored make stretches of time, in order`() {
        var ignoring = rows("........", times: [0, 1, 2, 3, 4, 9, 6, 20])
        #expect(ignoring.zones(period: second).isEmpty)
        ignoring.ignored = [true, true, false, true, false, true, true, true]
        #expect(
            ignoring.zones(period: 2 * second).map { [$0.start / second, $0.end / second] }
                == [[0, 2], [3, 4], [6, 22]])
    }

    @Test func `say of each whether it is ignored, from the first that is`() {
        var rows = LabelledRows(machine: "m")
        for (time, isIgnored) in [(0, false), (1, true), (2, false)] {
            rows.times.append(Int64(time) * second)
            rows.labels.append(false)
            rows.ignore(isIgnored)
            if time == 0 { #expect(rows.ignored.isEmpty) }
        }
        #expect(rows.ignored == [false, true, false])
        var always = LabelledRows(machine: "m", times: [0], labels: [false])
        always.ignore(false, always: true)
        #expect(always.ignored == [false])
    }

    @Test func `count those that go back in time`() {
        #expect(rows("....", times: [3, 1, 1, 2]).backwardCount == 1)
        #expect(rows("....", times: [0, 1, 1, 2]).backwardCount == 0)
    }
}
