import JSONText
import Scoring
import Telemetry

extension Report {
    /// The report as docs/reports.md lays it down, keys always in this order; what that
    /// page does not name stands behind what it does, and `timing` comes last.
    public var json: JSONValue {
        let members: [(String, JSONValue)] = [
            ("schema", .string(Report.schema)),
            ("scenario", scenario.json),
            ("detector", detector.json),
            ("route", .string(route)),
            ("delivery", delivery.json),
            ("metrics", scorecard.pooled.json),
            (
                "machines",
                .array(
                    scorecard.machines.map {
                        .object([("id", .string($0.id)), ("metrics", $0.metrics.json)])
                    })
            ),
            ("events", .array(scorecard.events.map(\.json))),
            ("alarms", .array(listedAlarms.map(\.json))),
            ("alarms_not_listed", .integer(scorecard.alarms.count - listedAlarms.count)),
            ("false_alarms_by_cause", causes),
            ("references", .array(scorecard.references.map(\.json))),
            (
                "better_than_chance",
                scorecard.isBetterThanChance.map { .bool($0) } ?? .null
            ),
            (
                "within_false_alarm_budget",
                isWithinBudget.map { .bool($0) } ?? .null
            ),
            ("warnings", .array(warnings.map { .string($0) })),
            ("doubts", .array(scorecard.warnings.map(\.json))),
            ("notes", .array(notes.map { .string($0) })),
            (
                "blocks",
                .object([
                    ("length_s", .number(scorecard.blockLength)),
                    ("columns", .array(BlockCounts.columnNames.map { .string($0) })),
                    ("rows", .array(scorecard.blocks.map(\.row))),
                ])
            ),
            (
                "sweep",
                .object([
                    ("columns", .array(SweepPoint.columnNames.map { .string($0) })),
                    ("rows", .array(scorecard.sweep.map(\.row))),
                ])
            ),
        ]
        // Only of sources of verdicts: reports of detectors stay as they were.
        return .object(
            members + (verdicts.map { [("verdicts", $0.json)] } ?? []) + [
                ("timing", .object(timing.map { ($0.name, .number($0.value)) }))
            ])
    }

    /// The file's bytes: indented JSON and a line end.
    public var jsonText: String { json.text(indented: true) + "\n" }

    /// How many alarms a report lists; a detector that never stops would fill a disk.
    public static let alarmLimit = 10_000

    var listedAlarms: ArraySlice<AlarmResult> { scorecard.alarms.prefix(Report.alarmLimit) }
}

extension Report.Scenario {
    var json: JSONValue {
        .object([
            ("name", .string(name)), ("sha256", .string(sha256)), ("seed", .whole(seed)),
            ("duration_s", .number(duration)), ("interval_s", .number(interval)),
            ("machines", .integer(machineCount)), ("summary", .string(summary)),
            ("start", .string(Instant.text(start))), ("warmup_s", .number(warmup)),
            ("alarm_rule", alarmRule.json(period: period)),
            ("false_alarm_budget_per_hour", .number(falseAlarmBudget)),
        ])
    }
}

extension Report.Detector {
    var json: JSONValue {
        .object([
            ("name", .string(name)), ("spec", .string(spec)),
            ("parameters", .object(parameters.map { ($0.name, $0.value) })),
            ("sees", .string(sees)), ("hindsight", .bool(isHindsight)),
        ])
    }
}

extension Report.Delivery {
    var json: JSONValue {
        let always: [(String, JSONValue)] = [
            ("generated", .integer(generated)), ("published", .integer(published)),
            ("stored", .integer(stored)), ("scored", .integer(scored)), ("lost", .integer(lost)),
            ("duplicated", .integer(duplicated)), ("withheld", .integer(withheld)),
        ]
        // Only where it happened: most routes cannot lose anything on the way.
        let seldom = [("broken", broken), ("repaired", repaired)].filter { $0.1 > 0 }
        return .object(always + seldom.map { ($0.0, .integer($0.1)) })
    }
}

extension EventResult {
    var json: JSONValue {
        func strings(_ list: [String]) -> JSONValue { .array(list.map { .string($0) }) }
        return .object([
            ("machine", .string(event.machine)), ("kind", .string(event.kind)),
            ("start", .string(Instant.text(event.window.start))),
            ("end", .string(Instant.text(event.window.end))), ("detected", .bool(isDetected)),
            ("delay_s", JSONValue(delay)), ("peak_score", JSONValue(peakScore)),
            ("id", .string(event.id)), ("group", .string(event.group.rawValue)),
            ("is_scored", .bool(isScored)), ("has_flagged_row", .bool(hasFlaggedRow)),
            ("armed_before", .bool(wasArmedBefore)),
            ("observable_from", JSONValue(event.observableFrom.map { Instant.text($0) })),
            ("delay_from_observable_s", JSONValue(delayFromObservable)),
            ("effect_end", .string(Instant.text(event.effectEnd))),
            ("root_channels", strings(event.rootChannels)),
            ("affected_channels", strings(event.affectedChannels)),
            ("peak_sigma", JSONValue(event.peakSigma)), ("to_be_scored", .bool(event.isScored)),
        ])
    }
}

extension AlarmResult.Outcome {
    /// Its name in a report.
    var name: String {
        switch self {
        case .detection: "detection"
        case .falseAlarm: "false_alarm"
        case .ignored: "ignored"
        }
    }
}

extension AlarmResult {
    var json: JSONValue {
        .object([
            ("machine", .string(machine)), ("start", .string(Instant.text(window.start))),
            ("end", .string(Instant.text(window.end))), ("outcome", .string(outcome.name)),
            ("cause", JSONValue(cause)), ("peak_score", JSONValue(peakScore)),
        ])
    }
}

extension ReferenceScore {
    var json: JSONValue {
        var metrics = Metrics()
        (metrics.event, metrics.compositeEvent) = (event, compositeEvent)
        return .object([
            ("name", .string(name)), ("headline_f1", JSONValue(headlineF1)),
            ("false_alarms_per_hour", JSONValue(falseAlarmsPerHour)),
            ("event", metrics.object("event")),
            ("composite_event", metrics.object("composite_event")),
        ])
    }
}

extension ScoringWarning {
    var json: JSONValue {
        switch self {
        case .contamination(let share):
            .object([("contamination", .number(share))])
        case .runToFailure:
            .string("run_to_failure")
        }
    }
}

extension PredictionCounts {
    /// What the numbers of ``numbers`` are, in a table of the report.
    static let columnNames = [
        "tp", "fp", "fn", "tn", "detected", "missed", "false_alarms", "alarms", "hit_events",
        "normal_hours",
    ]

    /// In the order of ``columnNames``.
    var numbers: [JSONValue] {
        [
            .integer(point.truePositives), .integer(point.falsePositives),
            .integer(point.falseNegatives), .integer(point.trueNegatives),
            .integer(event.detected), .integer(event.missed), .integer(event.falseAlarms),
            .integer(event.alarms), .integer(hitEvents), .number(normalHours),
        ]
    }
}

extension BlockCounts {
    static let columnNames = ["machine", "block"] + PredictionCounts.columnNames

    /// One row under ``columnNames``: a line a block, for there are many.
    var row: JSONValue { .array([.string(machine), .integer(index)] + counts.numbers) }
}

extension SweepPoint {
    static let columnNames = ["threshold"] + PredictionCounts.columnNames

    /// One row under ``columnNames``.
    var row: JSONValue { .array([.number(threshold)] + counts.numbers) }
}
