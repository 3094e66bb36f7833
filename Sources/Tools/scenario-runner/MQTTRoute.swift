import CommandLineTool
import DurableFiles
import Foundation
import MQTTTransport
import MachineSimulation
import ReadingIngest
import SQLiteStore
import Scenarios
import Telemetry
import Testbed
import Threading

/// Simulated machines → a real broker → our ingester → SQLite → detector.
struct MQTTRoute: Route {
    let name = "mqtt"
    /// Who publishes and who reads; nil for a broker that is started for each run.
    var broker: Broker?
    var pace: Pace?

    struct Broker: Sendable {
        var address: BrokerAddress
        var publisher: MQTTLogin?
        var reader: MQTTLogin?
        var caFile: String?
    }

    func play(
        _ scenario: Scenario, seed: UInt64, progress: @Sendable (Double) -> Void
    ) throws -> Playback {
        let scratch = try ScratchFolder()
        let store = try SQLiteStore(path: scratch.path + "/readings.sqlite", durability: .none)
        let own = broker == nil ? try PrivateBroker(folder: scratch.path) : nil
        defer { own?.stop() }
        let broker =
            own.map { Broker(address: $0.address, publisher: $0.login, reader: $0.login) }
            ?? broker!
        var random = SystemRandomNumberGenerator()
        // Readings of other runs pass over the same broker; the name keeps them apart.
        let run =
            "\(scenario.name.prefix(40))-\(seed)-\(String(random.next() as UInt32, radix: 36))"

        func configuration(_ role: String, _ login: MQTTLogin?) -> MQTTConfiguration {
            var mqtt = MQTTConfiguration(
                address: broker.address, login: login, clientID: "scenario-runner-\(role)-\(run)")
            mqtt.caFile = broker.caFile
            return mqtt
        }
        let plan = scenario.plan(seed: seed)
        var rules = IngestRules(channels: try Self.channels(of: plan))
        rules.run = run
        rules.machines = Set(plan.machines.map(\.id))
        rules.machineLimit = plan.machines.count
        let ingester = try Ingester(
            IngestConfiguration(
                mqtt: configuration("ingester", broker.reader), rules: rules, folder: scratch.path),
            into: store)
        ingester.start()
        defer {
            ingester.stop()
            // Its name is this run's alone, and the broker would keep the readings of all later ones for it.
            if own == nil { ingester.discardSession() }
        }
        let isThere = ingester.waitForSubscription(atMost: .seconds(1))
        if !isThere {
            let why = ingester.status?.problem.map { ": \($0)" } ?? ""
            Terminal.error(
                "scenario-runner: waiting up to 15 s for the broker at \(broker.address)\(why)")
        }
        guard isThere || ingester.waitForSubscription(atMost: .seconds(14)) else {
            throw ToolFailure.failed(
                ingester.status?.problem.map { "\($0)" } ?? "the broker does not answer")
        }
        let publisher = MQTTPublisher(configuration("generator", broker.publisher), window: 200)
        publisher.start()
        defer { publisher.stop() }
        guard publisher.waitForConnection(atMost: .seconds(15)) else {
            throw ToolFailure.failed(
                publisher.status.problem.map { "\($0)" } ?? "the broker does not answer")
        }
        var route = TransportRoute(
            name: name, sink: MQTTReadingSink(publisher), source: store,
            arrived: { try store.counts($0) }, runName: { _, _ in run }, patience: .seconds(3),
            pause: .milliseconds(50))
        // A broker that is killed forgets what it had acknowledged. Too early a repair is merged.
        route.repairs = 40
        route.pace = pace
        var playback = try route.play(scenario, seed: seed, progress: progress)
        Self.tell(playback.delivery)
        Self.tell(ingester, refuses: playback.delivery.broken)
        playback.delivery.duplicated = max(
            playback.delivery.duplicated, ingester.counts.rejected[.duplicate] ?? 0)
        playback.source = ScratchSource(store: store, folder: scratch)
        return playback
    }

    /// Says so when payloads that nobody can read were not all refused: then readings were made of them.
    private static func tell(_ ingester: Ingester, refuses broken: Int) {
        let limit = ContinuousClock.now + .seconds(5)
        while ingester.counts.refused < broken, ContinuousClock.now < limit {
            Threads.sleep(.milliseconds(20))
        }
        let refused = ingester.counts.refused
        guard refused < broken else { return }
        Terminal.error(
            "scenario-runner: warning: \(broken) broken payloads were sent, and the ingester has refused"
                + " \(refused) only; look at the broker's log for messages over its limit")
    }

    /// The channels of all machines, in the order in which the embedded route's store meets them.
    private static func channels(of plan: SimulationPlan) throws -> [String] {
        var channels: [String] = []
        for machine in plan.machines {
            for channel in try SimulatedMachine(machine, in: plan).channels
            where !channels.contains(channel) { channels.append(channel) }
        }
        return channels
    }
}

/// A folder that goes with the last who needs it.
private final class ScratchFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/testbed-mqtt-\(UUID().uuidString)"
        TemporaryFiles.add(path)
        do throws(SystemError) { try Files.makeFolder(path, mode: 0o700) } catch {
            throw UnwritableFile(path: path, cause: error)
        }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
        TemporaryFiles.remove(path)
    }
}

private struct ScratchSource: ReadingSource {
    let store: SQLiteStore
    let folder: ScratchFolder

    func load(_ query: ReadingQuery, _ body: (ReadingBatch) throws -> Void) throws {
        try store.load(query, body)
    }
}
