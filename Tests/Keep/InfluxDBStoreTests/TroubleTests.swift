import HTTPClient
import InfluxDBStore
import Telemetry
import TestSupport
import Testing

/// Every fault the stand-in can play ends in the same data, or in a clear error where it must.
@Suite(.needsInfluxDBStandIn) struct TroubleTests {
    static let passing = [
        #"{"count": 3, "status": 500, "body": "write buffer error"}"#,
        #"{"count": 3, "status": 503, "retry_after": 0}"#,
        #"{"count": 2, "status": 429, "retry_after": 1}"#,
        #"{"count": 2, "status": 502, "body": "<html>bad gateway</html>"}"#,
        #"{"count": 2, "status": 200, "body": "<html>welcome to the hotel</html>"}"#,
        #"{"count": 2, "status": 401}"#,
        #"{"count": 3, "close": true}"#,
        #"{"count": 3, "status": 500, "after": true}"#,
        #"{"count": 3, "close": true, "after": true}"#,
        #"{"count": 3, "cut": 0}"#,
        #"{"count": 3, "cut": 40}"#,
        #"{"count": 3, "cut": 100000}"#,
        #"{"count": 2, "delay": 0.2}"#,
    ]

    @Test(arguments: passing)
    func `trouble that passes changes neither what is stored nor what is read`(fault: String) throws
    {
        try InfluxDBStandIn.running { server in
            let store = try server.store()
            let batches = (1...2).map { ReadingBatch.sample(machine: "m\($0)", count: 12_000) }
            try server.fault(fault)
            try store.send(batches)
            try server.control("faults", "[]")
            try server.fault(fault)
            #expect(try store.joinedReadings() == batches)
        }
    }

    @Test func `an answer that breaks off again and again goes on where it stopped`() throws {
        try InfluxDBStandIn.running { server in
            let store = try server.store()
            let batches = (1...3).map { ReadingBatch.sample(machine: "m\($0)", count: 30_000) }
            try store.send(batches)
            let faults = (1...12).map { #"{"path": "/api/v3/query_sql", "cut": \#($0 * 500_000)}"# }
            // The first question is the one for the columns.
            try server.fault("[" + (["{\"delay\": 0}"] + faults).joined(separator: ",") + "]")
            #expect(try store.joinedReadings() == batches)
        }
    }

    @Test func `a server that is away and comes back loses nothing`() throws {
        try InfluxDBStandIn.running { server in
            let store = try server.store()
            let batches = (1...2).map { ReadingBatch.sample(machine: "m\($0)", count: 6000) }
            try store.send(batches[0])
            try server.control("down?seconds=1.5")
            try store.send(batches[1])
            try server.control("down?seconds=3")
            // Known to be down: else it might have been asked before it went.
            #expect(throws: HTTPError.notConnected(origin: server.url)) {
                try HTTPClient().send(HTTPRequest(.get, try HTTPURL(server.url + "/health")))
            }
            #expect(try store.joinedReadings() == batches)
        }
    }

