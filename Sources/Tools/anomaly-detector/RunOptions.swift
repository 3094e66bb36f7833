import AlarmRules
import AnomalyDetection
import CommandLineTool
import DetectorService
import Foundation
import Telemetry
import Threading

/// What `anomaly-detector run` was asked to do.
struct RunOptions {
    static let all: [CommandOption] =
        [
            StoreChoice.option, DetectorChoice.option, DetectorChoice.thresholdOption,
            CommandOption(
                "from", "T",
                help:
                    "only readings from this time on, RFC 3339; \"now\" counts for the first start,"
                    + " a checkpoint goes on from where it was"),
            CommandOption("to", "T", help: "only readings before this time"),
            CommandOption("run", "NAME", help: "only readings of this run"),
            CommandOption("once", help: "one cycle over what is there, then end (the default)"),
            CommandOption("every", "10s", help: "a cycle every so often, until stopped"),
            CommandOption(
                "checkpoint", "DIR",
                help: "keep models and position here, and go on from there when started again"),
            CommandOption("fresh", help: "forget the checkpoint and score everything again"),
            CommandOption(
                "plots", "DIR", help: "draw an SVG of every unique id that has an anomaly"),
            CommandOption("json", help: "print one JSON object a cycle instead of sentences"),
            CommandOption("fail-on-anomaly", help: "end with 3 when a cycle finds an anomaly"),
            CommandOption(
                "merge-gap", "10s",
                help:
                    "anomalies up to this far apart are one alarm, and those of readings that follow each"
                    + " other (default: 10s, at least 10 readings)"),
            CommandOption(
                "min-rows", "N",
                help: "an alarm is raised at its N-th anomalous reading (default: 1)"),
            CommandOption(
                "cap", "5m",
                help: "an alarm that lasts counts again every so often, at most once a reading"
                    + " (default: 5m, at least 60 readings; 0s for never)"),
            CommandOption(
                "overlap", "2m",
                help: "how far back each cycle looks for late readings (default: 2m)"),
            CommandOption(
                "ahead", "10m",
                help:
                    "how far ahead of the clock a reading may lie and still be taken; what lies further"
                    + " ahead waits for its time (default: 10m)"),
            CommandOption(
                "slice", "5m",
                help: "for detectors that judge a whole slice (mage-demo, level-shift): how much"
                    + " of the past a cycle takes (default: all; arrow-task-engine: 5m)"),
            CommandOption(
                "cooldown", "5m",
                help:
                    "no second alert on a machine within this time (default: 5m); with 0s the alerts"
                    + " are the alarms that a report counts"),
        ] + AlertChoice.options

    let detector: ConfiguredDetector
    /// Readings of each machine that the detector takes to warm up; nil where it has no such setting.
    var warmup: Int? {
        detector.parameters.first { $0.name == "warmup" }.flatMap { Int($0.value) }
    }
    /// Under which name scores are kept: the SPEC, and the threshold that was set over it.
    let detectorName: String
    let window: TimeWindow
    /// The window begins when the program did; with a checkpoint it does not count.
    let startsNow: Bool
    let run: String?
    /// Nil: once.
    let every: Duration?
    let checkpoint: String?
    let isFresh: Bool
    let plots: String?
    let isJSON: Bool
    let failsOnAnomaly: Bool
    /// How anomalies become alarms, as scenarios have it.
    let rule: AlarmRule
    let overlap: Int64
    let ahead: Int64
    let slice: Int64?
    let cooldown: Int64

    /// The sibling demo writes to a table of its own and looks back five minutes.
    var isArrowTaskEngine: Bool { detector.name == "arrow-task-engine" }

