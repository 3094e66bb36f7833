import CommandLineTool
import Foundation
import MQTTTransport
import Telemetry
import Testbed

/// The routes that `--via` can name: a case each, with what it needs from the command line.
enum Routes: String, CaseIterable {
    case embedded
    case mqtt
    case stack

    static let names = allCases.map(\.rawValue)

    /// What the routes beyond this process take.
    static let options = [
        CommandOption(
            "via", "ROUTE",
            help: "how readings reach the detector: \(summaries) (default: embedded)"),
        CommandOption(
            "broker", "URL",
            help:
                "broker of the mqtt and stack routes, mqtt://[user[:password]@]host[:port] or mqtts://…"
                + " (default: BROKER; without either, mqtt starts a mosquitto of its own for each run)"
        ),
        CommandOption("ca-file", "FILE", help: "certificates to trust with mqtts://, in PEM"),
    ]

    private static let summaries = allCases.map { "\($0.rawValue) (\($0.summary))" }
        .joined(separator: ", ")

    private var summary: String {
        switch self {
        case .embedded: "this process and SQLite"
        case .mqtt: "a real broker, our ingester, SQLite"
        case .stack: "the running stack: broker, Telegraf, InfluxDB 3 of INFLUX_HOST"
        }
    }

    /// - Throws: ``ToolFailure`` (usage).
    static func route(_ arguments: ParsedArguments) throws -> any Route {
        let name = arguments.value("via") ?? "embedded"
        guard let choice = Routes(rawValue: name) else {
            throw ToolFailure.usage(
                "--via \(name): there is no such route; there are \(names.joined(separator: ", "))"
                    + Spelling.question(name, in: names))
        }
        switch choice {
        case .embedded: return EmbeddedRoute()
        case .mqtt: return MQTTRoute(broker: try broker(arguments))
        case .stack:
            guard let broker = try broker(arguments) else {
                throw ToolFailure.usage(
                    "--via stack needs the running stack: set BROKER or give --broker URL; with"
                        + " containers, docker compose run --rm scenario-runner run … does it")
            }
            return StackRoute(
                broker: broker, store: try StackRoute.store(ProcessInfo.processInfo.environment))
        }
    }

    /// The broker that was named; nil where none was.
    static func broker(_ arguments: ParsedArguments) throws -> MQTTRoute.Broker? {
        let environment = ProcessInfo.processInfo.environment
        guard let url = arguments.value("broker") ?? environment["BROKER"], !url.isEmpty else {
            return nil
        }
        do throws(MQTTError) {
            let (address, login) = try BrokerAddress.parse(url)
            let publisher = if let login { login } else { try MQTTLogin.from(environment) }
            // The stack's broker lets the generator write and the ingester read, each for itself.
            let reader = try MQTTLogin.from(environment, prefix: "MQTT_INGESTER_")
            SecretFile.warn(about: environment["MQTT_PASSWORD_FILE"])
            SecretFile.warn(about: environment["MQTT_INGESTER_PASSWORD_FILE"])
            return MQTTRoute.Broker(
                address: address, publisher: publisher, reader: reader ?? publisher,
                caFile: arguments.value("ca-file"))
        } catch { throw ToolFailure.usage("\(error)") }
    }
}

extension Route {
    /// Says what a run had lost on its way, although it has it now.
    static func tell(_ delivery: DeliveryCounts) {
        guard delivery.repaired > 0 else { return }
        Terminal.error(
            "scenario-runner: warning: \(delivery.repaired) readings lost(broker): handed over, and not"
                + " arrived (a broker that was killed forgets what it had acknowledged); made again from the"
                + " seed, and stored")
    }
}
