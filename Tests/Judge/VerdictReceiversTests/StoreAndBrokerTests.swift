import Foundation
import HTTPClient
import InfluxDBStore
import MQTTTransport
import Telemetry
import TestSupport
import Testing
import VerdictReceivers
import VerdictSources

private let second: Int64 = 1_000_000_000
private let start: Int64 = 1_767_225_600 * second
private let window = TimeWindow(start: start, end: start + 1800 * second)
private let names = MachineNames([("machine1", []), ("machine2", [])])
private let playing = Playing(MessageReader(names), run: "mine", window: window)

/// Flagged rows by machine, seconds from the start, and the account.
private func judged(_ items: [VerdictItem]) -> (rows: [String: [Int]], account: VerdictAccount) {
    var book = VerdictBook(names, window: window)
    for item in items { book.take(item) }
    var closed = book.closed()
    var rows: [String: [Int]] = [:]
    for machine in names.machines {
        let marks = closed.marks(
            machine: machine, times: (0..<1800).map { start + Int64($0) * second },
            period: second, gap: 10 * second, probationEnd: start)
        rows[machine] = marks.indices.filter { marks[$0].isFlagged }
    }
    return (rows, closed.finalAccount)
}

private let withStandIn = ConditionTrait.enabled(
    if: InfluxDBStandIn.script != nil, "no InfluxDB stand-in here: set INFLUXDB3_STANDIN")

@Suite(withStandIn) struct `A table that another program writes` {
    private func store(_ server: InfluxDBStandIn) throws -> InfluxDBStore {
        InfluxDBStore(
            try InfluxDBConfiguration(
                server: HTTPURL(server.url), token: Secret(InfluxDBStandIn.token)))
    }

    private func write(_ lines: [String], to server: InfluxDBStandIn) throws {
        let url = try HTTPURL(server.url).with(
            path: "/api/v3/write_lp", query: [("db", "factory"), ("precision", "nanosecond")])
        let answer = try HTTPClient().send(
            HTTPRequest(
                .post, url, authorization: Secret("Bearer " + InfluxDBStandIn.token),
                body: Array(lines.joined(separator: "\n").utf8)))
        #expect(answer.status < 300, "\(answer.text)")
    }

    private func items(
        _ server: InfluxDBStandIn, _ table: String, _ fields: MessageReader.Fields = .init(),
        where condition: String? = nil
    ) throws -> Received {
        let receiver = TableReceiver(
            try store(server), table: table, fields: fields, condition: condition)
        try receiver.start()
        return try receiver.finish(playing)
    }

    @Test func `has the plugin's rows, one a field, as flagged readings`() throws {
        try InfluxDBStandIn.running { server in
            // As the river plugin writes them: flagged ones only, the dot part of the name.
            let lines = [610, 611, 630].flatMap { at in
                ["power", "vibration"].map {
                    "_anomalies.machine_data,machineID=machine1,provider=Smith\\ and\\ Sons,field_name=\($0)"
                        + " is_anomaly=true,original_value=314,rolling_deviation=21.1,observations=\(at)i"
                        + " \(start + Int64(at) * second)"
                }
            }
            try write(lines, to: server)
            let result = judged(try items(server, "_anomalies.machine_data").items)
            #expect(result.rows["machine1"] == [610, 611, 630])
            #expect(result.account.counts == [.judged: 3, .repeated: 3])
            let one = try items(
                server, "_anomalies.machine_data",
                where: "field_name = 'power' AND observations < 620")
            #expect(judged(one.items).account.counts == [.judged: 2])
        }
    }

    @Test func `may have columns of its own names, and rows of other runs`() throws {
        try InfluxDBStandIn.running { server in
            try write(
                (0..<20).map {
                    "judged,asset=machine2,run=\($0 % 2 == 0 ? "mine" : "other")"
                        + " alarm=\($0 % 4 == 0),loss=0.\($0) \(start + Int64($0) * second)"
                }, to: server)
            let received = try items(
                server, "judged", .init(machine: "asset", flag: "alarm", score: "loss"))
            let result = judged(received.items)
            #expect(result.rows["machine2"] == [0, 4, 8, 12, 16])
            #expect(result.account.counts == [.judged: 5, .notFlagged: 5])
            #expect(throws: VerdictReceiverError.self) {
                try items(server, "judged", .init(machine: "machine"))
            }
        }
    }

    @Test func `that is not there is told from one that is empty`() throws {
        try InfluxDBStandIn.running { server in
            try write(["t,machineID=machine1 is_anomaly=true 1"], to: server)
            let empty = try items(server, "t")
            #expect(empty.items.isEmpty && empty.disconnected == nil)
            let missing = try items(server, "nowhere")
            #expect(missing.disconnected == "there is no table \"nowhere\"")
        }
    }
}

@Suite(.enabled(if: TestBroker.isInstalled, "no mosquitto here")) struct `Messages of a broker` {
    private func configuration(
        _ broker: TestBroker, _ user: String
    ) throws -> MQTTConfiguration {
        MQTTConfiguration(
            address: BrokerAddress(host: "127.0.0.1", port: UInt16(broker.port)),
            login: MQTTLogin(user: user, password: try broker.password(user)), clientID: user)
    }

    @Test func `are read by their fields, and on the machine of their topic`() throws {
        try TestBroker.running { broker in
            let receiver = TopicReceiver(
                try configuration(broker, "viewer"), filter: "truth/+")
            try receiver.start()
            let publisher = MQTTPublisher(try configuration(broker, "generator"), window: 10)
            publisher.start()
            defer { publisher.stop() }
            #expect(publisher.waitForConnection(atMost: .seconds(15)))
            let bodies = [
                ("machine1", "{\"time\":\(start + 30 * second),\"is_anomaly\":true,\"score\":0.9}"),
                (
                    "machine1",
                    "{\"time\":\(start + 31 * second),\"is_anomaly\":false,\"score\":0.2}"
                ),
                ("any", "{\"machineID\":\"machine2\",\"time\":\"2026-01-01T00:01:00Z\"}"),
                ("machine2", "no JSON"),
            ]
            for (topic, body) in bodies {
                let topic = try Topic("truth/\(topic)")
                Array(body.utf8).withUnsafeBytes { _ = publisher.publish(topic, $0) }
            }
            #expect(eventually { receiver.count == bodies.count })
            let received = receiver.finish(playing)
            let result = judged(received.items)
            #expect(received.disconnected == nil)
            #expect(result.rows == ["machine1": [30], "machine2": [60]])
            #expect(result.account.counts == [.judged: 2, .notFlagged: 1, .notUnderstood: 1])
        }
    }
}
