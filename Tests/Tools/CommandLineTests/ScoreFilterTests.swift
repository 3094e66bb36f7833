import Foundation
import TestSupport
import Testing

private func filter(_ input: String, _ options: String...) throws -> ToolResult {
    try runTool("anomaly-detector", ["score"] + options, input: Data(input.utf8))
}

private let trees = "half-space-trees:n_trees=5,height=4,window_size=10,seed=7,scale=minmax"

/// Rows of one machine with a level of its own.
private func wave(_ index: Int, _ level: Int) -> String { "\(level + index * 7 % 5),\(index % 3)" }

@Suite struct `anomaly-detector score` {
    @Test func `copies rows as they are and appends score and flag`() throws {
        let result = try filter(
            "\u{FEFF}label,\"time\",load,machineID\r\n0,0,1.50,\"a, \"\"b\"\"\"\r\n"
                + "1,2026-01-01T00:00:01Z,,x\r\n",
            "--detector", "never-on")
        #expect(
            result.output == "label,\"time\",load,machineID,score,is_anomaly\r\n"
                + "0,0,1.50,\"a, \"\"b\"\"\",0.0,0\r\n1,2026-01-01T00:00:01Z,,x,0.0,0\r\n")
        #expect(result.exitCode == 0 && result.errors.isEmpty)
    }

    @Test func `reads semicolons and decimal commas, and says so`() throws {
        let comma = try filter("time;load\r\n0;1,5\r\n1;n/a\r\n", "--detector", "never-on")
        #expect(
            comma.output
                == "time;load;score;is_anomaly\r\n0;1,5;0.0;0\r\n1;n/a;0.0;0\r\n")
        #expect(comma.errors.contains("stdin: read with a decimal comma: load"))
        let mixed = try filter("load;x\n1,5;a\n2.5;b\n", "--channels", "load")
        #expect(mixed.exitCode == 2 && mixed.errors.contains(":3: load is \"2.5\""))
        let values = (0..<60).map { "\(Double($0 * 7 % 13) / 4)" }
        let point = try filter(
            "load\n" + values.joined(separator: "\n") + "\n", "--detector", trees)
        let other = try filter(
            "load;x\n" + values.map { $0.replacing(".", with: ",") + ";a\n" }.joined(),
            "--detector", trees, "--channels", "load")
        func scores(_ text: String, _ separator: Character) -> [Substring] {
            text.split(separator: "\n").dropFirst()
                .map { $0.split(separator: separator).dropLast().last ?? "" }
        }
        #expect(scores(point.output, ",") == scores(other.output, ";"))
        #expect(Set(scores(point.output, ",")).count > 5)
    }

    @Test func `looks at no column that is called like a label, or that has no name`() throws {
        let rows = (0..<60).map { "\($0),\($0 * 7 % 13),\($0 % 9 == 8 ? 1 : 0)" }
        let full = try filter(
            ",load,Label\n" + rows.joined(separator: "\n") + "\n", "--detector", trees)
        let bare = try filter(
            "load\n" + (0..<60).map { "\($0 * 7 % 13)\n" }.joined(), "--detector", trees)
        func ends(_ text: String) -> [[Substring]] {
            text.split(separator: "\n").map { $0.split(separator: ",").suffix(2) }
        }
        #expect(full.exitCode == 0 && ends(full.output) == ends(bare.output))
        #expect(
            full.errors.contains(
                "not used: column 1 (no name), Label (called like a label); --channels names"))
        let named = try filter(
            "load,target\n1,2\n", "--detector", trees + ",features=target")
        #expect(named.exitCode == 0 && named.errors.isEmpty)
    }

    @Test func `writes no header where no row can be read`() throws {
        let result = try filter("time,load\nnoon,1\n", "--detector", "never-on")
        #expect(result.exitCode == 2 && result.output.isEmpty)
        #expect(try filter("load\n", "--detector", "never-on").output == "load,score,is_anomaly\n")
    }

    @Test func `scores each series as if it were alone`() throws {
        var all = "load,machineID,power\n"
        var alone = ["a": "load,power\n", "b": "load,power\n"]
        for index in 0..<60 {
            for (name, level) in [("a", 0), ("b", 100)] where index % 3 > 0 || name == "a" {
                let cells = wave(index, level).split(separator: ",")
                all += "\(cells[0]),\(name),\(cells[1])\n"
                alone[name, default: ""] += wave(index, level) + "\n"
            }
        }
        func ends(_ text: String, _ name: String?) -> [Substring] {
            text.split(separator: "\n").dropFirst()
                .filter { row in name.map { row.contains(",\($0),") } ?? true }
                .map { $0.split(separator: ",").suffix(2).joined(separator: ",")[...] }
        }
        let together = try filter(all, "--detector", trees).output
        for name in ["a", "b"] {
            let single = try filter(alone[name] ?? "", "--detector", trees).output
            #expect(ends(together, name) == ends(single, nil), "\(name)")
            #expect(Set(ends(single, nil)).count > 5)
        }
    }

    @Test func `takes columns in any order and looks only at the features named`() throws {
        let one = try filter(
            "power,note,load\n" + (0..<40).map { "\($0 % 7),\"x\",\($0 % 5)\n" }.joined(),
            "--detector", trees + ",features=load+power")
        let other = try filter(
            "load,power\n" + (0..<40).map { "\($0 % 5),\($0 % 7)\n" }.joined(),
            "--detector", trees)
        func scores(_ result: ToolResult) -> [Substring?] {
            result.output.split(separator: "\n").map { $0.split(separator: ",").dropLast().last }
        }
        #expect(one.exitCode == 0 && scores(one) == scores(other))
    }

    @Test func `a threshold on the command line is the one that counts`() throws {
        let input =
            "load\n" + (0..<80).map { "\($0 % 5 == 4 && $0 > 60 ? 40 : $0 % 3)\n" }.joined()
        for threshold in [0.3, 0.9] {
            let result = try filter(
                input, "--detector", trees + ",threshold=0.1", "--threshold", "\(threshold)")
            for row in result.output.split(separator: "\n").dropFirst(11) {
                let cells = row.split(separator: ",")
                #expect((Double(cells[1])! >= threshold) == (cells[2] == "1"), "\(row)")
            }
        }
    }

    @Test func `answers a row before the next one comes`() throws {
        let process = Process()
        process.executableURL = builtProducts.appending(path: "anomaly-detector")
        process.arguments = ["score", "--detector", trees]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        func lines(_ count: Int) -> String {
            var text = ""
            while text.count(where: { $0 == "\n" }) < count {
                let data = output.fileHandleForReading.availableData
                if data.isEmpty { break }
                text += String(decoding: data, as: UTF8.self)
            }
            return text
        }
        input.fileHandleForWriting.write(Data("load\n1\n".utf8))
        #expect(lines(2) == "load,score,is_anomaly\n1,0.0,0\n")
        input.fileHandleForWriting.write(Data("2\n3".utf8))
        #expect(lines(1) == "2,0.0,0\n")
        try input.fileHandleForWriting.close()
        #expect(lines(1) == "3,0.0,0\n")
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test func `memory does not grow with the rows`() throws {
        let peaks = try [5_000, 200_000].map(peakMemory(rows:))
        #expect(peaks[1] < peaks[0] + 4000, "\(peaks) kB")
    }

    @Test(arguments: [
        ("", ":1: the file is empty"),
        ("load,power\n1,2\n3\n", ":3: the row has fewer cells than the header"),
        ("load,power\n1,2\n\n3,4,5\n", ":4: the row has more cells than the header"),
        ("load\n1\nhigh\n", ":3: load is \"high\"; it must be a number, or empty"),
        ("load\n1\n0x10\n", ":3: load is \"0x10\""),
        ("time,load\nnoon,1\n", ":2: time is \"noon\"; write 2026-01-31T12:00:00Z"),
        ("load,score\n1,2\n", ":1: there is a column score already"),
        ("load,load\n1,2\n", ":1: the header names the column \"load\" twice"),
        ("time,label\n1,0\n", ":1: there is no channel to score; the columns are time, label"),
        ("load\n1\n5.5\n1,060.5\n", ":4: the row has more cells"),
        ("load;power\n1;\"1,060.5\"\n", ":2: power is \"1,060.5\"; thousands separators"),
        ("time,load\n9223372036854775807,1\n", ":2: time is \"9223372036854775807\"; write 2026"),
        ("load\n\"1\n2\n", ":2: a quoted cell is never closed"),
        ("load\u{0}\n1\n", ":1: there is a NUL byte"),
    ]) func `names line and remedy of what is wrong`(input: String, message: String) throws {
        let result = try filter(input, "--detector", trees)
        #expect(result.exitCode == 2)
        #expect(
            result.errors.hasPrefix("anomaly-detector: error: stdin\(message)"),
            "\(result.errors)")
        #expect(result.errors.count(where: { $0 == "\n" }) == 1)
    }

    @Test func `rows before the bad one have been scored`() throws {
        let result = try filter("load\n1\n2\nx\n", "--detector", "never-on")
        #expect(result.output == "load,score,is_anomaly\n1,0.0,0\n2,0.0,0\n")
    }

    @Test(arguments: [
        (["score", "/nowhere.csv"], "/nowhere.csv: there is no such file"),
        (["score", "/tmp"], "/tmp: is a folder"),
        (["score", "a.csv", "b.csv"], "score takes one file, not 2"),
        (["score", "--detector", "half-space-tree"], "did you mean \"half-space-trees\"?"),
        (["score", "--detector", "half-space-trees:hight=2"], "no setting \"hight\""),
        (["score", "--threshold", "high"], "--threshold high: give a number"),
        (["score", "--detektor", "x"], "did you mean --detector?"),
    ]) func `says what is wrong with the command line`(
        arguments: [String], message: String
    ) throws {
        let result = try runTool("anomaly-detector", arguments)
        #expect(result.exitCode == 2 && result.output.isEmpty)
        #expect(result.errors.contains(message), "\(result.errors)")
    }

    @Test func `a reader that goes away ends it without a word`() throws {
        let shell = try ChildProcess(
            "/bin/bash",
            [
                "-c",
                "(echo load; seq 200000) | \"$0\" score --detector never-on 2>&1"
                    + " > >(head -n 1 > /dev/null); echo ${PIPESTATUS[1]}",
                builtProducts.appending(path: "anomaly-detector").path,
            ])
        #expect(shell.readToEnd() == "0\n")
    }

    @Test func `help names every detector`() throws {
        let help = try runTool("anomaly-detector", ["score", "--help"]).output
        for name in ["half-space-trees", "mage-demo", "level-shift", "random", "never-on"] {
            #expect(help.contains("  \(name) "), "\(name)")
        }
    }
}

/// Gives the filter so many rows.
/// - Returns: the most memory it held, kB, when it had answered all of them.
private func peakMemory(rows: Int) throws -> Int {
    let process = Process()
    process.executableURL = builtProducts.appending(path: "anomaly-detector")
    process.arguments = ["score", "--detector", trees]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let writing = input.fileHandleForWriting
    DispatchQueue.global().async {
        writing.write(Data("load,power\n".utf8))
        let block = Data(String(repeating: "1,1.25\n2,0.5\n3,7\n4,2\n5,3\n", count: 200).utf8)
        for _ in 0..<rows / 1000 { writing.write(block) }
    }
    var lines = 0
    while lines < rows + 1 {
        let data = output.fileHandleForReading.availableData
        if data.isEmpty { break }
        lines += data.count(where: { $0 == UInt8(ascii: "\n") })
    }
    let status = try String(
        contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
    try writing.close()
    process.waitUntilExit()
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
    return try #require(Int(line.split(whereSeparator: \.isWhitespace).dropLast().last ?? ""))
}
