import AlarmRules
import AnomalyDetection
import DetectionPipeline
import JSONText
import LabelledFiles
import Reporting
import Scenarios
import Scoring
import Telemetry
import Testbed

/// Feeds the chart of a report while a trial runs.
final class TraceObserver: TrialObserver {
    private var recorder: TraceRecorder

    init(_ scenario: Scenario, truth: Truth) {
        recorder = TraceRecorder(
            window: TimeWindow(start: scenario.start, end: scenario.start + scenario.duration),
            interval: scenario.interval, machineCount: scenario.machines.count,
            closeUps: Dictionary(grouping: truth.events, by: \.machine)
                .mapValues { $0.map(\.window) })
    }

    init(_ data: some LabelledDataset) {
        recorder = TraceRecorder(
            window: TimeWindow(start: data.start, end: data.end.addingSaturated(data.interval)),
            interval: data.interval, machineCount: data.series.count,
            closeUps: Dictionary(
                data.series.map { ($0.rows.machine, $0.truth.events.map(\.window)) },
                uniquingKeysWith: { first, _ in first }))
    }

    func observe(_ batch: ScoredBatch) {
        recorder.record(
            machine: batch.readings.series.machineID, channels: batch.readings.channels,
            times: batch.readings.times, values: batch.readings.values
        ) { index in
            let verdict = batch.verdicts[index]
            return TraceRecorder.Mark(
                score: verdict.score, threshold: verdict.threshold,
                isWarmup: verdict.state == .warmup, isAnomaly: verdict.isAnomaly)
        }
    }

    var trace: Trace { recorder.trace() }
}

extension Report.Delivery {
    init(_ counts: DeliveryCounts) {
        self.init(
            generated: counts.generated, published: counts.published, stored: counts.stored,
            scored: counts.scored, lost: counts.lost, duplicated: counts.duplicated,
            withheld: counts.withheld, broken: counts.broken, repaired: counts.repaired)
    }
}

extension Report.Scenario {
    init(_ scenario: Scenarios.Scenario, seed: UInt64) {
        self.init(
            name: scenario.name, summary: scenario.description, sha256: scenario.sha256,
            seed: seed, start: scenario.start,
            duration: Double(scenario.duration) / 1e9, interval: Double(scenario.interval) / 1e9,
            machineCount: scenario.machines.count, warmup: Double(scenario.warmup) / 1e9,
            alarmRule: scenario.alarmRule, falseAlarmBudget: scenario.alarmBudget)
    }
}

extension Report.Scenario {
    /// Data that no scenario was behind: the file stands for it.
    init(_ data: some LabelledDataset, name: String, alarmRule: AlarmRule, budget: Double) {
        let warmup = data.series.map { series -> Int64 in
            guard let first = series.rows.times.min(), series.probationEnd > first else { return 0 }
            return series.probationEnd.subtractingSaturated(first)
        }
        self.init(
            name: name,
            summary: "Labelled data: " + data.channels.joined(separator: ", ")
                + (data.unused.isEmpty
                    ? "" : "; not used: " + data.unused.joined(separator: ", ")),
            sha256: data.sha256, seed: 0, start: data.start,
            duration: data.end.addingSaturated(data.interval).seconds(since: data.start),
            interval: Double(data.interval) / 1e9, machineCount: data.series.count,
            warmup: Double(warmup.max() ?? 0) / 1e9, alarmRule: alarmRule,
            falseAlarmBudget: budget)
    }
}

extension Report.Detector {
    init(_ contestant: Contestant) {
        switch contestant {
        case .detector(let detector): self.init(detector)
        case .source(let source):
            self.init(
                name: source.spec.kind.rawValue, spec: source.spec.text,
                parameters: [Report.Parameter("place", .string(source.spec.place))]
                    + source.spec.options.filter { $0.key != "name" }
                    .map { Report.Parameter($0.key, .string($0.value)) },
                sees: "whatever it saw when it said so, in a process of its own")
        }
    }

    init(_ detector: ConfiguredDetector) {
        self.init(
            name: detector.name, spec: detector.spec,
            parameters: detector.parameters.map { Report.Parameter($0, JSONValue(exactly: $1)) },
            sees: detector.view.description, isHindsight: detector.view.isHindsight)
    }
}
