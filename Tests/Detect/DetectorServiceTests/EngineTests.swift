import AlarmRules
import Alerting
import AnomalyDetection
import DetectionPipeline
import DetectorService
import Synchronization
import Telemetry
import TestSupport
import Testing

private let second: Int64 = 1_000_000_000

/// Readings in memory that can be added to, and that fail when told to.
private final class GrowingSource: FollowedSource {
    struct Down: Error {}
    private let store = MemoryStore()
    let failures = Mutex(0)
    /// Windows that were asked for what is new in them.
    let queries = Mutex<[TimeWindow]>([])

    func add(
        _ seconds: Range<Int64>, machine: String = "machine1", provider: String = "A B",
        without gaps: Set<Int64> = [], value: (Int64) -> Double = { _ in 1 }
    ) throws {
        var batch = ReadingBatch(
            series: SeriesIdentity(machineID: machine, provider: provider, run: "r"),
            channels: ["load"])
        for tick in seconds where !gaps.contains(tick) {
            batch.append(time: tick * second, sequence: tick + 1, row: [value(tick)])
        }
        try store.send(batch)
    }

    /// Windows whose readings were asked for.
    let loads = Mutex<[TimeWindow]>([])

    func load(_ query: ReadingQuery, _ body: (ReadingBatch) throws -> Void) throws {
        loads.withLock { $0.append(query.window) }
        try store.load(query) { batch in
            try body(batch)
            if failures.withLock({ $0 > 0 }) {
                failures.withLock { $0 -= 1 }
                throw Down()
            }
        }
    }

    func extents(_ query: ReadingQuery) throws -> [SeriesIdentity: ClosedRange<Int64>] {
        queries.withLock { $0.append(query.window) }
        var extents: [SeriesIdentity: ClosedRange<Int64>] = [:]
        try store.load(query) { batch in
            if let first = batch.times.first, let last = batch.times.last {
                extents[batch.series] = first...last
            }
        }
        return extents
    }

