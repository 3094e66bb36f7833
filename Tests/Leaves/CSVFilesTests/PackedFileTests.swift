import CSVFiles
import CZlib
import CZstd
import Foundation
import TestSupport
import Testing

/// `text` as gzip packs it.
private func gzipped(_ text: String) -> [UInt8] {
    var stream = z_stream()
    precondition(testbed_gzip_start(&stream, 6) == Z_OK)
    defer { deflateEnd(&stream) }
    var input = Array(text.utf8)
    var output = [UInt8](repeating: 0, count: input.count + 1000)
    return input.withUnsafeMutableBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(input.count)
            stream.next_out = output.baseAddress
            stream.avail_out = UInt32(output.count)
            precondition(deflate(&stream, Z_FINISH) == Z_STREAM_END)
            return Array(output[..<Int(stream.total_out)])
        }
    }
}

/// `text` as zstd packs it.
private func zstandard(_ text: String) -> [UInt8] {
    let input = Array(text.utf8)
    var output = [UInt8](repeating: 0, count: ZSTD_compressBound(input.count))
    let count = ZSTD_compress(&output, output.count, input, input.count, 3)
    return Array(output[..<count])
}

/// All cells of a file of these bytes.
private func cells(_ bytes: [UInt8]) throws -> [[String]] {
    let path = temporaryPath("packed")
    try Data(bytes).write(to: URL(filePath: path))
    defer { removeTemporary(path) }
    let reader = try CSVReader(path: path, name: "table", bufferSize: 64)
    var rows = [reader.header]
    while case .row = try reader.next() {
        rows.append(reader.header.indices.map { reader.cell($0).text })
    }
    return rows
}

private let table = "time,a\n" + (0..<5000).map { "\($0),\($0 * 7919 % 997)\n" }.joined()
private let rows = [["time", "a"]] + (0..<5000).map { ["\($0)", "\($0 * 7919 % 997)"] }

@Suite struct `Packed files` {
    @Test func `are read as if they were not`() throws {
        #expect(try cells(Array(table.utf8)) == rows)
        #expect(try cells(gzipped(table)) == rows)
        #expect(try cells(zstandard(table)) == rows)
    }

    @Test func `may be packed in several pieces`() throws {
        let (front, back) = (String(table.prefix(20_000)), String(table.dropFirst(20_000)))
        #expect(try cells(gzipped(front) + gzipped(back)) == rows)
        #expect(try cells(gzipped(front) + gzipped(back) + [0, 0, 0, 0]) == rows)
        #expect(try cells(zstandard(front) + zstandard(back)) == rows)
    }

    @Test func `are refused where they end early or are damaged`() throws {
        for packed in [gzipped(table), zstandard(table)] {
            let early = try #require(throws: CSVError.self) {
                try cells(Array(packed.dropLast(10)))
            }
            #expect("\(early)".contains("end too early; pack the file again"), "\(early)")
            var damaged = packed
            for place in 200..<260 { damaged[place] ^= 0x55 }
            let wrong = try #require(throws: CSVError.self) { try cells(damaged) }
            #expect(
                "\(wrong)".hasPrefix("table: cannot be read: ") || "\(wrong)".contains("table:"))
        }
    }
}

private let hasPyarrow =
    (try? ChildProcess("/bin/sh", ["-c", "python3 -c 'import pyarrow' 2>&1 && echo there"]))?
    .readToEnd() == "there\n"

@Suite struct `Parquet files` {
    @Test(.enabled(if: hasPyarrow, "python3 has no pyarrow here"))
    func `are read through pyarrow, times and missing values too`() throws {
        let path = temporaryPath("table") + ".parquet"
        defer { removeTemporary(path) }
        let script = """
            import sys, datetime, pyarrow as pa, pyarrow.parquet as pq
            t = pa.table({"time": pa.array([datetime.datetime(2026, 1, 31, 12, 0, s) for s in range(3)],
                              pa.timestamp("us", "UTC")),
                          "a": [1.5, None, 3.25], "label": [0, 0, 1]})
            pq.write_table(t, sys.argv[1])
            """
        _ = try ChildProcess("/usr/bin/env", ["python3", "-c", script, path]).readToEnd()
        let reader = try CSVReader(path: path)
        #expect(reader.header == ["time", "a", "label"])
        var clock = TimeCells()
        var found: [[Double?]] = []
        var times: [Int64?] = []
        while case .row = try reader.next() {
            times.append(clock.nanoseconds(reader.cell(0)))
            found.append([reader.cell(1).number, reader.cell(2).number])
        }
        #expect(found == [[1.5, 0], [nil, 0], [3.25, 1]])
        #expect(times == [0, 1, 2].map { 1_769_860_800_000_000_000 + $0 * 1_000_000_000 })
    }

    @Test func `say what is needed where that is not there, or the file is none`() throws {
        let error = try #require(throws: CSVError.self) {
            try cells(Array("PAR1 and no more".utf8))
        }
        #expect("\(error)".contains(hasPyarrow ? "pyarrow cannot read it" : "pip install pyarrow"))
    }
}

@Suite struct `Times of a format` {
    private func times(_ format: String, zone: String? = nil, _ cells: String...) -> [Int64?] {
        let parsed = TimeFormat(format)
        #expect(parsed != nil)
        var clock = TimeCells(format: parsed, zone: zone.flatMap { TimeZoneTable(named: $0) })
        return cells.map { cell in
            Array(cell.utf8).withUnsafeBytes { clock.nanoseconds(CSVCell(bytes: $0)) }
        }
    }

    @Test(arguments: ["", "%H:%M", "%Y-%m-%d %Q", "%Y-%m", "%"])
    func `are refused where the format is none`(format: String) {
        #expect(TimeFormat(format) == nil)
    }

    @Test func `are none where a cell is written in another way`() throws {
        let found = times(
            "%d.%m.%Y %H:%M", "31.01.2026 12:00", "31.02.2026 12:00", "31.01.2026",
            "1.1.2026  7:05 ",
            "31.01.2026 24:00", "31.01.2026 12:00 x")
        #expect(found.map { $0 != nil } == [true, false, false, true, false, false])
    }

    @Test func `tell twelve o'clock at noon from midnight`() throws {
        let found = times("%Y-%m-%d %I:%M %p", "2026-01-01 12:00 AM", "2026-01-01 12:00 p.m.")
        #expect(found == [1_767_225_600_000_000_000, 1_767_268_800_000_000_000])
    }

    @Test func `know when clocks are put back, and go on`() throws {
        try #require(TimeZoneTable(named: "Europe/Berlin") != nil)
        let found = times(
            "%F %T", zone: "Europe/Berlin", "2026-10-25 01:30:00", "2026-10-25 02:30:00",
            "2026-10-25 02:00:00", "2026-10-25 02:30:00", "2026-10-25 03:00:00",
            "2040-07-01 12:00:00")
        let seconds = found.map { ($0 ?? 0) / 1_000_000_000 - 1_792_884_600 }
        // 01:30 summer time is 23:30 UTC; an hour comes twice.
        #expect(seconds.prefix(5) == [0, 3600, 5400, 7200, 9000])
        #expect(found[5] == 2_224_749_600_000_000_000)
    }

    @Test func `have no zone that the database does not know`() {
        #expect(TimeZoneTable(named: "Mars/Olympus") == nil)
        #expect(TimeZoneTable(named: "../../etc/passwd") == nil)
    }
}
