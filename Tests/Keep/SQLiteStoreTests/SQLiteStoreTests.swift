import CSQLite
import Foundation
import SQLiteStore
import Synchronization
import Telemetry
import TestSupport
import Testing
import Threading

@Suite struct `A SQLite store` {
    private func withStore(_ body: (SQLiteStore) throws -> Void) throws {
        let path = temporaryPath("store.sqlite")
        defer {
            for end in ["", "-wal", "-shm"] {
                removeTemporary(path + end)
            }
        }
        try body(SQLiteStore(path: path))
    }

    @Test func `keeps the contract of stores`() throws {
        try withStore { try expectStoreContract($0) }
    }

    @Test func `a stop ends the wait for who holds the file`() throws {
        let path = temporaryPath("held.sqlite")
        defer { for end in ["", "-wal", "-shm"] { removeTemporary(path + end) } }
        let polls = Mutex(0)
        let store = try SQLiteStore(path: path) {
            polls.withLock { polls in
                polls += 1
                return polls > 3
            }
        }
        var holder: OpaquePointer?
        #expect(sqlite3_open(path, &holder) == SQLITE_OK)
        defer { sqlite3_close_v2(holder) }
        #expect(sqlite3_exec(holder, "BEGIN IMMEDIATE", nil, nil, nil) == SQLITE_OK)
        var batch = ReadingBatch(
            series: SeriesIdentity(machineID: "m", provider: "p", run: "r"), channels: ["a"])
        batch.append(time: 1, sequence: 1, row: [1])
        let error = try #require(throws: SQLiteError.self) { try store.send(batch) }
        #expect(error.isBusy)
        #expect(polls.withLock { $0 } == 4, "asked before each wait, and no more after a yes")
        #expect(sqlite3_exec(holder, "COMMIT", nil, nil, nil) == SQLITE_OK)
        polls.withLock { $0 = -100 }
        try store.send(batch)
    }

    private func all(_ store: SQLiteStore) throws -> [ReadingBatch] {
        var batches: [ReadingBatch] = []
        try store.load(ReadingQuery()) { batches.append($0) }
        return batches
    }

    /// Runs `sql` on the file alone, as another program would.
    private func execute(_ sql: String, on path: String) {
        var handle: OpaquePointer?
        #expect(sqlite3_open(path, &handle) == SQLITE_OK)
        #expect(sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK)
        sqlite3_close_v2(handle)
    }

    @Test(arguments: [
        (
            "CREATE TABLE machine_data (time INTEGER, machineID TEXT, vibration REAL)",
            "machine_data has the columns time, machineID, vibration, and not series, seq"
        ),
        ("CREATE TABLE orders (id INTEGER)", "its tables (orders, ...) are another program's"),
    ]) func `refuses another program's file, and leaves it as it was`(
        sql: String, message: String
    ) throws {
        let path = temporaryPath("other.sqlite")
        defer { removeTemporary(path) }
        execute(sql, on: path)
        let before = try Data(contentsOf: URL(filePath: path))
        let error = try #require(throws: SQLiteError.self) { try SQLiteStore(path: path) }
        #expect("\(error)".contains(message), "\(error)")
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }

