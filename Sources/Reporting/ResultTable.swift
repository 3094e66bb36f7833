import Scoring
import Telemetry

/// The table a run prints: one row a detector, in the order of `scoring.md` section 1.
public struct ResultTable: Sendable {
    /// Whether to colour what passes and what fails.
    public var usesColor: Bool

    public init(usesColor: Bool = false) {
        self.usesColor = usesColor
    }

    /// A table a scenario, references last, then what a reader has to know before believing it.
    public func text(_ reports: [Report]) -> String {
        var seen: [String] = []
        for report in reports where !seen.contains(report.scenario.name) {
            seen.append(report.scenario.name)
        }
        return
            (seen.map { name in section(reports.filter { $0.scenario.name == name }) }
            + (seen.count > 1 ? [summary(reports, scenarios: seen)] : [])).joined(separator: "\n")
    }

    /// Every detector over all scenarios; each scenario weighs the same, however many seeds it has.
    private func summary(_ reports: [Report], scenarios: [String]) -> String {
        var specs: [String] = []
        for report in reports where !specs.contains(report.detector.spec) {
            specs.append(report.detector.spec)
        }
        var grid = [
            ["detector", "headline F1", "false alarms/h", "median delay", "missed", "VUS-PR"].map {
                Cell($0, .dim)
            }
        ]
        for spec in specs {
            let own = reports.filter { $0.detector.spec == spec }
            func mean(_ number: (Metrics) -> Double?) -> Double? {
                SeedSummary(
                    scenarios.map { name in
                        SeedSummary(
                            own.filter { $0.scenario.name == name }
                                .map { number($0.scorecard.pooled) }
                        ).mean
                    }
                ).mean
            }
            let events = own.reduce(0) { $0 + $1.scorecard.pooled.scoredEvents }
            let missed = own.reduce(0) { $0 + $1.scorecard.pooled.event.missed }
            grid.append([
                Cell(spec), Cell(Figures.fixed(mean(\.headlineF1)), .bold),
                Cell(Figures.rate(mean(\.falseAlarmsPerHour))),
                Cell(Figures.duration(mean(\.delay.median))),
                Cell(events == 0 ? Figures.undefined : "\(missed) of \(events)"),
                Cell(Figures.fixed(mean(\.vusPR))),
            ])
        }
        let head = style("mean over \(scenarios.count) scenarios", .bold)
        return ([head] + align(grid)).map { $0 + "\n" }.joined()
    }

    private func section(_ reports: [Report]) -> String {
        guard let first = reports.first else { return "" }
        let scenario = first.scenario
        let seeds = Array(Set(reports.map(\.scenario.seed))).sorted()
        let machines = "\(scenario.machineCount) machine\(scenario.machineCount == 1 ? "" : "s")"
        var lines = [
            style(
                "\(scenario.name)  \(machines), \(Figures.duration(scenario.duration)), "
                    + (seeds.count == 1 ? "seed \(seeds[0])" : "\(seeds.count) seeds"), .bold)
        ]
        let kinds = Set(reports.flatMap { $0.scorecard.pooled.recallByKind.keys }).sorted()
        var grid = [
            ["detector"] + (seeds.count > 1 ? ["seed"] : [])
                + ["headline F1", "false alarms/h", "median delay", "missed", "VUS-PR"]
                + kinds.map { "recall " + $0 }
        ].map { $0.map { Cell($0, .dim) } }
        for report in reports { grid.append(row(report, kinds, showsSeed: seeds.count > 1)) }
        for reference in first.scorecard.references {
            grid.append(row(reference, kinds.count, seeds.count > 1, scenario.falseAlarmBudget))
        }
        lines += align(grid)
        lines += footnotes(reports)
        return lines.map { $0 + "\n" }.joined()
    }

