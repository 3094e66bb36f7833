import Scoring

extension Metrics {
    /// Reads what `Metrics.json` writes.
    init(_ json: JSONCursor) throws(ReportError) {
        self.init()
        point = try PointCounts(json["point"])
        event = try EventCounts(json["event"])
        compositeEvent = try PrecisionRecall(json["composite_event"])
        headlineF1 = try json["headline_f1"].optionalMetric()
        range = try PrecisionRecall(json["range"])
        affiliation = try PrecisionRecall(json["affiliation"])
        affiliationAlwaysOnF1 = try json["affiliation_always_on_f1"].optionalMetric()
        nab.standard = try json["nab"]["standard"].optionalMetric()
        nab.lowFP = try json["nab"]["low_fp"].optionalMetric()
        nab.lowFN = try json["nab"]["low_fn"].optionalMetric()
        aucROC = try json["auc_roc"].optionalMetric()
        aucPR = try json["auc_pr"].optionalMetric()
        prAUCTrapezoid = try json["pr_auc_trapezoid"].optionalMetric()
        vusROC = try json["vus_roc"].optionalMetric()
        vusPR = try json["vus_pr"].optionalMetric()
        vusWindow = try json["vus_window"].optionalCount()
        bestF1.f1 = try json["best_f1"]["f1"].optionalMetric()
        // Where only an infinite score is flagged, the file says "inf".
        if case .string("inf") = json["best_f1"]["threshold"].value {
            bestF1.threshold = .infinity
        } else {
            bestF1.threshold = try json["best_f1"]["threshold"].optionalNumber()
        }
        bestF1.alwaysOn = try json["best_f1"]["always_on_f1"].optionalMetric()
        delay = try DelaySummary(json["delay_s"])
        delayFromObservable = try DelaySummary(json["delay_from_observable_s"])
        falseAlarmsPerHour = try json["false_alarms_per_hour"].optionalMetric()
        normalHours = try json["normal_hours"].amount()
        for (kind, recall) in try json["recall_by_kind"].members() {
            recallByKind[kind] = try recall.metric()
        }
        pointAdjusted = try PointCounts(json["point_adjusted"])
        macro.headlineF1 = try json["macro"]["headline_f1"].optionalMetric()
        macro.eventF1 = try json["macro"]["event_f1"].optionalMetric()
        macro.skippedMachines = try json["macro"]["skipped_machines"].count()
        missingScores = try json["missing_scores"].count()
    }
}

extension PointCounts {
    init(_ json: JSONCursor) throws(ReportError) {
        self.init(
            truePositives: try json["tp"].count(), falsePositives: try json["fp"].count(),
            falseNegatives: try json["fn"].count(), trueNegatives: try json["tn"].count())
    }
}

extension EventCounts {
    init(_ json: JSONCursor) throws(ReportError) {
        self.init(
            detected: try json["detected"].count(), missed: try json["missed"].count(),
            falseAlarms: try json["false_alarms"].count(),
            alarms: try json["alarms"].count())
    }
}

extension Metrics.PrecisionRecall {
    init(_ json: JSONCursor) throws(ReportError) {
        self.init(
            precision: try json["precision"].optionalMetric(),
            recall: try json["recall"].optionalMetric(), f1: try json["f1"].optionalMetric())
    }
}

extension DelaySummary {
    init(_ json: JSONCursor) throws(ReportError) {
        self.init()
        mean = try json["mean"].optionalMetric()
        median = try json["median"].optionalMetric()
        p95 = try json["p95"].optionalMetric()
        max = try json["max"].optionalMetric()
        meanCensored = try json["mean_censored"].optionalMetric()
        missed = try json["missed"].count()
        armedBefore = try json["armed_before"].count()
    }
}
