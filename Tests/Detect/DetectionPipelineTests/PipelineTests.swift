import AlarmRules
import AnomalyDetection
import DetectionPipeline
import Synchronization
import Telemetry
import Testing

/// Flags what is above 9; scores by tenths. Holds back `delay` verdicts.
private struct Above9: SeriesDetector {
    var delay = 0
    private var held: [Verdict] = []

    init(delay: Int = 0) { self.delay = delay }

    mutating func process(_ block: FeatureBlock, into verdicts: inout [Verdict]) {
        for index in 0..<block.rowCount {
            held.append(Self.verdict(on: block.row(index)[0]))
            if held.count > delay { verdicts.append(held.removeFirst()) }
        }
    }
    mutating func finish(into verdicts: inout [Verdict]) {
        verdicts += held
        held = []
    }
    func save(to writer: inout StateWriter) { writer.write(held.map { $0.score * 10 }) }
    mutating func restore(from reader: inout StateReader) throws {
        held = try reader.readDoubles().map(Self.verdict)
    }

    private static func verdict(on value: Double) -> Verdict {
        Verdict(
            score: value / 10, threshold: 0.9, state: value > 9 ? .anomalous : .normal,
            leadingChannel: 0)
    }
}

private let second: Int64 = 1_000_000_000

private func batch(
    machine: String = "machine1", provider: String = "Smith and Sons", from tick: Int = 0,
    _ values: [Double]
) -> ReadingBatch {
    var batch = ReadingBatch(
        series: SeriesIdentity(machineID: machine, provider: provider, run: "r"), channels: ["load"]
    )
    for (offset, value) in values.enumerated() {
        batch.append(
            time: Int64(tick + offset) * second, sequence: Int64(tick + offset + 1), row: [value])
    }
    return batch
}

private func seconds(_ range: Range<Int64>) -> TimeWindow {
    TimeWindow(start: range.lowerBound * second, end: range.upperBound * second)
}

/// A picture of a run of verdicts: `.` normal, `x` anomalous.
private func picture(_ verdicts: [Verdict]) -> String {
    String(verdicts.map { $0.isAnomaly ? "x" : "." })
}

@Suite struct `The four blocks` {
    private func pipeline(
        over store: MemoryStore, delay: Int = 0, overlap: Int64 = 0
    ) -> Pipeline {
        Pipeline(
            load: LoadInfluxData(source: store, overlap: overlap),
            detect: DetectAnomalies { _ in Above9(delay: delay) })
    }

    @Test func `give each reading one verdict under its unique id`() throws {
        let store = MemoryStore()
        try store.send(batch([1, 10, 2]))
        var pipeline = pipeline(over: store)
        var seen: [String] = []
        let summary = try pipeline.run(.all) { scored, _ in
            seen.append("\(scored.uniqueID) \(picture(scored.verdicts))")
        }
        #expect(seen == ["smith-and-sons-machine1 .x."])
        #expect(summary.loaded == 3 && summary.scored == 3 && summary.anomalies == 1)
    }

    @Test func `stay idle after the query when nothing is new`() throws {
        let store = MemoryStore()
        try store.send(batch([1]))
        var pipeline = pipeline(over: store)
        _ = try pipeline.run(seconds(0..<10)) { _, _ in }
        let summary = try pipeline.run(seconds(0..<20)) { _, _ in }
        #expect(summary.runs == [.loadInfluxData: 1])
    }

    @Test func `keep their models from cycle to cycle`() throws {
        let store = MemoryStore()
        var pipeline = pipeline(over: store, delay: 2)
        try store.send(batch([1, 10]))
        _ = try pipeline.run(seconds(0..<2)) { _, _ in Issue.record("held back") }
        try store.send(batch(from: 2, [3, 4]))
        var seen = ""
        _ = try pipeline.run(seconds(0..<4)) { scored, _ in
            #expect(scored.readings.times == [0, second])
            seen += picture(scored.verdicts)
        }
        _ = try pipeline.finish { scored, _ in seen += picture(scored.verdicts) }
        #expect(seen == ".x..")
    }

