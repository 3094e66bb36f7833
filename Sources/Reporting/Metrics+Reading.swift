import Scoring

extension Metrics {
    /// Reads what `Metrics.json` writes.
    init(_ json: JSONCursor) throws(ReportError) {
        self.init()
        point = try PointCounts(json["point"])
        event = try EventCounts(json["event"])
        compositeEvent = try PrecisionRecall(json["composite_event"])
        headlineF1 = try json["headline_f1"].optionalNumber()
        range = try PrecisionRecall(json["range"])
        affiliation = try PrecisionRecall(json["affiliation"])
        affiliationAlwaysOnF1 = try json["affiliation_always_on_f1"].optionalNumber()
        nab.standard = try json["nab"]["standard"].optionalNumber()
        nab.lowFP = try json["nab"]["low_fp"].optionalNumber()
        nab.lowFN = try json["nab"]["low_fn"].optionalNumber()
        aucROC = try json["auc_roc"].optionalNumber()
        aucPR = try json["auc_pr"].optionalNumber()
        prAUCTrapezoid = try json["pr_auc_trapezoid"].optionalNumber()
        vusROC = try json["vus_roc"].optionalNumber()
        vusPR = try json["vus_pr"].optionalNumber()
        vusWindow = try json["vus_window"].optionalNumber().map { Int($0) }
        bestF1.f1 = try json["best_f1"]["f1"].optionalNumber()
        // Where only an infinite score is flagged, the file says "inf".
        if case .string("inf") = json["best_f1"]["threshold"].value {
            bestF1.threshold = .infinity
        } else {
            bestF1.threshold = try json["best_f1"]["threshold"].optionalNumber()
        }
        bestF1.alwaysOn = try json["best_f1"]["always_on_f1"].optionalNumber()
        delay = try DelaySummary(json["delay_s"])
        delayFromObservable = try DelaySummary(json["delay_from_observable_s"])
        falseAlarmsPerHour = try json["false_alarms_per_hour"].optionalNumber()
        normalHours = try json["normal_hours"].number()
        for (kind, recall) in try json["recall_by_kind"].members() {
            recallByKind[kind] = try recall.number()
        }
        pointAdjusted = try PointCounts(json["point_adjusted"])
        macro.headlineF1 = try json["macro"]["headline_f1"].optionalNumber()
        macro.eventF1 = try json["macro"]["event_f1"].optionalNumber()
        macro.skippedMachines = try json["macro"]["skipped_machines"].integer()
        missingScores = try json["missing_scores"].integer()
    }
}

extension PointCounts {
    init(_ json: JSONCursor) throws(ReportError) {
        self.init(
            truePositives: try json["tp"].integer(), falsePositives: try json["fp"].integer(),
            falseNegatives: try json["fn"].integer(), trueNegatives: try json["tn"].integer())
    }
}

extension EventCounts {
    init(_ json: JSONCursor) throws(ReportError) {
        self.init(
            detected: try json["detected"].integer(), missed: try json["missed"].integer(),
            falseAlarms: try json["false_alarms"].integer(),
            alarms: try json["alarms"].integer())
    }
}

extension Metrics.PrecisionRecall {
    init(_ json: JSONCursor) throws(ReportError) {
        self.init(
            precision: try json["precision"].optionalNumber(),
            recall: try json["recall"].optionalNumber(), f1: try json["f1"].optionalNumber())
    }
}

extension DelaySummary {
    fileprivate init(_ json: JSONCursor) throws(ReportError) {
        self.init()
        mean = try json["mean"].optionalNumber()
        median = try json["median"].optionalNumber()
        p95 = try json["p95"].optionalNumber()
        max = try json["max"].optionalNumber()
        meanCensored = try json["mean_censored"].optionalNumber()
        missed = try json["missed"].integer()
        armedBefore = try json["armed_before"].integer()
    }
}
