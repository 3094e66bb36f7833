import AnomalyDetection
import CommandLineTool
import Foundation
import Reporting
import Scenarios
import Scoring
import Synchronization
import Telemetry
import Testbed
import Threading

/// Scenarios × seeds × detectors, on several threads. Each scenario is played once a seed and all
/// detectors read what was stored.
struct Sweep: Sendable {
    let scenarios: [Scenario]
    /// Empty for each scenario's own.
    let seeds: [UInt64]
    let detectors: [Contestant]
    let route: any Route
    let folder: ReportFolder
    var keepsFinished = false
    var writesPredictions = false
    /// When and how fast it is played, and to whom else; nil for in no time, to nobody.
    var watching: Watching?
    var shard = Shard()

    private struct Item: Sendable {
        var play: SharedPlayback
        var detector: Contestant
        var number: Int
    }

    /// - Returns: the reports in the order of scenarios, seeds and detectors.
    func run(jobs: Int) throws -> [Report] {
        var items: [Item] = []
        var number = 0
        for scenario in scenarios.map(withoutTraining) {
            for seed in seeds.isEmpty ? [scenario.seed] : seeds {
                let play = SharedPlayback(
                    scenario, seed: seed, route: route, watching: watching)
                for detector in detectors {
                    if number % shard.count == shard.index {
                        items.append(Item(play: play, detector: detector, number: items.count))
                        play.expectOneMore()
                    }
                    number += 1
                }
            }
        }
        let board = ProgressBoard(count: items.count)
        defer { board.clear() }
        return try JobPool.map(items, jobs: jobs) { item in
            defer { item.play.release() }
            if keepsFinished, let kept = kept(item) {
                board.finish(item.number)
                return kept
            }
            let report = try judge(item, board)
            board.finish(item.number)
            return report
        }
    }

    private func judge(_ item: Item, _ board: ProgressBoard) throws -> Report {
        let clock = ContinuousClock()
        let begin = clock.now
        let label =
            "\(item.play.scenario.name), \(item.detector.name), seed \(item.play.seed)"
        let played = try item.play.played { board.show(label, item.number, $0 * 0.4) }
        let (playback, scenario) = (played.playback, played.scenario)
        let isPlayed = clock.now
        let observer = TraceObserver(scenario, truth: playback.truth)
        var observers: [any TrialObserver] = [observer]
        let log =
            writesPredictions
            ? try PredictionLog(
                folder, name: blank(item).fileStem + ".predictions.csv", playback.truth) : nil
        if let log { observers.append(log) }
        let writer = playback.scores.map { ScoreWriter($0, detector: item.detector.spec) }
        if let writer { observers.append(writer) }
        let outcome: DetectorTrial.Outcome
        var verdicts: Report.Verdicts?
        do {
            (outcome, verdicts) = try item.detector.trial(
                on: played, options(scenario), observers
            ) { board.show(label, item.number, 0.4 + $0 * 0.6) }
            try log?.finish()
            try writer?.finish()
        } catch {
            throw detectorTrouble(error, label)
        }
        var delivery = playback.delivery
        delivery.scored = outcome.scored
        let detected = clock.now
        var report = blank(item, scenario)
        report.delivery = Report.Delivery(delivery)
        report.scorecard = outcome.scorecard
        report.notes = outcome.notes
        report.verdicts = verdicts
        let wall = (detected - begin).seconds
        report.timing = [
            Report.Timing("wall_s", wall), Report.Timing("play_s", (isPlayed - begin).seconds),
            Report.Timing("detect_and_score_s", (detected - isPlayed).seconds),
            Report.Timing("readings_per_s", Double(outcome.scored) / max(wall, 1e-9)),
        ]
        try folder.write(report, trace: observer.trace, units: scenario.channelUnits)
        return report
    }

    /// The scenario with a warm-up that covers what any of the detectors learns from: none of them is
    /// judged by it.
    private func withoutTraining(_ scenario: Scenario) -> Scenario {
        var scenario = scenario
        let rows = detectors.compactMap { $0.train?.rows(of: scenario.outlook.rows) }.max() ?? 0
        let training = scenario.interval.multipliedSaturated(by: Int64(rows))
        scenario.warmup = max(scenario.warmup, min(training, scenario.duration))
        return scenario
    }

