import MQTTTransport
import ReadingIngest
import Telemetry
import TestSupport
import Testing

@Suite(.needsBroker) struct `An ingester on a slow link` {
    @Test func `takes everything once and in order, whether it is cut or not`() throws {
        try TestBroker.running { broker in
            let link = SlowLink(
                to: broker.port, bytesPerSecond: 64_000, latency: .milliseconds(200))
            defer { link.stop() }
            var configuration = IngestConfiguration(
                mqtt: try broker.configuration("ingester", "ingester"), rules: IngestRules(),
                folder: broker.folder + "/ingest")
            configuration.mqtt.address.port = UInt16(link.port)
            let store = MemoryStore()
            let ingester = try Ingester(configuration, into: store)
            ingester.start()
            #expect(ingester.waitForSubscription(atMost: .seconds(10)))
            let publisher = MQTTPublisher(try broker.configuration("generator", "g"), window: 200)
            publisher.start()
            defer { publisher.stop() }
            let sink = MQTTReadingSink(publisher)
            try sink.send(batch(1...1500))
            try sink.flush()
            // The broker has it all; the link needs seconds for it.
            #expect(ingester.counts.received < 1000)
            #expect(eventually(within: 30) { ingester.counts.received > 700 })
            link.cut()
            #expect(eventually(within: 60) { ingester.counts.stored == 1500 })
            #expect(ingester.stop())
            #expect(ingester.counts.pauses == 0 && ingester.counts.refused == 0)
            var stored: [Int64] = []
            try store.load(ReadingQuery()) { stored += $0.sequences }
            #expect(stored == Array(1...1500))
            #expect(link.carried.towards + link.carried.back > 200_000)
        }
    }

    @Test func `that will not come back leaves no session that fills up behind it`() throws {
        try TestBroker.running { broker in
            let mqtt = try broker.configuration("ingester", "passer-by")
            func ingester(_ folder: String) throws -> Ingester {
                let made = try Ingester(
                    IngestConfiguration(
                        mqtt: mqtt, rules: IngestRules(), folder: broker.folder + "/" + folder),
                    into: MemoryStore())
                made.start()
                #expect(made.waitForSubscription(atMost: .seconds(10)))
                return made
            }
            let publisher = MQTTPublisher(try broker.configuration("generator", "g"), window: 200)
            publisher.start()
            defer { publisher.stop() }
            let sink = MQTTReadingSink(publisher)
            let first = try ingester("first")
            first.stop()
            try sink.send(batch(1...10))
            try sink.flush()
            let second = try ingester("second")
            #expect(eventually { second.counts.received == 10 }, "a session keeps what comes")
            second.stop()
            #expect(second.discardSession())
            try sink.send(batch(11...20))
            try sink.flush()
            let third = try ingester("third")
            try sink.send(batch(21...22))
            try sink.flush()
            #expect(eventually { third.counts.received == 2 })
            third.stop()
            #expect(third.counts.received == 2, "what came in between was kept for nobody")
        }
    }
}
