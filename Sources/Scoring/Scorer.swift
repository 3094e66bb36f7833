import Telemetry

/// Holds predictions against the truth, by every metric of `scoring.md`.
public enum Scorer {
    /// Scores one detector's predictions on all machines of a scenario.
    ///
    /// The result depends on the series and options alone, to the last bit, and not on the clock or on
    /// hash seeds. Metrics that need scores are nil where no series has any.
    /// - Complexity: O(n) for ``ScoringOptions/Effort/quick``, else O(n log n) time; memory beyond
    ///   the series about 8 bytes a row.
    public static func evaluate(_ series: [ScoredSeries], options: ScoringOptions = .init())
        -> Scorecard
    {
        let series = series.map { $0.sortedByTime() }
        let layouts = series.map(SeriesLayout.init)
        let origin = series.compactMap(\.times.first).min() ?? 0
        let hours = zip(series, layouts).reduce(0.0) { sum, one in
            sum + Double(one.1.scoredCount) * seconds(one.0.period) / 3600
        }
        let blockLength = BlockCounts.length(forHours: hours)
        let tally = { (index: Int, flags: [Bool]) in
            MachineTally(
                series[index], layouts[index], flags: flags, rule: options.alarmRule,
                origin: origin, blockLength: nanoseconds(blockLength))
        }

        var card = Scorecard()
        card.blockLength = blockLength
        let tallies = series.indices.map { tally($0, series[$0].flags) }
        for index in series.indices {
            var metrics = Metrics([tallies[index]])
            metrics.missingScores = series[index].missingScores(in: layouts[index].scored)
            card.machines.append(MachineScore(id: series[index].machine, metrics: metrics))
            card.events += tallies[index].events
            card.alarms += tallies[index].alarms
            card.blocks += tallies[index].blocks.sorted { $0.key < $1.key }.map {
                BlockCounts(machine: series[index].machine, index: $0.key, counts: $0.value)
            }
        }
        card.pooled = Metrics(tallies)
        card.pooled.missingScores = card.machines.reduce(0) { $0 + $1.metrics.missingScores }
        if options.effort == .full {
            let ranked = addCurves(to: &card, series, layouts, options)
            if let ranked { card.sweep = sweep(series, ranked, tally: tally) }
        }
        for machine in card.machines.indices { card.machines[machine].metrics.setMacro() }
        card.pooled.setMacro(over: card.machines.map(\.metrics))
        card.references = ReferenceScore.all(series, layouts, seed: options.referenceSeed, tally)
        card.warnings = warnings(series, layouts)
        return card
    }

    private static func warnings(_ series: [ScoredSeries], _ layouts: [SeriesLayout])
        -> [ScoringWarning]
    {
        var warnings: [ScoringWarning] = []
        let anomalous = layouts.reduce(0) { $0 + $1.anomalousCount }
        let scored = layouts.reduce(0) { $0 + $1.scoredCount }
        if let share = ratio(anomalous, scored), share > 0.1 {
            warnings.append(.contamination(share: share))
        }
        let isLate = zip(series, layouts).flatMap { series, layout in
            layout.events.map { placed in
                let first = series.times[0]
                let length = Double(series.times[series.times.count - 1] - first + series.period)
                return Double(placed.event.window.start - first) >= 0.8 * length
            }
        }
        if !isLate.isEmpty, isLate.allSatisfy({ $0 }) { warnings.append(.runToFailure) }
        return warnings
    }
}

extension ScoredSeries {
    /// How many of `spans`' rows have no score: NaN or -inf. 0 for a series without scores.
    func missingScores(in spans: [Range<Int>]) -> Int {
        if scores.isEmpty { return 0 }
        return spans.reduce(0) { sum, span in
            sum + scores[span].count { !($0 > -.infinity) }
        }
    }
}

extension Metrics {
    /// What follows from counts alone.
    init(_ tallies: [MachineTally]) {
        var sum = PredictionCounts()
        for tally in tallies { sum += tally.total }
        point = sum.point
        event = sum.event
        compositeEvent = sum.compositeEvent
        headlineF1 = sum.headlineF1
        falseAlarmsPerHour = sum.falseAlarmsPerHour
        normalHours = sum.normalHours

        let events = tallies.flatMap(\.events).filter(\.isScored)
        delay = DelaySummary(
            events.map {
                .init(
                    delay: $0.delay,
                    duration: seconds($0.event.window.end - $0.event.window.start),
                    wasArmedBefore: $0.wasArmedBefore)
            })
        delayFromObservable = DelaySummary(
            events.compactMap { result in
                result.event.observableFrom.map {
                    .init(
                        delay: result.delayFromObservable,
                        duration: seconds(max(0, result.event.window.end - $0)),
                        wasArmedBefore: result.wasArmedBefore)
                }
            })
        var kinds: [String: (found: Int, all: Int)] = [:]
        for result in events {
            kinds[result.event.kind, default: (0, 0)].all += 1
            if result.isDetected { kinds[result.event.kind]!.found += 1 }
        }
        recallByKind = kinds.mapValues { Double($0.found) / Double($0.all) }
    }

    mutating func setMacro(over machines: [Metrics]? = nil) {
        let machines = machines ?? [self]
        let headlines = machines.compactMap(\.headlineF1)
        let events = machines.compactMap(\.event.f1)
        macro.headlineF1 = mean(headlines)
        macro.eventF1 = mean(events)
        macro.skippedMachines = machines.count - headlines.count
    }
}

/// The mean; nil of nothing.
func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
}
