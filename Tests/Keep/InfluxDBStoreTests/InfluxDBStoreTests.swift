import HTTPClient
import InfluxDBStore
import Telemetry
import TestSupport
import Testing

/// Against the stand-in, whose SQL engine is the one inside InfluxDB 3.
@Suite(.needsInfluxDBStandIn) struct InfluxDBStoreTests {
    @Test func `the store keeps the contract of all stores`() throws {
        try InfluxDBStandIn.running(["--scramble"]) { server in
            try expectStoreContract(try server.store())
        }
    }

    @Test func `the contract holds with tables made beforehand, made twice`() throws {
        try InfluxDBStandIn.running { server in
            let store = try server.store()
            try store.prepare()
            try store.prepare()
            #expect(try store.channels() == demoChannels)
            try expectStoreContract(store)
        }
    }

    @Test func `a thousand readings come back bit for bit, whatever their values`() throws {
        try InfluxDBStandIn.running { server in
            let store = try server.store()
            var batch = ReadingBatch.sample(machine: "machine1", count: 0)
            var bits: UInt64 = 1
            for index in 0..<1000 {
                let row = (0..<4).map { channel -> Double in
                    // Any bit pattern that is a finite number.
                    repeat {
                        bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    } while !Double(bitPattern: bits ^ (bits >> 31)).isFinite
                    let wild = Double(bitPattern: bits ^ (bits >> 31))
                    return index.isMultiple(of: 2) ? wild : (wild.significand * 1e4).rounded() / 100
                }
                batch.append(time: Int64(index) * 7 + 123_456_789, sequence: Int64(index), row: row)
            }
            try store.send(batch)
            #expect(try store.allReadings() == [batch])
        }
    }

