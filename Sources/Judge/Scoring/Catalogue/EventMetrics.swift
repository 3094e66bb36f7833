extension Metrics {
    private static let event = MetricGroup(
        key: "event", part: \.event, topic: "events", prefix: "event ", page: "event.md")

    static let eventRecallMetric = event.derived(
        \.recall, .init("recall", "recall", "share of events that an alarm meets"))

    static let eventMetrics = [
        event.derived(
            \.precision,
            .init(
                "precision", "precision", "events found among them and the false alarms",
                isCompared: true)),
        eventRecallMetric,
        event.derived(
            \.f1,
            .init("f1", "F1", "harmonic mean of event precision and recall", isCompared: true)),
        event.count(
            \.detected, .init("detected", "detected", "events that an alarm meets", .count)),
        event.count(
            \.missed, .init("missed", "missed", "events that no alarm meets", .count, .lower)),
        event.count(
            \.falseAlarms,
            .init("false_alarms", "false alarms", "alarms that meet nothing", .count, .lower)),
        event.count(\.alarms, .init("alarms", "alarms", "all alarms raised", .count, .lower)),
    ]

    static let compositeEventMetrics = precisionRecall(
        MetricGroup(
            key: "composite_event", part: \.compositeEvent,
            topic: "events, row precision (composite)",
            prefix: "composite event ",
            page: "composite_event.md"),
        precision: "share of flagged rows in an event",
        recall: "share of events with a flagged row",
        isCompared: true)

    private static let whole = MetricGroup(part: \.self, topic: "headline", page: "headline_f1.md")

    static let headlineF1Metric = whole.stored(
        \.headlineF1,
        .init("headline_f1", "headline F1", "smaller of event F1 and composite event F1"))

    private static let rate = MetricGroup(
        part: \.self, topic: "false alarms", page: "false_alarms_per_hour.md")

    static let falseAlarmsPerHourMetric = rate.stored(
        \.falseAlarmsPerHour,
        .init(
            "false_alarms_per_hour", "false alarms per machine-hour",
            "alarms that meet nothing, per normal machine-hour", .perHour, .lower,
            column: "false alarms/h"))
    static let normalHoursMetric = rate.amount(
        \.normalHours,
        .init(
            "normal_hours", "normal machine-hours", "scored time without an anomaly", .hours,
            .neither))

    static let recallByKindMetric = MetricGroup(
        part: \.self, topic: "recall by kind", page: "event.md"
    ).byKind(
        \.recallByKind, .init("recall_by_kind", "recall by kind", "event recall of each kind"))

    static let delayMetrics = delays(
        MetricGroup(key: "delay_s", part: \.delay, topic: "delay", page: "delay.md"),
        isCompared: true)
    static let delayFromObservableMetrics = delays(
        MetricGroup(
            key: "delay_from_observable_s", part: \.delayFromObservable,
            topic: "delay from the first moment anything could be seen",
            suffix: " from the first moment anything could be seen", page: "delay.md"),
        isCompared: false)

    private static func delays(
        _ group: MetricGroup<DelaySummary>, isCompared: Bool
    ) -> [MetricDescription] {
        [
            group.stored(
                \.mean,
                .init("mean", "mean delay", "over the events found", .seconds, .lower)),
            group.stored(
                \.median,
                .init(
                    "median", "median delay", "over the events found", .seconds, .lower,
                    isCompared: isCompared)),
            group.stored(
                \.p95,
                .init("p95", "p95 of the delays", "95 % are found sooner", .seconds, .lower)),
            group.stored(
                \.max, .init("max", "longest delay", "of an event found", .seconds, .lower)),
            group.stored(
                \.meanCensored,
                .init(
                    "mean_censored", "mean delay over all events",
                    "one that is missed counts with its duration", .seconds, .lower,
                    isCompared: isCompared)),
            group.count(\.missed, .init("missed", "missed", "events not found", .count, .lower)),
            group.count(
                \.armedBefore,
                .init(
                    "armed_before", "armed before",
                    "events found by an alarm that was on when they began", .count, .lower)),
        ]
    }

    private static let counts = MetricGroup(
        part: \.self, topic: "what was scored", page: "README.md")

    static let scoredRowsMetric = counts.derivedCount(
        \.scoredRows, .init("scored_rows", "scored rows", "rows that count", .rows, .neither))
    static let scoredEventsMetric = counts.derivedCount(
        \.scoredEvents,
        .init("scored_events", "scored events", "events that count", .count, .neither))
    static let missingScoresMetric = counts.count(
        \.missingScores,
        .init(
            "missing_scores", "missing scores", "scored rows that the detector gave no score",
            .rows, .lower))

    private static let macro = MetricGroup(
        key: "macro", part: \.macro, topic: "mean over machines", prefix: "mean over machines: ",
        page: "comparing.md")

    static let macroMetrics = [
        macro.stored(
            \.headlineF1,
            .init("headline_f1", "headline F1", "each machine's headline weighs the same")),
        macro.stored(
            \.eventF1, .init("event_f1", "event F1", "each machine's event F1 weighs the same")),
        macro.count(
            \.skippedMachines,
            .init(
                "skipped_machines", "machines without a headline", "left out of the mean", .count,
                .lower)),
    ]

    static func precisionRecall(
        _ group: MetricGroup<PrecisionRecall>, precision: String, recall: String,
        isCompared: Bool
    ) -> [MetricDescription] {
        [
            group.stored(\.precision, .init("precision", "precision", precision)),
            group.stored(\.recall, .init("recall", "recall", recall)),
            group.stored(
                \.f1,
                .init("f1", "F1", "harmonic mean of the two before it", isCompared: isCompared)),
        ]
    }
}
