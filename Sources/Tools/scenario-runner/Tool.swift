import CommandLineTool

@main enum ScenarioRunner {
    static func main() {
        Tool(
            name: "scenario-runner",
            summary: "replays labelled scenarios and scores detectors against the truth",
            commands: [
                RunCommand.command, EvaluateCommand.command, ScoreCommand.command,
                CompareCommand.command, IngestCommand.command, ReconcileCommand.command,
                ExportCommand.command,
                DescribeCommand.command, ValidateCommand.command, ListCommand.command,
            ]
        ).runAndExit()
    }
}
