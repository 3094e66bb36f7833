import AnomalyDetection
import CommandLineTool
import DurableFiles
import Foundation
import Reporting
import Scenarios
import Scoring
import Telemetry
import Testbed

/// `scenario-runner describe`: writes a page about scenarios, and their pictures, from the scenarios
/// themselves and from what detectors reach on them.
enum DescribeCommand {
    static let command = Command(
        "describe", summary: "write the page about scenarios: what they test, what is reached",
        arguments: "[SCENARIO|GROUP]...",
        options: [
            DetectorChoice.option, DetectorChoice.thresholdOption,
            CommandOption(
                "seed", "N|A..B", repeats: true, help: "seeds to take the mean of (default: 1..5)"),
            CommandOption(
                "out", "DIR",
                help:
                    "folder for README.md and pictures/ (default: the page goes to standard output, without"
                    + " pictures)"),
            CommandOption("jobs", "N", help: "threads (default: all processors)"),
        ],
        examples: [
            (
                "scenario-runner describe suite seed-demo --detector half-space-trees --detector mad"
                    + " --out scenarios", "scenarios/README.md with two detectors' figures"
            )
        ],
        notes: "Without a name: the group suite, then the scenarios of no group but soak.",
        run: run)

    private static func run(_ arguments: ParsedArguments) throws -> ExitCode {
        let folder = ScenarioFolder(ScenarioFiles.folder)
        let names =
            arguments.positionals.isEmpty
            ? ["suite"] + folder.names(in: "").filter { $0 != "soak" } : arguments.positionals
        let scenarios = try ScenarioFiles.loadAll(names)
        let detectors = try DetectorChoice.parse(arguments)
        let given = try SeedRange.parse(arguments.values("seed"))
        let seeds = given.isEmpty ? [1, 2, 3, 4, 5] : given
        let jobs =
            try arguments.integer("jobs", in: 1...256)
            ?? ProcessInfo.processInfo.activeProcessorCount
        let scratch = FileManager.default.temporaryDirectory
            .appending(path: "describe-\(getpid())-\(UUID().uuidString)").path
        TemporaryFiles.add(scratch)
        Interruption.install()
        defer {
            try? FileManager.default.removeItem(atPath: scratch)
            TemporaryFiles.remove(scratch)
        }
        let reports = try Sweep(
            scenarios: scenarios, seeds: seeds, detectors: detectors.map { .detector($0) },
            route: EmbeddedRoute(),
            folder: ReportFolder(scratch)
        ).run(jobs: jobs)
        let text = ScenarioPage(
            scenarios: scenarios, reports: reports, detectors: detectors.map(\.spec),
            seeds: seeds, suite: Set(folder.names(in: "suite"))
        ).markdown
        // Only a folder that is named is written to: the scenarios' own has a page already.
        guard let out = arguments.value("out") else {
            Terminal.write(text)
            Terminal.error(
                "scenario-runner: nothing was written to disk; --out DIR writes DIR/README.md and"
                    + " its pictures")
            return .done
        }
        let page = try ReportFolder(out)
        let pictures = try ReportFolder("\(out)/pictures")
        for scenario in scenarios {
            try pictures.write(try ScenarioPicture(scenario).svg, to: "\(scenario.name).svg")
        }
        try page.write(text, to: "README.md")
        Terminal.print("\(page.file("README.md")): \(Figures.count(scenarios.count, "scenario"))")
        return .done
    }
}
