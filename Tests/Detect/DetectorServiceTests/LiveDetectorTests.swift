import AlarmRules
import AnomalyDetection
import DetectionPipeline
import DetectorService
import Synchronization
import Telemetry
import Testing

/// Flags what lies far from the running mean, whose state is all the past.
private struct FarFromMean: SeriesDetector {
    var count = 0
    var mean = 0.0

    mutating func process(_ block: FeatureBlock, into verdicts: inout [Verdict]) {
        for index in 0..<block.rowCount {
            let value = block.row(index)[0]
            let distance = abs(value - mean)
            let state: Verdict.State =
                count < 5 ? .warmup : distance > 6 ? .anomalous : .normal
            verdicts.append(
                Verdict(score: distance / (1 + distance), threshold: 6.0 / 7, state: state))
            count &+= 1  // a damaged state may have brought it to its end
            mean += (value - mean) / Double(count)
        }
    }
    func save(to writer: inout StateWriter) {
        writer.write(count)
        writer.write(mean)
    }
    mutating func restore(from reader: inout StateReader) throws {
        count = try reader.readInt()
        mean = try reader.readDouble()
    }
}

/// Scores by key; a row written again must be the same row.
private final class ScoreBook: ScoreSink {
    let rows = Mutex<[String: String]>([:])
    func send(_ scores: ScoreBatch) throws {
        rows.withLock { rows in
            for index in 0..<scores.count {
                let key = "\(scores.uniqueID) \(scores.detector) \(scores.times[index])"
                let row = "\(scores.scores[index]) \(scores.flags[index]) \(scores.values[index])"
                #expect(rows[key] == nil || rows[key] == row, "a row may only be repeated")
                rows[key] = row
            }
        }
    }
}

@Suite struct `A live detector` {
    private let store = MemoryStore()

    init() throws {
        for machine in ["machine1", "machine2"] {
            var batch = ReadingBatch(
                series: SeriesIdentity(machineID: machine, provider: "A B", run: "r"),
                channels: ["load"])
            for tick in 0..<120 {
                let wave = Double((tick * 7 + machine.utf8.count) % 5)
                batch.append(
                    time: Int64(tick), sequence: Int64(tick + 1),
                    row: [tick % 40 == 33 ? 30 + wave : wave])
            }
            try store.send(batch)
        }
    }

    private func make(_ book: ScoreBook?) -> LiveDetector {
        LiveDetector(
            pipeline: Pipeline(
                load: LoadInfluxData(source: store, overlap: 8),
                detect: DetectAnomalies { _ in FarFromMean() },
                check: CheckAnomalies(rule: AlarmRule(mergeGap: .nanoseconds(3)))),
            detectorName: "far", scoreSink: book)
    }

    private func run(_ detector: inout LiveDetector, from start: Int64, to end: Int64) throws
        -> [String]
    {
        var findings: [String] = []
        for start in stride(from: start, to: end, by: 10) {
            _ = try detector.cycle(TimeWindow(start: 0, end: start + 10)) { _, found in
                findings += found.map { "\($0)" }
            }
        }
        return findings
    }

    @Test func `gives the same scores when it is killed after any cycle`() throws {
        let wholeBook = ScoreBook()
        var whole = make(wholeBook)
        let findings = try run(&whole, from: 0, to: 120)
        let expected = wholeBook.rows.withLock { $0 }
        #expect(expected.count == 2 * 115)
        #expect(findings.count == 12)
        #expect(whole.totals.scored == 240 && whole.totals.anomalies == 6)

        for killedAt in stride(from: Int64(10), to: 120, by: 10) {
            let book = ScoreBook()
            var first = make(book)
            let before = try run(&first, from: 0, to: killedAt)
            let saved = first.save(outbox: [7, 8])
            // It goes on for a cycle that no checkpoint knows of, then dies.
            _ = try run(&first, from: killedAt, to: min(120, killedAt + 10))

            var second = make(book)
            #expect(try second.restore(saved) == [7, 8])
            let after = try run(&second, from: killedAt, to: 120)
            #expect(book.rows.withLock { $0 } == expected)
            #expect(before + after == findings)
            #expect(second.totals == whole.totals)
        }
    }

    @Test func `takes a checkpoint of the form before, and goes on behind each newest reading`()
        throws
    {
        var old = StateWriter()
        for total in [12, 240, 240, 10, 6, 0] { old.write(total) }
        old.write(Int64(110))  // the one position that there was
        old.write(1)
        for field in ["machine1", "A B", "r"] { old.write(field) }
        old.write(Int64(99))
        old.write(0)  // models
        old.write(0)  // open runs
        old.write([UInt8](repeating: 7, count: 2))
        let book = ScoreBook()
        var detector = make(book)
        #expect(try detector.restore(old.bytes) == [7, 7])
        #expect(detector.totals.scored == 240)
        let summary = try detector.cycle(.all) { _, _ in }
        #expect(
            summary.loaded == 20 + 120, "machine1 from 100 on; machine2, which it had never seen")
        var later = StateWriter()
        later.write(-3)
        #expect(throws: StateError.self) { try detector.restore(later.bytes + old.bytes) }
    }

    @Test func `is unharmed by a state that cannot be read`() throws {
        let book = ScoreBook()
        var detector = make(book)
        _ = try run(&detector, from: 0, to: 60)
        let saved = detector.save(outbox: [])
        let totals = detector.totals
        for cut in 0..<saved.count {
            #expect(throws: StateError.self) { try detector.restore(Array(saved[..<cut])) }
        }
        #expect(throws: StateError.self) { try detector.restore(saved + [0]) }
        // Numbers at their ends, wherever one may stand.
        for place in stride(from: 0, to: saved.count - 8, by: 8) {
            for value in [Int64.min, -1, .max] {
                var damaged = saved
                withUnsafeBytes(of: value.littleEndian) {
                    damaged.replaceSubrange(place..<place + 8, with: $0)
                }
                var other = make(nil)
                if (try? other.restore(damaged)) != nil {
                    _ = try? other.cycle(.all) { _, _ in }
                }
            }
        }
        #expect(detector.totals == totals)
    }

    @Test func `does nothing but ask when nothing is new`() throws {
        let book = ScoreBook()
        var detector = make(book)
        _ = try run(&detector, from: 0, to: 120)
        let summary = try detector.cycle(TimeWindow(start: 0, end: 200)) { _, _ in
            Issue.record("there is nothing new")
        }
        #expect(summary.runs == [.loadInfluxData: 1])
    }
}
