import CSVFiles
import Foundation
import TestSupport
import Testing

/// All rows of `text`, read with buffers of `bufferSize` bytes at first.
private func rows(_ text: String, bufferSize: Int = 64 << 10) throws -> [[String]] {
    let path = temporaryPath("rows") + ".csv"
    try Data(text.utf8).write(to: URL(filePath: path))
    defer { removeTemporary(path) }
    let reader = try CSVReader(path: path, bufferSize: bufferSize)
    var rows = [reader.header]
    while case .row = try reader.next() {
        rows.append(reader.header.indices.map { reader.cell($0).text })
    }
    return rows
}

private func message(_ text: String) -> String {
    do {
        let rows = try rows(text)
        return "no error: \(rows)"
    } catch {
        let text = "\(error)"
        return String(text[(text.firstIndex(of: ":") ?? text.startIndex)...])
    }
}

@Suite struct CSVReaderTests {
    @Test(arguments: [16, 17, 19, 64 << 10])
    func `reads what RFC 4180 allows, however the pieces fall`(bufferSize: Int) throws {
        let text =
            "\u{FEFF}time, \"machine, ID\" ,\"a \"\"b\"\"\"\r\n"
            .replacing(" \"machine, ID\" ", with: "\"machine, ID\"")
            + "1,\"x\ny\",\r\n\r\n2,\"\",\"\"\"\"\n3,ü é,plain \"quotes\" inside\n4,,"
        #expect(
            try rows(text, bufferSize: bufferSize) == [
                ["time", "machine, ID", "a \"b\""],
                ["1", "x\ny", ""],
                ["2", "", "\""],
                ["3", "ü é", "plain \"quotes\" inside"],
                ["4", "", ""],
            ])
    }

    @Test func `takes another separator only where it is allowed and there is no comma`() throws {
        let path = temporaryPath("semicolons") + ".csv"
        defer { removeTemporary(path) }
        func cells(_ text: String, _ others: [UInt8]) throws -> [[String]] {
            try Data(text.utf8).write(to: URL(filePath: path))
            let reader = try CSVReader(path: path, bufferSize: 16, otherSeparators: others)
            var rows = [reader.header]
            while case .row = try reader.next() {
                rows.append(reader.header.indices.map { reader.cell($0).text })
            }
            return rows
        }
        let text = "\u{FEFF}a;b\r\n\n1;\"2;\"\"3\"\n;4,5\n"
        #expect(
            try cells(text, [UInt8(ascii: ";")]) == [["a", "b"], ["1", "2;\"3"], ["", "4,5"]])
        #expect(try cells("a;b,c\n1,2\n", [UInt8(ascii: ";")]) == [["a;b", "c"], ["1", "2"]])
        #expect(try cells("a;b\n1;2\n", []) == [["a;b"], ["1;2"]])
        #expect(
            try cells("a\tb\n1\t2\n", [UInt8(ascii: ";"), UInt8(ascii: "\t")])
                == [["a", "b"], ["1", "2"]])
    }

    @Test func `an empty line is a row only where there is one column`() throws {
        #expect(try rows("a\n1\n\n2\n") == [["a"], ["1"], [""], ["2"]])
        #expect(try rows("a,b\n1,2\n\n3,4\n\n") == [["a", "b"], ["1", "2"], ["3", "4"]])
    }

    @Test func `a row comes as soon as its line is whole`() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        let path = "/dev/fd/\(ends[0])"
        let writing = FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
        defer { close(ends[0]) }
        writing.write(Data("a,b\n1,2\n3,".utf8))
        let reader = try CSVReader(path: path)
        #expect(try reader.next(waiting: false) == .row)
        #expect(try reader.next(waiting: false) == .wouldWait)
        writing.write(Data("4\n".utf8))
        #expect(try reader.next() == .row && reader.cell(1).text == "4")
        try writing.close()
        #expect(try reader.next() == .end)
    }

    @Test(arguments: [
        ("", ":1: the file is empty"),
        ("\n\n", ":1: the file is empty"),
        ("a,b\n1\n", ":2: the row has fewer cells than the header: 1, not 2"),
        ("a,b\n1,2\n\n1,2,3\n", ":4: the row has more cells than the header: 3, not 2"),
        ("a,b\n\"x\ny\",1\n\"open,2\n", ":4: a quoted cell is never closed"),
        ("a,b\n\"x\n\"y,1\n", ":3: there is text behind a quoted cell"),
        ("a,b,a\n", ":1: the header names the column \"a\" twice"),
        ("a\u{0},b\n", ":1: there is a NUL byte in the header"),
    ]) func `names the line of what is wrong`(text: String, wanted: String) {
        #expect(message(text).hasPrefix(wanted), "\(message(text))")
    }

    @Test func `names files that cannot be read`() {
        #expect(throws: CSVError.cannotOpen(file: "/nowhere.csv", reason: "there is no such file"))
        {
            _ = try CSVReader(path: "/nowhere.csv")
        }
        #expect(throws: CSVError.cannotOpen(file: "/tmp", reason: "is a folder; name a file")) {
            _ = try CSVReader(path: "/tmp")
        }
    }

    @Test func `a row without end is refused before it fills the memory`() throws {
        let text = "a,b\n1,\"" + String(repeating: "x", count: CSVReader.rowLimit + 1)
        #expect(message(text).hasPrefix(":2: the row is longer than 16 MiB"))
    }
}

