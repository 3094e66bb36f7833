import HTTPClient
import InfluxDBStore
import MQTTTransport
import Telemetry
import TestSupport
import Testing

/// The real telegraf.conf against the payload of docs/generator.md.
@Suite struct TelegrafTests {
    let configuration: TOMLTable
    let model: TelegrafModel

    init() throws {
        configuration = try TOMLTable(parsing: RepositoryFiles.text("telegraf/telegraf.conf"))
        model = try TelegrafModel(configuration)
    }

    static let tags =
        #""machineID":"machine1","provider":"Smith and Sons","barcode":"12345670","run":"r1""#
    static let prefix = #"machine_data,machineID=machine1,provider=Smith\ and\ Sons,run=r1 "#
    static let end = #""seq":1,"time":1767225600123456789"#

    static let accepted: [(payload: String, line: String)] = [
        (
            #"{"machineID":"machine1","provider":"Smith and Sons","barcode":"12345670","run":"r1","seq":1,"time":1767225600000000000,"load":55,"vibration":83.2,"power":205.1,"temperature":37.4}"#,
            prefix
                + "seq=1i,load=55,vibration=83.2,power=205.1,temperature=37.4 1767225600000000000"
        ),
        (
            "{\(tags),\(end),\"load\":0,\"vibration\":-83.25,\"power\":205,\"temperature\":37}",
            prefix + "seq=1i,load=0,vibration=-83.25,power=205,temperature=37 1767225600123456789"
        ),
        (
            "{\(tags),\(end),\"load\":55,\"power\":205.1}",
            prefix + "seq=1i,load=55,power=205.1 1767225600123456789"
        ),
        ("{\(tags),\(end)}", prefix + "seq=1i 1767225600123456789"),
        (
            "{\(tags),\(end),\"load\":null,\"power\":1.5}",
            prefix + "seq=1i,power=1.5 1767225600123456789"
        ),
        (
            "{\(tags),\"seq\":9007199254740993,\"time\":\"1767225600123456789\",\"load\":\"41.5\"}",
            prefix + "seq=9007199254740993i,load=41.5 1767225600123456789"
        ),
        (
            "{\(tags),\(end),\"load\":1e21,\"vibration\":1.5e-7,\"power\":-2.5e-10}",
            prefix + "seq=1i,load=1000000000000000000000,vibration=0.00000015,power=-0.00000000025 "
                + "1767225600123456789"
        ),
        (
            "{\(tags),\(end),\"load\":true,\"vibration\":false}",
            prefix + "seq=1i,load=1,vibration=0 1767225600123456789"
        ),
        (
            "{\(tags),\(end),\"load\":\"NaN\",\"power\":3}",
            prefix + "seq=1i,power=3 1767225600123456789"
        ),
        (
            #"{"machineID":"m-2.b_c","provider":"Acme, Inc = \u00c4","run":"a b","seq":2,"time":5,"load":1}"#,
            #"machine_data,machineID=m-2.b_c,provider=Acme\,\ Inc\ \=\ Ä,run=a\ b seq=2i,load=1 5"#
        ),
        (
            #"{"machineID":"m","provider":"","run":"r1","seq":3,"time":-7,"load":1,"pressure":9}"#,
            "machine_data,machineID=m,run=r1 seq=3i,load=1 -7"
        ),
    ]

    @Test(arguments: accepted)
    func `a payload becomes one line`(payload: String, line: String) {
        #expect(model.outcome(of: payload) == .line(line))
    }

