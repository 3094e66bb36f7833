import AlarmRules
import Alerting
import AnomalyDetection
import DetectionPipeline
import Scoring
import SeededRandom
import Telemetry
import Testbed
import Testing

private let second: Int64 = 1_000_000_000

/// Readings that a random detector flags, and the rule they are judged by.
private struct Draw: CustomTestStringConvertible {
    let seed: UInt32
    var period = second
    var rule = AlarmRule()
    var times: [Int64] = []
    var flags: [Bool] = []
    var dice: MersenneTwister

    var testDescription: String { "seed \(seed)" }

    init(seed: UInt32) {
        self.seed = seed
        dice = MersenneTwister(seed: Int(seed))
        period = [1, 5, 60, 3600][below(4)] * second
        if below(2) == 0 { rule.say(mergeGap: .seconds([0, 1, 7, 40, 7200][below(5)])) }
        if below(2) == 0 {
            rule.say(cap: [nil, .seconds(1), .seconds(30), .seconds(9000)][below(4)])
        }
        rule.minRows = [1, 1, 2, 5][below(4)]
        let (start, stay) = (0.05 + 0.3 * dice.random(), 0.5 + 0.45 * dice.random())
        var time: Int64 = 0
        var isFlagged = false
        for row in 0..<400 {
            // Sixteen even rows show how far apart the others are.
            if row >= 16 {
                switch below(20) {
                case 0: time += Int64(below(40)) * period
                case 1: time -= period
                case 2: time += period / 3 - period
                default: break
                }
                isFlagged = dice.random() < (isFlagged ? stay : start)
            }
            time += period
            time = max(time, times.last ?? 0)
            times.append(time)
            flags.append(isFlagged)
        }
    }

    private mutating func below(_ bound: Int) -> Int { Int(dice.random() * Double(bound)) }

    /// The readings in pieces of any size.
    mutating func batches() -> [ScoredBatch] {
        var batches: [ScoredBatch] = []
        var start = 0
        while start < times.count {
            let end = min(times.count, start + 1 + below(60))
            var readings = ReadingBatch(
                series: SeriesIdentity(machineID: "m", provider: "", run: ""), channels: ["load"])
            for row in start..<end {
                readings.append(time: times[row], sequence: Int64(row + 1), row: [1])
            }
            batches.append(
                ScoredBatch(
                    uniqueID: "m", readings: readings,
                    verdicts: flags[start..<end].map {
                        Verdict(score: 0.5, threshold: 0.9, state: $0 ? .anomalous : .normal)
                    }, explanations: []))
            start = end
        }
        return batches
    }

    /// The alarms of a report on these rows.
    func reported(from probationEnd: Int64 = .min, alarms: [TimeWindow]? = nil) throws
        -> [TimeWindow]
    {
        var series = ScoredSeries(
            machine: "m", times: times, scores: [], flags: flags, events: [],
            probationEnd: probationEnd, period: period)
        series.alarms = alarms
        return try Scorer.evaluate(
            [series], options: ScoringOptions(effort: .quick, alarmRule: rule)
        ).alarms.map(\.window)
    }
}

@Suite struct `One rule from flags to alarms` {
    /// - Parameter isTold: whether the block is told how far apart readings come.
    @Test(arguments: 1...300 as ClosedRange<UInt32>, [true, false])
    func `the pages of the live block are the alarms of the report`(
        seed: UInt32, isTold: Bool
    ) throws {
        var draw = Draw(seed: seed)
        let period = isTold ? draw.period : nil
        let start = isTold && seed % 3 == 0 ? draw.times[80] : .min
        var check = CheckAnomalies(rule: draw.rule, period: period, from: start)
        var policy = AlertPolicy(cooldown: 0)
        var ledger = PredictionLedger()
        var told: [Int64] = []
        func tell(_ findings: [Finding]) {
            for finding in findings {
                let alert = policy(finding, run: "", channels: ["load"])
                if alert?.state == .open { told.append(finding.run.alarm.start) }
            }
        }
        for batch in draw.batches() {
            let findings = check(batch)
            tell(findings)
            try ledger.add(batch, findings)
            // As after a restart.
            var writer = StateWriter()
            check.save(to: &writer)
            check = CheckAnomalies(rule: draw.rule, period: period, from: start)
            var reader = StateReader(writer.bytes)
            try check.restore(from: &reader)
        }
        let rest = check.finish()
        tell(rest)
        ledger.add(rest)

        let reported = try draw.reported(from: start)
        #expect(ledger.alarms(of: "m") == reported, "\(draw.rule), period \(draw.period)")
        #expect(told == reported.map(\.start), "\(draw.rule), period \(draw.period)")
    }

    @Test func `what is drawn has alarms that merge, wait, end and count again`() throws {
        let draws = (1...300).map { Draw(seed: $0) }
        let alarms = try draws.map { try $0.reported() }
        #expect(alarms.count { $0.isEmpty } < 60)
        #expect(alarms.reduce(0) { $0 + $1.count } > 5000)
        #expect(draws.contains { $0.rule.minRows > 2 } && draws.contains { $0.rule.cap == nil })
        let repeats = alarms.filter { zip($0, $0.dropFirst()).contains { $0.end == $1.start } }
        #expect(repeats.count > 30)
        #expect(draws.allSatisfy { zip($0.times, $0.times.dropFirst()).contains { $0 == $1 } })
    }

    @Test func `a report lists the alarms that were raised, not others`() throws {
        let draw = Draw(seed: 3)
        let raised = [
            TimeWindow(start: 3 * second, end: 9 * second),
            TimeWindow(start: 30 * second, end: 31 * second),
        ]
        #expect(try draw.reported() != raised)
        #expect(try draw.reported(alarms: raised) == raised)
        #expect(try draw.reported(alarms: []) == [])
    }
}
