import JSONText

extension Metrics {
    /// The `metrics` object of a report (docs/reports.md), keys always in this order; what
    /// the page does not name stands behind what it does.
    public var json: JSONValue {
        .object([
            ("point", point.json),
            ("event", event.json),
            ("composite_event", compositeEvent.json),
            ("headline_f1", JSONValue(headlineF1)),
            ("range", range.json),
            ("affiliation", affiliation.json),
            ("nab", nab.json),
            ("auc_roc", JSONValue(aucROC)),
            ("auc_pr", JSONValue(aucPR)),
            ("vus_roc", JSONValue(vusROC)),
            ("vus_pr", JSONValue(vusPR)),
            ("best_f1", bestF1.json),
            ("delay_s", delay.json),
            ("false_alarms_per_hour", JSONValue(falseAlarmsPerHour)),
            (
                "recall_by_kind",
                .object(
                    recallByKind.sorted { $0.key < $1.key }.map { ($0.key, .number($0.value)) })
            ),
            ("point_adjusted_f1", JSONValue(pointAdjustedF1)),
            ("point_adjusted", pointAdjusted.json),
            ("pr_auc_trapezoid", JSONValue(prAUCTrapezoid)),
            ("prevalence", JSONValue(point.prevalence)),
            ("delay_from_observable_s", delayFromObservable.json),
            ("affiliation_always_on_f1", JSONValue(affiliationAlwaysOnF1)),
            ("normal_hours", .number(normalHours)),
            ("scored_rows", .integer(scoredRows)),
            ("scored_events", .integer(scoredEvents)),
            ("missing_scores", .integer(missingScores)),
            ("vus_window", JSONValue(vusWindow)),
            (
                "macro",
                .object([
                    ("headline_f1", JSONValue(macro.headlineF1)),
                    ("event_f1", JSONValue(macro.eventF1)),
                    ("skipped_machines", .integer(macro.skippedMachines)),
                ])
            ),
        ])
    }
}

extension PointCounts {
    /// Counts and ratios under their names in a report.
    public var json: JSONValue {
        .object([
            ("precision", JSONValue(precision)), ("recall", JSONValue(recall)),
            ("f1", JSONValue(f1)), ("tp", .integer(truePositives)),
            ("fp", .integer(falsePositives)), ("fn", .integer(falseNegatives)),
            ("tn", .integer(trueNegatives)), ("f0_5", JSONValue(f(0.5))), ("f2", JSONValue(f(2))),
            ("mcc", JSONValue(mcc)), ("false_alarm_rate", JSONValue(falseAlarmRate)),
            ("missed_alarm_rate", JSONValue(missedAlarmRate)),
            ("specificity", JSONValue(specificity)), ("accuracy", JSONValue(accuracy)),
        ])
    }
}

extension Metrics.PrecisionRecall {
    /// `{"precision", "recall", "f1"}`.
    public var json: JSONValue {
        .object([
            ("precision", JSONValue(precision)), ("recall", JSONValue(recall)),
            ("f1", JSONValue(f1)),
        ])
    }
}

extension Metrics.NAB {
    /// The three profiles.
    public var json: JSONValue {
        .object([
            ("standard", JSONValue(standard)), ("low_fp", JSONValue(lowFP)),
            ("low_fn", JSONValue(lowFN)),
        ])
    }
}

extension Metrics.BestF1 {
    /// `threshold` is the text "inf" where only an infinite score is flagged.
    public var json: JSONValue {
        let isInfinite = threshold == .infinity
        return .object([
            ("f1", JSONValue(f1)),
            ("threshold", isInfinite ? .string("inf") : JSONValue(threshold)),
            ("always_on_f1", JSONValue(alwaysOn)),
        ])
    }
}

extension DelaySummary {
    /// Seconds, and the events left out of them.
    public var json: JSONValue {
        .object([
            ("mean", JSONValue(mean)), ("median", JSONValue(median)), ("p95", JSONValue(p95)),
            ("max", JSONValue(max)), ("mean_censored", JSONValue(meanCensored)),
            ("missed", .integer(missed)), ("armed_before", .integer(armedBefore)),
        ])
    }
}

extension EventCounts {
    public var json: JSONValue {
        .object([
            ("precision", JSONValue(precision)), ("recall", JSONValue(recall)),
            ("f1", JSONValue(f1)), ("detected", .integer(detected)), ("missed", .integer(missed)),
            ("false_alarms", .integer(falseAlarms)), ("alarms", .integer(alarms)),
        ])
    }
}
