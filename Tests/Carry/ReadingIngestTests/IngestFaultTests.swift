import Foundation
import MQTTTransport
import ReadingIngest
import Synchronization
import Telemetry
import TestSupport
import Testing

/// Refuses some readings for good, in one of the ways in which stores do.
private final class PickyStore: ReadingSink {
    struct Refused: RefusalTelling {
        var refusal: StoreRefusal?
    }

    let memory = MemoryStore()
    private let bad: Set<Int64>
    private let namesThem: Bool
    let calls = Mutex(0)

    init(refusing bad: Set<Int64>, namesThem: Bool) {
        self.bad = bad
        self.namesThem = namesThem
    }

    func send(_ batch: ReadingBatch) throws {
        calls.withLock { $0 += 1 }
        let refused = batch.sequences.filter(bad.contains)
        if refused.isEmpty { return try memory.send(batch) }
        guard namesThem else { throw Refused(refusal: .unnamed(reason: "no such thing")) }
        var rest = ReadingBatch(series: batch.series, channels: batch.channels)
        for row in 0..<batch.count where !bad.contains(batch.sequences[row]) {
            rest.append(
                time: batch.times[row], sequence: batch.sequences[row], row: batch.row(row))
        }
        try memory.send(rest)
        throw Refused(
            refusal: .some(count: refused.count, examples: refused.map { "not \($0)" }))
    }
}

@Suite(.needsBroker) struct `An ingester in trouble` {
    private func configuration(_ broker: TestBroker, _ folder: String) throws
        -> IngestConfiguration
    {
        var configuration = IngestConfiguration(
            mqtt: try broker.configuration("ingester", ""), rules: IngestRules(),
            folder: broker.folder + "/" + folder)
        configuration.storeRetryDelays = [.milliseconds(20)]
        return configuration
    }

    private func send(_ broker: TestBroker, _ batches: ReadingBatch...) throws {
        let publisher = MQTTPublisher(try broker.configuration("generator", "g"), window: 200)
        publisher.start()
        defer { publisher.stop() }
        let sink = MQTTReadingSink(publisher)
        for batch in batches { try sink.send(batch) }
        try sink.flush()
    }

    private func started(
        _ configuration: IngestConfiguration, into store: any ReadingSink
    ) throws -> Ingester {
        let ingester = try Ingester(configuration, into: store)
        ingester.start()
        #expect(ingester.waitForSubscription(atMost: .seconds(10)))
        return ingester
    }

    private func sequences(_ store: MemoryStore) throws -> [Int64] {
        var all: [Int64] = []
        try store.load(ReadingQuery()) { all += $0.sequences }
        return all
    }

    @Test(arguments: [true, false])
    func `puts aside what a store refuses for good, and stores all the rest`(namesThem: Bool)
        throws
    {
        try TestBroker.running { broker in
            let bad: Set<Int64> = [1, 7, 8, 300]
            let store = PickyStore(refusing: bad, namesThem: namesThem)
            let ingester = try started(configuration(broker, "a"), into: store)
            try send(broker, batch(1...300))
            #expect(eventually { ingester.counts.stored + ingester.counts.refused == 300 })
            #expect(ingester.stop())
            #expect(ingester.counts.stored == 296)
            #expect(ingester.counts.rejected == [.storeRefused: 4])
            #expect(try sequences(store.memory) == (1...300).filter { !bad.contains($0) })
            let refused = try String(
                contentsOfFile: broker.folder + "/a/refused.txt", encoding: .utf8)
            let lines = refused.split(separator: "\n")
            #expect(lines.count == 4 && lines.allSatisfy { $0.hasPrefix("store_rejected ") })
            #expect(refused.contains(namesThem ? "not 300" : "no such thing"))
            #expect(namesThem || refused.contains("seq 300"))
            // Nothing waits that would block the next start.
            #expect(!FileManager.default.fileExists(atPath: broker.folder + "/a/journal"))
        }
    }

