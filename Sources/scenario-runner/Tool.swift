import CommandLineTool

@main enum ScenarioRunner {
    static func main() {
        withExtendedLifetime(Interruption.install()) {
            Tool(
                name: "scenario-runner",
                summary: "replays labelled scenarios and scores detectors against the truth",
                commands: [
                    RunCommand.command, EvaluateCommand.command, ScoreCommand.command,
                    CompareCommand.command, ExportCommand.command, ValidateCommand.command,
                    ListCommand.command,
                ]
            ).runAndExit()
        }
    }
}
