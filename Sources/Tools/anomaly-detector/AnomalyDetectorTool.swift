import AnomalyDetection
import CommandLineTool

@main enum AnomalyDetectorTool {
    static func main() {
        Tool(
            name: "anomaly-detector",
            summary: "finds anomalies in readings: in a store for good, or in a CSV stream",
            commands: [RunCommand.command, ScoreCommand.command, AlertsCommand.command],
            words: { $0 == "SPEC" ? DetectorCatalogue.names : $0 == "test" ? ["test"] : [] }
        ).runAndExit()
    }
}
