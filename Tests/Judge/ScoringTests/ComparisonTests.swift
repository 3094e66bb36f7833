import GroundTruth
import Scoring
import Telemetry
import Testing

/// A detector of known skill, without a detector: it finds each event with a given chance and pages
/// for nothing at a given rate.
private struct SimulatedDetector {
    var recall: Double
    var falseAlarmsPerHour: Double

    /// Six machine-hours at 10 s with an event of 2 min in each half hour, for each of three machines.
    func outcome(seed: UInt64, scenarioSeed: UInt64 = 1) -> RunOutcome {
        var dice = TestDice(seed: seed)
        let second: Int64 = 1_000_000_000
        let series = (1...3).map { machine in
            let events = (0..<12).map { index in
                let start = Int64(index * 1800 + 600 + machine * 60) * second
                return TruthEvent(
                    id: "\(index)", machine: "m\(machine)", kind: "overload", group: .process,
                    window: TimeWindow(start: start, end: start + 120 * second))
            }
            let times = (0..<2160).map { Int64($0) * 10 * second }
            var flags = times.map { _ in dice.unit() < falseAlarmsPerHour / 360 }
            for event in events where dice.unit() < recall {
                let first = times.firstIndex { $0 >= event.window.start }!
                let late = Int(dice.unit() * 6)
                for row in first + late..<first + 12 { flags[row] = true }
            }
            return ScoredSeries(
                machine: "m\(machine)", times: times, scores: [], flags: flags, events: events,
                period: 10 * second)
        }
        let card = scorecard(series, options: ScoringOptions(effort: .quick))
        return RunOutcome(scenario: "s", seed: scenarioSeed, card)
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014).
struct TestDice {
    private var state: UInt64
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 12345 }
    mutating func unit() -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
    }
}

@Suite struct ComparisonTests {
    @Test func `equals are told apart in at most 5 of 100 tries`() throws {
        let detector = SimulatedDetector(recall: 0.7, falseAlarmsPerHour: 1)
        var toldApart: [UInt64] = []
        for seed in 1...100 as ClosedRange<UInt64> {
            let comparison = try Comparison(
                baseline: [detector.outcome(seed: 2 * seed)],
                candidate: [detector.outcome(seed: 2 * seed + 1)], draws: 1000)
            if comparison.verdict != .undecided { toldApart.append(seed) }
        }
        #expect(toldApart.count <= 5, "told apart at \(toldApart)")
    }

    @Test func `equals over five seeds are told apart in at most 5 of 100 tries`() throws {
        let detector = SimulatedDetector(recall: 0.7, falseAlarmsPerHour: 1)
        var toldApart: [UInt64] = []
        for seed in 1...100 as ClosedRange<UInt64> {
            let runs = { (offset: UInt64) in
                (1...5 as ClosedRange<UInt64>).map {
                    detector.outcome(
                        seed: 10_000 + seed * 10 + $0 + offset, scenarioSeed: UInt64($0))
                }
            }
            let comparison = try Comparison(
                baseline: runs(0), candidate: runs(5), draws: 300)
            if comparison.verdict != .undecided { toldApart.append(seed) }
        }
        #expect(toldApart.count <= 5, "told apart at \(toldApart)")
    }

    @Test func `equals on different seeds are told apart in at most 5 of 100 tries`() throws {
        let detector = SimulatedDetector(recall: 0.7, falseAlarmsPerHour: 1)
        var toldApart: [UInt64] = []
        for seed in 1...100 as ClosedRange<UInt64> {
            let comparison = try Comparison(
                baseline: [detector.outcome(seed: 3 * seed)],
                candidate: [detector.outcome(seed: 3 * seed + 1, scenarioSeed: 2)], draws: 1000)
            #expect(!comparison.isPaired && comparison.mcNemar == nil)
            if comparison.verdict != .undecided { toldApart.append(seed) }
        }
        #expect(toldApart.count <= 5, "told apart at \(toldApart)")
    }

    @Test func `a clearly better detector is called better on other seeds too`() throws {
        let good = SimulatedDetector(recall: 0.95, falseAlarmsPerHour: 1)
        let poor = SimulatedDetector(recall: 0.4, falseAlarmsPerHour: 1)
        let comparison = try Comparison(
            baseline: [poor.outcome(seed: 1)], candidate: [good.outcome(seed: 2, scenarioSeed: 2)])
        #expect(comparison.verdict == .better && comparison.eventRecall.verdict == .better)
        #expect(comparison.eventRecall.test == "Fisher")
    }

