import CommandLineTool
import DetectorService
import Foundation
import InfluxDBStore
import SQLiteStore
import Telemetry

extension SQLiteStore: FollowedSource {}
extension InfluxDBStore: FollowedSource {}

/// Where readings come from and scores go, as `--store` names it.
struct StoreChoice {
    static let option = CommandOption(
        "store", "STORE",
        help: "influxdb3 (INFLUX_HOST, INFLUX_TOKEN or INFLUX_TOKEN_FILE, INFLUX_DATABASE), or"
            + " sqlite:PATH (default: influxdb3)")

    /// For messages and checkpoints; holds no secret.
    let name: String
    let source: any FollowedSource
    let scores: any ScoreSink
    /// The sibling demo's table.
    let aggregated: (_ channel: String) -> any ScoreSink

    /// The store's file; nil for a server.
    let file: String?

    /// - Throws: ``ToolFailure``.
    init(_ text: String, shouldStop: @escaping @Sendable () -> Bool) throws {
        if text == "influxdb3" {
            let environment = ProcessInfo.processInfo.environment
            let configuration: InfluxDBConfiguration
            do {
                configuration = try InfluxDBConfiguration(environment: environment) {
                    try SecretFile.text($0)
                }
            } catch {
                throw ToolFailure.usage(
                    "--store influxdb3: \(error)"
                        + (environment["INFLUX_HOST"]?.isEmpty ?? true
                            ? "; or read a file with --store sqlite:PATH" : ""))
            }
            let store = InfluxDBStore(
                configuration, shouldStop: shouldStop,
                notice: Terminal.teller("reading the store") { $0.progress })
            file = nil
            name = "influxdb3 \(configuration.server.origin)/\(configuration.database)"
            source = store
            scores = TolerantScoreSink(store, of: store)
            aggregated = {
                TolerantScoreSink(InfluxDBAggregatedSink(store, channel: $0), of: store)
            }
            return
        }
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, parts[0] == "sqlite" else {
            throw ToolFailure.usage(
                "--store \(text): there is no such store; give influxdb3 or sqlite:PATH"
                    + Spelling.question(parts.first ?? "", in: ["influxdb3", "sqlite"]))
        }
        guard FileManager.default.fileExists(atPath: parts[1]) else {
            throw ToolFailure.usage(
                "--store \(text): there is no such file; name one that the generator's ingester or"
                    + " scenario-runner has written")
        }
        let store: SQLiteStore
        do {
            // As long as a server is waited for.
            store = try SQLiteStore(
                path: parts[1], patience: .seconds(150), shouldStop: shouldStop
            ) {
                Terminal.error("anomaly-detector: \($0)")
            }
        } catch {
            throw ToolFailure.failed("--store \(text): \(error)")
        }
        file = parts[1]
        name = "sqlite \(parts[1])"
        source = store
        scores = store
        aggregated = { _ in SQLiteAggregatedSink(store) }
    }
}
