import Scoring
import Telemetry

extension ReportPage {
    private func escape(_ text: String) -> String { HTML.escape(text) }

    var header: String {
        let scenario = report.scenario
        let machines =
            "\(Figures.count(scenario.machineCount)) machine\(scenario.machineCount == 1 ? "" : "s")"
        return """
            <header><div><h1>\(escape(scenario.name))</h1>
            <p><code>\(escape(report.detector.label))</code></p>
            <p class="dim">\(escape(scenario.summary))</p>
            <p class="dim">\(machines), \(Figures.duration(scenario.duration)) at one reading per \
            \(Figures.duration(scenario.interval)), seed \(scenario.seed), route \
            \(escape(report.route)), from \(Instant.short(scenario.start)) UTC</p></div>
            <button type="button" id="theme" class="theme">Light / dark</button></header>
            """
    }

    var warnings: String {
        var html = ""
        if report.scorecard.isBetterThanChance == false {
            html +=
                "<p class=\"warning bad\"><b>No better than chance.</b> A reference detector that "
                + "looks at nothing reaches the same headline on these readings.</p>\n"
        }
        for warning in report.warnings {
            html += "<p class=\"warning\"><b>Warning:</b> \(escape(warning))</p>\n"
        }
        return html
    }

    var tiles: String {
        let verdict = report.isWithinBudget.map {
            $0
                ? "<span class=\"good\">\u{2713} pass</span>"
                : "<span class=\"bad\">\u{2717} over budget</span>"
        }
        let budget = Figures.rate(report.scenario.falseAlarmBudget)
        let events = metrics.scoredEvents
        return """
            <div class="tiles">
            <div class="tile main"><span>headline F1</span><b>\(Figures.fixed(metrics.headlineF1, 3))</b>
            <span>smaller of event F1 \(Figures.fixed(metrics.event.f1, 3)) and composite F1 \
            \(Figures.fixed(metrics.compositeEvent.f1, 3))</span></div>
            <div class="tile"><span>false alarms per machine-hour</span>\
            <b>\(Figures.rate(metrics.falseAlarmsPerHour))</b>
            <span>\(verdict ?? "") budget \(budget)</span></div>
            <div class="tile"><span>median delay</span><b>\(Figures.duration(metrics.delay.median))</b>
            <span>\(metrics.event.missed) of \(events) events missed</span></div>
            <div class="tile"><span>VUS-PR</span><b>\(Figures.fixed(metrics.vusPR, 3))</b>
            <span>quality of the score, no threshold</span></div>
            </div>
            """
    }

    var charts: String {
        guard let trace, !trace.machines.isEmpty else { return "" }
        let many =
            machines.count > 4
            ? """
            <button type="button" id="previous">\u{2190} Previous machine</button>
            <button type="button" id="next">Next machine \u{2192}</button>
            <a href="#machines-head">Find a machine</a>
            """ : ""
        let coarse = trace.machines.contains { !$0.isExact }
        let left = machines.count - trace.machines.count
        let missing =
            left > 0
            ? " Curves of \(Figures.count(left)) machines are left out for the page's size." : ""
        let note =
            coarse
            ? "A point may stand for several readings: the line spans their least and greatest value. "
                + "Around the events every reading is there, as far as the page's size allows."
            : "Every reading is there."
        return """
            <section><h2>What happened</h2>
            <div class="legend"><span><i class="k-truth"></i>anomaly (truth)</span>
            <span><i class="k-missed"></i>missed anomaly</span>
            <span><i class="k-alarm"></i>alarm, upper row: meets an anomaly</span>
            <span><i class="k-false"></i>alarm, lower row: false</span>
            <span><i class="k-ignored"></i>alarm that counts nowhere</span>
            <span><i class="k-warm"></i>warm-up, not scored</span><span>dashed: threshold</span></div>
            <div class="tools">\(many)<button type="button" id="zoom-in" aria-label="Zoom in">+</button>\
            <button type="button" id="zoom-out" aria-label="Zoom out">\u{2212}</button>\
            <button type="button" id="reset">Whole run</button></div>
            <div id="charts"></div>
            <p class="hint">Drag: pan. Ctrl and wheel, pinch, + and -: zoom. Shift and drag: zoom to a stretch. \
            Double click: whole run. Click an alarm: go there. Keys: arrows, +, -, 0. \(note)\(missing)</p></section>
            """
    }