    @Test func `counts what a damaged journal cannot give back, and stores all the rest`() throws {
        try TestBroker.running { broker in
            struct Closed: ReadingSink {
                func send(_ batch: ReadingBatch) throws { throw MQTTError.library(reason: "") }
            }
            let configuration = try configuration(broker, "a")
            let first = try started(configuration, into: Closed())
            // More than a segment.
            try send(broker, batch(1...30_000))
            #expect(
                eventually(within: 60) { first.backlog > 5_000_000 && first.counts.retries > 0 })
            let whole = first.backlog
            #expect(eventually(within: 60) { first.backlog == whole && whole > 0 })
            first.stop(within: .seconds(2))
            let folder = configuration.folder + "/journal/"
            let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            #expect(names.count > 1)
            for name in names.prefix(2) {
                var bytes = try Data(contentsOf: URL(filePath: folder + name))
                bytes[bytes.count / 2] ^= 8
                try bytes.write(to: URL(filePath: folder + name))
            }
            let store = MemoryStore()
            let again = try started(configuration, into: store)
            #expect(try eventually(within: 60) { try sequences(store).count == 29_998 })
            #expect(again.counts.lostInJournal == 2 && again.damage.count == 2)
            #expect("\(again.damage[0])".contains("\(names[0]) is damaged: 1 record"))
            // The numbers around them tell the same.
            #expect(again.stop() && again.counts.missing == 2)
            let kept = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            #expect(kept == names.prefix(2).map { $0 + ".bad" })
        }
    }

    @Test(arguments: ["empty", "gone"])
    func `says that a piece of its journal is lost, and stores the rest`(how: String) throws {
        try TestBroker.running { broker in
            let configuration = try configuration(broker, "a")
            let folder = configuration.folder + "/journal"
            let journal = try Journal(folder: folder, limit: 1 << 20, segmentSize: 256)
            for sequence in 1...20 {
                let payload = Array(
                    #"{"machineID":"m","seq":\#(sequence),"time":\#(sequence),"load":1}"#.utf8)
                try Array("machine/m".utf8).withUnsafeBytes { topic in
                    try payload.withUnsafeBytes { try journal.append(topic: topic, payload: $0) }
                }
            }
            journal.close()
            let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            try #require(names.count > 3)
            let lost = folder + "/" + names[1]
            if how == "gone" { unlink(lost) } else { truncate(lost, 0) }
            let ingester = try started(configuration, into: MemoryStore())
            #expect(eventually { ingester.backlog == 0 })
            #expect(ingester.counts.lostInJournal == 1 && ingester.damage.count == 1)
            #expect("\(ingester.damage[0])".hasPrefix("\(lost) is gone or empty"))
            #expect(ingester.counts.stored > 10)
            ingester.stop()
        }
    }

    @Test func `is the only one in its folder, until it has ended`() throws {
        try TestBroker.running { broker in
            let configuration = try configuration(broker, "a")
            let first = try started(configuration, into: MemoryStore())
            #expect(throws: IngestError.folderInUse(configuration.folder)) {
                try Ingester(configuration, into: MemoryStore())
            }
            #expect(first.stop())
            #expect(try started(configuration, into: MemoryStore()).stop())
        }
    }

    @Test func `has a name of its own, so that two on one broker each get everything`() throws {
        try TestBroker.running { broker in
            let stores = [MemoryStore(), MemoryStore()]
            let first = try started(configuration(broker, "a"), into: stores[0])
            let second = try started(configuration(broker, "b"), into: stores[1])
            try send(broker, batch(1...500))
            for store in stores {
                #expect(try eventually { try sequences(store) == Array(1...500) })
            }
            #expect(first.clientID != second.clientID)
            #expect(first.stop() && second.stop())
            // What comes meanwhile is kept for that name, so the name has to stay.
            try send(broker, batch(501...600))
            let again = try started(configuration(broker, "a"), into: stores[0])
            #expect(again.clientID == first.clientID)
            #expect(try eventually { try sequences(stores[0]) == Array(1...600) })
            #expect(again.stop() && again.counts.missing == 0 && again.counts.sessionsLost == 0)
        }
    }

    @Test func `keeps an earlier version's name where the journal holds something of it`() throws {
        try TestBroker.running { broker in
            let folder = broker.folder + "/old"
            var old = try configuration(broker, "old")
            old.mqtt.clientID = "scenario-runner-ingest"
            let store = PickyStore(refusing: [], namesThem: true)
            struct Closed: ReadingSink {
                func send(_ batch: ReadingBatch) throws { throw MQTTError.library(reason: "") }
            }
            let first = try started(old, into: Closed())
            try send(broker, batch(1...20))
            #expect(eventually { first.counts.retries > 0 })
            first.stop(within: .seconds(2))
            try FileManager.default.removeItem(atPath: folder + "/client-id")
            try FileManager.default.removeItem(atPath: folder + "/lock")
            let again = try started(configuration(broker, "old"), into: store)
            #expect(again.clientID == "scenario-runner-ingest")
            #expect(try eventually { try sequences(store.memory).count == 20 })
            #expect(again.stop())
        }
    }

    @Test func `counts what a killed broker had acknowledged and lost, and says that it was that`()
        throws
    {
        try TestBroker.running { broker in
            let store = MemoryStore()
            let ingester = try started(configuration(broker, "a"), into: store)
            try send(broker, batch(1...50))
            #expect(try eventually { try sequences(store).count == 50 })
            #expect(ingester.stop())
            // Acknowledged to the generator, kept for the ingester in memory alone.
            try send(broker, batch(51...150))
            broker.stop(SIGKILL)
            try? FileManager.default.removeItem(atPath: broker.folder + "/data/mosquitto.db")
            try broker.start()
            let again = try started(configuration(broker, "a"), into: store)
            try send(broker, batch(151...160))
            #expect(try eventually { try sequences(store).count == 60 })
            #expect(again.stop())
            #expect(again.counts.missing == 100 && again.counts.missingByBroker == 100)
            #expect(again.counts.gaps == 1 && again.counts.sessionsLost == 1)
        }
    }

    @Test func `notices that somebody took its session while it was away`() throws {
        try TestBroker.running { broker in
            let store = MemoryStore()
            let ingester = try started(configuration(broker, "a"), into: store)
            try send(broker, batch(1...10))
            #expect(try eventually { try sequences(store).count == 10 })
            #expect(ingester.stop())
            try send(broker, batch(11...110))
            // Any login will do: the broker knows sessions by name alone.
            let thief = try broker.configuration("health", ingester.clientID)
            #expect(MQTTSubscriber.discardSession(of: thief))
            let again = try started(configuration(broker, "a"), into: store)
            try send(broker, batch(111...120))
            #expect(try eventually { try sequences(store).count == 20 })
            #expect(again.stop())
            #expect(again.counts.sessionsLost == 1 && again.counts.missingByBroker == 100)
        }
    }

    @Test func `ends quickly whatever the broker does`() throws {
        for state in ["none", "silent", "killed"] {
            try TestBroker.running { broker in
                let configuration = try configuration(broker, "a")
                let ingester = try Ingester(configuration, into: MemoryStore())
                if state == "none" { broker.stop() }
                if state == "silent" { broker.signal(SIGSTOP) }
                ingester.start()
                if state == "killed" {
                    #expect(ingester.waitForSubscription(atMost: .seconds(10)))
                    broker.stop(SIGKILL)
                }
                _ = ingester.waitForSubscription(atMost: .milliseconds(300))
                let begin = ContinuousClock.now
                ingester.stop()
                #expect(ContinuousClock.now - begin < .seconds(5), "\(state)")
            }
        }
    }
}