    @Test func `a wrong token is told after three tries, without the token`() throws {
        try InfluxDBStandIn.running { server in
            let canary = Canary.secret("apiv3_wrong")
            let store = InfluxDBStore(
                try InfluxDBConfiguration(server: HTTPURL(server.url), token: Secret(canary)),
                retry: RetryPolicy(firstWait: .milliseconds(10)))
            let expected = InfluxDBError.notAuthorized(server: server.url, status: 401)
            let thrown = #expect(throws: InfluxDBError.self) {
                try store.send(.sample(machine: "m1", count: 3))
            }
            #expect(thrown == expected)
            #expect(throws: expected) { try store.load(ReadingQuery()) { _ in } }
            #expect(throws: expected) { try store.prepare() }
            for text in ["\(thrown!)", String(reflecting: thrown!), "\(store)"] {
                #expect(!Canary.isShown(in: Array(text.utf8)))
            }
        }
    }

    @Test func `trouble that stays ends in an error that tells the last failure`() throws {
        try InfluxDBStandIn.running { server in
            let store = try server.store(patience: .milliseconds(300))
            try server.fault(#"{"count": -1, "status": 503, "body": "out of order"}"#)
            let last = InfluxDBError.Failure.status(503, text: "out of order")
            for attempt in [
                { try store.send(.sample(machine: "m1", count: 12_000)) },
                { try store.load(ReadingQuery()) { _ in } },
                { try store.prepare() },
            ] {
                let thrown = #expect(throws: InfluxDBError.self) { try attempt() }
                guard case .unavailable(server.url, let tries, last) = thrown else {
                    Issue.record("not told as it was: \(String(describing: thrown))")
                    continue
                }
                #expect(tries > 1)
            }
        }
    }

    @Test func `refused lines are named, and the others are stored`() throws {
        try InfluxDBStandIn.running { server in
            let store = try server.store()
            try store.prepare()
            var points = (0..<9000).map { index in
                Point(
                    .readings, tags: ["machineID": "m1", "run": "r1", "provider": "p"],
                    fields: ["load": .float(1), "seq": .integer(Int64(index))], time: Int64(index))
            }
            points[17].fields["load"] = .integer(4)
            points[8000].fields["load"] = .text("x\ny")
            let thrown = #expect(throws: InfluxDBError.self) { try store.write(points) }
            guard case .linesRefused(2, let examples) = thrown else {
                Issue.record("\(String(describing: thrown))")
                return
            }
            #expect(
                Set(examples.map(\.line)) == [
                    "machine_data,machineID=m1,provider=p,run=r1 load=4i,seq=17i 17",
                    "machine_data,machineID=m1,provider=p,run=r1 load=\"x y\",seq=8000i 8000",
                ])
            #expect(examples.allSatisfy { $0.reason.contains("load") })
            #expect(try store.counts(ReadingQuery()).values.reduce(0, +) == 8998)
        }
    }

    @Test func `a body the server finds too large is cut until it fits`() throws {
        try InfluxDBStandIn.running(["--max-http-request-size", "20000"]) { server in
            let store = try server.store()
            let batch = ReadingBatch.sample(machine: "m1", count: 4000)
            try store.send(batch)
            #expect(try store.joinedReadings() == [batch])
        }
    }

    @Test func `one second of flush does not make a second a request`() throws {
        try InfluxDBStandIn.running(["--wal-flush-interval", "1s"]) { server in
            let store = try server.store()
            let batches = (1...4).map { ReadingBatch.sample(machine: "m\($0)", count: 10_000) }
            let took = try ContinuousClock().measure { try store.send(batches) }
            #expect(took < .seconds(5), "8 requests, one after the other, would take 8 s")
            #expect(try store.counts(ReadingQuery()).values.reduce(0, +) == 40_000)
        }
    }

    @Test func `scores go out while the next are made, and all are confirmed at the end`() throws {
        try InfluxDBStandIn.running(["--wal-flush-interval", "1s"]) { server in
            let store = try server.store(requestsInFlight: 48)
            func scores(_ part: Int) -> ScoreBatch {
                let times = (0..<5000).map { Int64(part * 5000 + $0) }
                return ScoreBatch(
                    uniqueID: "u", machineID: "m", detector: "d", run: "r", times: times,
                    scores: times.map(Double.init), flags: times.map { _ in false },
                    values: times.map(Double.init))
            }
            let took = try ContinuousClock().measure {
                try store.sending { send in
                    for part in 0..<30 { try send([scores(part)]) }
                }
            }
            #expect(took < .seconds(15), "30 requests, one after the other, would take 30 s")
            let count = try server.ask("SELECT count(*) AS n FROM anomaly_scores")
            #expect(count == "n\n150000\n")
        }
    }

    @Test func `before anything is written there is no data and no error`() throws {
        try InfluxDBStandIn.running { server in
            let store = try server.store()
            #expect(try store.allReadings().isEmpty)
            #expect(try store.series().isEmpty)
            #expect(try store.counts(ReadingQuery()).isEmpty)
            try store.send([
                ScoreBatch(
                    uniqueID: "u", machineID: "m", detector: "d", times: [1], scores: [0],
                    flags: [false], values: [1])
            ])
            #expect(
                try store.allReadings().isEmpty, "a database without the table is no error either")
        }
    }
}

