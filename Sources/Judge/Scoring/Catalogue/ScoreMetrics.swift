/// Metrics of the score, and of ranges of rows.
extension Metrics {
    static let rangeMetrics = precisionRecall(
        MetricGroup(
            key: "range", part: \.range, topic: "ranges", prefix: "range ", page: "range.md"),
        precision: "how much of each predicted range lies in true ones",
        recall: "how much of each true range is predicted, its beginning most", isCompared: true)

    static let affiliationMetrics = precisionRecall(
        MetricGroup(
            key: "affiliation", part: \.affiliation, topic: "affiliation", prefix: "affiliation ",
            page: "affiliation.md"),
        precision: "closeness of predictions to their event",
        recall: "closeness of each event to its predictions", isCompared: false)
    static let affiliationAlwaysOnMetric = MetricGroup(
        part: \.self, topic: "affiliation", page: "affiliation.md"
    ).stored(
        \.affiliationAlwaysOnF1,
        .init(
            "affiliation_always_on_f1", "affiliation F1 of always-on",
            "what flagging every row gets", .share, .neither))

    private static let nab = MetricGroup(
        key: "nab", part: \.nab, topic: "NAB (event windows)", prefix: "NAB ",
        suffix: " (event windows)", page: "nab.md")

    static let nabMetrics = [
        nab.stored(
            \.standard,
            .init(
                "standard", "standard", "Numenta's score for finding events early",
                .points, isCompared: true)),
        nab.stored(
            \.lowFP,
            .init("low_fp", "low FP", "as standard, false alarms costing twice as much", .points)),
        nab.stored(
            \.lowFN,
            .init("low_fn", "low FN", "as standard, misses costing twice as much", .points)),
    ]

    static let aucROCMetric = MetricGroup(
        part: \.self, topic: "ranking of scores", page: "auc_roc.md"
    ).stored(
        \.aucROC,
        .init(
            "auc_roc", "ROC-AUC", "chance that an anomalous row outranks a normal one",
            isCompared: true))

    private static let precisionRecallCurve = MetricGroup(
        part: \.self, topic: "ranking of scores", page: "auc_pr.md")

    static let aucPRMetric = precisionRecallCurve.stored(
        \.aucPR,
        .init(
            "auc_pr", "average precision", "precision over all thresholds, without interpolation",
            isCompared: true))
    static let prAUCTrapezoidMetric = precisionRecallCurve.stored(
        \.prAUCTrapezoid,
        .init("pr_auc_trapezoid", "PR area, trapezoid", "as others report it, which flatters"))

    private static let vus = MetricGroup(
        part: \.self, topic: "ranking of scores", page: "vus.md")

    static let vusROCMetric = vus.stored(
        \.vusROC,
        .init(
            "vus_roc", "VUS-ROC", "volume under the ROC surface, over buffer lengths",
            isCompared: true))
    static let vusPRMetric = vus.stored(
        \.vusPR,
        .init(
            "vus_pr", "VUS-PR", "quality of the score, no threshold: volume under the PR surface",
            isCompared: true))
    static let vusWindowMetric = vus.count(
        \.vusWindow,
        .init("vus_window", "VUS window", "the longest buffer around an event", .rows, .neither))

    private static let best = MetricGroup(
        key: "best_f1", part: \.bestF1, topic: "best F1 (oracle)", prefix: "best ",
        suffix: " (oracle)", page: "best_f1.md")

    static let bestF1Metrics = [
        best.stored(
            \.f1,
            .init(
                "f1", "F1", "row F1 of the best threshold, chosen on the labels",
                isCompared: true)),
        best.level(
            \.threshold, .init("threshold", "threshold", "that threshold", .score, .neither)),
        best.stored(
            \.alwaysOn,
            .init(
                "always_on_f1", "F1 of always-on", "what flagging every row gets", .share, .neither)
        ),
    ]
}
