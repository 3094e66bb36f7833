import Scoring
import Telemetry

/// The HTML page of a comparison: verdicts, every metric, the events only some find, and the score
/// curves of all detectors over the same events.
public struct ComparisonPage: Sendable {
    public var comparison: ReportComparison
    /// Curves of some runs; see ``ComparedRun``.
    public var runs: [ComparedRun]
    /// Shown where a run's curves are not in the page; nil if all are.
    public var curveNote: String?

    public init(_ comparison: ReportComparison, runs: [ComparedRun] = [], curveNote: String? = nil)
    {
        self.comparison = comparison
        self.runs = runs
        self.curveNote = curveNote
    }

    private func escape(_ text: String) -> String { HTML.escape(text) }

    public var html: String {
        let names = comparison.entrants.map(\.name)
        return HTML.page(
            title: "Comparison: " + names.joined(separator: ", "),
            body: [header, verdicts, charts, events, metricTables, byRun]
                .joined(separator: "\n"),
            data: runs.isEmpty
                ? .object([
                    ("machines", .array([])), ("reports", .array([])), ("duration", .number(1)),
                    ("interval", .number(1)), ("start", .number(0)), ("warmup", .number(0)),
                ]) : .object([("runs", .array(runs.map(\.json)))]),
            script: PageScript.charts)
    }

    private var header: String {
        let entrants = comparison.entrants
        let rows = entrants.enumerated().map { index, entrant in
            "<dt>\(index == 0 ? "baseline" : "candidate")</dt><dd><code>\(escape(entrant.name))</code>,"
                + " \(entrant.reports.count) report\(entrant.reports.count == 1 ? "" : "s")</dd>"
        }
        return """
            <header><div><h1>Comparison</h1><dl>
            \(rows.joined(separator: "\n"))
            </dl></div>
            <button type="button" id="theme" class="theme">Light / dark</button></header>
            """
    }

    private var verdicts: String {
        var html = ""
        for (candidate, result) in zip(comparison.entrants.dropFirst(), comparison.comparisons) {
            let style =
                switch result.verdict {
                case .better: "better"
                case .worse: "worse"
                case .undecided: "undecided"
                }
            var detail = ""
            if let interval = result.headline.interval {
                detail =
                    "Difference \(ReportComparison.signed(result.headline.difference)), 95 % interval "
                    + "\(ReportComparison.signed(interval.lowerBound)) to "
                    + "\(ReportComparison.signed(interval.upperBound))"
                    + (result.headline.p.map { ", p \(ReportComparison.p($0))" } ?? "") + ". "
            }
            detail +=
                "\(result.runs) run\(result.runs == 1 ? "" : "s"), "
                + (result.isPaired ? "paired by scenario and seed" : "not paired")
                + ", bootstrap of \(Figures.count(result.draws)) draws with seed \(result.seed)."
            html += """
                <div class="verdict \(style)"><p><code>\(escape(candidate.name))</code></p>
                <p><b>\(escape(comparison.sentence(candidate, result)))</b></p>
                <p class="dim">\(escape(detail))</p></div>

                """
        }
        if let friedman = comparison.friedman {
            let names = comparison.entrants.map(\.name)
            let pairs = comparison.holm.map {
                "\(names[$0.first]) and \(names[$0.second]): p \(ReportComparison.p($0.p))"
            }
            html +=
                "<p class=\"dim\">Friedman's test over all: p \(ReportComparison.p(friedman.p)); "
                + "pairs after Holm: \(escape(pairs.joined(separator: "; "))).</p>\n"
        }
        for note in comparison.notes {
            html += "<p class=\"warning\"><b>Note:</b> \(escape(note))</p>\n"
        }
        return html
    }

    private var charts: String {
        guard !runs.isEmpty else {
            return curveNote.map { "<p class=\"hint\">\(escape($0))</p>" } ?? ""
        }
        let options = runs.enumerated().map {
            "<option value=\"\($0)\">\(escape($1.name))</option>"
        }
        let many = runs.contains { $0.machines.count > 4 }
        let buttons =
            many
            ? """
            <button type="button" id="previous">\u{2190} Previous machine</button>
            <button type="button" id="next">Next machine \u{2192}</button>
            """ : ""
        let note = curveNote.map { " " + escape($0) } ?? ""
        return """
            <section><h2>The same events, each detector's score</h2>
            <div class="legend"><span><i class="k-truth"></i>anomaly (truth)</span>
            <span><i class="k-alarm"></i>alarm, upper row: meets an anomaly</span>
            <span><i class="k-false"></i>alarm, lower row: false</span>
            <span><i class="k-ignored"></i>alarm that counts nowhere</span>
            <span><i class="k-warm"></i>warm-up, not scored</span><span>dashed: threshold</span></div>
            <div class="tools"><label>Run <select id="run">\(options.joined())</select></label>\(buttons)\
            <button type="button" id="zoom-in" aria-label="Zoom in">+</button>\
            <button type="button" id="zoom-out" aria-label="Zoom out">\u{2212}</button>\
            <button type="button" id="reset">Whole run</button></div>
            <div id="charts"></div>
            <p class="hint">Drag: pan. Ctrl and wheel, pinch, + and -: zoom. Shift and drag: zoom to a stretch. \
            Double click: whole run. Click an alarm: go there. Keys: arrows, +, -, 0.\(note)</p></section>
            """
    }