    @Test func `can be held back by a condition`() throws {
        let store = MemoryStore()
        try store.send(batch([1, 2, 3]))
        var pipeline = pipeline(over: store)
        pipeline.conditions[.detectAnomalies] = { $0.loaded >= 100 }
        let summary = try pipeline.run(.all) { _, _ in Issue.record("the condition does not hold") }
        #expect(summary.runs[.transformData] == 1 && summary.runs[.detectAnomalies] == nil)
    }

    @Test func `do not care how the time was cut into cycles`() throws {
        let values = (0..<200).map { Double(($0 * 7) % 11) }
        func verdicts(step: Int64) throws -> [Verdict] {
            let store = MemoryStore()
            try store.send(batch(values))
            var pipeline = pipeline(over: store, delay: 3)
            var all: [Verdict] = []
            for start in stride(from: Int64(0), to: 200, by: Int(step)) {
                _ = try pipeline.run(seconds(0..<min(200, start + step))) { scored, _ in
                    all += scored.verdicts
                }
            }
            _ = try pipeline.finish { scored, _ in all += scored.verdicts }
            return all
        }
        let whole = try verdicts(step: 200)
        #expect(whole.count == 200)
        #expect(try verdicts(step: 1) == whole)
        #expect(try verdicts(step: 37) == whole)
    }

    @Test func `take in a late reading within the overlap once, and count one that came too late`()
        throws
    {
        let store = MemoryStore()
        var pipeline = pipeline(over: store, overlap: 5 * second)
        var count = 0
        try store.send(batch([1, 2]))
        try store.send(batch(from: 3, [4]))
        _ = try pipeline.run(seconds(0..<4)) { scored, _ in count += scored.verdicts.count }
        // Another machine's: late, but in order.
        try store.send(batch(machine: "machine2", from: 2, [3]))
        _ = try pipeline.run(seconds(0..<6)) { scored, _ in count += scored.verdicts.count }
        #expect(count == 4)
        try store.send(batch(from: 2, [3]))  // machine1 has gone past it
        _ = try pipeline.run(seconds(0..<7)) { scored, _ in count += scored.verdicts.count }
        _ = try pipeline.run(seconds(0..<8)) { scored, _ in count += scored.verdicts.count }
        #expect(count == 4)
        #expect(pipeline.load.lateCount == 1)
    }

    @Test func `bring channels into the order the model knows`() throws {
        let store = MemoryStore()
        var pipeline = pipeline(over: store)
        var other = ReadingBatch(
            series: SeriesIdentity(machineID: "machine1", provider: "Smith and Sons", run: "s"),
            channels: ["power", "load"])
        other.append(time: 99 * second, sequence: 1, row: [1, 10])
        try store.send(batch([1]))
        try store.send(other)
        var seen = ""
        _ = try pipeline.run(.all) { scored, _ in
            seen += picture(scored.verdicts)
            #expect(scored.readings.channels == ["load"])
        }
        #expect(seen == ".x")
    }

    @Test func `refuse a detector that loses a reading`() throws {
        struct Loses: SeriesDetector {
            mutating func process(_ block: FeatureBlock, into verdicts: inout [Verdict]) {}
            func save(to writer: inout StateWriter) {}
            mutating func restore(from reader: inout StateReader) {}
        }
        let store = MemoryStore()
        try store.send(batch([1, 2]))
        var pipeline = Pipeline(
            load: LoadInfluxData(source: store), detect: DetectAnomalies { _ in Loses() })
        _ = try pipeline.run(.all) { _, _ in }
        #expect(throws: DetectionFailure.self) { try pipeline.finish { _, _ in } }
    }

