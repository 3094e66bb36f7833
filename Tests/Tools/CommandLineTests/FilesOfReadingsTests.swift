import Foundation
import TestSupport
import Testing

/// What `evaluate` and `anomaly-detector score` make of one file.
private struct Taken {
    var evaluate: ToolResult
    var score: ToolResult

    init(_ text: String, _ options: [String] = [], labels: [String] = []) throws {
        try self.init(Data(text.utf8), options, labels: labels)
    }

    /// - Parameters:
    ///   - options: for both.
    ///   - labels: options about labels, which `score` does not have.
    init(_ data: Data, _ options: [String] = [], labels: [String] = []) throws {
        let path = temporaryPath("readings") + ".csv"
        defer { removeTemporary(path) }
        try data.write(to: URL(filePath: path))
        evaluate = try runTool(
            "scenario-runner",
            ["evaluate", path, "--detector", "mad", "--json", "--out", temporaryPath("reports")]
                + options + labels)
        score = try runTool(
            "anomaly-detector", ["score", path, "--detector", "mad"] + options)
    }

    var both: [ToolResult] { [evaluate, score] }

    /// What `score` appended to rows.
    var scores: [Substring] {
        score.output.split(separator: "\n").dropFirst()
            .map { $0.split(whereSeparator: { ",;".contains($0) }).suffix(2).first ?? "" }
    }
}

/// 200 rows, the last cell the label.
private func rows(_ header: String, count: Int = 200, _ cells: (_ index: Int) -> String) -> String {
    header + "\n"
        + (0..<count).map { "\(cells($0))\(header.contains(";") ? ";" : ",")\($0 / 20 % 5 / 4)\n" }
        .joined()
}

private func clock(_ index: Int) -> Int { 1_767_225_600 + index }

@Suite struct `Files of readings` {
    private static let bare = rows("timestamp,a,label") { "\(clock($0)),\($0 * 7 % 13)" }

    // MARK: - Row numbers

    @Test(arguments: ["Unnamed: 0.1", "Unnamed: 0_level_1", "row", "Index", "id", "No.", "sample"])
    func `have columns that number the rows left out by both commands`(name: String) throws {
        let bare = try Taken(Self.bare).scores
        for first in [0, 1] {
            let taken = try Taken(
                rows("\(name),timestamp,a,label") {
                    "\($0 + first),\(clock($0)),\($0 * 7 % 13)"
                })
            #expect(
                taken.evaluate.errors.contains("channels = a; not used = \(name) (row numbers)"))
            #expect(taken.score.errors.contains("not used: "))
            #expect(taken.score.errors.contains(name))
            #expect(taken.scores == bare)
        }
        let named = try Taken(
            rows("\(name),timestamp,a,label") { "\($0),\(clock($0)),\($0 * 7 % 13)" },
            ["--channels", "\(name),a"])
        #expect(named.evaluate.errors.contains("channels = \(name), a"))
        #expect(!named.score.errors.contains("not used") && named.scores != bare)
    }

    @Test func `keep columns that are called so and measure`() throws {
        let taken = try Taken(
            rows("timestamp,index,a,label") { "\(clock($0)),\($0 % 5 + 2),\($0 * 7 % 13)" })
        #expect(taken.evaluate.errors.contains("channels = index, a\n"))
        #expect(taken.score.errors.isEmpty)
        // The first cell may be a row number, the third is none: said, for the first row is answered.
        let late = try Taken(
            rows("timestamp,index,a,label") { "\(clock($0)),\($0 % 2),\($0 * 7 % 13)" })
        #expect(late.evaluate.errors.contains("channels = index, a\n"))
        #expect(late.score.errors.contains("index was left out as row numbers, but line 4"))
    }

    @Test func `may have any number of byte order marks`() throws {
        let marks = String(repeating: "\u{FEFF}", count: 3)
        let taken = try Taken(marks + Self.bare + marks + Self.bare)
        #expect(taken.evaluate.errors.contains("time = timestamp; label = label; channels = a\n"))
        #expect(taken.score.errors.contains("line 202 repeats the header"))
        #expect(try Taken(Self.bare + Self.bare).scores == taken.scores)
    }

    // MARK: - Decimal marks

    @Test(arguments: [
        // A German file: the point can only part thousands.
        ("%;,51", "a is \"1.022\"; its point may part thousands, for b has a decimal comma", "."),
        ("%;.51", "a is \"1,022\"; its comma may part thousands, for b has a decimal point", ","),
    ])
    func `are refused where a column contradicts the mark of another`(
        marks: String, message: String, group: String
    ) throws {
        let decimals = marks.dropFirst(2)
        for isFirst in [true, false] {
            let text = rows(isFirst ? "timestamp;a;b;label" : "timestamp;b;a;label") { index in
                let a = index % 4 == 1 ? "1\(group)022" : "99\(index % 7)"
                let b = "\(index % 5)\(decimals)"
                return "\(clock(index));\(isFirst ? a : b);\(isFirst ? b : a)"
            }
            let taken = try Taken(text)
            for result in taken.both {
                #expect(result.exitCode == 2 && result.errors.contains(message), "\(result.errors)")
                #expect(result.errors.contains("thousands separators"))
            }
        }
    }

    @Test func `are refused when the mark shows only later`() throws {
        let text = rows("timestamp;a;b;label") {
            "\(clock($0));1.02\($0 % 9);\($0 < 100 ? "5" : "5,51")"
        }
        let taken = try Taken(text)
        #expect(taken.evaluate.errors.contains(":2: a is \"1.020\"; its point may part thousands"))
        #expect(taken.score.errors.contains(":102: b is \"5,51\"; beside such a decimal comma"))
        #expect(taken.score.errors.contains("(\"1.020\" in line 2) may part thousands"))
        let forced = try Taken(text, ["--decimal", ","])
        #expect(forced.both.allSatisfy { $0.exitCode == 0 })
        let whole = try Taken(
            rows("timestamp;a;b;label") {
                "\(clock($0));102\($0 % 9);\($0 < 100 ? "5" : "5,51")"
            }, ["--decimal", ","])
        #expect(forced.scores == whole.scores)
    }

    @Test(arguments: [
        "1.022;5.511", "1.02%;7,2", "1.022;7", "1,022;7,512", "0.99%;7,2", "1022.5;1,2",
    ])
    func `are read where marks are certain, or nothing speaks against them`(cells: String) throws {
        let taken = try Taken(
            rows("timestamp;a;b;label") {
                "\(clock($0));\(cells.replacing("%", with: $0 % 2 == 0 ? "" : "4"))"
            })
        #expect(taken.evaluate.errors.contains("channels = a, b\n"), "\(taken.evaluate.errors)")
        #expect(taken.both.allSatisfy { $0.exitCode == 0 }, "\(taken.score.errors)")
    }
}
