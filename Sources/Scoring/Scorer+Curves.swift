import Telemetry

extension Scorer {
    /// Adds what ``ScoringOptions/Effort/full`` adds, to each machine and to all together.
    ///
    /// Machines never share a run, a zone or a window; thresholds and ranks are over all of them.
    /// - Returns: the scores of all rows, ranked; nil where a series has none.
    static func addCurves(
        to card: inout Scorecard, _ series: [ScoredSeries], _ layouts: [SeriesLayout],
        _ options: ScoringOptions
    ) -> RankedScores? {
        let window = options.vusWindow ?? defaultVUSWindow(period: series.first?.period)
        var pooled = RunScores()
        for index in series.indices {
            let runs = RunScores(series[index], layouts[index], options.rangeRule)
            runs.write(to: &card.machines[index].metrics)
            pooled += runs
        }
        pooled.write(to: &card.pooled)

        let parts = zip(series, layouts).map { (series: $0, layout: $1) }
        if parts.count > 1 {
            for index in parts.indices where !series[index].scores.isEmpty {
                card.machines[index].metrics.setCurves(
                    [parts[index]], RankedScores([parts[index]]), window)
            }
        }
        var ranked: RankedScores?
        if !parts.isEmpty, parts.allSatisfy({ !$0.series.scores.isEmpty }) {
            let all = RankedScores(parts)
            card.pooled.setCurves(parts, all, window)
            ranked = all
        }
        if parts.count == 1 { card.machines[0].metrics = card.pooled }
        return ranked
    }
}

extension Scorer {
    /// Rows in 60 s, at most 1,000: the cost of VUS grows with the window's square, and rows closer
    /// than 60 ms apart would otherwise take minutes.
    static func defaultVUSWindow(period: Int64?) -> Int {
        period.map { Int(min(1000, (6e10 / Double($0)).rounded())) } ?? 0
    }
}

/// The metrics of runs and windows, which add up over machines.
private struct RunScores {
    var range = RangeScore()
    var affiliation = Affiliation()
    var affiliationAlwaysOn = Affiliation()
    var nab = NABScore()
    var pointAdjusted = PointCounts()

    init() {}

    init(_ series: ScoredSeries, _ layout: SeriesLayout, _ rule: RangeRule) {
        let truth = layout.runs
        let flagged = layout.flaggedRuns(series.flags)
        let count = layout.scoredCount
        range = RangeScore(truth: truth, flagged: flagged, rule: rule)
        affiliation = Affiliation(truth: truth, flagged: flagged, count: count)
        affiliationAlwaysOn = Affiliation(
            truth: truth, flagged: count > 0 ? [0..<count] : [], count: count)
        nab = NABFile(series).score { series.flags[$0] }

        let found = truth.reduce(0) { flagged.meets($1) ? $0 + $1.count : $0 }
        let hits = intersection(truth, flagged).reduce(0) { $0 + $1.count }
        let wrong = flagged.reduce(0) { $0 + $1.count } - hits
        pointAdjusted = PointCounts(
            truePositives: found, falsePositives: wrong,
            falseNegatives: layout.anomalousCount - found,
            trueNegatives: count - layout.anomalousCount - wrong)
    }

    static func += (sum: inout RunScores, other: RunScores) {
        sum.range += other.range
        sum.affiliation += other.affiliation
        sum.affiliationAlwaysOn += other.affiliationAlwaysOn
        sum.nab += other.nab
        sum.pointAdjusted += other.pointAdjusted
    }

    func write(to metrics: inout Metrics) {
        metrics.range = range.result
        metrics.affiliation = affiliation.result
        metrics.affiliationAlwaysOnF1 = affiliationAlwaysOn.result.f1
        metrics.nab.standard = nab.normalized(.standard)
        metrics.nab.lowFP = nab.normalized(.lowFP)
        metrics.nab.lowFN = nab.normalized(.lowFN)
        metrics.pointAdjusted = pointAdjusted
    }
}

extension NABFile {
    /// The series with its events as windows, overlapping ones as one. Probation is NAB's own, so an
    /// event that scoring drops for starting in the scenario's warm-up is a window here.
    public init(_ series: ScoredSeries) {
        func rows(_ window: TimeWindow) -> Range<Int> {
            let first = series.times.firstIndex(notBelow: window.start)
            return first..<max(first, series.times.firstIndex(notBelow: window.end))
        }
        var windows: [Range<Int>] = []
        let events = series.events.filter(\.isScored).map { rows($0.window) }
        for event in events.sorted(by: { $0.lowerBound < $1.lowerBound }) where !event.isEmpty {
            if let last = windows.last, event.lowerBound < last.upperBound {
                windows[windows.count - 1] =
                    last.lowerBound..<max(last.upperBound, event.upperBound)
            } else {
                windows.append(event)
            }
        }
        self.init(
            windows: windows.map { ClosedRange($0) }, rowCount: series.times.count,
            ignored: merged(series.ignoreZones.map(rows)).flatMap { $0.subtracting(windows) })
    }
}

extension Metrics {
    /// Sets what is read from ranked scores.
    fileprivate mutating func setCurves(
        _ parts: [(series: ScoredSeries, layout: SeriesLayout)], _ ranked: RankedScores,
        _ window: Int
    ) {
        let curves = RankCurves(ranked)
        aucROC = curves.rocAUC
        aucPR = curves.averagePrecision
        prAUCTrapezoid = curves.trapezoid
        bestF1.f1 = curves.bestF1
        bestF1.threshold = curves.bestThreshold
        bestF1.alwaysOn = curves.alwaysOnF1
        let volume = VolumeUnderSurface(parts, ranked, window: window)
        vusROC = volume.roc
        vusPR = volume.pr
        vusWindow = window
    }
}
