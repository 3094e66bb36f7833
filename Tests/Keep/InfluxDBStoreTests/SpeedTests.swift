import HTTPClient
import InfluxDBStore
import Synchronization
import Telemetry
import TestSupport
import Testing

/// How fast, against servers that do not limit. Figures are printed; the bars are checked at a
/// fraction, since other tests share the machine. The measured ones stand in docs/stack.md.
@Suite(.serialized) struct SpeedTests {
    @Test func `writing takes well over the bar of lines a second`() throws {
        try ScriptedServer.running { _, answer in
            answer.answer(204)
        } _: { server in
            let store = InfluxDBStore(try InfluxDBConfiguration(server: HTTPURL(server.url)))
            let batch = ReadingBatch.sample(machine: "machine1", count: 200_000)
            let took = try ContinuousClock().measure { try store.send(batch) }
            let rate = 200_000 / took.seconds
            print("written: \(Int(rate)) lines/s")
            #expect(rate > 50_000)
            #expect(server.requests.count == 40)
        }
    }

    @Test func `reading takes well over the bar of rows a second at constant memory`() throws {
        let rows = 1_000_000
        try ScriptedServer.running { request, answer in
            let isColumns = String(decoding: request.body, as: UTF8.self).contains(
                "information_schema")
            answer.write("HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nConnection: close\r\n\r\n")
            guard !isColumns else {
                let tags = ["machineID", "provider", "run"]
                let lines =
                    demoChannels.map { "\($0),Float64\n" }
                    + tags.map { "\($0),\"Dictionary(Int32, Utf8)\"\n" } + ["seq,Int64\n"]
                answer.write("column_name,data_type\n" + lines.joined())
                return
            }
            answer.write("k_run,k_provider,k_machine,time_ns,k_seq,c0,c1,c2,c3\n")
            let lines = (0..<1000).map {
                "r1,\"Smith, Sons\",machine1,\(1_767_225_600_000_000_000 + $0),1234,55.0,83.25,205.1,37.333333333333336\n"
            }
            let block = Array(lines.joined().utf8)
            for _ in 0..<rows / 1000 where !answer.write(block) { return }
        } _: { server in
            let store = InfluxDBStore(try InfluxDBConfiguration(server: HTTPURL(server.url)))
            var count = 0
            var sum = 0.0
            var largest = 0
            let took = try ContinuousClock().measure {
                try store.load(ReadingQuery()) { batch in
                    count += batch.count
                    sum += batch.values[2]
                    largest = max(largest, batch.count)
                }
            }
            let rate = Double(rows) / took.seconds
            print("read: \(Int(rate)) rows/s")
            #expect(count == rows)
            #expect(largest == 8192)
            #expect(sum > 0)
            #expect(rate > 200_000)
        }
    }
}

extension Duration {
    fileprivate var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
