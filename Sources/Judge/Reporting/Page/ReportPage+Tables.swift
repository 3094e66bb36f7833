import Scoring

extension ReportPage {
    var kinds: String {
        let events = report.scorecard.events.filter(\.isScored)
        guard !events.isEmpty else { return "" }
        let names = Array(Set(events.map(\.event.kind))).sorted()
        let rows = names.map { name in
            let ofKind = events.filter { $0.event.kind == name }
            let found = ofKind.filter(\.isDetected)
            let delays = found.compactMap(\.delay).sorted()
            let recall = Double(found.count) / Double(ofKind.count)
            let median = delays.isEmpty ? nil : middle(delays)
            return (
                attributes: "",
                cells: [
                    HTML.Cell.text(name),
                    .number(Figures.count(ofKind.count), Double(ofKind.count)),
                    .number(Figures.count(found.count), Double(found.count)),
                    .number(Figures.percent(recall, 0), recall),
                    .number(Figures.duration(median), median),
                ]
            )
        }
        let table = HTML.table(
            id: "kinds",
            [
                ("kind", true), ("events", false), ("found", false), ("recall", false),
                ("median delay", false),
            ], rows)
        return "<section><h2>Per kind</h2><div class=\"scroll\">\(table)</div></section>"
    }

    /// The median of ascending, non-empty `values`.
    private func middle(_ values: [Double]) -> Double {
        (values[(values.count - 1) / 2] + values[values.count / 2]) / 2
    }

    var references: String {
        guard !report.scorecard.references.isEmpty else { return "" }
        let own = (
            attributes: "class=\"total\"",
            cells: [
                HTML.Cell.text(report.detector.name),
                .number(Figures.fixed(metrics.headlineF1, 3), metrics.headlineF1),
                .number(Figures.rate(metrics.falseAlarmsPerHour), metrics.falseAlarmsPerHour),
                .number(Figures.percent(metrics.event.recall, 0), metrics.event.recall),
            ]
        )
        let rows = report.scorecard.references.map { reference in
            (
                attributes: "",
                cells: [
                    HTML.Cell.text(reference.name),
                    .number(Figures.fixed(reference.headlineF1, 3), reference.headlineF1),
                    .number(
                        Figures.rate(reference.falseAlarmsPerHour), reference.falseAlarmsPerHour),
                    .number(Figures.percent(reference.event.recall, 0), reference.event.recall),
                ]
            )
        }
        let table = HTML.table(
            id: "references",
            [
                ("detector", true), ("headline F1", false), ("false alarms/h", false),
                ("event recall", false),
            ], [own] + rows)
        return """
            <section><h2>Against detectors that look at nothing</h2>
            <div class="scroll">\(table)</div></section>
            """
    }

