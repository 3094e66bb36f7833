import HTTPClient
import InfluxDBStore
import Scenarios
import Synchronization
import Telemetry
import TestSupport
import Testbed
import Testing

/// The stack route with everything real but the broker and Telegraf: a payload a reading, turned
/// into lines by the model of Telegraf under our telegraf.conf, stored by the stand-in.
@Suite(.needsInfluxDBStandIn) struct TransportRouteTests {
    /// Posts what Telegraf would post for the payloads of a batch.
    private final class TelegrafSink: ReadingSink {
        let url: String
        let model: TelegrafModel
        /// Sequence numbers that never arrive.
        let lost: Set<Int64>
        let sent = Mutex(0)

        init(_ url: String, lost: Set<Int64>) throws {
            self.url = url
            self.lost = lost
            model = try TelegrafModel(
                TOMLTable(parsing: RepositoryFiles.text("telegraf/telegraf.conf")))
        }

        func send(_ batch: ReadingBatch) throws {
            var lines: [String] = []
            for index in 0..<batch.count where !lost.contains(batch.sequences[index]) {
                var payload =
                    #"{"machineID":"\#(batch.series.machineID)","provider":"\#(batch.series.provider)","#
                    + #""run":"\#(batch.series.run)","seq":\#(batch.sequences[index]),"time":\#(batch.times[index])"#
                for (channel, value) in zip(batch.channels, batch.row(index)) where !value.isMissing
                {
                    payload += ",\"\(channel)\":\(value)"
                }
                guard case .line(let line) = model.outcome(of: payload + "}") else { continue }
                lines.append(line)
            }
            // Each batch twice and backwards: at least once, in no order.
            let body = (lines + lines.reversed()).map { $0 + "\n" }.joined()
            let target = try HTTPURL(url).with(
                path: "/api/v3/write_lp", query: [("db", "factory"), ("no_sync", "true")])
            let answer = try HTTPClient().send(
                HTTPRequest(
                    .post, target, authorization: Secret("Bearer " + InfluxDBStandIn.token),
                    body: Array(body.utf8)))
            guard body.isEmpty || answer.status == 204 else {
                throw ChildProcess.Failure(description: answer.text)
            }
            sent.withLock { $0 += batch.count }
        }
    }

    private func route(_ server: InfluxDBStandIn, lost: Set<Int64> = []) throws -> TransportRoute {
        let store = InfluxDBStore(
            try InfluxDBConfiguration(
                server: HTTPURL(server.url), token: Secret(InfluxDBStandIn.token)))
        try store.prepare()
        return TransportRoute(
            name: "stack", sink: try TelegrafSink(server.url, lost: lost), source: store,
            arrived: { try store.counts($0) }, runName: { _, _ in "r1" },
            patience: .milliseconds(300), pause: .milliseconds(20))
    }

    private func joined(_ playback: Playback) throws -> [ReadingBatch] {
        var series: [ReadingBatch] = []
        try playback.source.load(ReadingQuery(run: playback.run)) { piece in
            if series.last?.series == piece.series {
                series[series.count - 1].times += piece.times
                series[series.count - 1].sequences += piece.sequences
                series[series.count - 1].values += piece.values
            } else {
                series.append(piece)
            }
        }
        return series
    }

    @Test func `the detector is given the same readings as on the embedded route, bit for bit`()
        throws
    {
        let scenario = try Scenario.load(
            path: RepositoryFiles.path("scenarios/overload-fault.json5"))
        let embedded = try EmbeddedRoute().play(scenario, seed: 7) { _ in }
        try InfluxDBStandIn.running { server in
            let stack = try route(server).play(scenario, seed: 7) { _ in }
            let (a, b) = (try joined(embedded), try joined(stack))
            #expect(a.count == 3 && a.map(\.count) == [1800, 1800, 1800])
            #expect(a.map(\.series) == b.map(\.series))
            #expect(a.map(\.channels) == b.map(\.channels))
            #expect(a.map(\.times) == b.map(\.times))
            #expect(a.map(\.sequences) == b.map(\.sequences))
            #expect(a.map { $0.values.map(\.bitPattern) } == b.map { $0.values.map(\.bitPattern) })
            #expect(stack.delivery.generated == 5400)
            #expect(stack.delivery.stored == 5400)
            #expect(stack.delivery.lost == 0)
        }
    }

    @Test func `readings that never arrive are named`() throws {
        var scenario = try Scenario.load(
            path: RepositoryFiles.path("scenarios/overload-fault.json5"))
        scenario.duration = 120_000_000_000
        scenario.anomalies = []
        try InfluxDBStandIn.running { server in
            let thrown = #expect(throws: TransportFailure.self) {
                try route(server, lost: [2, 17, 18]).play(scenario, seed: 1) { _ in }
            }
            guard case .readingsMissing(let missing, route: "stack") = thrown else { return }
            #expect(
                missing.map(\.sequences) == [
                    [2...2, 17...18], [2...2, 17...18], [2...2, 17...18],
                ])
            #expect("\(thrown!)".contains("9 published readings"))
            #expect("\(thrown!)".contains("machine1: 3 readings (2, 17-18)"))
        }
    }
}
