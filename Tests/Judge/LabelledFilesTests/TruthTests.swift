import CommandLineTool
import Foundation
import LabelledFiles
import Scoring
import Telemetry
import TestSupport
import Testing

private let second: Int64 = 1_000_000_000

/// Truth from files of these texts.
private func truth(_ texts: String..., agreeing: Int? = nil) throws -> TruthFile {
    let paths = texts.map { _ in temporaryPath("truth") + ".csv" }
    defer { for path in paths { removeTemporary(path) } }
    for (path, text) in zip(paths, texts) { try Data(text.utf8).write(to: URL(filePath: path)) }
    var file = try TruthFile(paths: paths)
    file.agreeing = agreeing
    return file
}

/// Events and zones of the only series, in seconds.
private func windows(_ file: TruthFile, of machine: String = "x", isOnly: Bool = true) -> (
    events: [Range<Int64>], zones: [Range<Int64>]
) {
    let (found, zones) = file.truth(of: machine, isOnly: isOnly, in: "x", until: 1000 * second)
    func range(_ window: TimeWindow) -> Range<Int64> { window.start / second..<window.end / second }
    return (found.events.filter(\.isScored).map { range($0.window) }, zones.map(range))
}

@Suite struct `Incidents from a CSV file` {
    @Test func `have an id, a start, an end inside, and a kind`() throws {
        let file = try truth("id;start;end;kind\na;10;20;leak\nb;30;30;\na;50;;\n")
        let (found, _) = file.truth(of: "a", isOnly: false, in: "x", until: 99 * second)
        #expect(found.events.map(\.kind) == ["leak", "anomaly"])
        #expect(found.events[0].window == TimeWindow(start: 10 * second, end: 20 * second + 1))
        #expect(found.events[1].window == TimeWindow(start: 50 * second, end: 99 * second))
        #expect(windows(file, of: "b", isOnly: false).events == [30..<30])
    }

    @Test func `count once where they come twice, but for another kind or person`() throws {
        let file = try truth(
            "start,end,kind,labeler\n10,20,leak,eva\n10,20,leak,eva\n10,20,wear,eva\n10,20,leak,bo\n"
        )
        #expect(
            file.warnings(machines: nil, data: "x").map { $0.contains("comes twice") } == [true])
        let alone = try truth("start,end,kind\n10,20,leak\n10.0,20,leak\n10,20,wear\n")
        #expect(windows(alone).events == [10..<20, 10..<20])
        #expect(try truth("start,end\n10,20\n20,30\n").warnings(machines: nil, data: "x").isEmpty)
    }

    @Test func `may say begin and until, and no id`() throws {
        let file = try truth("begin,until\n2026-01-01 00:00:10,2026-01-01 00:00:20\n")
        let start = try #require(Instant.parse("2026-01-01T00:00:10Z")) / second
        #expect(windows(file).events == [start..<start + 10])
    }

    @Test(arguments: [
        ("id,begin\na,1\n", ":1: there are no columns start and end; write id,start,end,kind"),
        ("start,end\nnoon,2\n", ":2: start is \"noon\"; write 2026"),
        ("start,end\n5,2\n", ":2: end is \"2\"; an incident ends after it starts"),
    ])
    func `are refused with the line and what to do`(text: String, sentence: String) throws {
        let failure = try #require(throws: ToolFailure.self) { try truth(text) }
        #expect(failure.messages[0].contains(sentence), "\(failure.messages)")
    }
}

@Suite struct `Several people's labels` {
    private let one = "start,end\n10,19.999999999\n50,59.999999999\n"
    private let two = "start,end\n15,24.999999999\n70,79.999999999\n"
    private let three = "start,end\n12,17.999999999\n"

    @Test func `are events where more than half agree, and nothing where they do not`() throws {
        let found = windows(try truth(one, two, three))
        #expect(found.events == [12..<20])
        #expect(found.zones == [10..<12, 20..<25, 50..<60, 70..<80])
        #expect(windows(try truth(one)).zones.isEmpty)
    }

    @Test func `are events where as many agree as is asked for`() throws {
        #expect(windows(try truth(one, two, three, agreeing: 3)).events == [15..<18])
        let any = windows(try truth(one, two, three, agreeing: 1))
        #expect(any.events == [10..<25, 50..<60, 70..<80] && any.zones.isEmpty)
        let none = windows(try truth(one, "start,end\n500,501\n"))
        #expect(none.events.isEmpty && none.zones == [10..<20, 50..<60, 500..<501])
    }

    @Test func `may stand in one file with a column of names`() throws {
        let file = try truth("labeler,start,end\nann,10,20\nbob,15,30\nann,40,50\n")
        #expect(windows(file).events == [15..<20])
    }

    @Test func `may be columns of the data`() throws {
        let data = try labelled("timestamp,a,ann,bob\n1,0,0,0\n2,0,1,1\n3,0,1,0\n4,0,,1\n5,0,,\n") {
            $0.label = "ann"
            $0.moreLabels = ["bob"]
        }
        #expect(data.channels == ["a"])
        #expect(data.series[0].rows.labels == [false, true, false, true, false])
        #expect(data.series[0].rows.ignored == [false, false, true, false, true])
    }
}

@Suite struct `Labels that are empty` {
    @Test func `are not scored, and the report says how many`() throws {
        let data = try labelled("timestamp,a,label\n1,0,0\n2,0,\n3,0,NA\n4,0,1\n")
        #expect(data.series[0].rows.labels == [false, false, false, true])
        #expect(
            data.series[0].ignoreZones == [TimeWindow(start: 2 * second, end: 4 * second)])
        #expect(data.warnings.contains { $0.hasPrefix("2 rows have no label") })
        let whole = try labelled("timestamp,a,label\n1,0,0\n2,0,1\n")
        #expect(whole.series[0].ignoreZones.isEmpty && whole.series[0].rows.ignored.isEmpty)
    }
}

@Suite struct `A tolerance around events` {
    private func card(flagging flags: Set<Int>, _ tolerance: Tolerance) throws -> Scorecard {
        let rows = (1...100).map { "\($0),0,\((50..<60).contains($0) ? 1 : 0)" }
        let data = try labelled("timestamp,a,label\n" + rows.joined(separator: "\n") + "\n") {
            $0.tolerance = tolerance
        }
        let series = data.series[0]
        var judged = ScoredSeries(
            machine: "x", times: series.rows.times, scores: [],
            flags: (1...100).map(flags.contains), events: series.truth.events,
            ignoreZones: series.ignoreZones, period: second)
        judged.placement = series.truth.placement
        return try Scorer.evaluate([judged])
    }

    @Test func `takes alarms a little early or late for detections`() throws {
        let some = Tolerance(early: 10 * second, late: 5 * second)
        for (row, isFound) in [(39, false), (40, true), (49, true), (64, true), (65, false)] {
            let card = try card(flagging: [row], some)
            #expect(card.pooled.event.detected == (isFound ? 1 : 0), "\(row)")
            #expect(card.falseAlarms.count == (isFound ? 0 : 1), "\(row)")
        }
        #expect(try card(flagging: [45], Tolerance()).falseAlarms.count == 1)
    }

    @Test func `leaves its rows out of the counts, and the event's own in`() throws {
        let card = try card(
            flagging: [], Tolerance(early: 10 * second, late: 5 * second))
        #expect(card.pooled.point.falseNegatives == 10 && card.pooled.point.trueNegatives == 75)
    }
}
