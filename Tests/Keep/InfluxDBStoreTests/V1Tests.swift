import HTTPClient
import InfluxDBStore
import Synchronization
import Telemetry
import TestSupport
import Testing

private let start: Int64 = 1_767_225_600_000_000_000

extension InfluxDB1 {
    fileprivate func store(
        api: InfluxDBAPI = .auto, _ notice: @escaping @Sendable (InfluxDBNotice) -> Void = { _ in }
    ) throws -> InfluxDBStore {
        InfluxDBStore(
            try InfluxDBConfiguration(server: HTTPURL(url), api: api),
            retry: RetryPolicy(firstWait: .milliseconds(20), patience: .seconds(5)),
            notice: notice)
    }

    /// Writes past our own store.
    fileprivate func write(_ lines: [String]) throws {
        let target = try HTTPURL(url).with(
            path: "/write", query: [("db", "factory"), ("precision", "ns")])
        let answer = try HTTPClient().send(
            HTTPRequest(.post, target, body: Array(lines.joined(separator: "\n").utf8)))
        try #require(answer.status == 204, "\(answer.text)")
    }
}

/// Against a real InfluxDB 1.x, found out by asking.
@Suite(.needsInfluxDB1) struct `The 1.x API of a real server` {
    @Test func `keeps the contract of all stores`() throws {
        try InfluxDB1.running { server in
            let store = try server.store()
            try store.prepare()
            try store.prepare()
            try expectStoreContract(store)
        }
    }

    @Test func `before anything is written there is no data and no error`() throws {
        try InfluxDB1.running { server in
            let store = try server.store()
            for isPrepared in [false, true] {
                if isPrepared { try store.prepare() }
                #expect(try store.allReadings().isEmpty)
                #expect(try store.channels().isEmpty && store.series().isEmpty)
                #expect(try store.counts(ReadingQuery()).isEmpty)
                #expect(try store.extents(ReadingQuery()).isEmpty)
            }
        }
    }

