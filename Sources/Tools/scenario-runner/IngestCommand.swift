import CommandLineTool
import DurableFiles
import Foundation
import MQTTTransport
import ReadingIngest
import Telemetry
import Threading

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
                help: "where messages lie between broker and store; one ingester a folder"
                    + " (default: journal)"),
            CommandOption("run", "NAME", help: "only readings of this run"),
            CommandOption(
                "client-id", "NAME",
                help: "name for the broker, kept in DIR from then on (default: one made up for DIR)"
            ),
            CommandOption(
                "max-ahead", "TIME|any",
                help: "refuse readings whose time is further ahead of the clock than this"
                    + " (default: 365d)"),
            CommandOption("json", help: "print the counts at the end as JSON"),
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
        let rules = try rules(arguments)
        // Without a name: the folder has one.
        var mqtt = MQTTConfiguration(
            address: broker.address, login: broker.publisher, clientID: "")
        mqtt.caFile = broker.caFile
        let (name, sink) = try IngestStore.open(arguments.value("store") ?? "influxdb3", stop)
        let news = BrokerNews(broker.address)
        let ingester: Ingester
        do {
            ingester = try Ingester(
                IngestConfiguration(mqtt: mqtt, rules: rules, folder: folder), into: sink,
                clientID: try clientID(arguments)
            ) { news.note($0) }
        } catch let error as IngestError { throw ToolFailure.failed("\(error)") } catch let error
            as RecordFileError
        { throw ToolFailure.failed("\(error)") }
        ingester.start()
        guard try waitForBroker(ingester, stop) else {
            return finish(ingester, news, stop, asJSON: arguments.has("json"))
        }
        Terminal.print("storing readings of \(broker.address) in \(name)")
        news.begin()
        var told: String?
        while !stop.isSet {
            let problem = ingester.problem.map { "\($0)" }
            if let problem, problem != told { Terminal.error("scenario-runner: \(problem)") }
            if problem == nil, told != nil { Terminal.error("scenario-runner: storing again") }
            told = problem
            news.tell(ingester.counts, ingester.damage)
            stop.sleep(for: .seconds(1))
        }
        return finish(ingester, news, stop, asJSON: arguments.has("json"))
    }

    /// Waits for the first subscription, and says at once why there is none yet.
    /// - Returns: false if told to stop meanwhile.
    /// - Throws: ``ToolFailure`` when the broker does not let us in, or is not there within 30 s.
    private static func waitForBroker(_ ingester: Ingester, _ stop: StopSignal) throws -> Bool {
        let end = Monotonic.now + .seconds(30)
        var told: MQTTError?
        while !stop.isSet {
            if ingester.waitForSubscription(atMost: .milliseconds(200)) { return true }
            // Asked before the end, which clears it.
            let problem = ingester.status?.problem
            if let problem, problem.needsAPerson || Monotonic.now > end {
                ingester.stop(within: .seconds(4))
                throw ToolFailure.failed("\(problem)")
            }
            if Monotonic.now > end {
                ingester.stop(within: .seconds(4))
                throw ToolFailure.failed("the broker does not answer")
            }
            if let problem, told == nil {
                told = problem
                Terminal.error("scenario-runner: warning: \(problem); trying again for 30 s")
            }
        }
        return false
    }

    private static func finish(
        _ ingester: Ingester, _ news: BrokerNews, _ stop: StopSignal, asJSON: Bool
    ) -> ExitCode {
        news.end()
        // Within 5 s in every state, whatever hangs.
        let isDone = ingester.stop(within: .seconds(4))
        news.tell(ingester.counts, ingester.damage)
        let summary = IngestSummary(
            counts: ingester.counts, connects: ingester.status?.connects ?? 0,
            waiting: isDone && ingester.problem == nil ? nil : ingester.folderPath)
        Terminal.print(asJSON ? summary.json : summary.text)
        return stop.exitCode
    }

    private static func rules(_ arguments: ParsedArguments) throws -> IngestRules {
        var rules = IngestRules()
        rules.run = arguments.value("run")
        rules.maximumLead = 365 * 86_400_000_000_000
        switch arguments.value("max-ahead") {
        case nil: break
        case "any"?: rules.maximumLead = nil
        case let text?:
            guard let length = DurationText.parse(text), length >= 0 else {
                throw ToolFailure.usage(
                    "--max-ahead \(text): give \(DurationText.allowed), or any")
            }
            rules.maximumLead = length
        }
        return rules
    }

    private static func clientID(_ arguments: ParsedArguments) throws -> String? {
        guard let name = arguments.value("client-id") else { return nil }
        guard name.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._-]{0,63}/) != nil else {
            throw ToolFailure.usage(
                "--client-id \(name): give letters, digits, dots, dashes and underscores, at most 64"
            )
        }
        return name
    }
}