    @Test func `four blocks tell nothing apart, however lucky one side was`() throws {
        let runs = [0, 1].map { found in
            RunOutcome(
                scenario: "s", seed: 1, events: [],
                blocks: (0..<4).map { index in
                    var counts = PredictionCounts()
                    counts.event = EventCounts(detected: found, missed: 1 - found, alarms: found)
                    counts.hitEvents = found
                    counts.point = PointCounts(
                        truePositives: found, falseNegatives: 1 - found, trueNegatives: 99)
                    return BlockCounts(machine: "m", index: index, counts: counts)
                })
        }
        let comparison = try Comparison(baseline: [runs[0]], candidate: [runs[1]])
        #expect(comparison.headline.interval == 1...1)
        #expect(comparison.headline.p! > 0.1)
        #expect(comparison.verdict == .undecided)
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `a detector with clearly better recall is called better, and the other worse`(
        seed: UInt64
    ) throws {
        let good = SimulatedDetector(recall: 0.95, falseAlarmsPerHour: 1)
        let poor = SimulatedDetector(recall: 0.4, falseAlarmsPerHour: 1)
        let (a, b) = (poor.outcome(seed: seed), good.outcome(seed: seed + 50))
        let up = try Comparison(baseline: [a], candidate: [b])
        #expect(up.verdict == .better)
        #expect(up.eventRecall.verdict == .better)
        #expect(up.headline.interval!.lowerBound > 0)
        let down = try Comparison(baseline: [b], candidate: [a])
        #expect(down.verdict == .worse)
        #expect(down.mcNemar?.onlyBaseline == up.mcNemar?.onlyCandidate)
        #expect(down.onlyBaseline == up.onlyCandidate)
    }

    @Test func `a detector that pages five times as often is called worse`() throws {
        let quiet = SimulatedDetector(recall: 0.8, falseAlarmsPerHour: 0.5)
        let noisy = SimulatedDetector(recall: 0.8, falseAlarmsPerHour: 5)
        let comparison = try Comparison(
            baseline: [quiet.outcome(seed: 3)],
            candidate: [noisy.outcome(seed: 4)])
        #expect(comparison.falseAlarmsPerHour.verdict == .worse)
        #expect(comparison.eventRecall.verdict == .undecided)
        #expect(comparison.verdict == .worse)
    }

    @Test func `a run compared with itself shows no difference at all`() throws {
        let run = SimulatedDetector(recall: 0.7, falseAlarmsPerHour: 1).outcome(seed: 9)
        let comparison = try Comparison(baseline: [run], candidate: [run])
        #expect(comparison.verdict == .undecided)
        #expect(comparison.headline.difference == 0)
        #expect(comparison.headline.interval == 0...0)
        #expect(comparison.mcNemar?.p == 1)
    }

    @Test func `the same seed gives the same interval to the last bit`() throws {
        let detector = SimulatedDetector(recall: 0.7, falseAlarmsPerHour: 1)
        let (a, b) = (detector.outcome(seed: 1), detector.outcome(seed: 2))
        let first = try Comparison(baseline: [a], candidate: [b], seed: 7)
        #expect(try Comparison(baseline: [a], candidate: [b], seed: 7) == first)
        #expect(try Comparison(baseline: [a], candidate: [b], seed: 8) != first)
    }

    @Test func `runs without a partner or with other events are refused`() {
        let detector = SimulatedDetector(recall: 0.7, falseAlarmsPerHour: 1)
        let a = detector.outcome(seed: 1)
        var b = a
        b.scenario = "t"
        #expect(throws: Comparison.Problem.unpaired(run: "s seed 1")) {
            try Comparison(baseline: [a], candidate: [b])
        }
        #expect(throws: Comparison.Problem.unpaired(run: "s seed 2")) {
            try Comparison(
                baseline: [a], candidate: [a, detector.outcome(seed: 3, scenarioSeed: 2)])
        }
        var c = a
        c.events[3].key = "elsewhere"
        #expect(throws: Comparison.Problem.differentEvents(run: "s seed 1")) {
            try Comparison(baseline: [a], candidate: [c])
        }
        #expect(throws: Comparison.Problem.empty) { try Comparison(baseline: [], candidate: []) }
    }
}