    @Test func `come back from a checkpoint as they were`() throws {
        let first = MemoryStore()
        try first.send(batch([1, 10, 3]))
        var pipeline = pipeline(over: first, delay: 2)
        _ = try pipeline.run(.all) { _, _ in }
        var writer = StateWriter()
        pipeline.detect.save(to: &writer)

        var other = DetectAnomalies { _ in Above9(delay: 2) }
        var reader = StateReader(writer.bytes)
        try other.restore(from: &reader)
        #expect(reader.isAtEnd && other.uniqueIDs == ["smith-and-sons-machine1"])
        let more = NamedBatch(
            uniqueID: "smith-and-sons-machine1", readings: batch(from: 3, [4, 11, 5]))
        let resumed = try other(more)
        let uninterrupted = try pipeline.detect(more)
        #expect(resumed.readings == uninterrupted.readings)
        #expect(resumed.verdicts == uninterrupted.verdicts)
        #expect(picture(resumed.verdicts) == "x..")
        for cut in 0..<writer.bytes.count {
            var damaged = StateReader(Array(writer.bytes[..<cut]))
            #expect(throws: StateError.self) { try other.restore(from: &damaged) }
        }
    }
}

@Suite struct `Checking` {
    private func findings(_ values: [Double], mergeGap: Int = 3) throws -> String {
        let store = MemoryStore()
        try store.send(batch(values))
        var pipeline = Pipeline(
            load: LoadInfluxData(source: store), detect: DetectAnomalies { _ in Above9() },
            check: CheckAnomalies(rule: AlarmRule(mergeGap: .seconds(mergeGap))))
        var text: [String] = []
        func add(_ findings: [Finding]) {
            for finding in findings {
                switch finding {
                case .opened(let run): text.append("open \(run.start / second)")
                case .repeated(let run): text.append("again \(run.alarm.start / second)")
                case .closed(let run):
                    text.append(
                        "close \(run.start / second)-\(run.last / second) x\(run.anomalousCount)"
                            + " peak \(run.peakScore) at \(run.peakTime / second)"
                            + " \(run.leadingChannel ?? "?")")
                }
            }
        }
        _ = try pipeline.run(.all) { add($1) }
        add(try pipeline.finish { add($1) }.closed)
        return text.joined(separator: ", ")
    }

