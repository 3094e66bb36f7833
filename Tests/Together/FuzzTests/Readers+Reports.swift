import GroundTruth
import Reporting
import Scoring
import Telemetry

extension FuzzedReader {
    static let reportReaders = [
        FuzzedReader("report", inputs: 60_000, corpus: reports) { _ in
            { bytes in
                let report = try Report(jsonBytes: bytes)
                // What was read can be written, and shown.
                _ = report.json.text(indented: false)
                _ = report.markdown
            }
        },
        FuzzedReader("compared-report", inputs: 20_000, corpus: reports) { bench in
            let other = try Report(jsonBytes: reports(bench)[1])
            return { bytes in
                let report = try Report(jsonBytes: bytes)
                let comparison = try ReportComparison(
                    [
                        .init(argument: "a", path: "a.json", report: report),
                        .init(argument: "b", path: "b.json", report: other),
                    ], draws: 20)
                _ = comparison.text()
                _ = comparison.json.text(indented: true)
            }
        },
        FuzzedReader("report-page", inputs: 15_000, corpus: pages) { bench in
            let report = try Report(jsonBytes: reports(bench)[0])
            return { bytes in
                let page = String(decoding: bytes, as: UTF8.self)
                guard
                    let run = ComparedRun([("a", report), ("b", report)], pages: [page, page])
                else { throw Refused(what: "no page with curves") }
                _ = run.withoutCloseUps.size
            }
        },
    ]

    @Sendable private static func reports(_: Workbench) throws -> [[UInt8]] {
        try ["mad", "ewma:threshold=0.9"].map {
            Array(try report($0).report.json.text(indented: false).utf8)
        }
    }

    @Sendable private static func pages(_: Workbench) throws -> [[UInt8]] {
        let (report, trace) = try report("mad")
        let html = ReportPage(report, trace: trace).html
        // The data is what is read; style and script around it only take mutations away from it.
        let mark = "<script type=\"application/json\""
        guard let start = html.range(of: mark)?.lowerBound else { return [Array(html.utf8)] }
        return [Array(html[start...].prefix(20_000).utf8), Array(html.utf8)]
    }

    private static func report(_ spec: String) throws -> (report: Report, trace: Trace) {
        let start: Int64 = 1_767_225_600_000_000_000
        let times = (0..<240).map { start + Int64($0) * 1_000_000_000 }
        let scores = times.indices.map { $0 % 60 > 50 ? 0.9 : Double($0 % 7) / 10 }
        let window = TimeWindow(start: times[50], end: times[62])
        let event = TruthEvent(
            id: "e1", machine: "machine1", kind: "overload", group: .process, window: window,
            rootChannels: ["load"], observableFrom: times[51])
        let series = ScoredSeries(
            machine: "machine1", times: times, scores: scores, flags: scores.map { $0 > 0.7 },
            events: [event], probationEnd: times[10], period: 1_000_000_000)
        var recorder = TraceRecorder(
            window: TimeWindow(start: start, end: times[239] + 1_000_000_000),
            interval: 1_000_000_000, machineCount: 1, closeUps: ["machine1": [window]])
        recorder.record(
            machine: "machine1", channels: ["load"], times: times, values: scores
        ) { row in
            TraceRecorder.Mark(
                score: scores[row], threshold: 0.7, isWarmup: row < 10, isAnomaly: scores[row] > 0.7
            )
        }
        let report = Report(
            scenario: Report.Scenario(
                name: "x", summary: "s", sha256: String(repeating: "5a", count: 32), seed: 1,
                start: start, duration: 240, interval: 1, machineCount: 1, warmup: 10),
            detector: Report.Detector(
                name: "mad", spec: spec,
                parameters: [.init("n", .integer(25)), .init("threshold", .number(0.7))]),
            route: "embedded",
            delivery: Report.Delivery(generated: 240, published: 240, stored: 240, scored: 240),
            scorecard: try Scorer.evaluate([series]), timing: [.init("wall_s", 1.25)])
        return (report, recorder.trace())
    }
}