    @Test(arguments: [
        ("{\(tags),\"seq\":1,\"load\":1}", "time"),
        ("{\(tags),\"seq\":1,\"time\":null}", "time"),
        ("{\(tags),\"seq\":1,\"time\":\"abc\"}", "time"),
        ("{\(tags),\"time\":1}", "field seq"),
        ("{\(tags),\(end),\"load\":\"abc\"}", "field load"),
        (#"{"provider":"p","run":"r1",\#(end)}"#, "tag machineID"),
        (#"{"machineID":"m","provider":"p",\#(end)}"#, "tag run"),
        ("[{\(tags),\(end)}]", "no object"),
        ("", "invalid JSON"),
        ("{\(tags),\(end),\"load\":NaN}", "invalid JSON"),
    ])
    func `what is no reading is dropped, not half stored`(payload: String, reason: String) {
        #expect(model.outcome(of: payload) == .dropped(reason))
    }

    @Test(arguments: PayloadDamage.allCases)
    func `a payload that is broken on purpose is dropped, too`(damage: PayloadDamage) {
        var encoder = ReadingEncoder()
        let prefix = ReadingEncoder.Prefix(
            SeriesIdentity(machineID: "m1", provider: "p", run: "r"), channels: demoChannels)
        for sequence in Int64(1)...200 {
            [1, 2, 3, 4].withUnsafeBufferPointer {
                encoder.encode(prefix, sequence: sequence, time: sequence, row: $0)
            }
            encoder.damage(damage, sequence: sequence)
            let outcome = model.outcome(of: String(decoding: encoder.bytes, as: UTF8.self))
            guard case .dropped = outcome else {
                Issue.record("\(damage) \(sequence): \(outcome)")
                return
            }
        }
    }

    @Test(.needsInfluxDBStandIn) func `the lines make the rows that our store reads`() throws {
        try InfluxDBStandIn.running { server in
            let store = InfluxDBStore(
                try InfluxDBConfiguration(
                    server: HTTPURL(server.url), token: Secret(InfluxDBStandIn.token)))
            try store.prepare()
            let payloads = (1...50).map { number in
                "{\(Self.tags),\"seq\":\(number),\"time\":\(1_767_225_600_000_000_000 + number),"
                    + "\"load\":\(number),\"vibration\":83.2,\"temperature\":\(Double(number) / 3)}"
            }
            // As outputs.influxdb_v3 posts them: without a precision.
            let lines = payloads.compactMap { payload in
                if case .line(let line) = model.outcome(of: payload) { line } else { nil }
            }
            let url = try HTTPURL(server.url).with(
                path: "/api/v3/write_lp", query: [("db", "factory")])
            let body = Gzip.compressed(Array((lines.joined(separator: "\n") + "\n").utf8))
            let answer = try HTTPClient().send(
                HTTPRequest(
                    .post, url, headers: [("Content-Encoding", "gzip")],
                    authorization: Secret("Bearer " + InfluxDBStandIn.token), body: body))
            #expect(answer.status == 204)
            var expected = ReadingBatch(
                series: SeriesIdentity(
                    machineID: "machine1", provider: "Smith and Sons", run: "r1"),
                channels: demoChannels)
            for number in 1...50 {
                expected.append(
                    time: 1_767_225_600_000_000_000 + Int64(number), sequence: Int64(number),
                    row: [Double(number), 83.2, .missing, Double(number) / 3])
            }
            var read: [ReadingBatch] = []
            try store.load(ReadingQuery(run: "r1")) { read.append($0) }
            #expect(read.count == 1)
            #expect(read.first?.times == expected.times)
            #expect(read.first?.sequences == expected.sequences)
            #expect(read.first?.values.map(\.bitPattern) == expected.values.map(\.bitPattern))
        }
    }

    @Test func `the payloads that are really sent make the lines of their readings`() throws {
        let series = SeriesIdentity(
            machineID: "m-1.a", provider: "Böck, \"Öl\" & Co\\x", run: "r 1")
        let prefix = ReadingEncoder.Prefix(series, barcode: "12345670", channels: demoChannels)
        let rows: [[Double]] = [
            [55, 83.2, 205.1, 37.4], [0, -0.0, 1e-7, 1e21], [.missing, 1, .missing, 2],
            [.missing, .missing, .missing, .missing], [0.1 + 0.2, 1 / 3, 1e300, -1e-300],
            [5e-7, 123_456_789.125, 9_007_199_254_740_992, 1e15], [1e16, 1e17, 100, 1e5],
        ]
        var encoder = ReadingEncoder()
        for (index, row) in rows.enumerated() {
            let time = 1_767_225_600_123_456_789 + Int64(index)
            row.withUnsafeBufferPointer {
                encoder.encode(prefix, sequence: Int64(index + 1), time: time, row: $0)
            }
            let payload = String(decoding: encoder.bytes, as: UTF8.self)
            guard case .line(let line) = model.outcome(of: payload) else {
                Issue.record("refused: \(payload)")
                continue
            }
            let head =
                #"machine_data,machineID=m-1.a,provider=Böck\,\ "Öl"\ &\ Co\x,run=r\ 1 "#
                + "seq=\(index + 1)i"
            #expect(line.hasPrefix(head) && line.hasSuffix(" \(time)"), "\(line)")
            let fields = line.dropFirst(head.count).dropLast(" \(time)".count).split(separator: ",")
            let present = zip(demoChannels, row).filter { !$0.1.isMissing }
            #expect(fields.map { $0.split(separator: "=")[0] } == present.map { $0.0[...] })
            for (field, (_, value)) in zip(fields, present) {
                let text = field.split(separator: "=")[1]
                #expect(Double(text)?.bitPattern == value.bitPattern || value == 0, "\(field)")
            }
        }
    }

    @Test func `nothing is acknowledged before InfluxDB has it`() throws {
        let input = try #require(configuration["inputs"].first?["mqtt_consumer"].first)
        #expect(input.number("qos") == 1)
        #expect(input.flag("persistent_session") == true)
        #expect(input.text("client_id")?.isEmpty == false)
        #expect(input.text("startup_error_behavior") == "retry")
        #expect(input.texts("topics") == ["machine/+"])
        #expect(input.text("password") == "${MQTT_PASSWORD}")
        let agent = try #require(configuration["agent"].first)
        let batch = try #require(agent.number("metric_batch_size"))
        let open = try #require(input.number("max_undelivered_messages"))
        #expect(try #require(agent.number("metric_buffer_limit")) >= 2 * open)
        // A write waits for InfluxDB's flush, a second: what fits into two is the rate.
        #expect(batch >= 6000 && open >= 2 * batch)
        // The broker holds back before Telegraf does, with two full batches under way.
        let broker = try RepositoryFiles.text("mosquitto/mosquitto.conf")
        let line = try #require(broker.firstMatch(of: #/\nmax_inflight_messages (\d+)\n/#))
        let window = try #require(Double(line.1))
        #expect(window >= 2 * batch && window < open)
        // What waits for InfluxDB can grow to the broker's window and no further.
        let health = try #require(configuration["outputs"].first?["health"].first)
        let limit = try #require(health["compares"].first?.number("lt"))
        #expect(limit > batch && limit < window)
    }

    @Test func `a reading that comes twice is the same row`() throws {
        let input = try #require(configuration["inputs"].first?["mqtt_consumer"].first)
        #expect(input.text("topic_tag") == "")
        #expect(configuration["agent"].first?.flag("omit_hostname") == true)
        #expect(model.timestampPath == "time" && model.timestampFormat == "unix_ns")
        #expect(model.tags == ["machineID", "provider", "run"])
    }

    @Test func `every column has the type of the table`() throws {
        let types = Dictionary(uniqueKeysWithValues: model.fields.map { ($0.path, $0.type) })
        #expect(
            types == [
                "seq": "int", "load": "float", "vibration": "float", "power": "float",
                "temperature": "float",
            ])
        #expect(model.toFloat == Set(demoChannels))
        #expect(model.fields.filter { !$0.isOptional }.map(\.path) == ["seq"])
        #expect(model.measurement == InfluxDBStore.Table.readings.rawValue)
    }

    @Test func `readings go to InfluxDB and the health check sees only Telegraf's own figures`()
        throws
    {
        let outputs = try #require(configuration["outputs"].first)
        let store = try #require(outputs["influxdb_v3"].first)
        #expect(store.texts("namepass") == ["machine_data", "anomaly_truth", "broker_drops"])
        #expect(store.text("token") == "${INFLUX_TOKEN}")
        #expect(store.texts("urls") == ["${INFLUX_HOST}"])
        let health = try #require(outputs["health"].first)
        #expect(health.texts("namepass") == ["internal_write"])
        #expect(health["tagpass"].first?.texts("output") == ["influxdb_v3"])
        #expect(configuration["inputs"].first?["internal"].count == 1)
    }

    @Test(arguments: [
        ("", "http://influxdb:8181"), ("cloud.example", "https://cloud.example"),
        ("http://me:1", "http://me:1"),
    ])
    func `the start script gives Telegraf addresses and secrets`(host: String, address: String)
        throws
    {
        let folder = temporaryPath("telegraf")
        let shell = """
            mkdir -p \(folder)/bin \(folder)/secrets
            printf '#!/bin/sh\\nenv; echo "$@"\\n' > \(folder)/bin/telegraf
            chmod +x \(folder)/bin/telegraf
            printf s3cret > \(folder)/secrets/mqtt-telegraf
            printf s3cret-2 > \(folder)/secrets/mqtt-telegraf-truth
            printf s3cret-3 > \(folder)/secrets/mqtt-telegraf-broker
            printf apiv3_x > \(folder)/secrets/influx-token-telegraf
            SECRETS_DIR=\(folder)/secrets PATH=\(folder)/bin:$PATH INFLUX_HOST=\(host) \
            sh \(RepositoryFiles.path("telegraf/start.sh"))
            code=$?
            rm -r \(folder)
            exit $code
            """
        let run = try ChildProcess("/bin/sh", ["-c", shell])
        let output = run.readToEnd()
        #expect(run.wait() == 0)
        for wanted in [
            "INFLUX_HOST=\(address)", "MQTT_PASSWORD=s3cret", "INFLUX_TOKEN=apiv3_x",
            "MQTT_PASSWORD_TRUTH=s3cret-2", "MQTT_PASSWORD_BROKER=s3cret-3",
            "MQTT_SERVER=tcp://mosquitto:1884", "INFLUX_DATABASE=factory",
            "--config /etc/telegraf/telegraf.conf",
        ] {
            #expect(output.split(separator: "\n").contains { $0 == wanted }, "\(wanted)")
        }
    }
}