@Suite struct CSVWriterTests {
    @Test func `what it writes reads back the same`() throws {
        let path = temporaryPath("written") + ".csv"
        defer { removeTemporary(path) }
        let texts = ["plain", "a,b", "say \"x\"", "two\nlines", ""]
        let numbers = [0.1, -1e-7, .leastNonzeroMagnitude, .infinity, 123_456_789.25]
        let file = open(path, O_WRONLY | O_CREAT, 0o600)
        var writer = CSVWriter(descriptor: file)
        try writer.append("text,number\n" as StaticString)
        for (text, number) in zip(texts, numbers) {
            try writer.append(quoting: text)
            try writer.append("," as StaticString)
            try writer.append(number)
            try writer.append("\n" as StaticString)
        }
        try writer.flush()
        close(file)
        let reader = try CSVReader(path: path)
        for (text, number) in zip(texts, numbers) {
            #expect(try reader.next() == .row)
            #expect(reader.cell(0).text == text && reader.cell(1).number == number)
        }
        #expect(try reader.next() == .end)
    }

    @Test func `a reader that went away is an error, not a signal`() throws {
        signal(SIGPIPE, SIG_IGN)
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        close(ends[0])
        defer { close(ends[1]) }
        var writer = CSVWriter(descriptor: ends[1])
        try writer.append("x" as StaticString)
        var caught: (any Error)?
        do { try writer.flush() } catch { caught = error }
        #expect(caught as? CSVError == .outputClosed)
    }

    @Test(arguments: [16, 17, 64 << 10])
    func `reads lines that end with CR alone`(bufferSize: Int) throws {
        #expect(
            try rows("a,\"b\rc\"\r1,2\r\r3,\"4\"\r", bufferSize: bufferSize)
                == [["a", "b\rc"], ["1", "2"], ["3", "4"]])
        #expect(try rows("a,b\r\n1,2\r\n", bufferSize: bufferSize) == [["a", "b"], ["1", "2"]])
        #expect(try rows("a,b\r", bufferSize: bufferSize) == [["a", "b"]])
    }

    @Test func `passes over a header that comes again, and says where`() throws {
        let path = temporaryPath("joined") + ".csv"
        defer { removeTemporary(path) }
        func read(_ text: String) throws -> (rows: Int, repeated: [Int]) {
            try Data(text.utf8).write(to: URL(filePath: path))
            let reader = try CSVReader(path: path)
            var rows = 0
            while case .row = try reader.next() { rows += 1 }
            return (rows, reader.repeatedHeaders)
        }
        let joined = try read("time,a\n1,2\ntime,a\n2,3\n\u{FEFF}time,a\n3,4\n")
        #expect(joined.rows == 3 && joined.repeated == [3, 5])
        // Numbers may come again: there is no header here.
        let bare = try read("1,2\n1,2\n1,2\n")
        #expect(bare.rows == 2 && bare.repeated.isEmpty)
    }

    @Test func `refuses bytes that are no UTF-8 with their line, where it is told to`() throws {
        let path = temporaryPath("latin1") + ".csv"
        defer { removeTemporary(path) }
        try Data("a,b\n1,ü\n2,".utf8 + [0xE4, 0x0A]).write(to: URL(filePath: path))
        let reader = try CSVReader(path: path, mustBeUTF8: true)
        #expect(try reader.next() == .row)
        #expect(
            throws: CSVError.notText(file: path, line: 3, what: "the line is not UTF-8")
        ) { try reader.next() }
        let careless = try CSVReader(path: path)
        while case .row = try careless.next() {}
    }

    @Test(
        arguments: [
            ([0x1F, 0x8B, 8, 0], "the gzip data end too early"),
            ([0x50, 0x41, 0x52, 0x31], "a Parquet file"),
            ([0x50, 0x4B, 3, 4], "an Excel workbook"), ([0xFF, 0xFE, 0x61, 0], "UTF-16"),
        ] as [([UInt8], String)])
    func `names what is no text`(bytes: [UInt8], what: String) throws {
        let path = temporaryPath("foreign") + ".csv"
        defer { removeTemporary(path) }
        try Data(bytes).write(to: URL(filePath: path))
        do {
            _ = try CSVReader(path: path)
            Issue.record("it was read")
        } catch { #expect("\(error)".contains(what), "\(error)") }
    }
}
