import CommandLineTool
import Foundation
import HTTPClient
import InfluxDBStore
import MQTTTransport
import ReadingIngest
import SQLiteStore
import Telemetry

/// `scenario-runner ingest`: readings off a broker and into a store, where Telegraf is not.
enum IngestCommand {
    static let command = Command(
        "ingest", summary: "take readings off a broker into a store, in Telegraf's place",
        options: [
            CommandOption(
                "broker", "URL",
                help: "mqtt://[user[:password]@]host[:port] or mqtts://… (default: BROKER, with"
                    + " MQTT_USERNAME and MQTT_PASSWORD or MQTT_PASSWORD_FILE)"),
            CommandOption("ca-file", "FILE", help: "certificates to trust with mqtts://, in PEM"),
            CommandOption(
                "store", "STORE",
                help: "influxdb3 (INFLUX_HOST and so on), or sqlite:PATH (default: influxdb3)"),
            CommandOption(
                "journal", "DIR",
                help: "where messages lie between broker and store (default: journal)"),
            CommandOption("run", "NAME", help: "only readings of this run"),
        ],
        examples: [
            (
                "BROKER=mqtt://127.0.0.1 scenario-runner ingest --store sqlite:readings.sqlite",
                "keep all readings of a broker in a file"
            )
        ],
        notes: """
            Works until it is stopped. Every message is on disk before the broker hears that it has
            arrived; what the store does not take stays there and is stored after the next start.
            Messages that are no readings are counted, and noted in DIR/refused.txt.
            """,
        run: run)

    private static func run(_ arguments: ParsedArguments) throws -> ExitCode {
        let stop = StopSignal()
        guard let broker = try Routes.broker(arguments) else {
            throw ToolFailure.usage("ingest needs a broker: set BROKER, or give --broker URL")
        }
        let folder = arguments.value("journal") ?? "journal"
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
        } catch { throw ToolFailure.failed("--journal \(folder): the folder cannot be made") }
        let (name, sink) = try store(arguments.value("store") ?? "influxdb3", stop)
        var mqtt = MQTTConfiguration(
            address: broker.address, login: broker.publisher, clientID: "scenario-runner-ingest")
        mqtt.caFile = broker.caFile
        var rules = IngestRules()
        rules.run = arguments.value("run")
        let ingester = try Ingester(
            IngestConfiguration(mqtt: mqtt, rules: rules, folder: folder), into: sink)
        ingester.start()
        guard ingester.waitForSubscription(atMost: .seconds(30)) || stop.isSet else {
            ingester.stop()
            throw ToolFailure.failed(
                ingester.status?.problem.map { "\($0)" } ?? "the broker does not answer")
        }
        Terminal.print("storing readings of \(broker.address) in \(name)")
        var told: String?
        while !stop.isSet {
            let problem = ingester.problem.map { "\($0)" }
            if let problem, problem != told { Terminal.error("scenario-runner: \(problem)") }
            if problem == nil, told != nil { Terminal.error("scenario-runner: storing again") }
            told = problem
            stop.sleep(for: .seconds(1))
        }
        let isDone = ingester.stop()
        let counts = ingester.counts
        Terminal.print(
            "\(counts.stored) readings stored, \(counts.refused) messages refused"
                + (isDone ? "" : "; the rest waits in \(folder)"))
        return stop.exitCode
    }

    private static func store(
        _ text: String, _ stop: StopSignal
    ) throws -> (name: String, sink: any ReadingSink) {
        if text == "influxdb3" {
            let environment = ProcessInfo.processInfo.environment
            do {
                let configuration = try InfluxDBConfiguration(environment: environment) {
                    try String(contentsOfFile: $0, encoding: .utf8)
                }
                let store = InfluxDBStore(configuration, shouldStop: { stop.isSet })
                try store.prepare()
                return ("influxdb3 \(configuration.server.origin)", store)
            } catch let fault as InfluxDBConfiguration.Fault {
                throw ToolFailure.usage("--store influxdb3: \(fault)")
            } catch let error as InfluxDBError {
                throw ToolFailure.failed("--store influxdb3: \(error)")
            }
        }
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, parts[0] == "sqlite" else {
            throw ToolFailure.usage(
                "--store \(text): there is no such store; give influxdb3 or sqlite:PATH")
        }
        return (text, try SQLiteStore(path: parts[1]))
    }
}
