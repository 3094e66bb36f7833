/// Metrics that are computed together, one family without the others: what benchmarks time.
///
/// Each is made of the same parts as in ``Scorer/evaluate(_:options:room:)``, which shares one pass
/// over the flags and one ranking among them.
package enum MetricFamily: String, CaseIterable {
    /// Precision, recall, F and Matthews' coefficient of rows.
    case point
    /// ROC-AUC, average precision, the precision-recall curve's area, best F1.
    case ranking
    case range
    case affiliation
    case nab
    case vus

    /// Computes this family alone, everything else stays undefined.
    package func metrics(of series: ScoredSeries, _ options: ScoringOptions) throws -> Metrics {
        var metrics = Metrics()
        let layout = try SeriesLayout(series)
        switch self {
        case .point:
            var counts = FlagCounts(layout)
            try series.forEachFlagged { rows, _ in counts.take(rows) }
            counts.finish()
            metrics.point = PointCounts(layout, counts)
        case .ranking:
            var gaps = try GapCounts([(series, layout)])
            try [(series, layout)].forEachNormalScores { gaps.take($0) }
            var tally = RankCurves.Tally(
                anomalous: layout.anomalousCount,
                normal: layout.scoredCount - layout.anomalousCount)
            gaps.forEachTie { tally.take($0, $1, $2) }
            metrics.set(tally.curves)
        case .range:
            var tally = RangeTally(truth: layout.runs, rule: options.rangeRule)
            try layout.forEachFlaggedRun(series) { tally.take($0) }
            metrics.range = tally.score.result
        case .affiliation:
            var tally = AffiliationTally(truth: layout.runs, count: layout.scoredCount)
            try layout.forEachFlaggedRun(series) { tally.take($0) }
            metrics.affiliation = tally.finish().result
        case .nab:
            var tally = NABTally(try NABFile(series))
            try series.forEachFlagged { rows, _ in tally.take(rows) }
            metrics.nab.standard = tally.score.normalized(.standard)
        case .vus:
            var levels = VUSLevels(
                anomalous: layout.anomalousCount,
                normal: layout.scoredCount - layout.anomalousCount)
            var ranked = try SparseRanking(
                [(series, layout)], positions: levels.positions, normalRanks: [])
            ranked.forEachTie { levels.take($0, $1, $2) }
            metrics.vusWindow =
                options.vusWindow ?? Scorer.defaultVUSWindow(period: series.period)
            let volume = try VolumeUnderSurface(
                [(series, layout)], levels, window: metrics.vusWindow ?? 0)
            metrics.vusROC = volume.roc
            metrics.vusPR = volume.pr
        }
        return metrics
    }
}

extension SeriesLayout {
    fileprivate func forEachFlaggedRun(
        _ series: ScoredSeries, _ body: (Range<Int>) -> Void
    ) throws {
        var places = PlaceRuns(self)
        try series.forEachFlagged { rows, _ in places.take(rows, body) }
        places.finish(body)
    }
}