    /// Over many machines: the worst first, before any chart.
    var fleet: String {
        guard report.scorecard.machines.count > 12 else { return "" }
        let worst = byTrouble(report.scorecard.machines.map(\.id)).prefix(12)
        let machines = Dictionary(
            report.scorecard.machines.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let rows = worst.compactMap { machines[$0] }
        let quiet = report.scorecard.machines.count {
            $0.metrics.event.missed == 0 && $0.metrics.event.falseAlarms == 0
        }
        return """
            <section><h2>The fleet, worst first</h2>
            <p class="hint">\(Figures.count(quiet)) of \(Figures.count(report.scorecard.machines.count)) machines \
            have no missed event and no false alarm. <a href="#machines-head">All machines</a></p>
            <div class="scroll wide">\(table(of: rows, id: "fleet"))</div></section>
            """
    }

    var machineTable: String {
        let machines = report.scorecard.machines
        let search =
            machines.count > 8
            ? """
            <div class="tools"><input type="search" data-filter="machines" \
            placeholder="Find a machine" aria-label="Find a machine"></div>
            """ : ""
        return """
            <section><h2 id="machines-head">Per machine (\(Figures.count(machines.count)))</h2>
            \(search)<div class="scroll">\(table(of: machines, id: "machines"))</div></section>
            """
    }

    private func table(of machines: [MachineScore], id: String) -> String {
        let index = machineIndex
        let curved = curvedMachines
        let rows = machines.map { machine in
            let metrics = machine.metrics
            let canShow = curved.contains(machine.id) && index[machine.id] != nil
            return (
                attributes: canShow
                    ? "class=\"go pick\" data-machine=\"\(index[machine.id] ?? 0)\"" : "",
                cells: [
                    HTML.Cell.text(machine.id),
                    .number(Figures.fixed(metrics.headlineF1, 3), metrics.headlineF1),
                    .number(Figures.count(metrics.scoredEvents), Double(metrics.scoredEvents)),
                    .number(Figures.count(metrics.event.missed), Double(metrics.event.missed)),
                    .number(
                        Figures.count(metrics.event.falseAlarms), Double(metrics.event.falseAlarms)),
                    .number(Figures.rate(metrics.falseAlarmsPerHour), metrics.falseAlarmsPerHour),
                    .number(Figures.duration(metrics.delay.median), metrics.delay.median),
                    .number(Figures.fixed(metrics.vusPR, 3), metrics.vusPR),
                ]
            )
        }
        return HTML.table(
            id: id,
            [
                ("machine", true), ("headline F1", false), ("events", false), ("missed", false),
                ("false alarms", false), ("per hour", false), ("median delay", false),
                ("VUS-PR", false),
            ], rows)
    }

    var everyMetric: String {
        func rows(_ topics: [(topic: String, metrics: [MetricDescription])]) -> String {
            topics.map { topic, members in
                let numbers = members.filter { !$0.isByKind }.map { metric in
                    "<span title=\"\(HTML.escape(metric.summary))\">\(HTML.escape(metric.name)) "
                        + "\(HTML.escape(Figures.text(metric, in: metrics)))</span>"
                }
                return numbers.isEmpty
                    ? ""
                    : "<dt>\(HTML.escape(topic))</dt><dd>\(numbers.joined(separator: ", "))</dd>\n"
            }.joined()
        }
        let topics = Metrics.topics
        return """
            <section><h2>Every metric</h2><dl>
            \(rows(topics.filter { $0.metrics[0].warning == nil }))</dl><details>\
            <summary>Point-adjusted F1</summary>
            <p class="warning">\(HTML.escape(Metrics.pointAdjustedWarning))</p>
            <dl>\(rows(topics.filter { $0.metrics[0].warning != nil }))</dl></details></section>
            """
    }

    /// What a source of verdicts said, and what became of it.
    var verdicts: String {
        guard let verdicts = report.verdicts else { return "" }
        let counts = HTML.table(
            id: "verdicts", [("verdicts", true), ("", false)],
            verdicts.rows.map { (attributes: "", cells: [.text($0.name), .text($0.value)]) })
        let listed =
            verdicts.listedRows.isEmpty
            ? ""
            : HTML.table(
                id: "listed",
                [("", true), ("machine", true), ("time", true), ("said", true)],
                verdicts.listedRows.map { (attributes: "", cells: $0.map { .text($0) }) })
        return
            "<section><h2>What was said</h2><div class=\"scroll\">\(counts)\(listed)</div></section>"
    }

    var provenance: String {
        let scenario = report.scenario
        let delivery = report.delivery
        func row(_ name: String, _ value: String) -> String {
            "<dt>\(HTML.escape(name))</dt><dd>\(value)</dd>"
        }
        let parameters = report.detector.parameters.map {
            row($0.name, "<code>\(HTML.escape($0.value.text()))</code>")
        }
        var rows = [
            row("scenario", HTML.escape(scenario.name)),
            row("sha256", "<code>\(HTML.escape(scenario.sha256))</code>"),
            row("seed", String(scenario.seed)),
            row("alarm rule", scenario.alarmText),
            row(
                "scored",
                "\(Figures.count(metrics.scoredRows)) rows, "
                    + "\(Figures.fixed(metrics.normalHours, 1)) normal machine-hours"),
        ]
        let counts: [(Int, String)] =
            [
                (delivery.generated, "generated"), (delivery.withheld, "withheld"),
                (delivery.published, "published"), (delivery.stored, "stored"),
                (delivery.scored, "scored"), (delivery.lost, "lost"),
                (delivery.duplicated, "duplicated"),
            ] + (delivery.broken > 0 ? [(delivery.broken, "of the withheld broken payloads")] : [])
        rows.append(
            row(
                "readings",
                counts.map { "\(Figures.count($0.0)) \($0.1)" }.joined(separator: ", ")))
        rows += report.timing.map { row($0.name, Figures.fixed($0.value, $0.value < 100 ? 2 : 0)) }
        return """
            <div class="two"><section><h2>How it was made</h2><dl>
            \(rows.joined(separator: "\n"))
            </dl></section><section><h2>Detector</h2><dl>
            \(row("spec", "<code>\(HTML.escape(report.detector.spec))</code>"))
            \(row("sees", HTML.escape(report.detector.sees)))
            \(parameters.joined(separator: "\n"))
            </dl></section></div>
            """
    }
}