    @Test func `what InfluxDB cannot hold comes back missing, and the reading stays`() throws {
        try InfluxDBStandIn.running { server in
            let store = try server.store()
            try store.prepare()
            var batch = ReadingBatch.sample(machine: "machine1", count: 0)
            batch.append(time: 1, sequence: 1, row: [.nan, .infinity, -.infinity, 1])
            batch.append(time: 2, sequence: 2, row: [.missing, .missing, .missing, .missing])
            try store.send(batch)
            let read = try #require(try store.allReadings().first)
            #expect(read.times == [1, 2])
            #expect(
                read.values.map(\.isMissing) == [true, true, true, false] + [
                    true, true, true, true,
                ])
        }
    }

    @Test func `any text a tag can hold comes back, in the order of all stores`() throws {
        let names = [
            "Smith and Sons", "a,b=c d", "\"quoted\", and \"more\"", "' OR 1=1 --", "x\\y", "Ä ö ∑",
            "\"; DROP TABLE machine_data", "$p1", "",
        ]
        try InfluxDBStandIn.running { server in
            let store = try server.store()
            let batches = names.map { name in
                ReadingBatch.sample(machine: "machine1", provider: name, count: 2)
            }
            try store.send(batches)
            let read = try store.allReadings()
            #expect(read == batches.sorted { $0.series < $1.series })
            #expect(try store.series() == batches.map(\.series).sorted())
            for run in ["' OR 1=1 --", "$p2", "r2"] {
                #expect(try store.allReadings(ReadingQuery(run: run)).isEmpty)
            }
        }
    }

    @Test(arguments: ["a\nb", "a\tb", "a\\", "a\\,b", "\\\\x"])
    func `a name that line protocol cannot carry is refused before it is sent`(name: String) throws
    {
        let store = try InfluxDBStore(
            InfluxDBConfiguration(server: HTTPURL("http://127.0.0.1:1")))
        #expect(throws: InfluxDBError.unwritableName(name)) {
            try store.send(.sample(machine: "machine1", provider: name, count: 1))
        }
    }

    @Test func `many readings go in several requests and come back in pieces`() throws {
        try InfluxDBStandIn.running { server in
            let store = try server.store()
            let batches = (1...3).map { ReadingBatch.sample(machine: "m\($0)", count: 20_000) }
            try store.send(batches)
            var pieces: [Int] = []
            try store.load(ReadingQuery()) { pieces.append($0.count) }
            #expect(
                pieces
                    == Array(
                        [[8192, 8192, 3616], [8192, 8192, 3616], [8192, 8192, 3616]].joined()))
            #expect(try store.joinedReadings() == batches)
            #expect(
                try store.counts(ReadingQuery(run: "r1")).values.sorted() == [
                    20_000, 20_000, 20_000,
                ])
        }
    }

    @Test func `readings that are not there are named by their numbers`() throws {
        try InfluxDBStandIn.running { server in
            let store = try server.store()
            let expected: [SeriesIdentity: [ClosedRange<Int64>]] = [
                .sample("machine1"): [1...10], .sample("machine2"): [1...3, 5...10],
            ]
            #expect(
                try store.missing(from: expected, ReadingQuery(run: "r1")).map(\.count) == [10, 9])
            var partly = ReadingBatch.sample(machine: "machine1", count: 10)
            for gone in [8, 3, 2] {
                partly.times.remove(at: gone)
                partly.sequences.remove(at: gone)
                partly.values.removeSubrange(gone * 4..<gone * 4 + 4)
            }
            try store.send([partly, .sample(machine: "machine2", count: 10)])
            #expect(
                try store.missing(from: expected, ReadingQuery(run: "r1"))
                    == [MissingReadings(series: .sample("machine1"), sequences: [3...4, 9...9])])
        }
    }

    @Test func `scores and truth are rows of their own tables`() throws {
        try InfluxDBStandIn.running { server in
            let store = try server.store()
            try store.prepare()
            let scores = ScoreBatch(
                uniqueID: "smith-and-sons-machine1", machineID: "machine1",
                detector: "half-space-trees:n_trees=25,height=15", run: "r1", times: [1, 2, 3],
                scores: [0.25, 0.9, .nan], flags: [false, true, false], values: [200, 99.5, 1])
            try store.send([scores])
            try store.send([scores])
            try store.write([
                TruthRow(
                    id: "a0", machineID: "machine1", kind: "overload", run: "r1",
                    window: TimeWindow(start: 1, end: 3), channels: ["load", "power"])
            ])
            #expect(
                try server.ask(
                    """
                    SELECT unique_id, "machineID", detector, run, score, is_anomaly, value \
                    FROM anomaly_scores ORDER BY time
                    """)
                        == """
                        unique_id,machineID,detector,run,score,is_anomaly,value
                        smith-and-sons-machine1,machine1,"half-space-trees:n_trees=25,height=15",r1,0.25,false,200.0
                        smith-and-sons-machine1,machine1,"half-space-trees:n_trees=25,height=15",r1,0.9,true,99.5
                        smith-and-sons-machine1,machine1,"half-space-trees:n_trees=25,height=15",r1,,false,1.0

                        """)
            #expect(
                try server.ask(
                    "SELECT id, kind, \"end\", channels, is_scored FROM anomaly_truth")
                    == "id,kind,end,channels,is_scored\na0,overload,3,load+power,true\n")
        }
    }

    @Test func `a window beyond the file limit is halved until it fits`() throws {
        // 40 hours of data are 240 blocks of ten minutes; the server gives 30 at once.
        try InfluxDBStandIn.running(["--max-query-span", "30"]) { server in
            let store = try server.store()
            let batches = (1...3).map {
                ReadingBatch.sample(machine: "m\($0)", count: 480, interval: 300_000_000_000)
            }
            try store.send(batches)
            #expect(try store.joinedReadings() == batches)
            #expect(try store.counts(ReadingQuery()).values.reduce(0, +) == 1440)
            #expect(
                try store.missing(from: [.sample("m2"): [1...481]], ReadingQuery()).map(
                    \.sequences)
                    == [[481...481]])
            let hours: Int64 = 3_600_000_000_000
            let start = batches[0].times[0]
            let some = try store.joinedReadings(
                ReadingQuery(
                    run: "r1", window: TimeWindow(start: start + hours, end: start + 9 * hours)))
            #expect(some.map(\.count) == [96, 96, 96])
        }
    }
}
