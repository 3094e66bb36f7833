import Telemetry

extension Scorer {
    /// Adds what is read from ranked scores, to each machine and to all together.
    ///
    /// Machines never share a run, a zone or a window; thresholds and ranks are over all of them.
    /// - Returns: what other thresholds would count to; nil where a series has no scores.
    static func addCurves(
        to card: inout Scorecard, _ parts: [RankedPart], _ options: ScoringOptions,
        _ room: (any SpillRoom)?
    ) throws -> SweepThresholds? {
        let window =
            options.vusWindow ?? defaultVUSWindow(period: parts.first?.series.period)
        if parts.count > 1 {
            for index in parts.indices where parts[index].series.rows.hasScores {
                let summary = try RankSummary([parts[index]], room)
                try card.machines[index].metrics.set(summary, [parts[index]], window)
            }
        }
        guard !parts.isEmpty, parts.allSatisfy(\.series.rows.hasScores) else { return nil }
        let summary = try RankSummary(parts, room)
        try card.pooled.set(summary, parts, window)
        return summary.sweep
    }

    /// Rows in 60 s, at most 1,000: the cost of VUS grows with the window's square, and rows closer
    /// than 60 ms apart would otherwise take minutes.
    static func defaultVUSWindow(period: Int64?) -> Int {
        period.map { Int(min(1000, (6e10 / Double($0)).rounded())) } ?? 0
    }
}

/// All that is read from one ranking, in one pass over it.
private struct RankSummary {
    let curves: RankCurves
    let levels: VUSLevels
    let sweep: SweepThresholds

    init(_ parts: [RankedPart], _ room: (any SpillRoom)?) throws {
        let anomalous = parts.reduce(0) { $0 + $1.layout.anomalousCount }
        let normal = parts.reduce(-anomalous) { $0 + $1.layout.scoredCount }
        var curves = RankCurves.Tally(anomalous: anomalous, normal: normal)
        var levels = VUSLevels(anomalous: anomalous, normal: normal)
        var sweep = SweepThresholds(anomalous: anomalous, normal: normal)
        func take(_ key: UInt64, _ anomalous: Int, _ normal: Int) {
            curves.take(key, anomalous, normal)
            levels.take(key, anomalous, normal)
            sweep.take(key, anomalous, normal)
        }
        if let room, anomalous + normal > room.residentCount {
            let ranked = try RankedScores(parts, room: room)
            defer { ranked.release() }
            try ranked.forEachTie(take)
        } else {
            var ranked = try SparseRanking(
                parts, positions: levels.positions, normalRanks: sweep.normalRanks)
            ranked.forEachTie(take)
        }
        self.curves = curves.curves
        self.levels = levels
        self.sweep = sweep
    }
}

extension Metrics {
    fileprivate mutating func set(
        _ summary: RankSummary, _ parts: [RankedPart], _ window: Int
    ) throws {
        set(summary.curves)
        let volume = try VolumeUnderSurface(parts, summary.levels, window: window)
        vusROC = volume.roc
        vusPR = volume.pr
        vusWindow = window
    }

    mutating func set(_ curves: RankCurves) {
        aucROC = curves.rocAUC
        aucPR = curves.averagePrecision
        prAUCTrapezoid = curves.trapezoid
        bestF1.f1 = curves.bestF1
        bestF1.threshold = curves.bestThreshold
        bestF1.alwaysOn = curves.alwaysOnF1
    }
}

extension NABFile {
    /// The series with its events as windows, overlapping ones as one. Probation is NAB's own, so an
    /// event that scoring drops for starting in the scenario's warm-up is a window here.
    /// - Throws: what reading the rows throws.
    public init(_ series: ScoredSeries) throws {
        var windows: [Range<Int>] = []
        let events = zip(series.events, try series.eventRows()).filter(\.0.isScored).map(\.1)
        for event in events.sorted(by: { $0.lowerBound < $1.lowerBound }) where !event.isEmpty {
            if let last = windows.last, event.lowerBound < last.upperBound {
                windows[windows.count - 1] =
                    last.lowerBound..<max(last.upperBound, event.upperBound)
            } else {
                windows.append(event)
            }
        }
        let ignored = try series.ignoreZones.map { try series.rows.rows(in: $0) }
        self.init(
            windows: windows.map { ClosedRange($0) }, rowCount: series.rows.count,
            ignored: merged(ignored).flatMap { $0.subtracting(windows) })
    }
}
