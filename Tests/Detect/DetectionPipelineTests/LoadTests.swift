import AnomalyDetection
import DetectionPipeline
import Telemetry
import Testing

private let second: Int64 = 1_000_000_000
private let series = SeriesIdentity(machineID: "m", provider: "p", run: "r")

private func never() -> Bool { false }

private func batch(_ times: [Int64], numbers: [Int64]? = nil) -> ReadingBatch {
    var batch = ReadingBatch(series: series, channels: ["load"])
    for (index, time) in times.enumerated() {
        batch.append(
            time: time * second, sequence: numbers?[index] ?? Int64(index + 1), row: [Double(time)])
    }
    return batch
}

@Suite struct `Loading` {
    /// Loads batch after batch, each sent before, and says which times went on.
    private func loaded(
        _ load: inout LoadInfluxData, _ store: MemoryStore, _ batch: ReadingBatch
    ) throws -> [Int64] {
        try store.send(batch)
        var times: [Int64] = []
        _ = try load([series: .all], wantsPause: never) {
            times += $0.times.map { $0 / second }
        }
        return times
    }

    @Test func `learns how far apart readings come from the median of their last steps`() throws {
        let store = MemoryStore()
        var load = LoadInfluxData(source: store)
        #expect(load.period(of: series) == 0)
        _ = try loaded(&load, store, batch([0]))
        #expect(load.period(of: series) == 0)
        _ = try loaded(&load, store, batch([10, 20, 23]))
        #expect(load.period(of: series) == 10 * second)
        // Of an even number the smaller one in the middle: 3, 3, 10, 10.
        _ = try loaded(&load, store, batch([26]))
        #expect(load.period(of: series) == 3 * second)
        // A series that is made slower is followed once eight of fifteen steps say so.
        _ = try loaded(&load, store, batch((1...11).map { 26 + 3 * $0 }))
        _ = try loaded(&load, store, batch((1...7).map { 59 + 60 * $0 }))
        #expect(load.period(of: series) == 3 * second)
        _ = try loaded(&load, store, batch([539]))
        #expect(load.period(of: series) == 60 * second)
    }

    @Test func `looks two periods back where rows are slow, and the overlap where they are not`()
        throws
    {
        for (period, overlap) in [(60, 5), (2, 5), (2, 1)] {
            let store = MemoryStore()
            var load = LoadInfluxData(source: store, overlap: Int64(overlap) * second)
            let times = (0..<6).map { Int64($0 * period) }
            for time in times { _ = try loaded(&load, store, batch([time])) }
            // A half period before the newest, late.
            let late = times[5] - Int64(period) / 2
            #expect(try loaded(&load, store, batch([late])) == [])
            #expect(load.lateCount == 1, "period \(period)")
            #expect(try loaded(&load, store, batch([times[5] + 1])) == [times[5] + 1])
            #expect(load.lateCount == 1, "counted once")
        }
    }

    @Test func `without an overlap asks for nothing twice and remembers nothing`() throws {
        let store = MemoryStore()
        var load = LoadInfluxData(source: store)
        #expect(try loaded(&load, store, batch([0, 1, 5])) == [0, 1, 5])
        #expect(try loaded(&load, store, batch([3, 6])) == [6])
        #expect(load.lateCount == 0)
        #expect(load.cursor.positions[series]?.newest == 6 * second)
    }

    @Test func `pauses after a piece that gave something, and goes on there`() throws {
        let store = MemoryStore()
        try store.send(batch((0..<5000).map { Int64($0) }))
        var load = LoadInfluxData(source: store)
        var pieces: [Int] = []
        func hasTwo() -> Bool { pieces.count == 2 }
        let first = try load([series: .all], wantsPause: hasTwo) { pieces.append($0.count) }
        #expect(first.isCutShort && first.loaded == 4096 && first.counts == [series: 4096])
        let rest = try load([series: .all], wantsPause: never) { pieces.append($0.count) }
        #expect(!rest.isCutShort && rest.loaded == 904 && rest.counts == [series: 904])
        #expect(pieces.reduce(0, +) == 5000 && pieces.allSatisfy { $0 <= 2048 })
        // The part of the piece that was known already is no progress.
        #expect(load.cursor.positions[series]?.numbers.count == 5000)
        let nothing = try load([series: .all], wantsPause: { true }, { _ in })
        #expect(nothing == LoadInfluxData.Outcome())
    }

    @Test func `knows which numbers between the lowest and the highest have not come`() throws {
        let store = MemoryStore()
        var load = LoadInfluxData(source: store)
        func numbers() -> ReadingNumbers? { load.cursor.positions[series]?.numbers }
        _ = try loaded(&load, store, batch([0], numbers: [0]))
        #expect(numbers() == ReadingNumbers() && numbers()?.missing == 0)
        _ = try loaded(&load, store, batch([1, 2, 3], numbers: [7, 5, 11]))
        #expect(numbers()?.lowest == 5 && numbers()?.highest == 11 && numbers()?.count == 3)
        #expect(numbers()?.missing == 4)
        // Counted anew from 1: the count is too small and never below nothing.
        _ = try loaded(&load, store, batch((4...13).map { $0 }, numbers: (1...10).map { $0 }))
        #expect(numbers()?.lowest == 1 && numbers()?.missing == 0)
    }
}

@Suite struct `Scores that are written back` {
    private func scored(_ verdicts: [Verdict]) -> ScoredBatch {
        var readings = ReadingBatch(series: series, channels: ["a", "b"])
        for index in verdicts.indices {
            readings.append(
                time: Int64(index), sequence: 0, row: [Double(index), Double(index) + 0.5])
        }
        return ScoredBatch(
            uniqueID: "p-m", readings: readings, verdicts: verdicts, explanations: [])
    }

    private func verdict(_ state: Verdict.State, lead: Int16) -> Verdict {
        Verdict(score: 0.5, threshold: 0.9, state: state, leadingChannel: lead)
    }

    @Test func `leave out warm-up and what was written before`() {
        let batch = scored([
            verdict(.warmup, lead: 0), verdict(.normal, lead: 0), verdict(.anomalous, lead: 1),
            verdict(.normal, lead: 1),
        ])
        let all = ScoreBatch(batch, detector: "d")
        #expect(all.times == [1, 2, 3] && all.flags == [false, true, false])
        #expect(all.uniqueID == "p-m" && all.machineID == "m" && all.detector == "d")
        #expect(ScoreBatch(batch, detector: "d", after: 2).times == [3])
        #expect(ScoreBatch(batch, detector: "d", after: 0).times == [1, 2, 3])
    }

    @Test func `come with the value of the channel that led, or the first`() {
        let batch = ScoreBatch(
            scored([
                verdict(.normal, lead: 0), verdict(.normal, lead: 1), verdict(.normal, lead: -1),
                verdict(.normal, lead: 2),
            ]), detector: "d")
        #expect(batch.values.prefix(3) == [0, 1.5, 2])
        #expect(batch.values[3].isNaN, "a channel that is not there has no value")
    }
}