    var threshold: String {
        let sweep = report.scorecard.sweep
        guard sweep.count > 1 else { return "" }
        func live(_ id: String, _ title: String) -> String {
            "<div><span>\(title)</span><b id=\"live-\(id)\">\u{2013}</b></div>"
        }
        return """
            <section><h2>Another threshold</h2><div class="two"><div>
            <p>What one fixed threshold for all readings would have come to, counted on all readings, \
            for \(sweep.count) thresholds. The detector's own working point is the filled dot; its \
            threshold may have moved during the run.</p>
            <div class="tools"><input type="range" id="slider" min="0" max="\(sweep.count - 1)" \
            value="\(sweep.count / 2)" aria-label="threshold">
            <button type="button" id="slider-off">Off</button></div>
            <div class="live">\(live("threshold", "threshold"))\(live("headline", "headline F1"))\
            \(live("event", "event precision / recall"))\(live("row", "row precision / recall"))\
            \(live("found", "events found"))\(live("rate", "false alarms"))</div></div>
            <div><div class="legend"><span>solid: rows</span><span>dashed: events</span>\
            <span>filled dot: as run</span><span>hollow dot: slider</span></div>
            <canvas id="pr" role="img" aria-label="Precision over recall"></canvas></div></div></section>
            """
    }

    func events(_ index: [String: Int]) -> String {
        let all = report.scorecard.events
        guard !all.isEmpty else { return "" }
        let curved = curvedMachines
        let rows = all.prefix(Self.rowLimit).map { result in
            let event = result.event
            let isFound = result.isDetected
            let found: HTML.Cell =
                !result.isScored
                ? HTML.Cell(html: "<span class=\"dim\">not scored</span>", sortKey: 2)
                : isFound
                    ? HTML.Cell(html: "<span class=\"good\">\u{2713} found</span>", sortKey: 1)
                    : HTML.Cell(html: "<span class=\"bad\">\u{2717} missed</span>", sortKey: 0)
            return (
                attributes: rowAttributes(
                    curved.contains(event.machine) ? index[event.machine] : nil,
                    event.window.start, event.window.end),
                cells: [
                    HTML.Cell.text(event.machine), .text(event.kind),
                    .number(Instant.short(event.window.start), seconds(event.window.start)),
                    .number(Figures.duration(event.seconds), event.seconds), found,
                    .number(Figures.duration(result.delay), result.delay),
                    .number(
                        Figures.duration(result.delayFromObservable), result.delayFromObservable),
                    .number(Figures.fixed(result.peakScore, 3), result.peakScore),
                    .text(event.rootChannels.joined(separator: ", ")),
                ]
            )
        }
        let table = HTML.table(
            id: "events",
            [
                ("machine", true), ("kind", true), ("start (UTC)", false), ("length", false),
                ("found", false), ("delay", false), ("from visible", false), ("peak score", false),
                ("channels", true),
            ], rows)
        return """
            <section><h2>Events (\(Figures.count(all.count)))</h2>
            <p class="hint">Click a head to sort, a row to see it in the chart. "From visible" counts \
            the delay from the moment the readings first differed. \(omitted(all.count))</p>
            <div class="scroll">\(table)</div></section>
            """
    }

    func falseAlarms(_ index: [String: Int]) -> String {
        let all = report.scorecard.falseAlarms
        let head = "<section><h2>False alarms (\(Figures.count(all.count)))</h2>"
        if all.isEmpty { return head + "<p class=\"dim\">None.</p></section>" }
        let curved = curvedMachines
        let rows = all.prefix(Self.rowLimit).map { alarm in
            let length = alarm.window.seconds
            return (
                attributes: rowAttributes(
                    curved.contains(alarm.machine) ? index[alarm.machine] : nil,
                    alarm.window.start, alarm.window.end),
                cells: [
                    HTML.Cell.text(alarm.machine),
                    .number(Instant.short(alarm.window.start), seconds(alarm.window.start)),
                    .number(Figures.duration(length), length),
                    .number(Figures.fixed(alarm.peakScore, 3), alarm.peakScore),
                    .text(alarm.cause.map { "during " + $0 } ?? ""),
                ]
            )
        }
        let table = HTML.table(
            id: "false-alarms",
            [
                ("machine", true), ("start (UTC)", false), ("length", false), ("peak score", false),
                ("perhaps about", true),
            ], rows)
        return head
            + "<p class=\"hint\">\(omitted(all.count))</p><div class=\"scroll\">\(table)</div></section>"
    }

    private func omitted(_ count: Int) -> String {
        count > Self.rowLimit
            ? "The first \(Figures.count(Self.rowLimit)) of \(Figures.count(count)) are listed."
            : ""
    }

    private func rowAttributes(_ machine: Int?, _ start: Int64, _ end: Int64) -> String {
        guard let machine else { return "" }
        return "class=\"go\" data-machine=\"\(machine)\" data-a=\"\(seconds(start))\" "
            + "data-b=\"\(seconds(end))\""
    }
}
