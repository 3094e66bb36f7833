import CSVFiles
import CommandLineTool
import Foundation
import LabelledFiles
import Telemetry
import TestSupport
import Testing

/// What `LabelledCSV` makes of a file of `text`.
func labelled(_ text: String, _ change: (inout DataOptions) -> Void = { _ in }) throws
    -> LabelledCSV
{
    var options = DataOptions()
    options.probation = .rows(0)
    change(&options)
    let path = temporaryPath("labelled") + ".csv"
    try Data(text.utf8).write(to: URL(filePath: path))
    defer { removeTemporary(path) }
    let data = try LabelledCSV(InputFile(path), options: options)
    // The values, before the file goes.
    try data.readings { _, _ in }
    return data
}

/// The sentence with which a file of `text` is refused; nil if it is read.
func refusal(_ text: String, _ change: (inout DataOptions) -> Void = { _ in }) throws -> String? {
    do {
        _ = try labelled(text, change)
        return nil
    } catch let failure as ToolFailure {
        #expect(failure.exitCode == .usage)
        return failure.messages.joined(separator: "\n")
    }
}

@Suite struct `A labelled file` {
    @Test func `says what each column is taken for`() throws {
        let data = try labelled("timestamp,unique_id,a,b,index,label\n1,p,1,2,0,0\n2,p,3,4,1,1\n")
        #expect(data.channels == ["a", "b"])
        #expect(data.unused == ["index (row numbers)"])
        #expect(
            data.summary.hasSuffix(
                ": time = timestamp; label = label; series = unique_id; channels = a, b; not used ="
                    + " index (row numbers)"))
        #expect(data.series.map(\.rows.labels) == [[false, true]])
        #expect(data.series.map(\.rows.times) == [[1_000_000_000, 2_000_000_000]])
        #expect(data.rowCount == 2 && data.hasIDs && data.interval == 1_000_000_000)
    }

    @Test func `gives its values in the order of the file, missing ones as missing`() throws {
        let path = temporaryPath("values") + ".csv"
        defer { removeTemporary(path) }
        let text = "timestamp;machineID;a;label\n1;x;1,5;0\n1;y;2,5;0\n2;x;NA;1\n2;x;nan;1\n"
        try Data(text.utf8).write(to: URL(filePath: path))
        let data = try LabelledCSV(InputFile(path), options: DataOptions())
        var values: [String: [Double]] = [:]
        try data.readings { place, piece in
            values[data.series[place].rows.machine, default: []] += piece.values
        }
        #expect(values["y"] == [2.5])
        let x = try #require(values["x"])
        #expect(x.count == 3 && x[0] == 1.5)
        #expect(x[1...].allSatisfy { $0.bitPattern == Double.missing.bitPattern })
    }

    @Test func `has an event for each run of label 1, with the kind that a column names`() throws {
        let data = try labelled(
            "timestamp,a,kind,label\n1,0,,0\n2,0,leak,1\n3,0,leak,1\n4,0,,0\n5,0,jam,1\n")
        let events = data.series[0].truth.events
        #expect(events.map(\.kind) == ["leak", "jam"])
        #expect(events.map(\.window.start) == [2_000_000_000, 5_000_000_000])
    }

    @Test(arguments: [
        ("a,b,label\n", ":1: there are no rows under the header"),
        ("timestamp,label\n1,0\n", "there is no numeric column"),
        ("timestamp,a,label\n1,2,maybe\n", ":2: label is \"maybe\"; a label must be 0 or 1"),
        ("timestamp,a,label\nnoon,2,1\n", ":2: timestamp is \"noon\"; write 2026"),
        ("when,a,label\n2026-01-01,2,1\n", "(when may be one)"),
        ("timestamp,a,label\n1,\"1,060.5\",1\n", ":2: a is \"1,060.5\"; thousands separators"),
        ("timestamp,a\n1,2\n", "there is no column label (0 or 1)"),
    ])
    func `is refused with the line and what to do`(text: String, sentence: String) throws {
        let found = try #require(try refusal(text))
        #expect(found.contains(sentence), "\(found)")
    }

    @Test func `is refused where an option names a column that is not there`() throws {
        let found = try refusal("timestamp,load,label\n1,2,0\n") { $0.channels = ["laod"] }
        #expect(found?.contains("--channels laod: there is no such column") == true)
        #expect(found?.contains("did you mean \"load\"?") == true)
    }
}

@Suite struct `A probation` {
    @Test(arguments: [
        ("10m", Probation.seconds(600)), ("300", .seconds(300)), ("400rows", .rows(400)),
        ("15%", .share(0.15, atMost: .max)),
    ])
    func `is read from a text`(text: String, probation: Probation) throws {
        #expect(try Probation(text) == probation)
    }

