import HTTPClient
import InfluxDBStore
import JSONText
import Synchronization
import Telemetry
import TestSupport
import Testing

private let day: Int64 = 86_400 * 1_000_000_000
private let start: Int64 = 1_767_225_600_000_000_000
/// What the server has: thirty days, which are 4,320 files of ten minutes.
private let stored = TimeWindow(start: start, end: start + 30 * day)

/// A server that answers no question over more than 432 files, and remembers how often it was asked one.
private final class LimitedServer: Sendable {
    let refusals = Mutex(0)
    let windows = Mutex<[TimeWindow]>([])

    func running(_ body: (InfluxDBStore) throws -> Void) throws {
        try ScriptedServer.running { request, answer in
            self.answer(try? JSONReader.read(request.body), answer)
        } _: { server in
            try body(InfluxDBStore(try InfluxDBConfiguration(server: HTTPURL(server.url))))
        }
    }

    private func answer(_ question: JSONValue?, _ answer: ScriptedServer.Connection) {
        guard let sql = question?["q"]?.asString else {
            _ = answer.answer(400)
            return
        }
        if sql.contains("information_schema") {
            answer.answer(
                200,
                """
                column_name,data_type
                load,Float64
                machineID,"Dictionary(Int32, Utf8)"
                provider,"Dictionary(Int32, Utf8)"
                run,"Dictionary(Int32, Utf8)"

                """)
            return
        }
        let window = Self.window(sql, question?["params"])
        if Self.files(window) > 432 {
            refusals.withLock { $0 += 1 }
            answer.answer(500, "Query would scan many Parquet files, exceeding the file limit.")
            return
        }
        windows.withLock { $0.append(window) }
        let isOther = question?["params"]?.text().contains("\"n\"") == true
        answer.answer(200, Self.rows(sql, window, machine: isOther ? "n" : "m"))
    }

    /// The bounds of `time` as they were bound.
    private static func window(_ sql: String, _ values: JSONValue?) -> TimeWindow {
        func bound(_ comparison: String) -> Int64? {
            guard let found = sql.range(of: "time \(comparison) $p") else { return nil }
            let number = sql[found.upperBound...].prefix { $0.isNumber }
            return values?["p\(number)"]?.asString.flatMap { Instant.parse($0) }
        }
        return TimeWindow(start: bound(">=") ?? .min, end: bound("<") ?? .max)
    }

    private static func files(_ window: TimeWindow) -> Int64 {
        let block: Int64 = 600 * 1_000_000_000
        let (first, end) = (max(window.start, stored.start), min(window.end, stored.end))
        return first < end ? (end - 1) / block - first / block + 1 : 0
    }

    /// One reading of a machine where there is data, at the start of what was asked.
    private static func rows(_ sql: String, _ window: TimeWindow, machine: String) -> String {
        let time = max(window.start, stored.start)
        let (columns, cells): (String, String) =
            if sql.contains("DISTINCT") {
                ("", "")
            } else if sql.contains("oldest") {
                (",oldest,newest", ",\(time),\(time)")
            } else if sql.contains("readings") {
                (",readings", ",1")
            } else {
                (",time_ns,k_seq,c0", ",\(time),1,0.5")
            }
        let head = "k_run,k_provider,k_machine\(columns)\n"
        return files(window) > 0 ? head + "r,p,\(machine)\(cells)\n" : head
    }
}

@Suite struct `Reading more than a server gives at once` {
    @Test func `a long read costs one refusal, and what comes after it none`() throws {
        let server = LimitedServer()
        try server.running { (store: InfluxDBStore) throws in
            for _ in 1...2 {
                var times: [Int64] = []
                try store.load(ReadingQuery(window: stored)) { times += $0.times }
                #expect(times.first == stored.start)
                #expect(times.count == 11 && times == times.sorted(), "4,320 files at 431 a time")
                let some = TimeWindow(start: stored.start + day, end: stored.start + 8 * day)
                let counted = try store.counts(ReadingQuery(window: some)).values.first
                #expect(counted.map { $0 < 5 } == true)
                #expect(try store.extents(ReadingQuery(window: stored)).count == 1)
                #expect(try store.series(ReadingQuery(window: stored)).count == 1)
                #expect(server.refusals.withLock { $0 } == 1)
            }
        }
    }

