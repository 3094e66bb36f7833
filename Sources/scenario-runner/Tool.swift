import CommandLineTool

@main enum ScenarioRunner {
    static func main() {
        // The ingester stores what it holds before it stops, and listens for signals itself.
        let isIngesting = CommandLine.arguments.dropFirst().first == IngestCommand.command.name
        withExtendedLifetime(isIngesting ? [] : Interruption.install()) {
            Tool(
                name: "scenario-runner",
                summary: "replays labelled scenarios and scores detectors against the truth",
                commands: [
                    RunCommand.command, EvaluateCommand.command, ScoreCommand.command,
                    CompareCommand.command, IngestCommand.command, ExportCommand.command,
                    DescribeCommand.command,
                    ValidateCommand.command,
                    ListCommand.command,
                ]
            ).runAndExit()
        }
    }
}