    private var events: String {
        let all = comparison.disagreements
        guard comparison.comparisons.allSatisfy(\.isPaired) else { return "" }
        let head = "<section><h2>Events only some find (\(Figures.count(all.count)))</h2>"
        if all.isEmpty { return head + "<p class=\"dim\">None.</p></section>" }
        let rows = all.prefix(ReportPage.rowLimit).map { item in
            let run = runs.firstIndex { $0.scenario == item.scenario && $0.seed == item.seed }
            let cells = zip(item.isFound, item.peakScores).map { found, peak in
                HTML.Cell(
                    html: (found
                        ? "<span class=\"good\">\u{2713} found</span>"
                        : "<span class=\"bad\">\u{2717} missed</span>")
                        + (peak.map { " \(Figures.fixed($0, 2))" } ?? ""),
                    sortKey: found ? 1 : 0)
            }
            return (
                attributes: run.map { attributes(item, $0) } ?? "",
                cells: [
                    HTML.Cell.text(item.scenario), .number(String(item.seed), Double(item.seed)),
                    .text(item.event.machine), .text(item.event.kind),
                    .number(
                        Instant.short(item.event.window.start),
                        Double(item.event.window.start) / 1e9),
                    .number(Figures.duration(item.event.seconds), item.event.seconds),
                ] + cells
            )
        }
        let table = HTML.table(
            id: "events",
            [
                ("scenario", true), ("seed", false), ("machine", true), ("kind", true),
                ("start (UTC)", false), ("length", false),
            ] + comparison.entrants.map { ($0.name, false) }, rows)
        return head
            + "<p class=\"hint\">With the peak score of each. Click a row to see it in the chart.</p>"
            + "<div class=\"scroll\">\(table)</div></section>"
    }

    private func attributes(_ item: ReportComparison.Disagreement, _ run: Int) -> String {
        guard let machine = runs[run].machines.firstIndex(of: item.event.machine) else { return "" }
        func seconds(_ time: Int64) -> Double { time.seconds(since: runs[run].start) }
        return "class=\"go\" data-run=\"\(run)\" data-machine=\"\(machine)\" "
            + "data-a=\"\(seconds(item.event.window.start))\" "
            + "data-b=\"\(seconds(item.event.window.end))\""
    }

    private var metricTables: String {
        zip(comparison.entrants.dropFirst(), comparison.comparisons).enumerated().map {
            place, pair in
            let rows = pair.1.all.map { row in
                let style =
                    switch row.verdict {
                    case .better: "good"
                    case .worse: "bad"
                    case .undecided: "dim"
                    }
                return (
                    attributes: "",
                    cells: [
                        HTML.Cell.text(row.metric),
                        .number(ReportComparison.number(row.baseline), row.baseline),
                        .number(ReportComparison.number(row.candidate), row.candidate),
                        .number(ReportComparison.signed(row.difference), row.difference),
                        .number(
                            row.interval.map {
                                ReportComparison.signed($0.lowerBound) + " to "
                                    + ReportComparison.signed($0.upperBound)
                            } ?? Figures.undefined, row.interval?.lowerBound),
                        .number(row.p.map(ReportComparison.p) ?? Figures.undefined, row.p),
                        .text(row.test ?? ""),
                        HTML.Cell(
                            html: "<span class=\"\(style)\">\(escape(row.verdict.rawValue))</span>",
                            isText: true),
                    ]
                )
            }
            let table = HTML.table(
                id: "metrics-\(place)",
                [
                    ("metric", true), ("baseline", false), ("candidate", false),
                    ("difference", false), ("95 % interval", false), ("p", false), ("test", true),
                    ("verdict", true),
                ], rows)
            return "<section><h2>\(escape(pair.0.name)) against the baseline</h2>"
                + "<p class=\"hint\">Means over the runs in which both have the metric. The verdict on"
                + " the whole is the one on headline_f1; many metrics looked at together show some"
                + " difference by luck.</p><div class=\"scroll wide\">\(table)</div></section>"
        }.joined(separator: "\n")
    }

    private var byRun: String {
        guard comparison.comparisons.allSatisfy(\.isPaired) else { return "" }
        let entrants = comparison.entrants
        let rows = entrants[0].reports.indices.map { run in
            let reports = entrants.map { $0.reports[run] }
            let scenario = reports[0].scenario
            return (
                attributes: "",
                cells: [
                    HTML.Cell.text(scenario.name),
                    .number(String(scenario.seed), Double(scenario.seed)),
                ]
                    + reports.map {
                        let value = $0.scorecard.pooled.headlineF1
                        return .number(Figures.fixed(value, 3), value)
                    }
            )
        }
        let table = HTML.table(
            id: "runs",
            [("scenario", true), ("seed", false)] + entrants.map { ($0.name, false) },
            Array(rows.prefix(ReportPage.rowLimit)))
        return "<section><h2>Headline F1 by run</h2><div class=\"scroll\">\(table)</div></section>"
    }
}
