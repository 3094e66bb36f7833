import Alerting
import AnomalyDetection
import DetectionPipeline
import DetectorService
import Synchronization
import Telemetry
import Testing

private let second: Int64 = 1_000_000_000

/// Readings in memory that can be added to, and that fail when told to.
private final class GrowingSource: FollowedSource {
    struct Down: Error {}
    private let store = MemoryStore()
    let failures = Mutex(0)

    func add(_ seconds: Range<Int64>, machine: String = "machine1", value: (Int64) -> Double)
        throws
    {
        var batch = ReadingBatch(
            series: SeriesIdentity(machineID: machine, provider: "A B", run: "r"),
            channels: ["load"])
        for tick in seconds {
            batch.append(time: tick * second, sequence: tick + 1, row: [value(tick)])
        }
        try store.send(batch)
    }

    func load(_ query: ReadingQuery, _ body: (ReadingBatch) throws -> Void) throws {
        try store.load(query) { batch in
            try body(batch)
            if failures.withLock({ $0 > 0 }) {
                failures.withLock { $0 -= 1 }
                throw Down()
            }
        }
    }

    func newestTime(run: String?, from start: Int64) throws -> Int64? {
        var newest: Int64?
        try store.load(ReadingQuery(window: TimeWindow(start: start, end: .max))) {
            newest = max(newest ?? .min, $0.times.last ?? .min)
        }
        return newest
    }
}

/// Flags values above 100; counts what it has seen, so that a row taken twice shows.
private struct Above100: SeriesDetector {
    var rows = 0
    mutating func process(_ block: FeatureBlock, into verdicts: inout [Verdict]) {
        for index in 0..<block.rowCount {
            rows += 1
            let isHigh = block.row(index)[0] > 100
            verdicts.append(
                Verdict(
                    score: Double(rows), threshold: 100, state: isHigh ? .anomalous : .normal,
                    leadingChannel: 0))
        }
    }
    func save(to writer: inout StateWriter) { writer.write(rows) }
    mutating func restore(from reader: inout StateReader) throws { rows = try reader.readInt() }
}

/// Flags the greatest value of the series; knows it at the end only.
private struct Greatest: SeriesDetector {
    var values: [Double] = []
    mutating func process(_ block: FeatureBlock, into verdicts: inout [Verdict]) {
        for index in 0..<block.rowCount { values.append(block.row(index)[0]) }
    }
    mutating func finish(into verdicts: inout [Verdict]) {
        let top = values.max()
        verdicts += values.map {
            Verdict(score: $0, threshold: 0, state: $0 == top ? .anomalous : .normal)
        }
        values = []
    }
    func save(to writer: inout StateWriter) {}
    mutating func restore(from reader: inout StateReader) throws {}
}

private final class Book: ScoreSink {
    /// By unique id and time.
    let rows = Mutex<[String: Double]>([:])
    func send(_ scores: ScoreBatch) throws {
        rows.withLock { rows in
            for (time, score) in zip(scores.times, scores.scores) {
                let key = "\(scores.uniqueID) \(time / second)"
                #expect(rows[key] == nil || rows[key] == score, "a row may only be repeated")
                rows[key] = score
            }
        }
    }
    var count: Int { rows.withLock { $0.count } }
}

private func following(
    _ source: GrowingSource, _ book: Book, settle: Int64 = 0, longest: Int64? = nil
) -> FollowingEngine {
    var settings = FollowingEngine.Settings()
    settings.settle = settle * second
    if let longest { settings.longest = longest * second }
    return FollowingEngine(
        LiveDetector(
            pipeline: Pipeline(
                load: LoadInfluxData(source: source, overlap: 10 * second),
                detect: DetectAnomalies { _ in Above100() },
                check: CheckAnomalies(mergeGap: 5 * second)),
            detectorName: "above", scoreSink: book), source: source, settings: settings)
}

@Suite struct `An engine that follows a store` {
    @Test func `leaves the newest readings a while, for late ones to come in order`() throws {
        let (source, book) = (GrowingSource(), Book())
        var engine = following(source, book, settle: 2)
        #expect(try engine.cycle { _ in }.window == nil, "nothing there yet")
        try source.add(0..<4) { _ in 1 }
        try source.add(5..<6) { _ in 1 }
        #expect(try engine.cycle { _ in }.summary.loaded == 4, "up to second 3")
        try source.add(4..<5) { _ in 1 }
        try source.add(6..<8) { _ in 1 }
        #expect(try engine.cycle { _ in }.summary.loaded == 2, "4, which came late, and 5")
        let last = try engine.cycle { _ in }
        #expect(last.summary.loaded == 2, "nothing new comes: the rest is taken")
        #expect(book.rows.withLock { $0.keys.sorted() } == (0..<8).map { "a-b-machine1 \($0)" })
        #expect(engine.detector.totals.late == 0)
        #expect(try engine.cycle { _ in }.summary.runs == [.loadInfluxData: 1])
    }