/// Answers no InfluxDB would give, from a server that says what it likes.
@Suite struct StrangeServerTests {
    private func store(_ server: ScriptedServer, patience: Duration = .milliseconds(100)) throws
        -> InfluxDBStore
    {
        InfluxDBStore(
            try InfluxDBConfiguration(server: HTTPURL(server.url)),
            retry: RetryPolicy(firstWait: .milliseconds(5), patience: patience))
    }

    @Test func `a server that is no InfluxDB is told at once`() throws {
        try ScriptedServer.running { _, answer in
            answer.answer(404, "Not found")
        } _: { server in
            let expected = InfluxDBError.notInfluxDB(server: server.url, status: 404)
            #expect(throws: expected) { try store(server).load(ReadingQuery()) { _ in } }
            #expect(throws: expected) { try store(server).send(.sample(machine: "m", count: 1)) }
            #expect(server.requests.count == 2)
        }
    }

    @Test func `a refusal that names no line is searched for by halving`() throws {
        try ScriptedServer.running { request, answer in
            // The bodies are gzip; the script knows the wrong line by the number of requests.
            answer.answer(
                request.body.count > 190 ? 400 : 204, request.body.count > 190 ? "bad" : "")
        } _: { server in
            let good = ReadingBatch.sample(machine: "m", count: 3)
            try store(server).send(good)
            #expect(server.requests.count == 1)
            let bad = ReadingBatch.sample(machine: "m", count: 900)
            try store(server).send(bad)
            #expect(server.requests.count > 100, "cut until each piece was small enough")
        }
    }

    @Test func `a refusal of everything costs four requests, not thousands`() throws {
        try ScriptedServer.running { _, answer in
            answer.answer(400, "serde error")
        } _: { server in
            #expect(
                throws: InfluxDBError.refused(server: server.url, status: 400, text: "serde error")
            ) { try store(server).send(.sample(machine: "m", count: 5000)) }
            #expect(server.requests.count == 4)
        }
    }

    @Test(arguments: [
        "<html><body>login</body></html>\n", "run,provider\n", "column_name,data_type\nlo\"ad,x\n",
        "column_name,data_type\n\"load\n",
    ])
    func `a 200 that is not the answer ends in an error`(body: String) throws {
        try ScriptedServer.running { _, answer in
            answer.answer(200, body)
        } _: { server in
            let thrown = #expect(throws: InfluxDBError.self) {
                try store(server).load(ReadingQuery()) { _ in }
            }
            guard case .unavailable(_, _, .undecodable) = thrown else {
                Issue.record("\(String(describing: thrown))")
                return
            }
        }
    }

    @Test func `a stop ends waiting within a second`() throws {
        try ScriptedServer.running { _, answer in
            answer.answer(503)
        } _: { server in
            let store = InfluxDBStore(
                try InfluxDBConfiguration(server: HTTPURL(server.url)),
                retry: RetryPolicy(firstWait: .seconds(60)),
                shouldStop: { server.requests.count > 0 })
            let took = ContinuousClock().measure {
                #expect(throws: InfluxDBError.cancelled) {
                    try store.send(.sample(machine: "m", count: 1))
                }
            }
            #expect(took < .seconds(2))
        }
    }

    @Test func `requests say what they must`() throws {
        try ScriptedServer.running { request, answer in
            let isWrite = request.target.contains("write")
            answer.answer(isWrite ? 204 : 404, isWrite ? "" : #"{"error":"x"}"#)
        } _: { server in
            let store = InfluxDBStore(
                try InfluxDBConfiguration(
                    server: HTTPURL(server.url), token: Secret(Canary.secret("apiv3_")),
                    database: "my-db"))
            try store.send(.sample(machine: "m", count: 1))
            try store.load(
                ReadingQuery(
                    run: "r\"1", window: TimeWindow(start: -1, end: 1_700_000_000_000_000_001))
            ) { _ in }
            let write = server.requests[0]
            #expect(write.method == "POST")
            #expect(write.target == "/api/v3/write_lp?db=my-db&precision=nanosecond")
            #expect(write.headers["authorization"] == "Bearer " + Canary.secret("apiv3_"))
            #expect(write.headers["content-encoding"] == "gzip")
            let query = server.requests[1]
            #expect(query.target == "/api/v3/query_sql")
            #expect(query.headers["accept"] == "*/*")
        }
    }
}
