import AlarmRules
import JSONText
import Scoring

extension Figures {
    /// A length in the unit that suits it.
    public static func duration(_ length: Duration) -> String { duration(length.inSeconds) }
}

extension AlarmRule {
    /// How flagged rows that far apart become alarms: "merged within 10 s, raised at row 1, repeated
    /// every 5 min", and what rows far apart made of it.
    /// - Parameter period: from one row to the next, nanoseconds.
    public func text(period: Int64) -> String {
        let inForce = inForce(period: period)
        let gap = Self.text(inForce.mergeGap, said: mergeGap, rows: leastGapRows)
        let said = cap
        let pause = inForce.cap.map { Self.text($0, said: said ?? $0, rows: leastCapRows) }
        return "merged within \(gap), raised at row \(minRows), repeated "
            + (pause.map { "every \($0)" } ?? "never")
    }

    /// Whether rows that far apart, nanoseconds, make gap or cap longer than was said.
    public func isRaised(period: Int64) -> Bool {
        inForce(period: period) != InForce(mergeGap: mergeGap, cap: cap)
    }

    /// What was said, and what held for rows that far apart, nanoseconds.
    public func json(period: Int64) -> JSONValue {
        let inForce = inForce(period: period)
        return .object([
            ("merge_gap_s", .number(mergeGap.inSeconds)),
            ("min_rows", .integer(minRows)),
            ("cap_s", JSONValue(cap?.inSeconds)),
            ("least_merge_gap_rows", .integer(leastGapRows)),
            ("least_cap_rows", .integer(leastCapRows)),
            ("merge_gap_in_force_s", .number(inForce.mergeGap.inSeconds)),
            ("cap_in_force_s", JSONValue(inForce.cap?.inSeconds)),
        ])
    }

    private static func text(_ inForce: Duration, said: Duration, rows: Int) -> String {
        if inForce == said { return Figures.duration(said) }
        let least = "\(Figures.count(rows, "row")), for \(Figures.duration(said)) is less"
        return "\(Figures.duration(inForce)) (\(least))"
    }
}

extension Report.Scenario {
    /// From one row to the next, nanoseconds.
    var period: Int64 { nanoseconds(interval) }

    /// What the alarm rule came to for rows so far apart.
    public var ruleInForce: AlarmRule.InForce { alarmRule.inForce(period: period) }

    /// By which rule flagged rows became alarms.
    public var alarmText: String { alarmRule.text(period: period) }

    /// What rows far apart made of the rule; nil where it held as it was said.
    public var raisedRuleText: String? {
        guard alarmRule.isRaised(period: period) else { return nil }
        return "rows are \(Figures.duration(interval)) apart: alarms are \(alarmText)"
    }
}
