extension Metrics {
    /// Rows counted one by one, as they are and as point adjustment makes them.
    private static let point = MetricGroup(
        key: "point", part: \.point, topic: "rows", prefix: "row ", page: "point.md")
    private static let adjusted = MetricGroup(
        key: "point_adjusted", part: \.pointAdjusted, topic: "point-adjusted",
        prefix: "point-adjusted ",
        page: "point_adjusted_f1.md", warning: pointAdjustedWarning)

    static let pointMetrics = rows(of: point)
    static let pointAdjustedMetrics = rows(of: adjusted)

    /// What stands beside every point-adjusted number.
    public static let pointAdjustedWarning = """
        Point-adjusted F1 rewards luck on long events: a random score can reach the top of a leaderboard \
        (Kim et al., AAAI 2022). Do not rank by it.
        """

    static let pointAdjustedF1Metric = MetricGroup(
        part: \.self, topic: "point-adjusted", page: "point_adjusted_f1.md",
        warning: pointAdjustedWarning
    ).derived(
        \.pointAdjustedF1,
        .init(
            "point_adjusted_f1", "point-adjusted F1",
            "row F1 where one flagged row of an event counts for all its rows"))

    private static func rows(of group: MetricGroup<PointCounts>) -> [MetricDescription] {
        let isCompared = group.warning == nil
        return [
            group.derived(
                \.precision, .init("precision", "precision", "share of flagged rows in an event")),
            group.derived(\.recall, .init("recall", "recall", "share of events' rows flagged")),
            group.derived(
                \.f1,
                .init(
                    "f1", "F1", "harmonic mean of row precision and recall",
                    isCompared: isCompared)),
            group.count(\.truePositives, .init("tp", "tp", "flagged rows in an event", .rows)),
            group.count(
                \.falsePositives, .init("fp", "fp", "flagged rows in no event", .rows, .lower)),
            group.count(
                \.falseNegatives, .init("fn", "fn", "events' rows not flagged", .rows, .lower)),
            group.count(
                \.trueNegatives, .init("tn", "tn", "rows in no event and not flagged", .rows)),
            group.derived(
                \.fHalf, .init("f0_5", "F0.5", "F with precision weighing twice as much")),
            group.derived(\.f2, .init("f2", "F2", "F with recall weighing twice as much")),
            group.derived(
                \.mcc,
                .init("mcc", "MCC", "Matthews' correlation of flags and labels", .correlation)),
            group.derived(
                \.falseAlarmRate,
                .init(
                    "false_alarm_rate", "false alarm rate", "share of normal rows that are flagged",
                    .share, .lower)),
            group.derived(
                \.missedAlarmRate,
                .init(
                    "missed_alarm_rate", "missed alarm rate",
                    "share of events' rows that are not flagged", .share, .lower)),
            group.derived(
                \.specificity,
                .init("specificity", "specificity", "share of normal rows that are not flagged")),
            group.derived(
                \.accuracy,
                .init("accuracy", "accuracy", "share of rows that are judged right")),
        ]
    }

    static let prevalence = MetricGroup(part: \.self, topic: "rows", page: "point.md").derived(
        \.point.prevalence,
        .init(
            "prevalence", "prevalence", "share of scored rows that are anomalous", .share, .neither)
    )
}

extension PointCounts {
    fileprivate var fHalf: Double? { f(0.5) }
    fileprivate var f2: Double? { f(2) }
}