    @Test(arguments: ["", "soon", "-1rows", "100%", "-5"])
    func `is refused where the text says none`(text: String) {
        #expect(throws: ToolFailure.self) { try Probation(text) }
    }

    @Test func `ends after a share of the rows in the order of time, at most so many`() {
        let times: [Int64] = [3, 1, 0, 2, 4, 5, 6, 7, 8, 9]
        #expect(Probation.share(0.2, atMost: 750).end(of: times) == 2)
        #expect(Probation.share(0.9, atMost: 3).end(of: times) == 3)
        #expect(Probation.rows(10).end(of: times) == 10)
        #expect(Probation.rows(0).end(of: times) == .min)
    }
}

@Suite struct `A truth file` {
    private func truth(_ text: String) throws -> TruthFile {
        let path = temporaryPath("truth") + ".json"
        try Data(text.utf8).write(to: URL(filePath: path))
        defer { removeTemporary(path) }
        return try TruthFile(path: path)
    }

    @Test func `has NAB's windows of the file of that name, both ends inside`() throws {
        let file = try truth(
            """
            {"x/other.csv": [["2026-01-01 00:00:00.000000", "2026-01-01 00:04:00.000000"]],
             "x/data.csv": [["2026-01-01 00:05:00.000000", "2026-01-01 00:05:29.000000"]]}
            """)
        let (found, zones) = file.truth(of: "data", isOnly: true, in: "data", until: .max)
        let start = try #require(Instant.parse("2026-01-01T00:05:00Z"))
        #expect(found.events.map(\.window.start) == [start])
        #expect(found.events.map(\.window.end) == [start + 29_000_000_001])
        #expect(zones.isEmpty)
    }

    @Test func `has events of machines, and says which are of none that the data have`() throws {
        let file = try truth(
            #"[{"machine": "a", "start": "2026-01-01T00:00:00Z", "end": null}, {"machine": "b", "start": "2026-01-01T00:00:00Z", "end": "2026-01-01T00:00:01Z"}]"#
        )
        let start = try #require(Instant.parse("2026-01-01T00:00:00Z"))
        let (found, _) = file.truth(of: "a", isOnly: false, in: "x", until: start + 60)
        #expect(found.events.map(\.window.end) == [start + 60])
        let warnings = file.warnings(machines: ["a"], data: "x")
        #expect(warnings.count == 1 && warnings[0].hasPrefix("1 of 2 events in "))
        #expect(file.warnings(machines: ["a", "b"], data: "x").isEmpty)
    }

    @Test func `says where it knows nothing of the data`() throws {
        for empty in ["[]", "{}", "start,end\n"] {
            let warnings = try truth(empty).warnings(machines: nil, data: "data")
            #expect(warnings.count == 1 && warnings[0].contains("has no events"), "\(warnings)")
        }
        // NAB lists files without a window, too.
        let file = try truth(
            #"{"x/a.csv": [], "x/b.csv": [["2026-01-01 00:00:00", "2026-01-01 00:04:00"]]}"#)
        #expect(file.warnings(machines: nil, data: "a").isEmpty)
        #expect(file.warnings(machines: nil, data: "b").isEmpty)
        let warnings = file.warnings(machines: nil, data: "c")
        #expect(warnings.count == 1 && warnings[0].contains("says nothing of c"), "\(warnings)")
    }

    @Test(arguments: ["{}x", "[1]", #"[{"start": "noon"}]"#])
    func `is refused where it is none`(text: String) {
        #expect(throws: ToolFailure.self) { try truth(text) }
    }
}

@Suite struct `A file of predictions` {
    private func predictions(_ text: String) throws -> PredictionFile {
        let path = temporaryPath("predictions") + ".csv"
        try Data(text.utf8).write(to: URL(filePath: path))
        defer { removeTemporary(path) }
        return try PredictionFile(path: path)
    }

    @Test func `has a series for each id, flagged by its scores`() throws {
        let file = try predictions("unique_id,label,score\na,0,0.1\nb,1,0.9\na,1,0.7\n")
        #expect(!file.hasPredictions)
        #expect(file.summary == "label = label; score = score; series = unique_id; rows 1s apart")
        let series = file.series(threshold: 0.5, probation: 0)
        #expect(series.map(\.machine) == ["a", "b"])
        #expect(series.map { $0.events.count } == [1, 1])
    }

    @Test func `is refused without a score or a prediction`() {
        #expect(throws: ToolFailure.self) { try predictions("label,x\n0,1\n") }
    }
}
