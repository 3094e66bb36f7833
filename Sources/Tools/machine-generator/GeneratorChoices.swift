import CommandLineTool
import ControlPanel
import Foundation
import LiveGeneration
import MQTTTransport
import Scenarios
import Telemetry
import Threading

/// What the command line and the environment ask for.
enum GeneratorChoices {
    private static var environment: [String: String] { ProcessInfo.processInfo.environment }

    /// - Throws: ``ToolFailure`` (usage).
    static func plan(_ arguments: ParsedArguments) throws -> GeneratorPlan {
        guard arguments.positionals.count <= 1 else {
            throw ToolFailure.usage("name one scenario, not \(arguments.positionals.count)")
        }
        var plan =
            try arguments.positionals.first.map { try scenario($0, arguments) }
            ?? demo(arguments)
        if let text = arguments.value("duration") {
            let length = try duration(text, "duration")
            plan.simulation.tickCount = max(1, Int(length / plan.simulation.interval))
        }
        switch arguments.value("speed") {
        case nil: break
        case "max"?: plan.speed = .max
        case let text?:
            guard let factor = Double(text), factor >= 1e-6, factor <= 1_000_000 else {
                throw ToolFailure.usage(
                    "--speed \(text): give a number from 0.000001 to 1000000 (1 is real time), or max"
                )
            }
            plan.speed = .factor(factor)
        }
        if let prefix = arguments.value("topic-prefix") {
            guard (try? Topic(prefix)) != nil, !prefix.contains("/") else {
                throw ToolFailure.usage(
                    "--topic-prefix \(prefix): give one level of a topic, without /, + and #")
            }
            plan.topicPrefix = prefix
        }
        try boundTime(&plan)
        return plan
    }

    /// No reading lies beyond the last moment that nanoseconds can tell. Machines without an end stop there;
    /// what is asked for and does not fit is refused.
    private static func boundTime(_ plan: inout GeneratorPlan) throws {
        let simulation = plan.simulation
        // Machines may be spread over an interval, and the last reading has an end.
        let (room, isOver) = Int64.max.subtractingReportingOverflow(simulation.start)
        let fitting = isOver ? .max : room / simulation.interval - 2
        guard fitting >= Int64(simulation.tickCount ?? 1) else {
            throw ToolFailure.usage(
                "the run would end after 2262-04-11, where times in nanoseconds end: give an earlier"
                    + " --start, or a shorter --duration")
        }
        if simulation.tickCount == nil, fitting < .max { plan.simulation.tickCount = Int(fitting) }
    }

    private static func scenario(
        _ name: String, _ arguments: ParsedArguments
    ) throws -> GeneratorPlan {
        for option in ["machines", "interval"] where arguments.has(option) {
            throw ToolFailure.usage("--\(option) does not go with a scenario, which says it itself")
        }
        let path = Scenario.path(for: name, folder: scenarioFolder)
        let scenario: Scenario
        do { scenario = try Scenario.load(path: path) } catch {
            throw ToolFailure(
                .usage, "\(error)".split(separator: "\n").map(String.init))
        }
        let seed = try seed(arguments)
        var plan = GeneratorPlan(
            scenario, seed: seed,
            run: try runName(arguments, "\(scenario.name.prefix(40))-\(seed ?? scenario.seed)"))
        if let start = try start(arguments) { plan.simulation.start = start }
        return plan
    }

    private static func demo(_ arguments: ParsedArguments) throws -> GeneratorPlan {
        var machines = try arguments.integer("machines", in: 1...100_000)
        if machines == nil, let text = environment["MACHINES"], !text.isEmpty {
            guard let number = Int(text), (1...100_000).contains(number) else {
                throw ToolFailure.usage("MACHINES=\(text): give a whole number from 1 to 100000")
            }
            machines = number
        }
        let interval = try arguments.value("interval").map { try duration($0, "interval") }
        if let interval, interval > 365 * 86_400_000_000_000 {
            throw ToolFailure.usage("--interval \(arguments.value("interval")!): give at most 365d")
        }
        // Far enough ahead that machines and connection are ready by then.
        let lead = 500_000_000 + Int64(machines ?? 3) * 50_000
        return GeneratorPlan.demo(
            machines: machines ?? 3, interval: interval ?? 1_000_000_000,
            seed: try seed(arguments) ?? 1,
            // Whole milliseconds: what a browser can show exactly.
            start: try start(arguments) ?? (WallClock.now + lead) / 1_000_000 * 1_000_000,
            run: try runName(arguments, "live"))
    }

