import HTTPClient
import InfluxDBStore
import Synchronization
import Telemetry
import TestSupport
import Testing

private let start: Int64 = 1_767_225_600_000_000_000

/// Tables that somebody else has made: the tutorial's, a Telegraf of one's own.
@Suite(.needsInfluxDBStandIn) struct `A table of somebody else` {
    /// Notices that a store passed on.
    private final class Heard: Sendable {
        let notices = Mutex<[InfluxDBNotice]>([])
    }

    private func store(_ server: InfluxDBStandIn, _ heard: Heard = Heard()) throws -> InfluxDBStore
    {
        InfluxDBStore(
            try InfluxDBConfiguration(
                server: HTTPURL(server.url), token: Secret(InfluxDBStandIn.token)),
            notice: { notice in heard.notices.withLock { $0.append(notice) } })
    }

    private func write(_ lines: [String], to server: InfluxDBStandIn) throws {
        let target = try HTTPURL(server.url).with(
            path: "/api/v3/write_lp", query: [("db", "factory"), ("precision", "nanosecond")])
        let answer = try HTTPClient().send(
            HTTPRequest(
                .post, target, authorization: Secret("Bearer " + InfluxDBStandIn.token),
                body: Array(lines.joined(separator: "\n").utf8)))
        try #require(answer.status == 204, "\(answer.text)")
    }

    @Test(arguments: [
        (
            "machineID=m1,provider=p,run=r", "load=1.5",
            SeriesIdentity(machineID: "m1", provider: "p", run: "r"), Int64(0)
        ),
        (
            "machineID=m1,provider=p", "load=1.5,seq=7i",
            SeriesIdentity(machineID: "m1", provider: "p", run: ""), 7
        ),
        (
            "machineID=m1", "load=1.5,seq=7u",
            SeriesIdentity(machineID: "m1", provider: "", run: ""), 7
        ),
        (
            "machineID=m1,host=h,run=r", "load=1.5,seq=7",
            SeriesIdentity(machineID: "m1", provider: "", run: "r"), 7
        ),
    ])
    func `may lack what is ours, and number its rows as it likes`(
        tags: String, fields: String, series: SeriesIdentity, sequence: Int64
    ) throws {
        try InfluxDBStandIn.running { server in
            try write(["machine_data,\(tags) \(fields) \(start)"], to: server)
            let store = try store(server)
            var expected = ReadingBatch(series: series, channels: ["load"])
            expected.append(time: start, sequence: sequence, row: [1.5])
            #expect(try store.allReadings() == [expected])
            #expect(try store.series() == [series])
            #expect(try store.counts(ReadingQuery()) == [series: 1])
            #expect(try store.extents(ReadingQuery()) == [series: start...start])
            #expect(try store.counts(ReadingQuery(run: "other")).isEmpty)
            var windowed: [ReadingBatch] = []
            try store.load([series: TimeWindow(start: start, end: start + 1)]) {
                windowed.append($0)
            }
            #expect(windowed == [expected])
        }
    }

    @Test func `without the machine's name is an error at once that names the column`() throws {
        try InfluxDBStandIn.running { server in
            try write(["machine_data,provider=p load=1 \(start)"], to: server)
            let store = try store(server)
            let took = ContinuousClock().measure {
                let error = #expect(throws: InfluxDBError.self) { try store.allReadings() }
                #expect("\(error!)".contains("no column machineID"), "\(error!)")
                #expect("\(error!)".contains("load, provider, time"), "\(error!)")
            }
            #expect(took < .seconds(5))
        }
    }

    @Test func `gives every number as a channel and names what is none`() throws {
        try InfluxDBStandIn.running { server in
            let odd = #"a\,b\ "c"=4,é$p1=5"#
            try write(
                [
                    "machine_data,machineID=m1 load=47i,rpm=3u,power=1.25,on=true,note=\"x\",\(odd) \(start)"
                ], to: server)
            let heard = Heard()
            let store = try store(server, heard)
            let read = try #require(try store.allReadings().first)
            #expect(read.channels == ["load", "power", #"a,b "c""#, "rpm", "é$p1"])
            #expect(read.values == [47, 1.25, 4, 3, 5])
            _ = try store.allReadings()
            #expect(heard.notices.withLock { $0 } == [.leftOut(columns: ["note", "on"])])
        }
    }

    @Test func `keeps its labels from the detector, with a word`() throws {
        try InfluxDBStandIn.running { server in
            try write(
                ["machine_data,machineID=m1 label=1i,Is_Anomaly=0i,power=1.25 \(start)"], to: server
            )
            let heard = Heard()
            let store = try store(server, heard)
            for _ in 0..<2 { #expect(try store.allReadings().first?.channels == ["power"]) }
            #expect(
                heard.notices.withLock { $0 } == [.answers(columns: ["Is_Anomaly", "label"])])
        }
    }

    @Test func `may have a channel that is called like a label, if there is no other`() throws {
        try InfluxDBStandIn.running { server in
            try write(["machine_data,machineID=m1 target=3.5 \(start)"], to: server)
            #expect(try store(server).allReadings().first?.channels == ["target"])
        }
    }