    @Test func `a database that is not there is told, not waited for`() throws {
        try InfluxDB1.running { server in
            let error = #expect(throws: InfluxDBError.self) {
                try server.store().send(.sample(machine: "m", count: 1))
            }
            #expect("\(error!)".contains("database not found"), "\(error!)")
        }
    }

    @Test func `a thousand readings come back bit for bit, whatever their values`() throws {
        try InfluxDB1.running { server in
            let store = try server.store()
            try store.prepare()
            var batch = ReadingBatch.sample(machine: "machine1", count: 0)
            var bits: UInt64 = 1
            for index in 0..<1000 {
                let row = (0..<4).map { _ -> Double in
                    repeat {
                        bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    } while !Double(bitPattern: bits ^ (bits >> 31)).isFinite
                    return Double(bitPattern: bits ^ (bits >> 31))
                }
                batch.append(time: Int64(index) * 7 + 123_456_789, sequence: Int64(index), row: row)
            }
            try store.send(batch)
            #expect(try store.allReadings() == [batch])
        }
    }

    @Test func `any text a tag can hold comes back, in the order of all stores`() throws {
        let names = [
            "Smith and Sons", "a,b=c d", "\"quoted\", and \"more\"", "' OR 1=1 --", "x\\y", "Ä ö ∑",
            "\"; DROP DATABASE factory", "$p1", "", "'", "it's \\n",
        ]
        try InfluxDB1.running { server in
            let store = try server.store()
            try store.prepare()
            let batches = names.map { ReadingBatch.sample(machine: "m", provider: $0, count: 2) }
            try store.send(batches)
            #expect(try store.allReadings() == batches.sorted { $0.series < $1.series })
            #expect(try store.series() == batches.map(\.series).sorted())
            #expect(try store.allReadings(ReadingQuery(run: "' OR 1=1 --")).isEmpty)
        }
    }

    @Test func `a table of somebody else may lack what is ours`() throws {
        try InfluxDB1.running { server in
            let store = try server.store()
            try store.prepare()
            try server.write([
                "machine_data,machineID=m1 load=1.5,seq=7.9 \(start)",
                "machine_data,machineID=m1,host=h note=\"only this\" \(start + 1)",
            ])
            let series = SeriesIdentity(machineID: "m1", provider: "", run: "")
            let read = try #require(try store.allReadings().first)
            #expect(read.series == series && read.times == [start, start + 1])
            #expect(read.sequences == [7, 0] && read.values[1].isMissing)
            #expect(try store.counts(ReadingQuery()) == [series: 2])
            #expect(try store.extents(ReadingQuery()) == [series: start...start + 1])
            #expect(try store.allReadings(ReadingQuery(run: "other")).isEmpty)
            #expect(try store.counts(ReadingQuery(run: "other")).isEmpty)
            let other = SeriesIdentity(machineID: "m1", provider: "p", run: "")
            try store.load([other: TimeWindow(start: start, end: start + 9)]) { _ in
                Issue.record("nobody's provider is p")
            }
        }
    }

    @Test func `without the machine's name is an error that names the column`() throws {
        try InfluxDB1.running { server in
            let store = try server.store()
            try store.prepare()
            // A field is none that rows could be told apart by.
            try server.write(["machine_data,provider=p load=1,machineID=\"m\" \(start)"])
            let error = #expect(throws: InfluxDBError.self) { try store.allReadings() }
            #expect("\(error!)".contains("no column machineID"), "\(error!)")
        }
    }

    @Test func `gives every number as a channel and names what is none`() throws {
        let heard = Mutex<[InfluxDBNotice]>([])
        try InfluxDB1.running { server in
            let store = try server.store { notice in heard.withLock { $0.append(notice) } }
            try store.prepare()
            let odd = #"a\,b\ "c"=4,é$p1=5,x'y=6"#
            try server.write([
                "machine_data,machineID=m1 load=47i,power=1.25,on=true,note=\"x\",\(odd) \(start)"
            ])
            let read = try #require(try store.allReadings().first)
            #expect(read.channels == ["load", "power", #"a,b "c""#, "x'y", "é$p1"])
            #expect(read.values == [47, 1.25, 4, 6, 5])
        }
        #expect(heard.withLock { $0 } == [.leftOut(columns: ["note", "on"])])
    }

    @Test func `windows of many series are loaded whole and nothing else`() throws {
        try InfluxDB1.running { server in
            let store = try server.store()
            try store.prepare()
            let batches = (0..<600).map { ReadingBatch.sample(machine: "m\($0)", count: 20) }
            try store.send(batches + [.sample(machine: "away", count: 30_000)])
            var windows: [SeriesIdentity: TimeWindow] = [:]
            for (index, batch) in batches.enumerated() {
                windows[batch.series] = TimeWindow(
                    start: start + Int64(index % 7) * 1_000_000_000,
                    end: start + 15 * 1_000_000_000)
            }
            windows[.sample("away")] = TimeWindow(start: start, end: start + 25_000_000_000_000)
            var counts: [SeriesIdentity: Int] = [:]
            try store.load(windows) { batch in
                #expect(batch.times.allSatisfy { windows[batch.series]?.contains($0) == true })
                counts[batch.series, default: 0] += batch.count
            }
            #expect(counts[.sample("away")] == 25_000 && counts.count == 601)
            for (index, batch) in batches.enumerated() {
                #expect(counts[batch.series] == 15 - index % 7)
            }
        }
    }

    @Test func `refused lines are found by halving, and the others are stored`() throws {
        try InfluxDB1.running { server in
            let store = try server.store()
            try store.prepare()
            // One machine's load is a text already, so its numbers are refused.
            try server.write(["anomaly_scores,machineID=m score=\"text\" \(start)"])
            let points = (0..<60).map { index in
                Point(
                    .scores, tags: ["machineID": "m"],
                    fields: (20..<26).contains(index)
                        ? ["score": .float(1)] : ["value": .float(Double(index))],
                    time: start + Int64(index) * 1_000_000_000)
            }
            let error = #expect(throws: InfluxDBError.self) { try store.write(points) }
            guard case .linesRefused(6, let examples) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(examples.allSatisfy { $0.reason.contains("field type conflict") })
            let url = try HTTPURL(server.url).with(
                path: "/query",
                query: [("db", "factory"), ("q", "SELECT count(value) FROM anomaly_scores")])
            #expect(try HTTPClient().send(HTTPRequest(.get, url)).text.contains(",54]"))
        }
    }
}

/// What InfluxDB Cloud and 3.x answer there, as documented and seen.
@Suite struct `The 1.x API as others answer it` {
    private func store(
        _ server: ScriptedServer, api: InfluxDBAPI, organization: String? = nil
    ) throws -> InfluxDBStore {
        InfluxDBStore(
            try InfluxDBConfiguration(
                server: HTTPURL(server.url), token: Secret("t"), organization: organization,
                api: api),
            retry: RetryPolicy(firstWait: .milliseconds(5), patience: .milliseconds(50)))
    }

    private static let keys = """
        {"results":[{"statement_id":0,"series":[{"name":"machine_data","columns":["fieldKey","fieldType"],\
        "values":[["load","float"],["seq","integer"]]}]},\
        {"statement_id":1,"series":[{"name":"machine_data","columns":["tagKey"],"values":[["machineID"]]}]}]}
        """
    private static let series = """
        {"results":[{"statement_id":0,"series":[{"name":"machine_data","tags":{"machineID":"m\\u00e41"},\
        "columns":["time","seq","load"],"values":[[5,1,45]]}]}]}
        """
    private static let whole = """
        {"results":[{"statement_id":0,"series":[{"name":"machine_data","columns":["time","seq","load"],\
        "values":[[5,1,45],[6,2,null]],"partial":true}],"partial":true}]}\
        {"results":[{"statement_id":0,"series":[{"name":"machine_data","columns":["time","seq","load"],\
        "values":[[7,3,1e-7]]}]}]}
        """

