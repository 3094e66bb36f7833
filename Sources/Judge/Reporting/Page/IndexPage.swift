import Scoring

/// What an overview says of one report; a sweep has thousands, so it holds numbers only.
public struct IndexEntry: Sendable, Equatable {
    /// Name of the report's files, without their endings.
    public var stem: String
    public var scenario: String
    public var detector: String
    public var seed: UInt64
    public var headlineF1: Double?
    public var eventRecall: Double?
    public var falseAlarmsPerHour: Double?
    public var falseAlarmBudget: Double
    public var medianDelay: Double?
    public var vusPR: Double?
    public var missed: Int
    public var events: Int
    public var isBetterThanChance: Bool?
    public var lost: Int

    public init(_ report: Report, stem: String) {
        let metrics = report.scorecard.pooled
        self.stem = stem
        scenario = report.scenario.name
        detector = report.detector.label
        seed = report.scenario.seed
        headlineF1 = metrics.headlineF1
        eventRecall = metrics.event.recall
        falseAlarmsPerHour = metrics.falseAlarmsPerHour
        falseAlarmBudget = report.scenario.falseAlarmBudget
        medianDelay = metrics.delay.median
        vusPR = metrics.vusPR
        missed = metrics.event.missed
        events = metrics.scoredEvents
        isBetterThanChance = report.scorecard.isBetterThanChance
        lost = report.delivery.lost
    }
}

/// `index.html` over a folder of reports: a heat map scenario × detector, and the list.
public struct IndexPage: Sendable {
    public var entries: [IndexEntry]

    /// - Parameter entries: in any order.
    public init(_ entries: [IndexEntry]) {
        self.entries = entries.sorted {
            ($0.scenario, $0.detector, $0.seed, $0.stem)
                < ($1.scenario, $1.detector, $1.seed, $1.stem)
        }
    }

    /// Reports that the page lists; more are left to the file system.
    static let rowLimit = 8000

    /// What the heat map can show.
    private struct Shown: Sendable {
        var title: String
        var number: @Sendable (IndexEntry) -> Double?
        var text: @Sendable (Double?) -> String
        /// 0 (worst) to 10 of a mean and the budget.
        var level: @Sendable (Double, Double) -> Double
    }

    private static let shown: [Shown] = [
        Shown(
            title: "headline F1", number: { $0.headlineF1 }, text: { Figures.fixed($0) },
            level: { mean, _ in mean * 10 }),
        Shown(
            title: "event recall", number: { $0.eventRecall }, text: { Figures.fixed($0) },
            level: { mean, _ in mean * 10 }),
        Shown(
            title: "false alarms per machine-hour", number: { $0.falseAlarmsPerHour },
            text: { Figures.rate($0) },
            level: { mean, budget in 10 / (1 + mean / max(budget, 1e-9)) }),
        Shown(
            title: "median delay (means of medians)", number: { $0.medianDelay },
            text: { Figures.duration($0) },
            level: { mean, _ in 10 / (1 + mean / 30) }),
        Shown(
            title: "VUS-PR", number: { $0.vusPR }, text: { Figures.fixed($0) },
            level: { mean, _ in mean * 10 }),
    ]

    public var html: String {
        HTML.page(
            title: "Reports: \(entries.count)",
            body: [header, heatMap, list].joined(separator: "\n"), data: nil,
            script: PageScript.overview)
    }

    private func names(_ name: (IndexEntry) -> String) -> [String] {
        Array(Set(entries.map(name))).sorted()
    }

    private func count(_ count: Int, _ noun: String) -> String {
        "\(Figures.count(count)) \(noun)\(count == 1 ? "" : "s")"
    }

    private var header: String {
        let seeds = Set(entries.map(\.seed)).count
        return """
            <header><div><h1>Reports</h1>
            <p class="dim">\(count(entries.count, "report")): \
            \(count(names(\.scenario).count, "scenario")), \
            \(count(names(\.detector).count, "detector")), \(count(seeds, "seed"))</p></div>
            <button type="button" id="theme" class="theme">Light / dark</button></header>
            """
    }

