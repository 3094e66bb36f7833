import AlarmRules
import AnomalyDetection
import CommandLineTool
import Foundation
import LabelledFiles
import PublicSets
import Reporting
import Scoring
import Testbed
import Threading

/// Files × detectors.
struct Evaluation: Sendable {
    var detectors: [ConfiguredDetector]
    var options = DataOptions()
    var alarmRule = AlarmRule()
    /// False alarms per machine-hour.
    var budget = 1.0
    var keepsFinished = false
    var writesPredictions = false

    private struct Item: Sendable {
        var detector: ConfiguredDetector
        var number: Int
    }

    /// - Returns: the reports in the order of data and detectors.
    func run(_ sources: inout EvaluationSources, into folder: ReportFolder, jobs: Int) throws
        -> [Report]
    {
        let board = ProgressBoard(count: sources.items.count * detectors.count)
        defer { board.clear() }
        var reports: [Report] = []
        // One at a time: what data need in memory grows with their rows.
        for (place, source) in sources.items.enumerated() {
            let data = try source.load()
            board.clear()
            Terminal.error("scenario-runner: \(data.summary)")
            for warning in data.warnings {
                Terminal.error("scenario-runner: warning: \(data.name): \(warning)")
            }
            let items = detectors.enumerated().map {
                Item(detector: $1, number: place * detectors.count + $0)
            }
            let judged = try JobPool.map(items, jobs: jobs) { item in
                defer { board.finish(item.number) }
                return try judge(data, source, item, folder, board)
            }
            reports += judged.map(\.report)
            if let set = source.set { try sources.sets[set].add(judged.compactMap(\.result)) }
        }
        return reports
    }

    private func judge(
        _ data: any LabelledDataset, _ source: EvaluationSources.Item, _ item: Item,
        _ folder: ReportFolder, _ board: ProgressBoard
    ) throws -> (report: Report, result: SetResult?) {
        let name = source.name
        var report = Report(
            scenario: Report.Scenario(data, name: name, alarmRule: alarmRule, budget: budget),
            detector: Report.Detector(item.detector), route: "file", delivery: Report.Delivery(),
            scorecard: Scorecard())
        if keepsFinished, let kept = folder.report(like: report) { return (kept, nil) }
        let clock = ContinuousClock()
        let begin = clock.now
        let label = "\(name), \(item.detector.spec)"
        let trace = TraceObserver(data)
        var observers: [any TrialObserver] = [trace]
        let rows = source.set.map { _ in SetObserver() }
        if let rows { observers.append(rows) }
        var log: PredictionLog?
        if writesPredictions {
            let made = try PredictionLog(folder, name: report.fileStem + ".predictions.csv", data)
            log = made
            observers.append(made)
        }
        let outcome: DetectorTrial.Outcome
        do {
            let hasIDs = data.hasIDs
            outcome = try DatasetTrial(dataset: data) { context in
                // Without ids a series has no name: the file's own must not change a score.
                try item.detector.detector(
                    for: hasIDs
                        ? context
                        : SeriesContext(channels: context.channels, outlook: context.outlook))
            }.run(
                options: ScoringOptions(alarmRule: alarmRule), observers: observers
            ) { board.show(label, item.number, $0) }
            try log?.finish()
        } catch {
            throw detectorTrouble(error, label)
        }
        report.scorecard = outcome.scorecard
        let count = data.rowCount
        report.delivery = Report.Delivery(
            generated: count, published: count, stored: count, scored: outcome.scored)
        report.notes = outcome.notes + data.warnings
        let wall = (clock.now - begin).seconds
        report.timing = [
            Report.Timing("wall_s", wall),
            Report.Timing("readings_per_s", Double(outcome.scored) / max(wall, 1e-9)),
        ]
        try folder.write(report, trace: trace.trace)
        return (report, rows.map { $0.result(data, source.facts) })
    }
}
