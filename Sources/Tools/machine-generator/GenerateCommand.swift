import CommandLineTool
import ControlPanel
import Foundation
import LiveGeneration
import MQTTTransport
import Threading

/// All of `machine-generator`: machines, broker, panel, books.
enum GenerateCommand {
    static let command = Command(
        "run", summary: "run simulated machines and publish their readings over MQTT",
        arguments: "[SCENARIO]",
        options: [
            CommandOption(
                "broker", "URL",
                help: "mqtt://[user[:password]@]host[:port] or mqtts://… (default: BROKER, else"
                    + " mqtt://127.0.0.1:1883)"),
            CommandOption("ca-file", "FILE", help: "certificates to trust with mqtts://, in PEM"),
            CommandOption(
                "machines", "N", help: "machines without a SCENARIO (default: MACHINES, else 3)"),
            CommandOption(
                "interval", "TIME",
                help: "from one reading to the next without a SCENARIO (default: 1s)"),
            CommandOption(
                "speed", "N|max",
                help: "1 is real time, 60 a minute each second, max as fast as the broker takes it"
                    + " (default: 1)"),
            CommandOption(
                "seed", "N", help: "seed of everything random (default: the scenario's, else 1)"),
            CommandOption(
                "start", "T|now",
                help: "time of the first reading (default: the scenario's, else now)"),
            CommandOption(
                "duration", "TIME",
                help: "stop after so much of the machines' time"
                    + " (default: the scenario's, else never)"),
            CommandOption(
                "panel", "HOST:PORT",
                help: "where the control panel listens (default: 127.0.0.1:5005)"),
            CommandOption("no-panel", help: "no control panel"),
            CommandOption(
                "panel-token-file", "FILE",
                help: "token the panel asks for (default: PANEL_TOKEN_FILE, else none); this or"
                    + " --panel-peers is needed where other machines can reach the panel"),
            CommandOption(
                "panel-peers", "host|ADDRESS[/BITS],...",
                help:
                    "who may connect to the panel (default: whoever can); host is what a container"
                    + " runs on"),
            CommandOption(
                "allowed-host", "NAME", repeats: true,
                help: "another name the panel may be called by"),
            CommandOption(
                "truth", "FILE",
                help: "truth events, a JSON object a line (default:"
                    + " STATE/RUN.truth.jsonl)"),
            CommandOption(
                "state", "DIR",
                help: "ledger, truth, and readings that wait for the broker (default:"
                    + " .machine-generator)"),
            CommandOption(
                "resume", help: "go on with this SCENARIO where the last run in STATE was stopped"),
            CommandOption(
                "run", "NAME", help: "name of the run, in each payload (default: made up)"),
            CommandOption("qos", "0|1|2", help: "how readings are delivered (default: 1)"),
            CommandOption(
                "topic-prefix", "WORD", help: "first level of the topics (default: machine)"),
            CommandOption("require-broker", help: "fail when the broker is not there within 10 s"),
            CommandOption("json", help: "print the books at the end as JSON"),
        ],
        examples: [
            ("machine-generator", "machine1 to machine3, a reading a second each, for ever"),
            (
                "machine-generator overload-fault --speed 60",
                "a scenario, an hour in a minute, with its truth beside it"
            ),
            (
                "machine-generator --machines 10000 --duration 60s --no-panel --json",
                "a load test that prints its books"
            ),
            (
                "MQTT_USERNAME=generator MQTT_PASSWORD_FILE=secrets/mqtt-generator machine-generator"
                    + " --broker mqtt://127.0.0.1", "with the login of the stack's broker"
            ),
        ],
        notes: """
            SCENARIO is a path, or the name of a file in scenarios/. Readings go to machine/MACHINE, truth
            events to truth/MACHINE when they begin and end. Ctrl-C stops in order and says what became of
            every reading: generated = acked + spooled + lost. What is spooled is sent by the next run in
            the same STATE. A second Ctrl-C stops at once.

            Environment: BROKER, MQTT_USERNAME, MQTT_PASSWORD or MQTT_PASSWORD_FILE, MACHINES,
            PANEL_TOKEN_FILE.
            """,
        run: run)

    private static func run(_ arguments: ParsedArguments) throws -> ExitCode {
        let signals = StopSignal()
        let plan = try GeneratorChoices.plan(arguments)
        let settings = try GeneratorChoices.settings(arguments, run: plan.run)
        let reporter = ConnectionReporter(isImpatient: plan.keepsAll)
        let generator: Generator
        do {
            generator = try Generator(plan, settings) { reporter.note($0) }
        } catch { throw ToolFailure.failed(ErrorSentence.text(error)) }
        let panel = try GeneratorChoices.panel(arguments, GeneratorBackend(generator))
        defer { panel?.stop() }
        Terminal.error(
            "machine-generator: run \(generator.plan.run): \(generator.floor.machineCount) machines to"
                + " \(generator.broker); truth in"
                + " \(settings.truthPath ?? "\(settings.stateFolder)/\(generator.plan.run).truth.jsonl")"
        )
        if let panel { Terminal.error("machine-generator: control panel at \(panel.url)") }
        reporter.onFailure { generator.stop() }
        if arguments.has("require-broker") {
            Threads.start {
                Monotonic.sleep(until: Monotonic.now + .seconds(10))
                if generator.status.connects == 0 { reporter.fail(generator.status.problem) }
            }
        }
        signals.whenSet { generator.stop() }
        let counts: GeneratorCounts
        do { counts = try generator.run() } catch {
            throw ToolFailure.failed(ErrorSentence.text(error))
        }
        Books.print(counts, generator.plan, asJSON: arguments.has("json"))
        for line in Books.warnings(counts, state: settings.stateFolder) {
            Terminal.error("machine-generator: warning: \(line)")
        }
        if let problem = reporter.failure { throw ToolFailure.failed("\(problem)") }
        return signals.exitCode
    }
}
