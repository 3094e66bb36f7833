import AnomalyDetection
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
            ],
            words: words
        ).runAndExit()
    }

    /// What the placeholders of the help can stand for.
    @Sendable private static func words(_ placeholder: String) -> [String] {
        switch placeholder {
        case "SCENARIO": ScenarioFiles.names
        case "SPEC": DetectorCatalogue.names
        case "ROUTE": Routes.names
        case "scenarios", "anomalies", "detectors", "profiles", "metrics": [placeholder]
        default: []
        }
    }
}