    @Test func `joins anomalies within the gap to one run`() throws {
        #expect(
            try findings([0, 10, 0, 0, 12, 0, 0, 0, 0, 11])
                == "open 1, close 1-4 x2 peak 1.2 at 4 load, open 9, close 9-9 x1 peak 1.1 at 9 load"
        )
    }

    @Test func `finds nothing in normal readings`() throws {
        #expect(try findings([1, 2, 3]) == "")
    }

    /// What is found in readings `period` seconds apart that come in pieces, saved and restored between
    /// any two where `isRestarted`.
    private func slowFindings(
        _ picture: String, period: Int64,
        rule: AlarmRule = AlarmRule(mergeGap: .seconds(1), cap: nil), isRestarted: Bool = false,
        late: Int64 = 0
    ) throws -> String {
        var check = CheckAnomalies(rule: rule)
        var text: [String] = []
        for (index, mark) in picture.enumerated() where mark != " " {
            var readings = ReadingBatch(
                series: SeriesIdentity(machineID: "m", provider: "", run: ""), channels: ["load"])
            let time = Int64(index) * period * second + (index % 2 == 0 ? 0 : late)
            readings.append(time: time, sequence: Int64(index + 1), row: [1])
            let verdict = Verdict(
                score: 0.5, threshold: 0.9, state: mark == "x" ? .anomalous : .normal)
            text += check(
                ScoredBatch(
                    uniqueID: "m", readings: readings, verdicts: [verdict], explanations: [])
            ).map { finding in
                switch finding {
                case .opened(let run): "open \(run.start / second / period)"
                case .repeated(let run): "again \(run.alarm.start / second / period)"
                case .closed(let run): "close x\(run.anomalousCount)"
                }
            }
            guard isRestarted else { continue }
            var writer = StateWriter()
            check.save(to: &writer)
            check = CheckAnomalies(rule: rule)
            var reader = StateReader(writer.bytes)
            try check.restore(from: &reader)
            #expect(reader.isAtEnd)
        }
        return (text + check.finish().map { _ in "end" }).joined(separator: ", ")
    }

    @Test(arguments: [60, 300, 3600])
    func `joins readings that follow each other, however far apart`(period: Int64) throws {
        let picture = "....xxxxxxxx....xx..."
        let expected = "open 4, close x8, open 16, close x2"
        #expect(try slowFindings(picture, period: period) == expected)
        #expect(try slowFindings(picture, period: period, isRestarted: true) == expected)
        #expect(try slowFindings(picture, period: period, late: period * second / 4) == expected)
        #expect(try slowFindings("xxx...", period: period) == "open 0, close x3")
    }

    @Test func `bridges as many lost readings as the rule has rows`() throws {
        let said = AlarmRule(mergeGap: .seconds(1))
        #expect(
            try slowFindings("....xx xxx....", period: 60, rule: said)
                == "open 4, close x5")
        #expect(
            try slowFindings("....xx  xxx....", period: 60, rule: said)
                == "open 4, close x2, open 8, close x3")
        #expect(
            try slowFindings("....xx..........xxx.......", period: 60, rule: AlarmRule())
                == "open 4, end")
        #expect(
            try slowFindings("....xx...........xxx......", period: 60, rule: AlarmRule())
                == "open 4, close x2, open 17, end")
    }

    @Test(arguments: [false, true])
    func `raises at the row that the rule says, and counts again`(isRestarted: Bool) throws {
        let rule = AlarmRule(mergeGap: .zero, minRows: 3, cap: .seconds(240))
        #expect(
            try slowFindings("..xx..xxx..x..", period: 60, rule: rule, isRestarted: isRestarted)
                == "open 6, close x3")
        let text = try slowFindings(
            "..xxxxxxxxxxxx..", period: 60, rule: rule, isRestarted: isRestarted)
        #expect(text == "open 2, again 8, again 12, close x12")
    }

    @Test(arguments: [true, false])
    func `goes on from a run that an older version left open`(hasPeriods: Bool) throws {
        var writer = StateWriter()
        if hasPeriods {
            for number in [-1, 1] { writer.write(number) }
            writer.write("m")
            writer.write([60 * second])
            writer.write(0)
            writer.write(600 * second)
        }
        writer.write(1)
        for text in ["m", "m"] { writer.write(text) }
        for time in [0, 600 * second] { writer.write(time) }
        writer.write(11)
        writer.write(0.9)
        writer.write(0 as Int64)
        writer.write(false)
        writer.write("")
        writer.write([1.0])
        if hasPeriods { writer.write(60 * second) }
        var check = CheckAnomalies(rule: AlarmRule(mergeGap: .seconds(10), cap: .seconds(120)))
        var reader = StateReader(writer.bytes)
        try check.restore(from: &reader)
        #expect(reader.isAtEnd && check.openRuns.map(\.anomalousCount) == [11])
        var found: [Finding] = []
        // The oldest did not know how far apart readings come: only the gap joins the next one then.
        for time in hasPeriods ? [660, 720] : [605, 610] as [Int64] {
            var readings = ReadingBatch(
                series: SeriesIdentity(machineID: "m", provider: "", run: ""), channels: ["load"])
            readings.append(time: time * second, sequence: time, row: [1])
            let verdict = Verdict(score: 0.5, threshold: 0.4, state: .anomalous)
            found += check(
                ScoredBatch(
                    uniqueID: "m", readings: readings, verdicts: [verdict], explanations: []))
        }
        // It counts again two minutes behind what was saved.
        #expect(found.count == (hasPeriods ? 1 : 0))
        for case .repeated(let run) in found {
            #expect(run.alarm.start == 720 * second && run.alarmCount == 2 && run.start == 0)
        }
        guard case .closed(let over)? = check.finish().first else {
            Issue.record("not over")
            return
        }
        #expect(over.anomalousCount == 13 && over.last == (hasPeriods ? 720 : 610) * second)
    }

    @Test func `takes a pause for no period`() throws {
        let pause = String(repeating: " ", count: 500)
        #expect(
            try slowFindings("....xx\(pause)xx..", period: 60).hasPrefix("open 4, close x2, open"))
    }
}
