import Foundation
import LiveGeneration
import MQTTTransport
import MachineSimulation
import Scenarios
import Synchronization
import TestSupport
import Testing

extension TestBroker {
    func configuration(_ user: String, _ clientID: String) throws -> MQTTConfiguration {
        var configuration = MQTTConfiguration(
            address: BrokerAddress(host: "127.0.0.1", port: UInt16(port)),
            login: MQTTLogin(user: user, password: try password(user)), clientID: clientID)
        configuration.retryDelays = [.milliseconds(50), .milliseconds(200)]
        return configuration
    }

    func settings(_ name: String = "state") throws -> GeneratorSettings {
        var settings = GeneratorSettings(
            mqtt: try configuration("generator", "generator"), stateFolder: folder + "/" + name)
        settings.patience = .seconds(1)
        return settings
    }
}

/// What a subscriber has heard, topic and payload.
final class Heard: Sendable {
    let lines = Mutex<[(topic: String, payload: String)]>([])

    @Sendable func take(_ message: MQTTSubscriber.Message) {
        let line = (
            String(cString: message.topic), String(decoding: message.payload, as: UTF8.self)
        )
        lines.withLock { $0.append(line) }
    }

    /// Sequence numbers of one machine in the order of arrival.
    func sequences(_ machine: String) -> [Int] {
        lines.withLock { lines in
            lines.filter { $0.topic == "machine/\(machine)" }.compactMap { line in
                line.payload.firstMatch(of: #/"seq":([0-9]+)/#).flatMap { Int($0.1) }
            }
        }
    }

    var truth: [String] {
        lines.withLock { $0.filter { $0.topic.hasPrefix("truth/") }.map(\.payload) }
    }
}

extension [Int] {
    var firsts: [Int] {
        var seen: Set<Int> = []
        return filter { seen.insert($0).inserted }
    }
}

func listening<Result>(
    to broker: TestBroker, _ filter: String = "#", _ body: (Heard) throws -> Result
) throws -> Result {
    let heard = Heard()
    var configuration = try broker.configuration("viewer", "listener")
    configuration.isCleanSession = false
    let subscriber = MQTTSubscriber(configuration, filter: filter, receive: heard.take)
    subscriber.start()
    defer { subscriber.stop() }
    try #require(subscriber.waitForSubscription(atMost: .seconds(10)))
    return try body(heard)
}

func overloadFault() throws -> Scenario {
    try Scenario.load(path: RepositoryFiles.path("scenarios/overload-fault.json5"))
}

@Suite struct `The pacer` {
    @Test func `asks few machines together, each interval`() {
        let pacer = Pacer(machines: 3, interval: 1_000_000_000, speed: .factor(2))
        #expect(pacer.slices == [0..<3])
        #expect(pacer.due(tick: 10, slice: 0) == .seconds(5))
        #expect(pacer.phases(machines: 3) == [0, 0, 0])
    }

    @Test(arguments: [501, 1000, 9_999, 10_000, 100_000])
    func `spreads many over the interval, each once`(machines: Int) {
        let pacer = Pacer(machines: machines, interval: 1_000_000_000, speed: .factor(1))
        #expect(pacer.slices.flatMap { Array($0) } == Array(0..<machines))
        let dues = pacer.slices.indices.map { pacer.due(tick: 3, slice: $0)! }
        #expect(dues.first == .seconds(3) && dues.last! < .seconds(4))
        #expect(dues == dues.sorted())
        #expect(zip(dues, dues.dropFirst()).allSatisfy { $1 - $0 >= .microseconds(4900) })
        let phases = pacer.phases(machines: machines)
        #expect(phases == phases.sorted() && phases.last! < 1_000_000_000)
    }

    @Test func `does not wait where there is nothing to wait for`() {
        let pacer = Pacer(machines: 10_000, interval: 1_000_000_000, speed: .max)
        #expect(pacer.slices == [0..<10_000] && pacer.due(tick: 5, slice: 0) == nil)
    }

    @Test func `lateness is told by its quantiles`() {
        var lateness = LatenessHistogram()
        #expect(lateness.quantile(0.99) == 0)
        lateness.note(0.05, count: 98)
        lateness.note(7, count: 1)
        lateness.note(20_000, count: 1)
        #expect(lateness.quantile(0.5) == 0.1 && lateness.quantile(0.99) == 7.1)
        #expect(lateness.quantile(1) == 10_000 && lateness.worst == 20_000)
    }
}
