/// The metrics of runs and windows, which add up over machines.
struct RunScores {
    var range = RangeScore()
    var affiliation = Affiliation()
    var affiliationAlwaysOn = Affiliation()
    var nab = NABScore()
    var pointAdjusted = PointCounts()

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

/// All of them from one pass over the flagged rows.
struct RunTally {
    private let layout: SeriesLayout
    private let truth: [Range<Int>]
    private var places: PlaceRuns
    private var range: RangeTally
    private var affiliation: AffiliationTally
    private var nab: NABTally

    init(_ series: ScoredSeries, _ layout: SeriesLayout, _ rule: RangeRule) throws {
        self.layout = layout
        truth = layout.runs
        places = PlaceRuns(layout)
        range = RangeTally(truth: truth, rule: rule)
        affiliation = AffiliationTally(truth: truth, count: layout.scoredCount)
        nab = NABTally(try NABFile(series))
    }

    /// - Parameter rows: flagged, behind all that came before.
    mutating func take(_ rows: Range<Int>) {
        nab.take(rows)
        places.take(rows) { run in
            range.take(run)
            affiliation.take(run)
        }
    }

    mutating func finish() -> RunScores {
        places.finish { run in
            range.take(run)
            affiliation.take(run)
        }
        let count = layout.scoredCount
        var scores = RunScores()
        scores.range = range.score
        scores.affiliation = affiliation.finish()
        scores.affiliationAlwaysOn = Affiliation(
            truth: truth, flagged: count > 0 ? [0..<count] : [], count: count)
        scores.nab = nab.score
        let wrong = range.flagged - range.hits
        scores.pointAdjusted = PointCounts(
            truePositives: range.foundRows, falsePositives: wrong,
            falseNegatives: layout.anomalousCount - range.foundRows,
            trueNegatives: count - layout.anomalousCount - wrong)
        return scores
    }
}
