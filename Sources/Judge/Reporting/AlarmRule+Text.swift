import AlarmRules
import Scoring

extension Figures {
    /// A length in the unit that suits it.
    public static func duration(_ length: Duration) -> String { duration(length.inSeconds) }
}

extension Report.Scenario {
    /// What the alarm rule came to for rows so far apart.
    public var ruleInForce: AlarmRule.InForce { alarmRule.inForce(period: nanoseconds(interval)) }

    /// By which rule flagged rows became alarms: "merged within 10 s, raised at row 1, repeated every
    /// 5 min", and what rows far apart made of it.
    public var alarmText: String {
        "merged within \(gapText), raised at row \(alarmRule.minRows), repeated every \(capText)"
    }

    /// What rows far apart made of the rule; nil where it held as it was said.
    public var raisedRuleText: String? {
        guard isRaised else { return nil }
        return "rows are \(Figures.duration(interval)) apart: alarms are \(alarmText)"
    }

    private var isRaised: Bool {
        ruleInForce.mergeGap != alarmRule.mergeGap || ruleInForce.cap != alarmRule.cap
    }

    private var gapText: String {
        Self.text(
            ruleInForce.mergeGap, said: alarmRule.mergeGap, rows: alarmRule.leastGapRows)
    }

    private var capText: String {
        guard let cap = ruleInForce.cap else { return "never" }
        return Self.text(cap, said: alarmRule.cap ?? cap, rows: alarmRule.leastCapRows)
    }

    private static func text(_ inForce: Duration, said: Duration, rows: Int) -> String {
        if inForce == said { return Figures.duration(said) }
        let least = "\(Figures.count(rows, "row")), for \(Figures.duration(said)) is less"
        return "\(Figures.duration(inForce)) (\(least))"
    }
}