    /// Answers `rows` to the third statement, the one for readings.
    private func reading(_ rows: String, _ body: (InfluxDBStore) throws -> Void) throws {
        try ScriptedServer.running { request, answer in
            let statement = String(decoding: request.body, as: UTF8.self)
            let text =
                statement.contains("SHOW")
                ? Self.keys
                : statement.contains("LIMIT") ? Self.series : rows
            answer.answer(200, text)
        } _: { server in
            try body(try store(server, api: .v1))
        }
    }

    @Test func `chunks need no line break between them`() throws {
        try reading(Self.whole) { store in
            let read = try #require(try store.allReadings().first)
            #expect(read.series.machineID == "mä1")
            #expect(read.times == [5, 6, 7] && read.sequences == [1, 2, 3])
            #expect(read.values[0] == 45 && read.values[1].isMissing && read.values[2] == 1e-7)
        }
    }

    @Test(arguments: [
        String(whole.prefix(150)), String(whole.prefix(while: { $0 != "}" })),
        whole.replacingOccurrences(of: "[7,3,1e-7]]}]", with: "[7,3,1e-7]]}],\"partial\":true"),
        "{\"results\":[]}", "", "<html>", "[[]]}",
    ])
    func `an answer that is not whole is none`(rows: String) throws {
        try reading(rows) { store in
            let error = #expect(throws: InfluxDBError.self) { try store.allReadings() }
            guard case .unavailable(_, _, .undecodable) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test func `an error inside a 200 is one`() throws {
        try reading(#"{"results":[{"statement_id":0,"error":"it is \"odd\""}]}"#) { store in
            let error = #expect(throws: InfluxDBError.self) { try store.allReadings() }
            #expect("\(error!)".contains(#"it is "odd""#), "\(error!)")
        }
    }

    @Test(arguments: [
        (404, "404 page not found", true), (404, #"{"code":"not found"}"#, true),
        (404, #"{"error":"query error: database not found: factory"}"#, false),
        (200, "one\n1\n", false),
        (401, "", true),
    ])
    func `auto asks once`(status: Int, body: String, isV1: Bool) throws {
        try ScriptedServer.running { request, answer in
            if request.target == "/api/v3/query_sql" {
                answer.answer(status, body)
            } else {
                answer.answer(isV1 ? 200 : 404, #"{"results":[{"statement_id":0}]}"#)
            }
        } _: { server in
            let store = try store(server, api: .auto)
            for _ in 0..<2 {
                #expect((try? store.prepare()) == nil || isV1)
            }
            let asked = server.requests.filter { $0.target == "/api/v3/query_sql" }.count
            #expect(asked == 1, "\(server.requests.map(\.target))")
        }
    }

    @Test func `writes name bucket, organisation and precision`() throws {
        try ScriptedServer.running { _, answer in
            answer.answer(204)
        } _: { server in
            try store(server, api: .v1, organization: "a b").send(.sample(machine: "m", count: 1))
            let request = try #require(server.requests.first)
            #expect(request.target == "/api/v2/write?bucket=factory&org=a%20b&precision=ns")
            #expect(request.headers["authorization"] == "Token t")
        }
    }

    @Test(arguments: [
        (404, #"{"code":"not found","message":"bucket \"factory\" not found"}"#, "bucket"),
        (401, "", "INFLUX_TOKEN"), (404, "no such page", "INFLUX_HOST"),
        (
            400, #"{"code":"invalid","message":"write buffer error: WAL buffer full"}"#,
            "WAL buffer full"
        ),
        (201, #"{"code":"invalid","message":"points rejected"}"#, "points rejected"),
    ])
    func `a refused write says why`(status: Int, body: String, word: String) throws {
        try ScriptedServer.running { _, answer in
            answer.answer(status, body)
        } _: { server in
            let error = #expect(throws: InfluxDBError.self) {
                try store(server, api: .v1).send(.sample(machine: "m", count: 1))
            }
            #expect("\(error!)".contains(word), "\(error!)")
        }
    }

    @Test(.needsInfluxDBStandIn) func `a server of 3.x takes these writes as its own`() throws {
        try InfluxDBStandIn.running { server in
            let older = InfluxDBStore(
                try InfluxDBConfiguration(
                    server: HTTPURL(server.url), token: Secret(InfluxDBStandIn.token),
                    organization: "any", api: .v1))
            let batch = ReadingBatch.sample(machine: "a,b=c d", count: 3000)
            try older.send(batch)
            #expect(try server.store().joinedReadings() == [batch])
        }
    }
}