    private var heatMap: String {
        guard !entries.isEmpty else { return "<p class=\"dim\">There are none yet.</p>" }
        let detectors = names(\.detector)
        let cells = Dictionary(grouping: entries) { [$0.scenario, $0.detector] }
        var html = "<table class=\"map\" id=\"map\"><thead><tr><th class=\"t\">scenario</th>"
        for detector in detectors { html += "<th>\(HTML.escape(detector))</th>" }
        html += "</tr></thead><tbody>\n"
        let scenarios = names(\.scenario)
        for scenario in scenarios {
            html += "<tr><td class=\"t\">\(HTML.escape(scenario))</td>"
            for detector in detectors { html += cell(cells[[scenario, detector]] ?? []) }
            html += "</tr>\n"
        }
        if scenarios.count > 1 { html += means(scenarios, detectors, cells) }
        let options = Self.shown.enumerated().map { "<option value=\"\($0)\">\($1.title)</option>" }
        return """
            <section><h2>Scenario by detector</h2>
            <div class="tools"><label>Show <select id="metric">\(options.joined())</select></label>
            <span class="hint">Mean over seeds; the stronger the colour, the better.</span></div>
            <div class="scroll wide">\(html)</tbody></table></div></section>
            """
    }

    private func cell(_ entries: [IndexEntry]) -> String {
        guard let first = entries.first else { return "<td class=\"heat hn\"><span></span></td>" }
        let headlines = entries.compactMap(\.headlineF1)
        var title = count(entries.count, "seed")
        if let least = headlines.min(), let most = headlines.max(), entries.count > 1 {
            title += ", headline F1 \(Figures.fixed(least)) to \(Figures.fixed(most))"
        }
        let link =
            entries.count == 1
            ? "href=\"\(HTML.escape(first.stem)).html\""
            : "href=\"#reports\" data-search=\""
                + HTML.escape("\(first.scenario) \(first.detector)") + "\""
        return cell(
            Self.shown.map { SeedSummary(entries.map($0.number)).mean },
            budget: first.falseAlarmBudget, title: title
        ) { "<a \(link)>\($0)</a>" }
    }

    /// A number's means over the seeds of each scenario that has it, scenarios by name.
    private typealias ByScenario = [String: Double]

    /// The mean over scenarios, each weighing the same however many seeds it was played with. Where the
    /// detectors' numbers are not of the same scenarios, each mean says of how many it is, and another
    /// row has the means over those that all have.
    private func means(
        _ scenarios: [String], _ detectors: [String], _ cells: [[String]: [IndexEntry]]
    ) -> String {
        // By number, then by detector.
        let values: [[ByScenario]] = Self.shown.map { shown in
            detectors.map { detector in
                scenarios.reduce(into: [:]) { means, scenario in
                    let own = cells[[scenario, detector]] ?? []
                    means[scenario] = SeedSummary(own.map(shown.number)).mean
                }
            }
        }
        let common = values.map { all in
            all.map { Set($0.keys) }.reduce(Set(scenarios)) { $0.intersection($1) }
        }
        let differ = zip(values, common).map { all, common in
            all.contains { $0.count > common.count }
        }
        let budgets = detectors.map { detector in
            scenarios.lazy.compactMap { cells[[$0, detector]]?.first?.falseAlarmBudget }.first ?? 1
        }
        func row(_ title: String, _ value: (_ number: Int, _ detector: Int) -> (ByScenario, Bool))
            -> String
        {
            var html = "<tr class=\"total\"><td class=\"t\">\(title)</td>"
            for detector in detectors.indices {
                let found = Self.shown.indices.map { value($0, detector) }
                let means = found.map { own, _ in SeedSummary(scenarios.map { own[$0] }).mean }
                let texts = zip(Self.shown.indices, found).map { number, own in
                    let text = Self.shown[number].text(means[number])
                    return own.1 && means[number] != nil ? "\(text) (\(own.0.count))" : text
                }
                let count = found.map(\.0.count).max() ?? 0
                html += cell(
                    means, texts: texts, budget: budgets[detector],
                    title: "mean of \(self.count(count, "scenario"))"
                ) { "<span>\($0)</span>" }
            }
            return html + "</tr>\n"
        }
        let isMixed = differ.contains(true)
        var html = row(
            isMixed ? "mean of scenarios (of how many)" : "mean of scenarios"
        ) { (values[$0][$1], differ[$0]) }
        if isMixed, common.contains(where: { !$0.isEmpty }) {
            html += row("mean of those all have (of how many)") { number, detector in
                (
                    values[number][detector].filter { common[number].contains($0.key) },
                    differ[number]
                )
            }
        }
        return html
    }

