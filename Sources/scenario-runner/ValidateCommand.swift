import CommandLineTool
import Scenarios
import Telemetry

/// `scenario-runner validate`: all that is wrong with scenario files, in one go.
enum ValidateCommand {
    static let command = Command(
        "validate", summary: "check scenario files and name everything that is wrong",
        arguments: "SCENARIO...",
        options: [
            CommandOption("schema", help: "print the JSON Schema of scenario files instead")
        ],
        examples: [
            ("scenario-runner validate scenarios/overload-fault.json5", "one file"),
            ("scenario-runner validate scenarios/*.json5", "all of them"),
        ]
    ) { arguments in
        if arguments.has("schema") {
            Terminal.write(ScenarioSchema.text)
            return .done
        }
        guard !arguments.positionals.isEmpty else {
            throw ToolFailure.usage("name a scenario file to check")
        }
        for scenario in try ScenarioFiles.loadAll(arguments.positionals) {
            let machines = scenario.machines.count
            let anomalies = scenario.anomalies.count
            Terminal.print(
                "\(scenario.name): fine; \(machines) machine\(machines == 1 ? "" : "s"),"
                    + " \(DurationText.text(scenario.duration)) at"
                    + " \(DurationText.text(scenario.interval)), \(anomalies)"
                    + " \(anomalies == 1 ? "anomaly" : "anomalies")")
        }
        return .done
    }
}