    static func settings(
        _ arguments: ParsedArguments, run: String
    ) throws -> GeneratorSettings {
        let url = arguments.value("broker") ?? environment["BROKER"] ?? ""
        let found: (address: BrokerAddress, login: MQTTLogin?)
        do {
            found = try BrokerAddress.parse(url.isEmpty ? "mqtt://127.0.0.1:1883" : url)
            var mqtt = MQTTConfiguration(
                address: found.address, login: try found.login ?? MQTTLogin.from(environment),
                clientID: "machine-generator-\(run)")
            if found.login == nil { SecretFile.warn(about: environment["MQTT_PASSWORD_FILE"]) }
            mqtt.caFile = arguments.value("ca-file")
            mqtt.statusTopic = "status/machine-generator-\(run)"
            var settings = GeneratorSettings(
                mqtt: mqtt, stateFolder: arguments.value("state") ?? ".machine-generator")
            settings.truthPath = arguments.value("truth")
            settings.qos = try arguments.integer("qos", in: 0...2) ?? 1
            settings.resumes = arguments.has("resume")
            settings.notice = { Terminal.error("machine-generator: \($0)") }
            return settings
        } catch let error as MQTTError { throw ToolFailure.usage("\(error)") }
    }

    /// - Returns: nil with `--no-panel`.
    static func panel(
        _ arguments: ParsedArguments, _ backend: GeneratorBackend
    ) throws -> PanelServer? {
        if arguments.has("no-panel") {
            guard !arguments.has("panel") else {
                throw ToolFailure.usage("--panel and --no-panel: give one of the two")
            }
            return nil
        }
        do {
            let address = try arguments.value("panel").map { try PanelAddress($0) } ?? .standard
            let token = try (arguments.value("panel-token-file") ?? setting("PANEL_TOKEN_FILE"))
                .map {
                    SecretFile.warn(about: $0)
                    return try Secret(panelTokenFile: $0)
                }
            let peers = try arguments.value("panel-peers").map { try PanelPeers($0) }
            return try PanelServer(
                backend,
                PanelConfiguration(
                    address: address, allowedHosts: arguments.values("allowed-host"),
                    accessToken: token, peers: peers))
        } catch let error as PanelError {
            if case .cannotListen = error { throw ToolFailure.failed("\(error)") }
            throw ToolFailure.usage("\(error)")
        }
    }

    /// A variable that is set to something.
    private static func setting(_ name: String) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func duration(_ text: String, _ name: String) throws -> Int64 {
        guard let length = DurationText.parse(text), length >= 1_000_000 else {
            throw ToolFailure.usage(
                "--\(name) \(text): give \(DurationText.allowed), at least 1ms")
        }
        return length
    }

    private static func seed(_ arguments: ParsedArguments) throws -> UInt64? {
        guard let text = arguments.value("seed") else { return nil }
        guard let seed = UInt64(text) else {
            throw ToolFailure.usage("--seed \(text): give a whole number from 0 to \(UInt64.max)")
        }
        return seed
    }

    private static func start(_ arguments: ParsedArguments) throws -> Int64? {
        guard let text = arguments.value("start") else { return nil }
        if text == "now" { return WallClock.now / 1_000_000 * 1_000_000 }
        guard let time = Instant.parse(text) else {
            throw ToolFailure.usage("--start \(text): give a time as 2026-01-01T00:00:00Z, or now")
        }
        return time
    }

    private static func runName(_ arguments: ParsedArguments, _ stem: String) throws -> String {
        if let name = arguments.value("run") {
            guard
                name.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._-]{0,63}/) != nil
            else {
                throw ToolFailure.usage(
                    "--run \(name): give letters, digits, dots, dashes and underscores, at most 64")
            }
            return name
        }
        // Two runs must not share a name: the readings of one would pass for the other's.
        var random = SystemRandomNumberGenerator()
        return "\(stem)-\(String(random.next() as UInt32, radix: 36))"
    }

    /// `TESTBED_SCENARIOS`, else `scenarios/` here, else beside the package the program was built in.
    private static var scenarioFolder: String {
        if let set = environment["TESTBED_SCENARIOS"], !set.isEmpty { return set }
        if FileManager.default.fileExists(atPath: "scenarios") { return "scenarios" }
        var place = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        while place.path.count > 1 {
            place.deleteLastPathComponent()
            let candidate = place.appending(path: "scenarios").path
            if FileManager.default.fileExists(atPath: candidate) { return candidate }
        }
        return "scenarios"
    }
}
