import Alerting
import AnomalyDetection
import CommandLineTool
import DetectionPipeline
import DetectorService
import ExternalDetector
import Foundation
import InfluxDBStore
import SQLiteStore
import Telemetry

/// `anomaly-detector run`: the four blocks over a store, once or for good.
enum RunCommand {
    static let command = Command(
        "run", summary: "find anomalies in a store's readings, once or for good",
        options: RunOptions.all,
        examples: [
            (
                "anomaly-detector run --store sqlite:readings.sqlite --plots plots",
                "once over a file, with a picture of every machine that has an anomaly"
            ),
            (
                "anomaly-detector run --every 10s --checkpoint state --slack-webhook-file slack.url",
                "follow InfluxDB 3 and tell Slack, through restarts"
            ),
            (
                "anomaly-detector run --detector mage-demo --fail-on-anomaly",
                "the tutorial's pipeline, with its failing test"
            ),
            (
                "anomaly-detector run --detector arrow-task-engine --every 5m",
                "the sibling demo: level shifts of vibration into machine_data_aggregated"
            ),
        ],
        notes: """
            Each cycle runs LoadInfluxData, TransformData, DetectAnomalies, CheckAnomalies over what is
            new; with nothing new only the query runs. Scores go to the table anomaly_scores, under the
            detector's SPEC. With --every and --fail-on-anomaly it ends after the first cycle that finds
            one. SIGINT and SIGTERM stop it in good order, with 130 and 143.

            \(DetectorChoice.list)
            """,
        run: run)

    private static func run(_ arguments: ParsedArguments) throws -> ExitCode {
        let options = try RunOptions(arguments)
        let webhooks = try AlertChoice.webhooks(arguments)
        let stop = StopSignal()
        let store = try StoreChoice(arguments.value("store") ?? "influxdb3") { stop.isSet }
        do {
            let lock = try DetectorLock(
                store, detector: options.detectorName, run: options.run)
            defer { withExtendedLifetime(lock) {} }
            var session = try RunSession(options, store, webhooks, stop)
            return try session.run()
        } catch let error as CheckpointError {
            throw ToolFailure.failed("\(error)")
        } catch InfluxDBError.cancelled {
            return stop.exitCode
        } catch let error as InfluxDBError {
            throw ToolFailure.failed("\(error)")
        } catch let error as DetectorError {
            throw ToolFailure.usage("\(store.name): \(error)")
        } catch let error as ExternalDetectorError {
            throw ToolFailure.failed("\(error)")
        } catch let error as SQLiteError {
            throw ToolFailure.failed("\(error)")
        }
    }
}
