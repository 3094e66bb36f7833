import Foundation
import MQTTTransport
import ReadingIngest
import Synchronization
import Telemetry
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
}

/// A store that refuses until it is told not to.
private final class MoodyStore: ReadingSink, ReadingSource {
    struct Refusal: Error {}
    let memory = MemoryStore()
    let isWell = Mutex(true)

    func send(_ batch: ReadingBatch) throws {
        guard isWell.withLock({ $0 }) else { throw Refusal() }
        try memory.send(batch)
    }
    func load(_ query: ReadingQuery, _ body: (ReadingBatch) throws -> Void) throws {
        try memory.load(query, body)
    }
    func sequences() throws -> [Int64] {
        var all: [Int64] = []
        try load(ReadingQuery()) { all += $0.sequences }
        return all
    }
}

func batch(_ sequences: ClosedRange<Int64>, run: String = "r1") -> ReadingBatch {
    var batch = ReadingBatch(
        series: SeriesIdentity(machineID: "machine1", provider: "Smith and Sons", run: run),
        channels: demoChannels)
    for number in sequences {
        batch.append(
            time: number * 1_000_000_000, sequence: number,
            row: [Double(number), 0.1, .missing, -1])
    }
    return batch
}

@Suite(.needsBroker) struct `An ingester` {
    private func with(
        _ store: MoodyStore = MoodyStore(), journalLimit: Int = 1 << 30,
        _ body: (TestBroker, IngestConfiguration, MoodyStore) throws -> Void
    ) throws {
        try TestBroker.running { broker in
            var configuration = IngestConfiguration(
                mqtt: try broker.configuration("ingester", "ingester"), rules: IngestRules(),
                folder: broker.folder + "/ingest")
            configuration.journalLimit = journalLimit
            configuration.storeRetryDelays = [.milliseconds(20)]
            try body(broker, configuration, store)
        }
    }

    private func publishing(
        _ broker: TestBroker, _ body: (MQTTReadingSink, MQTTPublisher) throws -> Void
    ) throws {
        let publisher = MQTTPublisher(try broker.configuration("generator", "g"), window: 200)
        publisher.start()
        defer { publisher.stop() }
        try body(MQTTReadingSink(publisher), publisher)
    }

    @Test func `stores what is published, bit for bit, and counts what is refused`() throws {
        try with { broker, configuration, store in
            let ingester = try Ingester(configuration, into: store)
            ingester.start()
            #expect(ingester.waitForSubscription(atMost: .seconds(10)))
            try publishing(broker) { sink, publisher in
                try sink.send(batch(1...500))
                try sink.send(batch(499...500))
                for text in ["rubbish", "\u{0}\u{1B}[2J", String(repeating: "x", count: 70_000)] {
                    let topic = try Topic("machine/machine1")
                    _ = Array(text.utf8).withUnsafeBytes { publisher.publish(topic, $0) }
                }
                try sink.flush()
            }
            #expect(eventually { ingester.counts.received == 505 })
            #expect(ingester.stop())
            let counts = ingester.counts
            #expect(counts.receivedUnique == 500 && counts.stored == 500)
            #expect(counts.rejected == [.duplicate: 2, .notJSON: 2, .tooLarge: 1])
            var stored: [ReadingBatch] = []
            try store.load(ReadingQuery()) { stored.append($0) }
            #expect(stored.count == 1 && stored[0].series == batch(1...1).series)
            #expect(
                stored[0].values.map(\.bitPattern) == batch(1...500).values.map(\.bitPattern))
            let refused = try String(
                contentsOfFile: configuration.folder + "/refused.txt", encoding: .utf8)
            #expect(refused.contains("json_invalid machine/machine1 7 bytes: rubbish"))
            #expect(refused.contains("\\x1b[2J") && !refused.contains("\u{1B}"))
            #expect(
                !FileManager.default.fileExists(atPath: configuration.folder + "/journal"),
                "nothing is left in the journal")
        }
    }

    @Test func `keeps in its journal what the store does not take, across an end`() throws {
        try with { broker, configuration, store in
            store.isWell.withLock { $0 = false }
            let first = try Ingester(configuration, into: store)
            first.start()
            #expect(first.waitForSubscription(atMost: .seconds(10)))
            try publishing(broker) { sink, _ in
                try sink.send(batch(1...300))
                try sink.flush()
            }
            #expect(eventually { first.counts.retries > 2 && first.counts.receivedUnique > 0 })
            #expect(first.problem is MoodyStore.Refusal)
            first.stop(within: .seconds(2))
            #expect(try store.sequences().isEmpty)

            // Published while nobody listens: the broker keeps them.
            try publishing(broker) { sink, _ in
                try sink.send(batch(301...400))
                try sink.flush()
            }
            store.isWell.withLock { $0 = true }
            let second = try Ingester(configuration, into: store)
            second.start()
            #expect(try eventually { try store.sequences().count == 400 })
            #expect(try store.sequences() == Array(1...400))
            #expect(second.stop() && second.counts.stored == 400)
        }
    }

    @Test func `with a full journal lets the broker keep the rest, and comes back`() throws {
        try with(journalLimit: 20_000) { broker, configuration, store in
            store.isWell.withLock { $0 = false }
            let ingester = try Ingester(configuration, into: store)
            ingester.start()
            #expect(ingester.waitForSubscription(atMost: .seconds(10)))
            try publishing(broker) { sink, _ in
                try sink.send(batch(1...1200))
                try sink.flush()
            }
            #expect(eventually { ingester.status?.state == .paused })
            #expect(ingester.backlog < 2_000_000 && ingester.counts.pauses == 1)
            store.isWell.withLock { $0 = true }
            #expect(try eventually(within: 90) { try store.sequences().count == 1200 })
            #expect(try store.sequences() == Array(1...1200))
            #expect(ingester.stop() && ingester.problem == nil)
        }
    }

    @Test func `takes up a journal with a torn end`() throws {
        try with { _, configuration, store in
            store.isWell.withLock { $0 = false }
            try TestBroker.running { broker in
                var configuration = configuration
                configuration.mqtt.address.port = UInt16(broker.port)
                configuration.mqtt.login = MQTTLogin(
                    user: "ingester", password: try broker.password("ingester"))
                let ingester = try Ingester(configuration, into: store)
                ingester.start()
                #expect(ingester.waitForSubscription(atMost: .seconds(10)))
                try publishing(broker) { sink, _ in
                    try sink.send(batch(1...50))
                    try sink.flush()
                }
                #expect(eventually { ingester.backlog > 5000 })
                ingester.stop(within: .seconds(2))
            }
            let journal = configuration.folder + "/journal/journal-000000001"
            let handle = try #require(FileHandle(forUpdatingAtPath: journal))
            try handle.truncate(atOffset: try handle.seekToEnd() - 3)
            try handle.close()
            store.isWell.withLock { $0 = true }
            let again = try Ingester(configuration, into: store)
            again.start()
            #expect(try eventually { try store.sequences().count == 49 })
            #expect(again.stop())
        }
    }
}