    /// The report before anything has happened.
    private func blank(_ item: Item, _ scenario: Scenario? = nil) -> Report {
        Report(
            scenario: Report.Scenario(scenario ?? item.play.scenario, seed: item.play.seed),
            detector: Report.Detector(item.detector), route: route.name,
            delivery: Report.Delivery(), scorecard: Scorecard())
    }

    /// The report of an earlier sweep, if it is of the very same run.
    private func kept(_ item: Item) -> Report? { folder.report(like: blank(item)) }

    private func options(_ scenario: Scenario) -> ScoringOptions {
        ScoringOptions(effort: .full, alarmRule: scenario.alarmRule)
    }
}

/// A scenario's readings, made when the first detector asks and dropped after the last.
final class SharedPlayback: Sendable {
    private struct State {
        var played: Played?
        var wanted = 0
    }
    let scenario: Scenario
    let seed: UInt64
    private let route: any Route
    private let watching: Watching?
    private let state = Mutex(State())

    init(_ scenario: Scenario, seed: UInt64, route: any Route, watching: Watching? = nil) {
        self.watching = watching
        self.scenario = scenario
        self.seed = seed
        self.route = route
    }

    func expectOneMore() { state.withLock { $0.wanted += 1 } }

    /// Plays the scenario, or waits until another thread has.
    func played(progress: @Sendable (Double) -> Void) throws -> Played {
        try state.withLock { state in
            if let made = state.played { return made }
            let made =
                try watching?.play(scenario, seed: seed, on: route, progress: progress)
                ?? Played(
                    playback: try route.play(scenario, seed: seed, progress: progress),
                    scenario: scenario)
            state.played = made
            return made
        }
    }

    func release() {
        state.withLock { state in
            state.wanted -= 1
            if state.wanted == 0 { state.played = nil }
        }
    }
}

/// One progress line for all threads.
final class ProgressBoard: Sendable {
    private let line = ProgressLine()
    private let shares: Mutex<[Double]>
    private let count: Int

    init(count: Int) {
        self.count = max(1, count)
        shares = Mutex([Double](repeating: 0, count: count))
    }

    func show(_ label: String, _ item: Int, _ share: Double) {
        let sum = shares.withLock { shares in
            shares[item] = share
            return shares.reduce(0, +)
        }
        line.show(count > 1 ? "\(label)  (\(count) runs)" : label, fraction: sum / Double(count))
    }

    func finish(_ item: Int) { shares.withLock { $0[item] = 1 } }
    func clear() { line.clear() }
}

extension Scenario {
    /// What a detector may be told of each series beforehand.
    var outlook: SeriesOutlook {
        SeriesOutlook(
            warmupRows: Int(warmup / interval), period: Double(interval) / 1e9,
            rows: Int(duration / interval))
    }
}

extension DetectorTrial.Outcome {
    /// What a reader of the report should know about the detector's run.
    var notes: [String] {
        var notes: [String] = []
        if scored > 0, warmupCount == scored {
            notes.append("the detector was warming up all the time and judged nothing")
        }
        if skippedCount > 0 { notes.append("\(skippedCount) readings could not be judged") }
        notes += scoreFacts.warnings
        if let weakness = weakDecision { notes.append(weakness) }
        if scoreFacts.isOutOfReach, let f1 = scorecard.pooled.bestF1.f1,
            let threshold = scorecard.pooled.bestF1.threshold
        {
            notes.append(
                "with the labels in hand the best threshold would have been \(threshold): F1"
                    + " \((f1 * 100).rounded() / 100)")
        }
        return notes
    }

    /// What to say where the score ranks well and its flags are far below that; nil elsewhere.
    private var weakDecision: String? {
        let metrics = scorecard.pooled
        guard let ranking = metrics.vusPR, let headline = metrics.headlineF1, ranking >= 0.5,
            headline < 0.5 * ranking
        else { return nil }
        func short(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
        // Without an alarm there is no precision.
        let isTooLow = (metrics.event.precision ?? 1) < (metrics.event.recall ?? 0)
        let remedy =
            isTooLow
            ? "low. Try a higher threshold=, quantile= or margin= in the SPEC"
            : "high. Try a lower threshold= or margin= in the SPEC, or for a program quantile=0.99 or"
                + " contamination=0.01, which are of the rows that are not scored"
        return
            "the score ranks well (VUS-PR \(short(ranking))) and its flags do not follow (headline"
            + " F1 \(short(headline))): the threshold is too \(remedy)"
    }
}