    @Test func `the windows of a following detector cost one refusal, too`() throws {
        let server = LimitedServer()
        try server.running { (store: InfluxDBStore) throws in
            let series = ["m", "n"].map { SeriesIdentity(machineID: $0, provider: "p", run: "r") }
            for _ in 1...2 {
                var count = 0
                let windows = series.map { ($0, stored) }
                try store.load(Dictionary(uniqueKeysWithValues: windows)) { count += $0.count }
                #expect(count == 22)
                #expect(server.refusals.withLock { $0 } == 1)
            }
        }
    }

    @Test func `data that lie somewhere in all of time are found once`() throws {
        let server = LimitedServer()
        try server.running { (store: InfluxDBStore) throws in
            #expect(try store.extents(ReadingQuery()).count == 1)
            let found = server.refusals.withLock { $0 }
            #expect(found <= 6)
            server.windows.withLock { $0 = [] }
            #expect(try store.extents(ReadingQuery()).count == 1)
            #expect(server.refusals.withLock { $0 } == found)
            let asked = server.windows.withLock { $0 }
            #expect(asked.count < 40, "ranges of three days where data lie, and one for all around")
            for (one, next) in zip(asked, asked.dropFirst()) { #expect(one.end == next.start) }
            #expect(asked.first?.start == -9_223_372_036_000_000_000 && asked.last?.end == .max)
        }
    }

    @Test(.needsInfluxDBStandIn) func `a long read tells how far it is`() throws {
        let heard = Mutex<[InfluxDBNotice]>([])
        try InfluxDBStandIn.running { server in
            let store = InfluxDBStore(
                try InfluxDBConfiguration(
                    server: HTTPURL(server.url), token: Secret(InfluxDBStandIn.token)),
                notice: { notice in heard.withLock { $0.append(notice) } })
            // Twenty-five days, an hour between two readings.
            let batches = (1...2).map {
                ReadingBatch.sample(machine: "m\($0)", count: 600, interval: day / 24)
            }
            try store.send(batches)
            #expect(try store.joinedReadings() == batches)
            let steps = heard.withLock { $0 }
            #expect(steps.count >= 16)
            for (index, step) in steps.enumerated() {
                #expect(step == .reading(done: index + 1, of: steps.count))
            }
        }
    }
}

@Suite struct `The ranges a server answers for` {
    @Test func `a limit below the usual one is found by halving and kept`() {
        var ranges = QueryRanges()
        let block: Int64 = 600 * 1_000_000_000
        func ask(_ window: TimeWindow, limit: Int64) -> (asked: Int, refused: Int) {
            var (asked, refused) = (0, 0)
            var waiting = Array(ranges.pieces(of: window).reversed())
            var end = window.start
            while let next = waiting.popLast() {
                let parts = ranges.cut(next)
                if parts.count > 1 {
                    waiting += parts.reversed()
                    continue
                }
                asked += 1
                if next.window.end - next.window.start > limit {
                    refused += 1
                    let instead = ranges.refused(next.window)
                    waiting += (instead ?? []).reversed()
                } else {
                    #expect(next.window.start == end, "nothing left out, nothing twice")
                    end = next.window.end
                }
            }
            #expect(end == window.end)
            return (asked, refused)
        }
        for limit in [200 * block, 30 * block, block, block / 7] {
            let window = TimeWindow(start: start + 17, end: start + 2 * day)
            let (first, second) = (ask(window, limit: limit), ask(window, limit: limit))
            #expect(first.refused < 12)
            #expect(second.refused == 0)
        }
        let least = ranges.refused(TimeWindow(start: 0, end: 9_000_000_000))
        #expect(least == nil)
    }

    @Test func `an answer that came too late says nothing of the next question`() {
        let ranges = QueryRanges()
        let parts = ranges.late(.all)
        #expect(parts?.map(\.window.start) == [.min, -1])
        #expect(ranges.late(TimeWindow(start: 0, end: 9_000_000_000)) == nil)
    }
}
