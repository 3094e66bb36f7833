import AlarmRules
import GroundTruth
import Scoring
import Telemetry
import Testing

/// A series drawn in text, a character a second.
///
/// Truth: `[====]` is an event from the bracket to the bracket, both inside; `i` an ignore zone; `p`
/// probation. Flags: `x` is a flagged row.
func series(truth: [String], flags: String, machine: String = "m") -> ScoredSeries {
    let second: Int64 = 1_000_000_000
    var events: [TruthEvent] = []
    var zones: [TimeWindow] = []
    var probation: Int64 = .min
    for line in truth {
        var start: Int64 = 0
        for (index, mark) in line.enumerated() {
            let time = Int64(index) * second
            switch mark {
            case "[": start = time
            case "]":
                events.append(
                    TruthEvent(
                        id: "e\(events.count)", machine: machine, kind: "overload",
                        group: .process, window: TimeWindow(start: start, end: time + second)))
            case "i": zones.append(TimeWindow(start: time, end: time + second))
            case "p": probation = time + second
            default: break
            }
        }
    }
    return ScoredSeries(
        machine: machine, times: flags.indices.enumerated().map { Int64($0.offset) * second },
        scores: flags.map { $0 == "x" ? 0.9 : 0.1 }, flags: flags.map { $0 == "x" },
        events: events, ignoreZones: zones, probationEnd: probation, period: second)
}

/// The scorecard of rows in memory, which reading cannot fail for.
func scorecard(_ series: [ScoredSeries], options: ScoringOptions = .init()) -> Scorecard {
    do { return try Scorer.evaluate(series, options: options) } catch {
        Issue.record(error)
        return Scorecard()
    }
}

/// Scores a picture and checks what became of events and alarms.
@discardableResult
func expectScore(
    truth: String..., flags: String, rule: AlarmRule = AlarmRule(mergeGap: .zero, cap: nil),
    detected: Int, missed: Int, falseAlarms: Int,
    sourceLocation: SourceLocation = #_sourceLocation
) -> Scorecard {
    let card = scorecard(
        [series(truth: truth, flags: flags)], options: ScoringOptions(alarmRule: rule))
    let event = card.pooled.event
    #expect(event.detected == detected, "detected", sourceLocation: sourceLocation)
    #expect(event.missed == missed, "missed", sourceLocation: sourceLocation)
    #expect(event.falseAlarms == falseAlarms, "false alarms", sourceLocation: sourceLocation)
    return card
}
