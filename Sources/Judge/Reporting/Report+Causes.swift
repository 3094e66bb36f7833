import JSONText
import Scoring

extension Report {
    /// False alarms by what they may have been about: a benign change, a transport fault, or a fault
    /// that nobody could see; nil for those that nothing explains. Most frequent first.
    public var falseAlarmsByCause: [(cause: String?, count: Int)] {
        var counts: [String?: Int] = [:]
        for alarm in scorecard.falseAlarms { counts[alarm.cause, default: 0] += 1 }
        return counts.sorted { ($1.value, $0.key ?? "~") < ($0.value, $1.key ?? "~") }
            .map { ($0.key, $0.value) }
    }

    var causes: JSONValue {
        .object(falseAlarmsByCause.map { ($0.cause ?? "unexplained", .integer($0.count)) })
    }
}
