import AlarmRules
import GroundTruth
import Scoring
import Telemetry
import Testing

/// The scorer against docs/metrics read word by word, on many small series of chance.
@Suite struct `Scoring by definition` {
    static let seeds = 1...400 as ClosedRange<UInt64>

    @Test func `rows, events and alarms are counted as one would by hand`() {
        for seed in Self.seeds {
            let machines = SlowScoring.machines(seed)
            let card = card(machines)
            var sum = PredictionCounts()
            for (one, machine) in zip(machines, card.machines) {
                sum += one.counts
                #expect(machine.metrics.point == one.counts.point, "seed \(seed)")
                #expect(machine.metrics.event == one.counts.event, "seed \(seed)")
            }
            #expect(card.pooled.point == sum.point, "seed \(seed)")
            #expect(card.pooled.event == sum.event, "seed \(seed)")
            #expect(card.pooled.compositeEvent == sum.compositeEvent, "seed \(seed)")
            #expect(isClose(card.pooled.normalHours, sum.normalHours), "seed \(seed)")
            #expect(
                card.pooled.missingScores
                    == machines.reduce(0) { sum, one in
                        sum + one.scored.count { one.value($0) == -.infinity }
                    }, "seed \(seed)")
        }
    }

    @Test func `every alarm is listed with what it meets and how high the score was`() {
        for seed in Self.seeds {
            let machines = SlowScoring.machines(seed)
            let card = card(machines)
            let expected = machines.flatMap { one in
                one.alarms.map { window in
                    AlarmResult(
                        machine: one.series.machine, window: window,
                        outcome: one.outcome(of: window),
                        cause: one.outcome(of: window) == .falseAlarm ? one.cause(of: window) : nil,
                        peakScore: one.peak(in: window))
                }
            }
            #expect(card.alarms == expected, "seed \(seed)")
        }
    }

    @Test func `every event is listed with the first alarm that meets it`() {
        for seed in Self.seeds {
            let machines = SlowScoring.machines(seed)
            let results = card(machines).events
            #expect(results.count == machines.reduce(0) { $0 + $1.series.events.count })
            for one in machines {
                let (scored, alarms) = (Set(one.events.map(\.id)), one.alarms)
                for result in results where result.event.machine == one.series.machine {
                    let window = result.event.window
                    let isScored = scored.contains(result.event.id)
                    let alarm = alarms.first { $0.overlaps(window) }
                    let rows = Set(one.rows(in: window)).intersection(
                        isScored ? Set(one.scored) : Set(one.all))
                    let delay = alarm.map { Double($0.start - window.start) / 1e9 }
                    #expect(
                        result
                            == EventResult(
                                event: result.event, isScored: isScored, isDetected: alarm != nil,
                                hasFlaggedRow: rows.contains { one.flags[$0] },
                                delay: delay.map { max(0, $0) },
                                delayFromObservable: alarm.flatMap { alarm in
                                    result.event.observableFrom.map {
                                        max(0, Double(alarm.start - $0) / 1e9)
                                    }
                                },
                                wasArmedBefore: delay.map { $0 < 0 } ?? false,
                                peakScore: one.peak(in: window)), "seed \(seed)")
                }
            }
        }
    }

    @Test func `delays, kinds and means over machines follow from the events`() {
        for seed in Self.seeds {
            let card = card(SlowScoring.machines(seed))
            let events = card.events.filter(\.isScored)
            let seen = events.filter { $0.event.observableFrom != nil }
            expectDelay(card.pooled.delay, events, \.delay) { $0.window.seconds }
            expectDelay(card.pooled.delayFromObservable, seen, \.delayFromObservable) {
                max(0, Double($0.window.end - ($0.observableFrom ?? 0)) / 1e9)
            }
            for kind in ["drift", "overload"] {
                let own = events.filter { $0.event.kind == kind }
                let found = Double(own.count { $0.isDetected }) / Double(own.count)
                #expect(card.pooled.recallByKind[kind] == (own.isEmpty ? nil : found))
            }
            let macro = card.pooled.macro
            let headlines = card.machines.compactMap(\.metrics.headlineF1)
            let eventF1s = card.machines.compactMap(\.metrics.event.f1)
            #expect(isClose(macro.headlineF1, mean(headlines)), "seed \(seed)")
            #expect(isClose(macro.eventF1, mean(eventF1s)), "seed \(seed)")
            #expect(macro.skippedMachines == card.machines.count - headlines.count)
        }
    }

    private func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }

    private func expectDelay(
        _ summary: DelaySummary, _ events: [EventResult], _ delay: (EventResult) -> Double?,
        _ duration: (TruthEvent) -> Double
    ) {
        let found = events.compactMap(delay)
        #expect(isClose(summary.mean, mean(found)))
        #expect(summary.max == found.max())
        #expect(summary.missed == events.count - found.count)
        #expect(summary.armedBefore == events.count { $0.wasArmedBefore })
        let censored = events.map { min(delay($0) ?? duration($0.event), duration($0.event)) }
        #expect(isClose(summary.meanCensored, mean(censored)))
    }

    @Test func `each threshold of the sweep counts what flagging from there counts`() {
        for seed in Self.seeds {
            let machines = SlowScoring.machines(seed)
            for point in card(machines).sweep {
                var sum = PredictionCounts()
                for one in machines {
                    sum += one.counts { one.scores[$0] >= point.threshold }
                }
                #expect(point.counts.point == sum.point, "seed \(seed)")
                #expect(point.counts.event == sum.event, "seed \(seed)")
                #expect(point.counts.hitEvents == sum.hitEvents, "seed \(seed)")
                #expect(isClose(point.counts.normalHours, sum.normalHours), "seed \(seed)")
            }
        }
    }

    @Test func `references count what flagging every row, and none, counts`() {
        for seed in Self.seeds {
            let machines = SlowScoring.machines(seed)
            let references = card(machines).references
            for (name, flag) in [("always-on", true), ("never-on", false)] {
                var sum = PredictionCounts()
                for one in machines { sum += one.counts { _ in flag } }
                let reference = references.first { $0.name == name }
                #expect(reference?.event == sum.event, "seed \(seed)")
                #expect(reference?.compositeEvent == sum.compositeEvent, "seed \(seed)")
                #expect(reference?.headlineF1 == sum.headlineF1, "seed \(seed)")
            }
        }
    }
}
