import AnomalyDetection
import DetectionPipeline
import GroundTruth
import Scoring
import SeededRandom
import Telemetry
import TestSupport
import Testbed
import Testing

private let second: Int64 = 1_000_000_000

/// What a detector said of rows that come in batches, machines taking turns.
private struct Said {
    var times: [String: [Int64]] = [:]
    var scores: [String: [Double]] = [:]
    var flags: [String: [Bool]] = [:]
    var batches: [ScoredBatch] = []

    /// - Parameter time: of a machine's row, by its number.
    init(rows: Int, batch: Int, time: (Int) -> Int64) {
        var dice = MersenneTwister(seed: 11)
        for start in stride(from: 0, to: rows, by: batch) {
            for machine in ["a", "b", "c"] {
                var readings = ReadingBatch(
                    series: SeriesIdentity(machineID: machine, provider: "", run: "r"),
                    channels: ["load"])
                var verdicts: [Verdict] = []
                for row in start..<min(rows, start + batch) {
                    readings.append(time: time(row), sequence: Int64(row), row: [0])
                    let score = (dice.random() * 1000).rounded() / 1000
                    let isWarmup = row < 50
                    verdicts.append(
                        Verdict(
                            score: row % 97 == 0 ? .missing : score, threshold: 0.9,
                            state: isWarmup ? .warmup : score > 0.9 ? .anomalous : .normal))
                    let isScored = !isWarmup && row % 97 != 0
                    scores[machine, default: []].append(isScored ? score : .missing)
                    flags[machine, default: []].append(!isWarmup && score > 0.9)
                    times[machine, default: []].append(time(row))
                }
                batches.append(
                    ScoredBatch(
                        uniqueID: machine, readings: readings, verdicts: verdicts,
                        explanations: []))
            }
        }
    }

    func series(_ machine: String, rows: (any PredictionRows)? = nil) -> ScoredSeries {
        let events = stride(from: Int64(100), to: 3000, by: 400).map { start in
            TruthEvent(
                id: "\(machine)\(start)", machine: machine, kind: "overload", group: .process,
                window: TimeWindow(start: start * second, end: (start + 40) * second))
        }
        let memory = ScoredSeries(
            machine: machine, times: times[machine] ?? [], scores: scores[machine] ?? [],
            flags: flags[machine] ?? [], events: events, probationEnd: 60 * second,
            period: second)
        guard let rows else { return memory }
        var series = memory
        series.rows = rows
        return series
    }
}

@Suite struct `The ledger of predictions` {
    /// Times at one pace; with gaps and repeats; and out of order.
    static let clocks: [@Sendable (Int) -> Int64] = [
        { Int64($0) * second },
        { Int64($0) * second + ($0 % 7 == 0 ? 300_000_000 : 0) + ($0 > 900 ? 60 * second : 0) },
        { Int64($0 / 2) * second },
        { Int64($0 ^ 5) * second },
    ]

    @Test(arguments: clocks.indices)
    func `keeps no more rows in memory than it was given, and loses none`(clock: Int) throws {
        let said = Said(rows: 3000, batch: 64, time: Self.clocks[clock])
        var ledger = PredictionLedger(residentRows: 500)
        for batch in said.batches {
            try ledger.add(batch)
            #expect(ledger.residentCount <= 500)
        }
        #expect(ledger.scored == 9000 && ledger.machines == ["a", "b", "c"])
        for machine in ledger.machines {
            let rows = ledger.rows(of: machine)
            var read = (times: [Int64](), scores: [UInt64](), flags: [Bool]())
            try rows.read(0..<rows.count, [.times, .scores, .flags]) { piece in
                #expect(piece.rows.lowerBound == read.times.count)
                read.times += piece.times
                read.scores += piece.scores.map(\.bitPattern)
                read.flags += piece.flags
            }
            #expect(read.times == said.times[machine] && read.flags == said.flags[machine])
            #expect(read.scores == said.scores[machine]?.map(\.bitPattern))
            #expect(try rows.time(of: 1234) == said.times[machine]?[1234])
        }
    }

    @Test(arguments: clocks.indices)
    func `gives the scorecard that rows in memory give, to the last bit`(clock: Int) throws {
        let said = Said(rows: 3000, batch: 64, time: Self.clocks[clock])
        let expected = try Scorer.evaluate(["a", "b", "c"].map { said.series($0) })
        #expect(expected.pooled.vusPR != nil && !expected.alarms.isEmpty)
        for residentRows in [30, 500, 100_000] {
            var ledger = PredictionLedger(residentRows: residentRows)
            for batch in said.batches { try ledger.add(batch) }
            let card = try Scorer.evaluate(
                ledger.machines.map { said.series($0, rows: ledger.rows(of: $0)) },
                room: ledger.room)
            #expect(card == expected, "\(residentRows) rows in memory")
        }
    }

    @Test func `finds rows by time as rows in memory do`() throws {
        let said = Said(rows: 1000, batch: 64, time: Self.clocks[1])
        var ledger = PredictionLedger(residentRows: 100)
        for batch in said.batches { try ledger.add(batch) }
        let (spilled, memory) = (ledger.rows(of: "a"), said.series("a").rows)
        let edges: [Int64] = [.min, -1, 0, 1, .max]
        for time in edges + stride(from: 0, to: 1100 * second, by: 333_333_333) {
            #expect(try spilled.firstRow(notBefore: time) == memory.firstRow(notBefore: time))
        }
    }

    @Test func `says where room is wanting`() throws {
        let said = Said(rows: 300, batch: 64, time: Self.clocks[0])
        let folder = temporaryPath("no-such-folder")
        var ledger = PredictionLedger(residentRows: 100, folder: folder)
        let failure = #expect(throws: SpillFailure.self) {
            for batch in said.batches { try ledger.add(batch) }
        }
        #expect(failure?.folder == folder)
        #expect(failure?.description.contains("No such file") == true)
        #expect(failure?.description.contains("TMPDIR") == true)
    }
}