    @Test func `takes cells that are no numbers as missing, and says so once`() throws {
        try withStore { store in
            var batch = ReadingBatch(
                series: SeriesIdentity(machineID: "m", provider: "p", run: "r"), channels: ["a"])
            for tick in Int64(0)..<5 { batch.append(time: tick, sequence: tick + 1, row: [7]) }
            try store.send(batch)
            execute(
                """
                UPDATE machine_data SET a = 'text' WHERE time = 1;
                UPDATE machine_data SET a = '12,5' WHERE time = 2;
                UPDATE machine_data SET a = x'00ff' WHERE time = 3;
                """, on: store.path)
            let notices = Mutex<[SQLiteNotice]>([])
            let reader = try SQLiteStore(
                path: store.path,
                tell: { notice in
                    notices.withLock { $0.append(notice) }
                })
            for _ in 0..<2 {
                let values = try all(reader).flatMap(\.values)
                #expect(values.map(\.isMissing) == [false, true, true, true, false])
            }
            #expect(
                notices.withLock { $0 } == [
                    .texts(
                        .init(path: store.path, count: 3, example: "text", channel: "a"))
                ])
        }
    }

    @Test func `has readings at both ends of time`() throws {
        try withStore { store in
            let series = SeriesIdentity(machineID: "m", provider: "p", run: "r")
            var batch = ReadingBatch(series: series, channels: ["a"])
            batch.append(time: .min, sequence: 1, row: [1])
            batch.append(time: .max, sequence: 2, row: [2])
            try store.send(batch)
            #expect(try all(store) == [batch])
            #expect(try store.counts(ReadingQuery()) == [series: 2])
            #expect(try store.extents(ReadingQuery()) == [series: .min ... .max])
            let before = ReadingQuery(window: TimeWindow(start: .min, end: .max - 1))
            #expect(try store.counts(before) == [series: 1])
        }
    }

    @Test func `says who is waited for while another program holds the file`() throws {
        try withStore { store in
            var holder: OpaquePointer?
            #expect(sqlite3_open(store.path, &holder) == SQLITE_OK)
            defer { sqlite3_close_v2(holder) }
            #expect(sqlite3_exec(holder, "BEGIN IMMEDIATE", nil, nil, nil) == SQLITE_OK)
            let notices = Mutex<[SQLiteNotice]>([])
            let other = try SQLiteStore(
                path: store.path, patience: .milliseconds(1300),
                tell: { notice in
                    notices.withLock { $0.append(notice) }
                })
            var batch = ReadingBatch(
                series: SeriesIdentity(machineID: "m", provider: "p", run: "r"), channels: ["a"])
            batch.append(time: 1, sequence: 1, row: [1])
            let error = try #require(throws: SQLiteError.self) { try other.send(batch) }
            #expect("\(error)".contains("another program holds the file"), "\(error)")
            #expect(notices.withLock { $0.count } == 1)
        }
    }

    @Test func `gives back NaN as NaN and missing as missing`() throws {
        try withStore { store in
            var batch = ReadingBatch(
                series: SeriesIdentity(machineID: "m", provider: "p", run: "r"),
                channels: ["a", "b\"; DROP TABLE series"])
            batch.append(time: 1, sequence: 1, row: [.nan, .missing])
            batch.append(time: 2, sequence: 2, row: [-0.0, .infinity])
            try store.send(batch)
            var loaded: [Double] = []
            try store.load(ReadingQuery()) { loaded += $0.values }
            #expect(loaded[0].isNaN && !loaded[0].isMissing)
            #expect(loaded[1].isMissing)
            #expect(loaded[2] == 0 && loaded[3] == .infinity)
        }
    }

    @Test func `takes up channels that appear later`() throws {
        try withStore { store in
            let series = SeriesIdentity(machineID: "m", provider: "p", run: "r")
            var first = ReadingBatch(series: series, channels: ["a"])
            first.append(time: 1, sequence: 1, row: [1])
            var second = ReadingBatch(series: series, channels: ["b", "a"])
            second.append(time: 2, sequence: 2, row: [20, 2])
            try store.send(first)
            try store.send(second)
            var rows: [[Double]] = []
            try store.load(ReadingQuery()) { batch in
                #expect(batch.channels == ["a", "b"])
                rows += (0..<batch.count).map { Array(batch.row($0)) }
            }
            #expect(rows[0][0] == 1 && rows[0][1].isMissing && rows[1] == [2, 20])
        }
    }

    @Test func `counts, and finds the ends of each series`() throws {
        try withStore { store in
            #expect(try store.extents(ReadingQuery()).isEmpty)
            var batch = ReadingBatch(
                series: SeriesIdentity(machineID: "m", provider: "p", run: "r"), channels: ["a"])
            for time in 1...5 { batch.append(time: Int64(time), sequence: Int64(time), row: [0]) }
            try store.send(batch)
            #expect(try store.count() == 5 && store.count(run: "other") == 0)
            #expect(try store.extents(ReadingQuery()) == [batch.series: 1...5])
            let window = TimeWindow(start: 2, end: 5)
            #expect(try store.extents(ReadingQuery(window: window)) == [batch.series: 2...4])
            #expect(try store.extents(ReadingQuery(run: "other")).isEmpty)
        }
    }

    @Test func `loads a window of each series that is asked for`() throws {
        try withStore { store in
            var windows: [SeriesIdentity: TimeWindow] = [:]
            for machine in 0..<4 {
                var batch = ReadingBatch(
                    series: SeriesIdentity(machineID: "m\(machine)", provider: "p", run: "r"),
                    channels: ["a"])
                for time in 0..<10 { batch.append(time: Int64(time), sequence: 0, row: [0]) }
                try store.send(batch)
                if machine > 0 {
                    windows[batch.series] = TimeWindow(start: Int64(machine), end: 5)
                }
            }
            var times: [String: [Int64]] = [:]
            try store.load(windows) { times[$0.series.machineID, default: []] += $0.times }
            #expect(times == ["m1": [1, 2, 3, 4], "m2": [2, 3, 4], "m3": [3, 4]])
        }
    }

    @Test func `keeps names apart byte by byte, whatever is in them`() throws {
        try withStore { store in
            let names = ["caf\u{E9}", "cafe\u{301}", "a\u{0}b", "a", "x\ny"]
            for name in names {
                var batch = ReadingBatch(
                    series: SeriesIdentity(machineID: name, provider: "p", run: ""),
                    channels: [name.filter { $0 != "\u{0}" }])
                batch.append(time: 1, sequence: 1, row: [1])
                try store.send(batch)
            }
            let found = try store.extents(ReadingQuery()).keys.map(\.machineID.utf8.count)
            #expect(found.sorted() == names.map(\.utf8.count).sorted())
            var channels: [String] = []
            try store.load(ReadingQuery()) { channels = $0.channels }
            #expect(channels.map(\.utf8.count).sorted() == [1, 2, 3, 5, 6])
        }
    }

    /// Each adds columns the other does not know of, on a file that neither has made.
    @Test(arguments: 0..<6)
    func `takes two writers at once on a new file`(round: Int) throws {
        let path = temporaryPath("two.sqlite")
        defer { for end in ["", "-wal", "-shm"] { removeTemporary(path + end) } }
        let failures = Mutex<[String]>([])
        let done = DispatchSemaphore(value: 0)
        for writer in 0..<4 {
            Threads.start {
                defer { done.signal() }
                do {
                    let store = try SQLiteStore(path: path)
                    for time in 0..<20 {
                        // Columns come one after the other, the same for all and one of its own.
                        var batch = ReadingBatch(
                            series: SeriesIdentity(
                                machineID: "m\(writer)", provider: "p", run: ""),
                            channels: (0...time / 4).map { "c\($0)" } + ["own\(writer)"])
                        batch.append(
                            time: Int64(time), sequence: Int64(time + 1),
                            row: batch.channels.map { _ in 1 })
                        try store.send(batch)
                    }
                } catch { failures.withLock { $0.append("\(error)") } }
            }
        }
        for _ in 0..<4 { done.wait() }
        #expect(failures.withLock { $0 } == [])
        #expect(try SQLiteStore(path: path).count() == 80)
    }

    @Test func `keeps scores once, however often they are written`() throws {
        try withStore { store in
            let scores = ScoreBatch(
                uniqueID: "p-m", machineID: "m", detector: "d", times: [1, 2],
                scores: [0.25, .missing], flags: [true, false], values: [7, .missing])
            try store.send(scores)
            try store.send(scores)
            let back = try store.scores(detector: "d")
            #expect(back.count == 1 && back[0].times == [1, 2] && back[0].flags == [true, false])
            #expect(back[0].scores[0] == 0.25 && back[0].scores[1].isMissing)
            #expect(try store.scores(detector: "e").isEmpty)
        }
    }

    @Test func `names the file that is not a database`() throws {
        let path = temporaryPath("text")
        try Data("this is a text, long enough to be no database".utf8).write(
            to: URL(filePath: path))
        defer { removeTemporary(path) }
        let error = #expect(throws: SQLiteError.self) { try SQLiteStore(path: path) }
        #expect(error?.description.contains(path) == true)
        #expect(error?.description.contains("not a database") == true)
    }
}

@Suite struct `A store in memory` {
    @Test func `keeps the contract of stores`() throws {
        try expectStoreContract(MemoryStore())
    }
}
