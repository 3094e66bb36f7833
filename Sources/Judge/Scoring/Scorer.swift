import AlarmRules
import Telemetry

/// Holds predictions against the truth, by every metric of docs/metrics.
public enum Scorer {
    /// Scores one detector's predictions on all machines of a scenario.
    ///
    /// The result depends on the series and options alone, to the last bit: not on the clock, on hash
    /// seeds, or on whether rows and keys are kept in memory. Metrics that need scores are nil where no
    /// series has any.
    /// - Parameter room: where keys go while they are sorted; nil for memory, 8 bytes a row and 16 MiB.
    /// - Complexity: O(n) for ``ScoringOptions/Effort/quick`` and without `room`, else O(n log n).
    /// - Throws: what reading the rows or writing to the room throws; nothing for rows in memory.
    public static func evaluate(
        _ series: [ScoredSeries], options: ScoringOptions = .init(), room: (any SpillRoom)? = nil
    ) throws -> Scorecard {
        let parts = try series.map { try $0.sortedByTime() }
            .map { (series: $0, layout: try SeriesLayout($0)) }
        let origin =
            try parts.filter { $0.series.rows.count > 0 }
            .map { try $0.series.rows.time(of: 0) }.min() ?? 0
        let machineHours = parts.reduce(0.0) { $0 + hours($1.layout.scoredCount, $1.series.period) }

        var card = Scorecard()
        let longest = parts.map(\.series.period).max() ?? 0
        card.blockLength = BlockCounts.length(forHours: machineHours, period: seconds(longest))
        var tallies: [MachineTally] = []
        var runs = RunScores()
        for (series, layout) in parts {
            var runTally =
                options.effort == .full
                ? try RunTally(series, layout, options.rangeRule) : nil
            let tally = try MachineTally(
                series, layout, rule: options.alarmRule, origin: origin,
                blockLength: nanoseconds(card.blockLength), runs: &runTally)
            var metrics = Metrics([tally])
            metrics.missingScores = try series.missingScores(in: layout.scored)
            if let scores = runTally?.finish() {
                scores.write(to: &metrics)
                runs += scores
            }
            card.add(tally, metrics, series.machine)
            tallies.append(tally)
        }
        card.pooled = Metrics(tallies)
        card.pooled.missingScores = card.machines.reduce(0) { $0 + $1.metrics.missingScores }
        if options.effort == .full {
            runs.write(to: &card.pooled)
            if let thresholds = try addCurves(to: &card, parts, options, room) {
                card.sweep = try sweep(parts, thresholds, rule: options.alarmRule)
            }
            if parts.count == 1 { card.machines[0].metrics = card.pooled }
        }
        for machine in card.machines.indices { card.machines[machine].metrics.setMacro() }
        card.pooled.setMacro(over: card.machines.map(\.metrics))
        card.references = try ReferenceScore.all(
            parts, seed: options.referenceSeed, rule: options.alarmRule)
        card.warnings = try warnings(parts)
        return card
    }

    private static func warnings(_ parts: [RankedPart]) throws -> [ScoringWarning] {
        var warnings: [ScoringWarning] = []
        let anomalous = parts.reduce(0) { $0 + $1.layout.anomalousCount }
        let scored = parts.reduce(0) { $0 + $1.layout.scoredCount }
        if let share = ratio(anomalous, scored), share > 0.1 {
            warnings.append(.contamination(share: share))
        }
        let isLate = try parts.filter { !$0.layout.events.isEmpty }.flatMap { series, layout in
            let first = try series.rows.time(of: 0)
            let last = try series.rows.time(of: series.rows.count - 1)
            let length = last.addingSaturated(series.period).nanoseconds(since: first)
            return layout.events.map {
                $0.event.window.start.nanoseconds(since: first) >= 0.8 * length
            }
        }
        if !isLate.isEmpty, isLate.allSatisfy({ $0 }) { warnings.append(.runToFailure) }
        return warnings
    }
}

extension Scorecard {
    fileprivate mutating func add(_ tally: MachineTally, _ metrics: Metrics, _ machine: String) {
        machines.append(MachineScore(id: machine, metrics: metrics))
        events += tally.events
        alarms += tally.alarms
        blocks += tally.blocks.sorted { $0.key < $1.key }.map {
            BlockCounts(machine: machine, index: $0.key, counts: $0.value)
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
                    duration: $0.event.window.seconds,
                    wasArmedBefore: $0.wasArmedBefore)
            })
        delayFromObservable = DelaySummary(
            events.compactMap { result in
                result.event.observableFrom.map {
                    .init(
                        delay: result.delayFromObservable,
                        duration: max(0, result.event.window.end.seconds(since: $0)),
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
package func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
}