    private func row(_ report: Report, _ kinds: [String], showsSeed: Bool) -> [Cell] {
        let metrics = report.scorecard.pooled
        let events = metrics.scoredEvents
        return [Cell(report.detector.spec)]
            + (showsSeed ? [Cell(String(report.scenario.seed))] : [])
            + [
                Cell(Figures.fixed(metrics.headlineF1), .bold),
                rate(metrics.falseAlarmsPerHour, report.scenario.falseAlarmBudget),
                Cell(Figures.duration(metrics.delay.median)),
                Cell(events == 0 ? Figures.undefined : "\(metrics.event.missed) of \(events)"),
                Cell(Figures.fixed(metrics.vusPR)),
            ] + kinds.map { Cell(Figures.fixed(metrics.recallByKind[$0])) }
    }

    private func row(
        _ reference: ReferenceScore, _ kindCount: Int, _ hasSeed: Bool, _ budget: Double
    ) -> [Cell] {
        let events = reference.event.detected + reference.event.missed
        return [Cell("  (\(reference.name))", .dim)] + (hasSeed ? [Cell("")] : []) + [
            Cell(Figures.fixed(reference.headlineF1), .dim),
            rate(reference.falseAlarmsPerHour, budget),
            Cell(""),
            Cell(
                events == 0 ? Figures.undefined : "\(reference.event.missed) of \(events)", .dim),
            Cell(""),
        ] + Array(repeating: Cell(""), count: kindCount)
    }

    private func rate(_ rate: Double?, _ budget: Double) -> Cell {
        guard let rate else { return Cell(Figures.undefined) }
        let passes = rate <= budget
        return Cell("\(Figures.rate(rate)) \(passes ? "pass" : "FAIL")", passes ? .good : .bad)
    }

    private func footnotes(_ reports: [Report]) -> [String] {
        var lines: [String] = []
        var blind: [(spec: String, seeds: [Int])] = []
        for report in reports where report.scorecard.isBetterThanChance == false {
            if let place = blind.firstIndex(where: { $0.spec == report.detector.spec }) {
                blind[place].seeds.append(report.scenario.seed)
            } else {
                blind.append((report.detector.spec, [report.scenario.seed]))
            }
        }
        for (spec, seeds) in blind {
            let list = seeds.prefix(10).map(String.init).joined(separator: ", ")
            lines.append(
                style(
                    "\(spec) (seed \(list)\(seeds.count > 10 ? ", ..." : "")): no better than chance:"
                        + " a reference that looks at nothing does as well", .bad))
        }
        var seen: Set<String> = []
        for warning in reports.flatMap(\.warnings) where seen.insert(warning).inserted {
            lines.append("warning: " + warning.visible)
        }
        if let budget = reports.first?.scenario.falseAlarmBudget {
            lines.append(
                style(
                    "false alarms are per machine-hour; pass is at most \(Figures.rate(budget))",
                    .dim))
        }
        return lines
    }

    // MARK: - Columns

    private enum Style { case plain, bold, dim, good, bad }

    private struct Cell {
        var text: String
        var style: Style
        init(_ text: String, _ style: Style = .plain) {
            // Colours are ours alone: a name that brings its own is shown as what it is.
            self.text = text.visible
            self.style = style
        }
    }

    private func style(_ text: String, _ style: Style) -> String {
        let text = text.visible
        guard usesColor, !text.isEmpty else { return text }
        let code =
            switch style {
            case .plain: ""
            case .bold: "1"
            case .dim: "2"
            case .good: "32"
            case .bad: "31"
            }
        return code.isEmpty ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    /// First column to the left, numbers to the right, two spaces between.
    private func align(_ grid: [[Cell]]) -> [String] {
        let columns = grid.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            grid.map { column < $0.count ? $0[column].text.count : 0 }.max() ?? 0
        }
        return grid.map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                let padding = String(repeating: " ", count: widths[column] - cell.text.count)
                let text = style(cell.text, cell.style)
                line += column == 0 ? text + padding : "  " + padding + text
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
