import AnomalyDetection
import Reporting
import Scenarios
import Scoring
import Telemetry
import Testbed
import VerdictSources

/// What a scenario is played to: a detector of ours, or the verdicts of a program that already runs.
enum Contestant: Sendable {
    case detector(ConfiguredDetector)
    case source(VerdictSource)

    /// As on the command line, or the name that it was given.
    var spec: String {
        switch self {
        case .detector(let detector): detector.spec
        case .source(let source): source.spec.text
        }
    }

    var name: String {
        switch self {
        case .detector(let detector): detector.name
        case .source(let source): source.spec.kind.rawValue
        }
    }

    /// What it learns from before it judges; nil for nothing.
    var train: TrainLength? {
        guard case .detector(let detector) = self else { return nil }
        return detector.train
    }

    /// Judges it on what was played.
    func trial(
        on played: Played, _ options: ScoringOptions, _ observers: [any TrialObserver],
        progress: (Double) -> Void
    ) throws -> (DetectorTrial.Outcome, Report.Verdicts?) {
        let (playback, scenario) = (played.playback, played.scenario)
        let window = TimeWindow(start: scenario.start, end: scenario.start + scenario.duration)
        let cycle = scenario.interval.multipliedSaturated(by: 4096)
        switch self {
        case .detector(let detector):
            let trial = DetectorTrial(
                source: playback.source, run: playback.run, window: window, cycle: cycle,
                makeDetector: { [outlook = scenario.outlook] context in
                    var context = context
                    context.outlook = outlook
                    return try detector.detector(for: context)
                })
            return (
                try trial.run(
                    against: playback.truth, options: options, observers: observers,
                    progress: progress), nil
            )
        case .source(let source):
            let heard = played.heard[source.spec.text]
            let said = source.verdicts(MachineNames(scenario), window, heard)
            let outcome = try VerdictTrial(
                source: playback.source, run: playback.run, window: window, cycle: cycle
            ).run(
                said, against: playback.truth, options: options, observers: observers,
                progress: progress)
            var verdicts = Report.Verdicts(
                outcome.account, disconnected: heard?.disconnected)
            if heard?.clock != nil { verdicts.wait = DelaySummary(found: outcome.waits) }
            return (outcome.trial, verdicts)
        }
    }
}
