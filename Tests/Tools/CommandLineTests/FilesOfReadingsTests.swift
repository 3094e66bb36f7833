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
}