    @Test func `takes up a machine that lags behind the others`() throws {
        let (source, book) = (GrowingSource(), Book())
        var engine = following(source, book)
        try source.add(0..<20) { _ in 1 }
        _ = try engine.cycle { _ in }
        try source.add(12..<18, machine: "machine2") { _ in 1 }
        #expect(try engine.cycle { _ in }.summary.loaded == 6, "though nothing is newer")
    }

    @Test func `is as before when a cycle fails half-way`() throws {
        let (source, book) = (GrowingSource(), Book())
        var engine = following(source, book)
        try source.add(0..<50) { $0 % 20 == 15 ? 200 : 1 }
        try source.add(0..<50, machine: "machine2") { _ in 1 }
        source.failures.withLock { $0 = 1 }
        #expect(throws: GrowingSource.Down.self) { try engine.cycle { _ in } }
        #expect(engine.detector.totals.scored == 0)
        let report = try engine.cycle { _ in }
        #expect(report.summary.scored == 100 && engine.detector.totals.scored == 100)
        #expect(report.findings.count == 4, "two runs begin, and end")
        #expect(book.rows.withLock { $0["a-b-machine1 49"] } == 50, "no row was learned twice")
    }

    @Test func `catches up with history in pieces`() throws {
        let (source, book) = (GrowingSource(), Book())
        var engine = following(source, book, longest: 10)
        try source.add(0..<5) { _ in 1 }
        _ = try engine.cycle { _ in }
        try source.add(5..<33) { _ in 1 }
        var pieces: [Int] = []
        repeat { pieces.append(try engine.cycle { _ in }.summary.loaded) } while pieces.last! > 0
        #expect(pieces == [10, 10, 8, 0])
    }
}

@Suite struct `An engine that judges slices` {
    @Test func `decides each row once, in the first slice it is in`() throws {
        let (source, book) = (GrowingSource(), Book())
        var engine = SliceEngine(
            source: source, length: 10 * second, mergeGap: second, detectorName: "greatest",
            scoreSink: book, makeDetector: { _ in Greatest() })
        try source.add(0..<20) { Double($0) }
        let first = try engine.cycle { _ in }
        #expect(first.summary.scored == 10 && book.count == 10, "the last ten seconds")
        #expect(first.findings.map(\.finding.anomaly.start) == [19 * second])
        #expect(try engine.cycle { _ in }.summary.runs.isEmpty, "nothing new: nothing runs")
        try source.add(20..<24) { _ in 0.5 }
        let next = try engine.cycle { _ in }
        #expect(next.summary.scored == 10 && book.count == 14, "only the new ones are written")
        #expect(next.findings.isEmpty, "what the slice before has told is not told again")
    }
}

private final class Sent: AlertTransport {
    let messages = Mutex<[String]>([])
    func deliver(_ message: AlertMessage) throws(DeliveryFailure) {
        messages.withLock { $0.append(message.sentence) }
    }
}

@Suite struct `The alert desk` {
    private func finding(_ start: Int64) -> NamedFinding {
        NamedFinding(
            .opened(
                AnomalyRun(
                    uniqueID: "a-m", machineID: "m", start: start, last: start, anomalousCount: 1,
                    peakScore: 0.9, peakTime: start, leadingChannel: nil, peakValues: [])),
            run: "r", channels: [])
    }

    @Test func `tells a run once, also after a restart`() throws {
        let sent = Sent()
        func desk(_ saved: [UInt8]? = nil) throws -> AlertDesk {
            try AlertDesk(
                [AlertDesk.Target(name: "x", transport: sent)], policy: AlertPolicy(cooldown: 100),
                saved: saved, report: { _, _ in })
        }
        var first = try desk()
        first.tell([finding(5)])
        #expect(first.stop(within: .seconds(5)) == 0)
        var second = try desk(first.save())
        second.tell([finding(5), finding(50)])
        second.stop(within: .seconds(5))
        #expect(sent.messages.withLock { $0.count } == 1, "cooldown is remembered")
        #expect(throws: StateError.self) { try desk(Array(first.save().dropLast())) }
    }
}
