import CommandLineTool
import Foundation
import HTTPClient
import InfluxDBStore
import MQTTTransport
import Scenarios
import Telemetry
import Testbed

/// Simulated machines → the stack's broker → Telegraf (or whatever collects there) → InfluxDB 3 →
/// detector. Truth and scores are written back, so that dashboards show them beside the readings.
struct StackRoute: Route {
    let name = "stack"
    let broker: MQTTRoute.Broker
    let store: InfluxDBStore
    /// Without a further arrival for so long the rest is sent again, and then called lost.
    var patience = Duration.seconds(30)
    var pace: Pace?

    /// The store that the tutorial's variables name.
    /// - Throws: ``ToolFailure`` (usage).
    static func store(_ environment: [String: String]) throws -> InfluxDBStore {
        do {
            return InfluxDBStore(
                try InfluxDBConfiguration(environment: environment) {
                    try SecretFile.text($0)
                }, notice: Terminal.teller("reading the store") { $0.progress })
        } catch let fault as InfluxDBConfiguration.Fault {
            throw ToolFailure.usage("--via stack: \(fault)")
        }
    }

    func play(
        _ scenario: Scenario, seed: UInt64, progress: @Sendable (Double) -> Void
    ) throws -> Playback {
        do { return try playThrough(scenario, seed: seed, progress: progress) } catch let error
            as InfluxDBError
        { throw ToolFailure.failed("--via stack: \(error)") }
    }

    private func playThrough(
        _ scenario: Scenario, seed: UInt64, progress: @Sendable (Double) -> Void
    ) throws -> Playback {
        // Types are fixed by the first write; then nobody's first reading can fix a wrong one.
        try store.prepare()
        let run = Self.runName(scenario, seed: seed)
        var mqtt = MQTTConfiguration(
            address: broker.address, login: broker.publisher, clientID: "scenario-runner-\(run)")
        mqtt.caFile = broker.caFile
        let publisher = MQTTPublisher(mqtt, window: 200)
        publisher.start()
        defer { publisher.stop() }
        guard publisher.waitForConnection(atMost: .seconds(15)) else {
            throw ToolFailure.failed(
                publisher.status.problem.map { "\($0)" } ?? "the broker does not answer")
        }
        let store = store
        var route = TransportRoute(
            name: name, sink: MQTTReadingSink(publisher), source: store,
            arrived: { try store.counts($0) }, runName: { _, _ in run }, patience: patience)
        route.repairs = 2
        route.pace = pace
        var playback = try route.play(scenario, seed: seed, progress: progress)
        Self.tell(playback.delivery)
        try store.write(playback.truth.events.map { TruthRow($0, run: run) })
        playback.scores = store
        return playback
    }

    /// A name that no other execution has.
    private static func runName(_ scenario: Scenario, seed: UInt64) -> String {
        var random = SystemRandomNumberGenerator()
        let unique = String(random.next() as UInt32, radix: 36)
        return "\(scenario.name.prefix(40))-\(seed)-\(unique)"
    }
}