    func counts(_ query: ReadingQuery) throws -> [SeriesIdentity: Int] {
        var counts: [SeriesIdentity: Int] = [:]
        try store.load(query) { counts[$0.series, default: 0] += $0.count }
        return counts
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

private func settings(now: Int64 = 1_000_000) -> FollowingEngine.Settings {
    FollowingEngine.Settings { now * second }
}

private func following(
    _ source: GrowingSource, _ book: Book, settle: Int64 = 0, step: Int64? = nil,
    piece: Duration = .seconds(60), now: @escaping @Sendable () -> Int64 = { 1_000_000 },
    ahead: Int64 = 600, longOverlap: Int64 = 10
) -> FollowingEngine {
    var settings = FollowingEngine.Settings { now() * second }
    settings.settle = settle * second
    settings.piece = piece
    settings.ahead = ahead * second
    if let step { settings.step = step * second }
    return FollowingEngine(
        LiveDetector(
            pipeline: Pipeline(
                load: LoadInfluxData(source: source, overlap: longOverlap * second),
                detect: DetectAnomalies { _ in Above100() },
                check: CheckAnomalies(rule: AlarmRule(mergeGap: .seconds(5)))),
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

    @Test func `names a machine whose readings of the past lie far beyond all others`() throws {
        let (source, book) = (GrowingSource(), Book())
        var engine = following(source, book)
        try source.add(0..<100)
        try source.add(0..<100, machine: "machine2")
        #expect(try engine.cycle { _ in }.notices.isEmpty)
        try source.add(3700..<3701, machine: "machine2")
        let notices = try engine.cycle { _ in }.notices.map { "\($0)" }
            .filter { !$0.contains("(seq)") }
        #expect(notices.count == 1, "\(notices)")
        #expect(notices.first?.hasPrefix("machine2 of A B: its newest reading is of") == true)
        #expect(notices.first?.contains("its clock may be fast") == true)
        #expect(notices.first?.contains(", 1h1s later than most") == true, "\(notices)")
        try source.add(100..<200)
        let next = try engine.cycle { _ in }
        #expect(next.summary.loaded == 100, "nobody waits")
        #expect(!next.notices.contains { "\($0)".contains("fast") }, "named once")
    }

    @Test func `counts what came late of a machine that sends once an hour`() throws {
        let (source, book) = (GrowingSource(), Book())
        var engine = following(source, book, settle: 2)
        let hours = (0..<8).map { Int64($0) * 3600 }
        for hour in hours.prefix(6) where hour != hours[4] { try source.add(hour..<hour + 1) }
        while try engine.cycle(observe: { _ in }).summary.loaded > 0 {}
        #expect(book.count == 5)
        try source.add(hours[4]..<hours[4] + 1)
        try source.add(hours[6]..<hours[6] + 1)
        var notices: [String] = []
        for _ in 0..<3 { notices += try engine.cycle { _ in }.notices.map { "\($0)" } }
        #expect(engine.detector.totals.late == 1 && book.count == 6)
        #expect(notices.contains { $0.contains("1 reading came after newer ones") }, "\(notices)")
        // What comes within a period and in the wrong order is put right.
        try source.add(hours[7]..<hours[7] + 1)
        #expect(try engine.cycle { _ in }.summary.loaded == 0, "the newest waits for a cycle")
        try source.add(hours[6] + 1800..<hours[6] + 1801)
        var loaded = 0
        for _ in 0..<3 { loaded += try engine.cycle { _ in }.summary.loaded }
        #expect(loaded == 2 && engine.detector.totals.late == 1)
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

    @Test func `catches up with history in steps, longer where there is little`() throws {
        let (source, book) = (GrowingSource(), Book())
        var engine = following(source, book, step: 10)
        try source.add(0..<5)
        _ = try engine.cycle { _ in }
        try source.add(5..<33)
        var pieces: [Int] = []
        repeat { pieces.append(try engine.cycle { _ in }.summary.loaded) } while pieces.last! > 0
        #expect(pieces == [10, 18, 0])
    }

    @Test func `crosses years without a reading in a few cycles`() throws {
        let (source, book) = (GrowingSource(), Book())
        var engine = following(source, book, step: 60, now: { 1_800_000_000 })
        try source.add(0..<1)
        try source.add(1_700_000_000..<1_700_000_003)
        var cycles = 0
        repeat { cycles += 1 } while try engine.cycle { _ in }.hasMore
        #expect(book.count == 4 && cycles < 40, "\(cycles) cycles")
    }

    @Test func `ends a piece after its time, and the pieces give what the whole gives`() throws {
        let source = GrowingSource()
        for machine in 1...3 { try source.add(0..<7000, machine: "machine\(machine)") }
        let (whole, pieces) = (Book(), Book())
        var one = following(source, whole)
        #expect(try !one.cycle { _ in }.hasMore)
        var many = following(source, pieces, piece: .zero)
        var counts: [Int] = []
        var report = CycleReport()
        repeat {
            report = try many.cycle { _ in }
            counts.append(report.summary.loaded)
            // Killed after any piece, it goes on from there.
            let saved = many.detector.save(outbox: [])
            many = following(source, pieces, piece: .zero)
            _ = try many.restore(saved)
        } while report.hasMore
        #expect(counts.max()! <= 2048 && counts.count > 9, "\(counts)")
        #expect(pieces.rows.withLock { $0 } == whole.rows.withLock { $0 })
    }

    @Test func `a clock that is ahead costs the others nothing`() throws {
        let (source, book) = (GrowingSource(), Book())
        var engine = following(source, book)
        try source.add(0..<600, machine: "A")
        try source.add(4200..<4201, machine: "B")
        _ = try engine.cycle { _ in }
        let saved = engine.detector.save(outbox: [])
        try source.add(600..<1200, machine: "A")
        #expect(try engine.cycle { _ in }.summary.loaded == 600)
        var restarted = following(source, book)
        _ = try restarted.restore(saved)
        #expect(try restarted.cycle { _ in }.summary.loaded == 600)
    }

    @Test func `all of one machine is scored live while another is five minutes ahead`() throws {
        let (source, book) = (GrowingSource(), Book())
        let clock = Mutex<Int64>(10_000)
        var engine = following(source, book, settle: 2, now: { clock.withLock { $0 } })
        var notices: [DetectorNotice] = []
        for tick in Int64(10_000)..<10_050 {
            clock.withLock { $0 = tick }
            try source.add(tick..<tick + 1, machine: "A")
            try source.add(tick + 300..<tick + 301, machine: "B")
            notices += try engine.cycle { _ in }.notices
        }
        for _ in 0..<2 { _ = try engine.cycle { _ in } }
        let rows = book.rows.withLock { $0.keys }
        #expect(rows.count { $0.hasPrefix("a-b-A ") } == 50)
        #expect(rows.count { $0.hasPrefix("a-b-B ") } == 50)
        #expect(notices.count == 1)
        guard case .fastClock(let series, _, _) = notices.first else {
            Issue.record("\(notices)")
            return
        }
        #expect(series.machineID == "B")
    }

    @Test func `readings further ahead of the clock are named, counted, and wait for it`() throws {
        let (source, book) = (GrowingSource(), Book())
        let clock = Mutex<Int64>(1000)
        var engine = following(source, book, now: { clock.withLock { $0 } })
        try source.add(900..<1000)
        // An hour ahead once, and a date in 2262.
        try source.add(4600..<4601)
        try source.add(9_000_000_000..<9_000_000_001)
        let first = try engine.cycle { _ in }
        #expect(first.summary.loaded == 100 && first.ahead == 2)
        let sentence = first.notices.map { "\($0)" }.joined()
        #expect(sentence.contains("machine1 of A B: 2 readings ahead of the clock"), "\(sentence)")
        #expect(sentence.contains("2255-03-14T16:00:00Z"), "\(sentence)")
        try source.add(1000..<1100)
        clock.withLock { $0 = 1100 }
        let second = try engine.cycle { _ in }
        #expect(second.summary.loaded == 100, "its own later readings are not blinded")
        #expect(second.ahead == 2 && second.notices.isEmpty, "named once")
        try source.add(1100..<4600)
        clock.withLock { $0 = 4600 }
        #expect(try engine.cycle { _ in }.summary.loaded == 3501)
        #expect(engine.detector.totals.late == 0)
    }

    @Test func `a machine that nobody knew is taken from its first reading on`() throws {
        let (source, book) = (GrowingSource(), Book())
        var engine = following(source, book)
        try source.add(0..<100_000, machine: "machine1")
        while try engine.cycle(observe: { _ in }).hasMore {}
        // A day of readings that a gateway had kept, the newest of now.
        try source.add(20_000..<20_100, machine: "kept")
        try source.add(99_990..<100_000, machine: "kept")
        // And one that ended long ago.
        try source.add(5..<25, machine: "old")
        let isAll = try eventually(within: 60) {
            _ = try engine.cycle { _ in }
            return book.count == 100_130
        }
        #expect(isAll, "\(book.count)")
        #expect(engine.detector.totals.late == 0)
    }

    @Test func `a machine that has stopped is not read again in every cycle`() throws {
        let (source, book) = (GrowingSource(), Book())
        var engine = following(source, book)
        try source.add(0..<10, machine: "dead")
        try source.add(0..<100_000, machine: "machine1")
        while try engine.cycle(observe: { _ in }).hasMore {}
        source.queries.withLock { $0 = [] }
        source.loads.withLock { $0 = [] }
        try source.add(100_000..<100_010, machine: "machine1")
        #expect(try engine.cycle { _ in }.summary.loaded == 10)
        let windows = source.loads.withLock { $0 }
        #expect(windows.allSatisfy { $0.start >= 99_980 * second }, "\(windows)")
        #expect(!windows.isEmpty)
    }

    @Test func `numbers that never came are counted by machine, and again only if there are more`()
        throws
    {
        let (source, book) = (GrowingSource(), Book())
        var engine = following(source, book)
        try source.add(0..<100, without: [7, 8, 50])
        let first = try engine.cycle { _ in }
        #expect(first.missing == 3)
        #expect("\(first.notices)".contains("machine1 of A B 3"), "\(first.notices)")
        try source.add(100..<110)
        #expect(try engine.cycle { _ in }.notices.isEmpty)
        let saved = engine.detector.save(outbox: [])
        var restarted = following(source, book)
        _ = try restarted.restore(saved)
        try source.add(110..<120, without: [113])
        #expect(try restarted.cycle { _ in }.missing == 4)
    }

    @Test func `two machines whose labels meet have models and scores of their own`() throws {
        let (source, book) = (GrowingSource(), Book())
        var engine = following(source, book)
        try source.add(0..<50, machine: "m1", provider: "Müller")
        try source.add(0..<50, machine: "m1", provider: "Muller")
        let report = try engine.cycle { _ in }
        #expect(book.count == 100)
        let names = Set(book.rows.withLock { $0.keys }.map { $0.split(separator: " ")[0] })
        #expect(names.count == 2 && names.allSatisfy { $0.hasPrefix("muller-m1-") }, "\(names)")
        let warnings = report.notices.map { "\($0)" }
        #expect(warnings.count == 1 && warnings[0].contains("m1 of Müller"), "\(warnings)")
        #expect(warnings[0].contains("m1 of Muller is "))

        // One that comes later leaves the others their names, also over a restart.
        let saved = engine.detector.save(outbox: [])
        var restarted = following(source, book)
        _ = try restarted.restore(saved)
        try source.add(0..<50, machine: "m1", provider: "MULLER")
        try source.add(50..<60, machine: "m1", provider: "Muller")
        _ = try restarted.cycle { _ in }
        let all = Set(book.rows.withLock { $0.keys }.map { $0.split(separator: " ")[0] })
        #expect(all.count == 3 && all.isSuperset(of: names), "\(all)")
    }
}

@Suite struct `An engine that judges slices` {
    @Test func `decides each row once, in the first slice it is in`() throws {
        let (source, book) = (GrowingSource(), Book())
        var engine = SliceEngine(
            source: source, settings: settings(), length: 10 * second,
            rule: AlarmRule(mergeGap: .seconds(1)),
            detectorName: "greatest",
            scoreSink: book, makeDetector: { _ in Greatest() })
        try source.add(0..<20) { Double($0) }
        let first = try engine.cycle { _ in }
        #expect(first.summary.scored == 10 && book.count == 10, "the last ten seconds")
        #expect(first.findings.map(\.finding.run.start) == [19 * second])
        #expect(try engine.cycle { _ in }.summary.runs.isEmpty, "nothing new: nothing runs")
        try source.add(20..<24) { _ in 0.5 }
        let next = try engine.cycle { _ in }
        #expect(next.summary.scored == 10 && book.count == 14, "only the new ones are written")
        #expect(next.findings.isEmpty, "what the slice before has told is not told again")
    }

    @Test func `writes one slice while the next is judged, and moves on when all is confirmed`()
        throws
    {
        let (source, book) = (GrowingSource(), LateBook())
        var engine = SliceEngine(
            source: source, settings: settings(), length: nil, rule: AlarmRule(),
            detectorName: "greatest", scoreSink: book, makeDetector: { _ in Greatest() })
        for machine in 1...3 { try source.add(0..<30_000, machine: "m\(machine)") { _ in 1 } }
        book.isDown.withLock { $0 = true }
        #expect(throws: LateBook.Down.self) { try engine.cycle { _ in } }
        book.isDown.withLock { $0 = false }
        let report = try engine.cycle { _ in }
        #expect(report.summary.scored == 90_000, "what was not confirmed is judged again")
        #expect(book.confirmed.withLock { $0 } == [90_000], "one wait for all that was sent")
        #expect(try engine.cycle { _ in }.summary.scored == 0)
    }

    @Test func `takes each machine's slice up to its own newest reading`() throws {
        let (source, book) = (GrowingSource(), Book())
        var engine = SliceEngine(
            source: source, settings: settings(), length: 10 * second,
            rule: AlarmRule(mergeGap: .seconds(1)),
            detectorName: "greatest", scoreSink: book, makeDetector: { _ in Greatest() })
        try source.add(0..<20, machine: "A")
        try source.add(4000..<4020, machine: "B")
        #expect(try engine.cycle { _ in }.summary.scored == 20, "an hour apart, ten of each")
        try source.add(20..<25, machine: "A")
        #expect(try engine.cycle { _ in }.summary.scored == 10)
        #expect(book.count == 25)
    }
}

/// Takes scores at once and confirms them all together, as a server does that flushes once a second.
private final class LateBook: ScoreSink {
    struct Down: Error {}
    let isDown = Mutex(false)
    let confirmed = Mutex<[Int]>([])

    func send(_ scores: ScoreBatch) throws { try sending { try $0([scores]) } }

    func sending(_ body: (_ send: ([ScoreBatch]) throws -> Void) throws -> Void) throws {
        var rows = 0
        try body { rows += $0.reduce(0) { $0 + $1.count } }
        if isDown.withLock({ $0 }) { throw Down() }
        confirmed.withLock { $0.append(rows) }
    }
}

private final class Sent: AlertTransport {
    let messages = Mutex<[String]>([])
    func deliver(_ message: AlertMessage, isPlain: Bool) throws(DeliveryFailure) {
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
        #expect(first.stop(within: .seconds(5)).isEmpty)
        var second = try desk(first.save())
        second.tell([finding(5), finding(50)])
        second.stop(within: .seconds(5))
        #expect(sent.messages.withLock { $0.count } == 1, "cooldown is remembered")
        #expect(throws: StateError.self) { try desk(Array(first.save().dropLast())) }
    }
}
