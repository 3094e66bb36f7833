extension Scorer {
    static func addCurves(
        to card: inout Scorecard, _ series: [ScoredSeries], _ layouts: [SeriesLayout],
        _ options: ScoringOptions
    ) {}
}
