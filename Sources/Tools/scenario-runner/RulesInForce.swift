import AlarmRules
import JSONText
import Reporting
import Scoring

/// By which rule flagged rows became alarms, where rows of different series lie differently far apart.
struct RulesInForce {
    /// Sampling periods that make different alarms, rising; nanoseconds.
    let periods: [Int64]
    private let rule: AlarmRule
    /// More periods than this are not listed in a table.
    private static let listed = 3

    init(_ rule: AlarmRule, periods: [Int64]) {
        self.rule = rule
        var seen: [AlarmRule.InForce] = []
        self.periods = Set(periods).sorted().filter { period in
            let inForce = rule.inForce(period: period)
            defer { seen.append(inForce) }
            return seen.last != inForce
        }
    }

    /// A line for every period, of which most files have one.
    var lines: [String] {
        guard periods.count > 1 else {
            return periods.map { "alarms are " + rule.text(period: $0) }
        }
        let lines = periods.prefix(Self.listed).map {
            "rows \(Figures.duration(seconds($0))) apart: alarms are \(rule.text(period: $0))"
        }
        let more = periods.count - lines.count
        return more > 0 ? lines + ["and \(more) rules more, for rows farther apart"] : lines
    }

    /// As `alarm_rule` of a report, with the period it is for.
    var json: JSONValue {
        .array(
            periods.map {
                .object([
                    ("interval_s", .number(seconds($0))), ("alarm_rule", rule.json(period: $0)),
                ])
            })
    }
}
