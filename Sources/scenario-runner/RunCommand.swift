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
            DetectorChoice.option,
            CommandOption(
                "seed", "N|A..B", repeats: true,
                help: "seed, or range of seeds, to play the scenario with (default: its own)"),
            CommandOption(
                "via", "ROUTE",
                help: "how readings reach the detector: \(Routes.names.joined(separator: ", "))"
                    + " (default: embedded)"),
            CommandOption("out", "DIR", help: "folder for the reports (default: reports)"),
            CommandOption("jobs", "N", help: "threads (default: all processors)"),
            CommandOption("json", help: "print the reports as JSON instead of a table"),
            CommandOption(
                "fail-under", "METRIC=VALUE", repeats: true,
                help: "exit with 3 unless every report reaches this, as in event.f1=0.9"),
            CommandOption("junit", "FILE", help: "also write the outcome as JUnit XML"),
            CommandOption(
                "resume", help: "keep reports that are there already, and make only the others"),
            CommandOption(
                "shard", "I/N", help: "do only every N-th run, starting with the I-th (1 to N)"),
        ],
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
        let detectors = try DetectorChoice.parse(arguments.values("detector"))
        let seeds = try SeedRange.parse(arguments.values("seed"))
        let bars = try arguments.values("fail-under").map(parseBar)
        let route = try Routes.named(arguments.value("via") ?? "embedded")
        let jobs =
            try arguments.integer("jobs", in: 1...256)
            ?? ProcessInfo.processInfo.activeProcessorCount
        let shard = try Shard(arguments.value("shard"))
        let folder = try ReportFolder(arguments.value("out") ?? "reports")

        var sweep = Sweep(
            scenarios: scenarios, seeds: seeds, detectors: detectors, route: route, folder: folder)
        sweep.keepsFinished = arguments.has("resume")
        sweep.shard = shard
        let reports = try sweep.run(jobs: jobs)
        try folder.writeIndex(reports)
        if let path = arguments.value("junit") {
            let url = URL(filePath: path)
            try ReportFolder(url.deletingLastPathComponent().path)
                .write(JUnit.xml(reports, bars: bars), to: url.lastPathComponent)
        }
        try show(reports, folder, asJSON: arguments.has("json"))
        return try verdict(reports, bars)
    }

    private static func show(_ reports: [Report], _ folder: ReportFolder, asJSON: Bool) throws {
        if asJSON {
            let values = reports.map(\.json)
            let all: JSONValue = values.count == 1 ? values[0] : .array(values)
            Terminal.print(all.text(indented: true))
            return
        }
        Terminal.write(ResultTable(usesColor: Terminal.usesColor).text(reports))
        Terminal.print("")
        if reports.count == 1 {
            Terminal.print("Report: \(folder.file(reports[0].fileStem)).html")
        } else {
            Terminal.print("Reports: \(folder.file("index.html"))  (\(reports.count) reports)")
        }
    }

    private static func verdict(_ reports: [Report], _ bars: [MetricBar]) throws -> ExitCode {
        for report in reports where report.delivery.lost > 0 || !report.delivery.isBalanced {
            let delivery = report.delivery
            throw ToolFailure.failed(
                "\(report.runName): readings are not accounted for: \(delivery.generated)"
                    + " generated, \(delivery.withheld) withheld, \(delivery.stored) stored,"
                    + " \(delivery.scored) scored; the figures are not comparable")
        }
        let check = BarCheck(bars, reports)
        for failure in check.failures { Terminal.error("scenario-runner: \(failure)") }
        return check.isMet ? .done : .barNotMet
    }

    private static func parseBar(_ text: String) throws -> MetricBar {
        do { return try MetricBar(text) } catch {
            throw ToolFailure.usage("--fail-under \(text): \(error)")
        }
    }
}