    /// Times that the engine takes and cannot give back.
    @Test(arguments: [Int64.min, -9_223_372_036_000_000_001])
    func `may hold a time before all others, which stops nobody`(time: Int64) throws {
        try InfluxDBStandIn.running { server in
            try write(
                [
                    "machine_data,machineID=bad load=1 \(time)",
                    "machine_data,machineID=good load=2 \(start)",
                ],
                to: server)
            let store = try store(server)
            #expect(try store.allReadings().map(\.series.machineID) == ["good"])
            #expect(try store.extents(ReadingQuery()).values.map { $0 } == [start...start])
            #expect(try store.counts(ReadingQuery()).values.map { $0 } == [1])
        }
    }

    @Test func `with a tag of its own has one reading for each machine and time`() throws {
        try InfluxDBStandIn.running(["--scramble"]) { server in
            try write(
                [
                    "machine_data,machineID=m1,host=b load=2,power=20 \(start)",
                    "machine_data,machineID=m1,host=a load=1 \(start)",
                    "machine_data,machineID=m1,host=a load=3 \(start + 1)",
                ], to: server)
            let heard = Heard()
            let store = try store(server, heard)
            let read = try #require(try store.allReadings().first)
            #expect(read.times == [start, start + 1])
            #expect(Array(read.row(0)) == [1, 20], "the first by host, and what that lacks")
            #expect(try store.counts(ReadingQuery()).values.reduce(0, +) == 2)
            #expect(heard.notices.withLock { $0 } == [.sharedRows(count: 1, tags: ["host"])])
        }
    }

    @Test func `keeps names apart that only read the same`() throws {
        try InfluxDBStandIn.running { server in
            try write(
                [
                    "machine_data,machineID=caf\u{E9} load=1,\u{E9}=1 \(start)",
                    "machine_data,machineID=cafe\u{301} load=2,e\u{301}=2 \(start)",
                ], to: server)
            let read = try store(server).allReadings()
            #expect(read.count == 2)
            #expect(read.map(\.series.machineID.utf8.count).sorted() == [5, 6])
            #expect(read.allSatisfy { $0.channels.count == 3 })
            #expect(Set(read.map(\.series)).count == 2)
        }
    }

    @Test func `what the server understands and refuses is not asked again`() throws {
        try ScriptedServer.running { _, answer in
            answer.answer(500, "Schema error: No field named run. Valid fields are a, b.")
        } _: { server in
            let store = InfluxDBStore(try InfluxDBConfiguration(server: HTTPURL(server.url)))
            let error = #expect(throws: InfluxDBError.self) { try store.allReadings() }
            guard case .refused(_, 500, let text) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(text.contains("No field named run") && server.requests.count == 1)
        }
    }

    @Test func `windows of many series are loaded whole and nothing else`() throws {
        try InfluxDBStandIn.running(["--scramble"]) { server in
            let store = try store(server)
            let batches = (0..<600).map { ReadingBatch.sample(machine: "m\($0)", count: 20) }
            try store.send(batches + [.sample(machine: "away", count: 9000)])
            var windows: [SeriesIdentity: TimeWindow] = [:]
            for (index, batch) in batches.enumerated() where index != 5 {
                let first = Int64(index % 7)
                windows[batch.series] = TimeWindow(
                    start: start + first * 1_000_000_000, end: start + 15 * 1_000_000_000)
            }
            windows[.sample("away")] = TimeWindow(start: start, end: start + 8000 * 1_000_000_000)
            var counts: [SeriesIdentity: Int] = [:]
            try store.load(windows) { batch in
                let window = try #require(windows[batch.series])
                #expect(batch.times.allSatisfy(window.contains))
                counts[batch.series, default: 0] += batch.count
            }
            #expect(counts.count == 600 && counts[.sample("away")] == 8000)
            for (index, batch) in batches.enumerated() where index != 5 {
                #expect(counts[batch.series] == 15 - index % 7)
            }
        }
    }
}

/// What is heard of a store that is not there.
@Suite struct `A wait for the store` {
    @Test func `is told at once with the scheme, and not every time it is tried`() throws {
        let heard = Mutex<[String]>([])
        let store = InfluxDBStore(
            try InfluxDBConfiguration(environment: ["INFLUX_HOST": "127.0.0.1:1"]) { _ in "" },
            retry: RetryPolicy(
                firstWait: .milliseconds(5), longestWait: .milliseconds(5),
                patience: .milliseconds(300)),
            notice: { notice in heard.withLock { $0.append("\(notice)") } })
        #expect(throws: InfluxDBError.self) { try store.channels() }
        let told = heard.withLock { $0 }
        #expect(told.count == 1, "\(told)")
        #expect(told.first?.contains("https://127.0.0.1:1") == true, "\(told)")
    }

    @Test func `ends with a word once the store answers`() throws {
        let heard = Mutex<[InfluxDBNotice]>([])
        let begin = ContinuousClock.now
        try ScriptedServer.running { _, answer in
            let isBack = ContinuousClock.now - begin > .milliseconds(1300)
            answer.answer(isBack ? 404 : 503, isBack ? #"{"error":"no database"}"# : "")
        } _: { server in
            let store = InfluxDBStore(
                try InfluxDBConfiguration(server: HTTPURL(server.url)),
                retry: RetryPolicy(firstWait: .milliseconds(100)),
                notice: { notice in heard.withLock { $0.append(notice) } })
            #expect(try store.channels().isEmpty)
        }
        let told = heard.withLock { $0 }
        #expect(told.count == 2)
        guard case .waiting = told.first, case .answersAgain = told.last else {
            Issue.record("\(told)")
            return
        }
    }
}
