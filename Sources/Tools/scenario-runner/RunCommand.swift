import AnomalyDetection
import CommandLineTool
import Foundation
import Reporting
import Scenarios
import Scoring
import Telemetry
import Testbed

/// `scenario-runner run`: replay, detect, score, report.
enum RunCommand {
    static let command = Command(
        "run", summary: "replay scenarios and score detectors against the truth",
        arguments: "SCENARIO...",
        options: [
            DetectorChoice.option, DetectorChoice.thresholdOption, DetectorChoice.timeoutOption,
            CommandOption(
                "seed", "N|A..B", repeats: true,
                help: "seed, or range of seeds, to play the scenario with (default: its own)"),
            ReportOutput.folderOption, ReportOutput.jobsOption, ReportOutput.jsonOption,
            Bars.option, Bars.junitOption,
            PredictionLog.option,
            CommandOption(
                "resume", help: "keep reports that are there already, and make only the others"),
            CommandOption(
                "shard", "I/N", help: "do only every N-th run, starting with the I-th (1 to N)"),
        ] + Watching.options + Routes.options,
        examples: [
            ("scenario-runner run overload-fault", "one scenario, the default detector"),
            (
                "scenario-runner run overload-fault noisy-neighbours --detector half-space-trees"
                    + " --detector mage-demo --seed 1..5", "compare two detectors over five seeds"
            ),
            (
                "scenario-runner run overload-fault --fail-under event.f1=0.9",
                "a bar for continuous integration"
            ),
            (
                "scenario-runner run overload-fault --via mqtt",
                "the same over a real MQTT broker, which is started for the run"
            ),
        ],
        notes: """
            SCENARIO is a path, or the name of a file in scenarios/. Reports are written as
            DIR/SCENARIO--DETECTOR--SEED.json, .md and .html, with DIR/index.html over all of them.
            With --json one report is printed as an object, several as an array.
            """,
        run: run)

    private static func run(_ arguments: ParsedArguments) throws -> ExitCode {
        let names = arguments.positionals
        guard !names.isEmpty else {
            throw ToolFailure.usage(
                "name a scenario to run; there are \(ScenarioFiles.names.joined(separator: ", "))")
        }
        let scenarios = try ScenarioFiles.loadAll(names)
        let detectors = try DetectorChoice.contestants(arguments)
        let watching = try Watching(arguments, detectors)
        if watching.isLive {
            Interruption.installEnding(watching.stop)
        } else {
            Interruption.install(
                advice: "the same command with --resume keeps the reports that are done")
        }
        let seeds = try SeedRange.parse(arguments.values("seed"))
        let bars = try Bars.parse(arguments)
        let route = try Routes.route(arguments)
        // What lives by the world's clock is played once at a time.
        let jobs = watching.isLive ? 1 : try ReportOutput.jobs(arguments)
        let shard = try Shard(arguments.value("shard"))
        let folder = try ReportFolder(arguments.value("out") ?? "reports")

        var sweep = Sweep(
            scenarios: scenarios, seeds: seeds, detectors: detectors, route: route, folder: folder)
        sweep.keepsFinished = arguments.has("resume")
        sweep.writesPredictions = arguments.has("predictions")
        sweep.shard = shard
        sweep.watching = watching
        let reports = try sweep.run(jobs: jobs)
        try folder.writeIndex(reports)
        try Bars.writeJUnit(arguments, reports, bars)
        try ReportOutput.show(reports, folder, asJSON: arguments.has("json"))
        // What was played is judged and kept, but it is not what was asked for.
        if let code = Interruption.exitCode { return code }
        return try Bars.verdict(reports, bars)
    }
}