    /// - Throws: ``ToolFailure`` (usage).
    init(_ arguments: ParsedArguments) throws {
        if let word = arguments.positionals.first {
            throw ToolFailure.usage("run takes options only, not \"\(word)\"; see --help")
        }
        detector = try DetectorChoice.parse(arguments)
        let threshold = arguments.value("threshold").map { " threshold=\($0)" }
        detectorName = detector.spec + (threshold ?? "")
        startsNow = arguments.value("from") == "now"
        let from =
            startsNow ? WallClock.now : try Self.time(arguments, "from") ?? .min
        let to = try Self.time(arguments, "to") ?? .max
        guard from < to else { throw ToolFailure.usage("--to must be later than --from") }
        window = TimeWindow(start: from, end: to)
        run = arguments.value("run")
        if arguments.has("once"), arguments.has("every") {
            throw ToolFailure.usage("--once and --every exclude each other; give one")
        }
        every = try Self.duration(arguments, "every", least: 1_000_000).map { .nanoseconds($0) }
        checkpoint = arguments.value("checkpoint")
        isFresh = arguments.has("fresh")
        if isFresh, checkpoint == nil {
            throw ToolFailure.usage("--fresh forgets a checkpoint; say which: --checkpoint DIR")
        }
        plots = arguments.value("plots")
        isJSON = arguments.has("json")
        failsOnAnomaly = arguments.has("fail-on-anomaly")
        rule = try Self.rule(arguments)
        overlap = try Self.duration(arguments, "overlap", least: 0) ?? 120_000_000_000
        ahead = try Self.duration(arguments, "ahead", least: 0) ?? 600_000_000_000
        cooldown = try Self.duration(arguments, "cooldown", least: 0) ?? 300_000_000_000
        let slice = try Self.duration(arguments, "slice", least: 1)
        if slice != nil, !detector.needsWholeSeries {
            throw ToolFailure.usage(
                "--slice is for detectors that judge a whole slice at a time; \(detector.name)"
                    + " judges each reading as it comes")
        }
        self.slice =
            slice ?? (detector.name == "arrow-task-engine" ? 300_000_000_000 : nil)
        if checkpoint != nil {
            guard detector.canBeSaved else {
                throw ToolFailure.usage(
                    "--checkpoint: a program's state cannot be saved; leave --checkpoint out")
            }
            guard !detector.needsWholeSeries else {
                throw ToolFailure.usage(
                    "--checkpoint: \(detector.name) judges a whole slice anew in each cycle and has"
                        + " nothing to keep; leave --checkpoint out")
            }
        }
    }

    private static func time(_ arguments: ParsedArguments, _ name: String) throws -> Int64? {
        guard let text = arguments.value(name) else { return nil }
        guard let time = Instant.parse(text) else {
            throw ToolFailure.usage(
                "--\(name) \(text): give a time as 2026-01-31T12:00:00Z")
        }
        return time
    }

    private static func rule(_ arguments: ParsedArguments) throws -> AlarmRule {
        var rule = AlarmRule(
            minRows: try arguments.integer("min-rows", in: 1...1_000_000) ?? 1)
        if let gap = try duration(arguments, "merge-gap", least: 0) {
            rule.say(mergeGap: .nanoseconds(gap))
        }
        if let cap = try duration(arguments, "cap", least: 0) {
            rule.say(cap: cap == 0 ? nil : .nanoseconds(cap))
        }
        return rule
    }

    /// What a checkpoint is held against: one made by another rule has other alarms open. A rule that
    /// says no more than the merge gap is told as it was before it could say more.
    var ruleText: String {
        func words(_ length: Duration) -> String { DurationText.text(length.inNanoseconds) }
        let factory = AlarmRule()
        var text = ", merge gap \(words(rule.mergeGap))"
        if rule.minRows != factory.minRows { text += ", min rows \(rule.minRows)" }
        if rule.leastCapRows != factory.leastCapRows {
            text += ", cap \(rule.cap.map(words) ?? "never")"
        }
        return text
    }

    private static func duration(
        _ arguments: ParsedArguments, _ name: String, least: Int64
    ) throws -> Int64? {
        guard let text = arguments.value(name) else { return nil }
        guard let duration = DurationText.parse(text), duration >= least else {
            throw ToolFailure.usage("--\(name) \(text): give \(DurationText.allowed)")
        }
        return duration
    }
}
