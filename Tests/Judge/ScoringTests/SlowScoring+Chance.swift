import AlarmRules
import GroundTruth
import Scoring
import Telemetry

extension SlowScoring {
    /// One of its kind: some events, whole seconds or halves, that may overlap, lie between rows or
    /// start in probation; ignore zones; ties, infinite and missing scores.
    init(seed: UInt64, machine: String = "m", rowLimit: Int = 60) {
        var dice = TestDice(seed: seed)
        func below(_ bound: Int) -> Int { Int(dice.unit() * Double(bound)) }
        let count = 1 + below(rowLimit)
        func window(_ longest: Int) -> TimeWindow {
            let start = Int64(below(2 * count)) * Self.second / 2
            return TimeWindow(
                start: start, end: start + Int64(1 + below(2 * longest)) * Self.second / 2)
        }
        let events = (0..<below(5)).map { number -> TruthEvent in
            let window = window(10)
            return TruthEvent(
                id: "e\(number)", machine: machine, kind: ["drift", "overload"][below(2)],
                group: .process, window: window,
                observableFrom: below(2) == 0 ? nil : window.start + Int64(below(8)) * Self.second,
                isScored: below(6) > 0)
        }
        let zones = (0..<below(3)).map { _ in window(5) }
        scores = (0..<count).map { _ in
            switch below(20) {
            case 0: .nan
            case 1: .infinity
            case 2: -.infinity
            default: Double(below(8)) / 4 - 0.5
            }
        }
        let share = dice.unit()
        flags = (0..<count).map { _ in dice.unit() < share * share }
        series = ScoredSeries(
            machine: machine, times: (0..<count).map { Int64($0) * Self.second }, scores: scores,
            flags: flags, events: events, ignoreZones: zones,
            probationEnd: below(3) == 0 ? Int64(below(count)) * Self.second : .min,
            period: Self.second)
        rule = AlarmRule(
            mergeGap: .seconds([0, 0, 2][below(3)]), minRows: 1 + below(4) / 3, cap: nil)
        read()
    }

    /// One machine of its own, or three that are scored together by one rule.
    static func machines(_ seed: UInt64) -> [SlowScoring] {
        if seed % 4 > 0 { return [SlowScoring(seed: seed)] }
        return (0..<3).map { number in
            var one = SlowScoring(
                seed: 1000 * seed + UInt64(number), machine: "m\(number)", rowLimit: 25)
            one.rule = AlarmRule(mergeGap: .zero, cap: nil)
            return one
        }
    }
}

/// The card of machines that have one rule.
func card(_ machines: [SlowScoring], window: Int = 6) -> Scorecard {
    scorecard(
        machines.map(\.series),
        options: ScoringOptions(alarmRule: machines[0].rule, vusWindow: window))
}

/// To nine digits, or both undefined.
func isClose(_ a: Double?, _ b: Double?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return abs(a - b) <= 1e-9 * max(1, abs(b))
}
