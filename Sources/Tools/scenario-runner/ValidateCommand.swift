import CommandLineTool
import Scenarios
import Telemetry

/// `scenario-runner validate`: all that is wrong with scenario files, in one go.
enum ValidateCommand {
    static let command = Command(
        "validate", summary: "check scenario files and name everything that is wrong",
        arguments: "SCENARIO...",
        options: [
            CommandOption("schema", help: "print the JSON Schema of scenario files instead"),
            CommandOption(
                "as-json", help: "print a file as plain JSON, for a reader that knows no JSON5"),
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
        if arguments.has("as-json") {
            guard arguments.positionals.count == 1 else {
                throw ToolFailure.usage("--as-json: one scenario, for there is one output")
            }
            // Read whole first: what is printed is a scenario.
            let path = try ScenarioFiles.path(arguments.positionals[0])
            _ = try ScenarioFiles.load(path)
            let text = try String(contentsOfFile: path, encoding: .utf8)
            Terminal.print(try ScenarioText.json(text, name: path).text(indented: true))
            return .done
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