    /// - Parameters:
    ///   - means: one for each of ``shown``.
    ///   - texts: what the cell says of each; nil for the number alone.
    private func cell(
        _ means: [Double?], texts: [String]? = nil, budget: Double, title: String,
        _ content: (String) -> String
    ) -> String {
        let texts = texts ?? zip(Self.shown, means).map { $0.text($1) }
        let levels = zip(Self.shown, means).map { shown, mean in
            mean.map { String(Int(min(max(shown.level($0, budget), 0), 10).rounded())) } ?? "n"
        }
        return "<td class=\"heat h\(levels[0])\" title=\"\(title)\" "
            + "data-t=\"\(HTML.escape(texts.joined(separator: "|")))\" "
            + "data-h=\"\(levels.joined(separator: "|"))\">"
            + content(HTML.escape(texts[0])) + "</td>"
    }

    private var list: String {
        guard !entries.isEmpty else { return "" }
        let rows = entries.prefix(Self.rowLimit).map { entry in
            let name =
                "<a href=\"\(HTML.escape(entry.stem)).html\">\(HTML.escape(entry.scenario))</a>"
            return (
                attributes: "",
                cells: [
                    HTML.Cell(html: name, isText: true), .text(entry.detector),
                    .number(String(entry.seed), Double(entry.seed)),
                    .number(Figures.fixed(entry.headlineF1, 3), entry.headlineF1),
                    .number(
                        entry.events == 0
                            ? Figures.undefined : "\(entry.missed) of \(entry.events)",
                        entry.events == 0 ? nil : Double(entry.missed)),
                    .number(Figures.rate(entry.falseAlarmsPerHour), entry.falseAlarmsPerHour),
                    .number(Figures.duration(entry.medianDelay), entry.medianDelay),
                    .number(Figures.fixed(entry.vusPR, 3), entry.vusPR),
                    .text(
                        [
                            entry.isBetterThanChance == false ? "no better than chance" : nil,
                            entry.lost > 0 ? "\(Figures.count(entry.lost, "reading")) lost" : nil,
                        ].compactMap { $0 }.joined(separator: ", ")),
                ]
            )
        }
        let table = HTML.table(
            id: "reports",
            [
                ("scenario", true), ("detector", true), ("seed", false), ("headline F1", false),
                ("missed", false), ("false alarms/h", false), ("median delay", false),
                ("VUS-PR", false), ("", true),
            ], rows)
        let more =
            entries.count > Self.rowLimit
            ? "<p class=\"hint\">The first \(Figures.count(Self.rowLimit)) of"
                + " \(Figures.count(entries.count)) are listed.</p>" : ""
        return """
            <section><h2>Every report</h2>
            <div class="tools"><input type="search" data-filter="reports" \
            placeholder="Find reports" aria-label="Find reports"></div>\(more)
            <div class="scroll wide">\(table)</div></section>
            """
    }
}
