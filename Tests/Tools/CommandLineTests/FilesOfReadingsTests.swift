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

    // MARK: - Large values

    @Test func `say how many values are beyond what detectors tell apart`() throws {
        let taken = try Taken(
            rows("timestamp,a,b,label") {
                "\(clock($0)),\($0 % 7 + 1)\($0 % 10 == 0 ? "e90" : ""),\($0 % 5).5e59"
            })
        for result in taken.both {
            #expect(result.exitCode == 0)
            #expect(result.errors.contains("warning: "))
            #expect(result.errors.contains("a: 20 values beyond 1e60 are taken as 1e60"))
            #expect(!result.errors.contains("b: "))
        }
        let commas = try Taken(
            rows("timestamp;a;label") { "\(clock($0));\($0 % 7),5\($0 == 9 ? "e90" : "")" })
        #expect(commas.both.allSatisfy { $0.errors.contains("a: 1 value beyond 1e60 is taken") })
    }

    // MARK: - Times that are no count

    @Test(arguments: [
        ("202601%", "20260101", "%Y%m%d"), ("202601%1200", "202601011200", "%Y%m%d%H%M"),
        ("%.01.2026 12:00", "01.01.2026 12:00", "%d.%m.%Y %H:%M"),
        ("1/%/2026 1:00:05 PM", "1/01/2026 1:00:05 PM", "%m/%d/%Y %I:%M:%S %p"),
        ("2026-01-% 11:00 pm", "2026-01-01 11:00 pm", "%Y-%m-%d %I:%M %p"),
        ("202601%120000", "20260101120000", "%Y%m%d%H%M%S"),
    ])
    func `are refused with the format that reads them`(
        pattern: String, first: String, format: String
    ) throws {
        let text = rows("timestamp,a,label", count: 28) {
            "\(pattern.replacing("%", with: $0 < 9 ? "0\($0 + 1)" : "\($0 + 1)")),\($0 * 7 % 13)"
        }
        let taken = try Taken(text)
        for result in taken.both {
            #expect(result.exitCode == 2)
            #expect(
                result.errors.contains(
                    ":2: timestamp is \"\(first)\"; --time-format \"\(format)\" reads it"),
                "\(result.errors)")
        }
        let read = try Taken(text, ["--time-format", format])
        #expect(read.both.allSatisfy { $0.exitCode == 0 })
    }

    @Test func `say both formats where a date is read by both`() throws {
        let taken = try Taken("timestamp,a,label\n3/4/2026 12:00,1,0\n3/4/2026 12:01,2,1\n")
        #expect(
            taken.both.allSatisfy {
                $0.errors.contains(
                    "--time-format \"%m/%d/%Y %H:%M\" reads it, and so does \"%d/%m/%Y %H:%M\": say which"
                )
            })
    }

    @Test(arguments: [(46_023, "spreadsheets"), (739_987, "MATLAB"), (2_461_042, "Julian")])
    func `that may be days are taken as seconds with a warning`(day: Int, who: String) throws {
        let taken = try Taken(
            rows("timestamp,a,label") { "\(Double(day) + Double($0) / 86_400),\($0 * 7 % 13)" })
        for result in taken.both {
            #expect(result.exitCode == 0)
            #expect(result.errors.contains("are taken as seconds since 1970; if they are days"))
            #expect(result.errors.contains(who))
        }
    }

    @Test(arguments: ["0", "0.001", "20200.5", "20200101.25", "46023", "46023.25", "34200.0175"])
    func `that count seconds since a start are read without a word`(start: String) throws {
        let isWhole = !start.contains(".")
        let taken = try Taken(
            rows("timestamp,a,label") {
                let time = (Double(start) ?? 0) + Double($0)
                return
                    "\(isWhole ? "\(Int(time))" : "\((time * 1e4).rounded() / 1e4)"),\($0 * 7 % 13)"
            })
        #expect(taken.score.errors.isEmpty && taken.score.exitCode == 0)
        #expect(!taken.evaluate.errors.contains("warning") && taken.evaluate.exitCode == 0)
    }

    @Test func `have no times taken for a channel without a word`() throws {
        let taken = try Taken(rows("ts,a,label") { "\(clock($0)),\($0 * 7 % 13)" })
        #expect(taken.evaluate.exitCode == 2 && taken.evaluate.errors.contains("(ts may be one)"))
        #expect(taken.score.errors.contains("warning: ts is scored as a channel"))
        #expect(taken.score.errors.contains("say --time-column ts"))
        let named = try Taken(
            rows("ts,a,label") { "\(clock($0)),\($0 * 7 % 13)" }, ["--time-column", "ts"])
        #expect(named.score.errors.isEmpty)
        #expect(try named.scores == Taken(Self.bare).scores)
        let date = try Taken("when,a,label\n31.01.2026 12:00,1,0\n")
        #expect(date.evaluate.errors.contains("(when may be one)"))
        #expect(date.score.errors.contains("if it has times, say --time-column when"))
    }

    // MARK: - What programs write around a table

    @Test(arguments: [("sep=;\r\n", ";"), ("\u{FEFF}\"sep=|\"\n", "|"), ("# ", ",")])
    func `are read behind what programs write before them`(front: String, mark: String) throws {
        let bare = Self.bare.replacing(",", with: mark)
        let taken = try Taken(front + bare)
        #expect(taken.evaluate.errors.contains("time = timestamp; label = label; channels = a\n"))
        #expect(taken.score.exitCode == 0 && taken.score.errors.isEmpty)
        #expect(taken.score.output.dropFirst(front == "# " ? 2 : 0).hasPrefix("timestamp\(mark)a"))
        #expect(try taken.scores == Taken(bare).scores)
    }

    @Test(arguments: [
        ("time,a,label\ns,bar,-\n1,2,0\n", "--units-row"),
        ("time;a;label\n1;2;0;\n", "--skip-lines 1 --columns time,a,label,"),
        ("# logger\ntime,a,label\n1,2,0\n", "--skip-lines"),
        ("# logger, a, a\ntime,a,label\n1,2,0\n", "--skip-lines"),
        ("time,a,label\n1/31/2026,2,0\n", "--time-format"),
    ])
    func `are refused by both commands with what reads them`(text: String, flag: String) throws {
        for result in try Taken(text).both {
            #expect(result.exitCode == 2 && result.errors.contains(flag), "\(result.errors)")
        }
    }

    // MARK: - Labels

    @Test func `may have labels of words, or any that the user knows`() throws {
        let words = try Taken(
            rows("timestamp,a,label") { "\(clock($0)),\($0 * 7 % 13)" }
                .replacing(",0\n", with: ",Normal\n").replacing(",1\n", with: ",Attack\n"))
        #expect(words.evaluate.errors.contains("\"Normal\" as 0 and \"Attack\" as 1"))
        #expect(words.evaluate.exitCode == 0 && words.score.exitCode == 0)
        let signs = rows("timestamp,a,copy,label") {
            "\(clock($0)),\($0 * 7 % 13),\($0 / 20 % 5 == 4 ? -1 : 1)"
        }
        .replacing(",1\n", with: ",-1\n").replacing(",0\n", with: ",1\n")
        #expect(try Taken(signs).evaluate.errors.contains("--normal-label VALUE"))
        let read = try Taken(signs, labels: ["--normal-label", "1"])
        #expect(read.evaluate.errors.contains("not used = copy (equals the label)"))
        let scored = try runTool(
            "scenario-runner", ["score", "-", "--normal-label", "1", "--json"],
            input: Data("label,prediction\n1,0\n1,0\n-1,1\n-1,0\n".utf8))
        #expect(scored.exitCode == 0 && scored.output.contains("\"recall\": 0.5"))
    }
}
