import Scoring
import Telemetry

/// The table a run prints: one row a detector, in the order of docs/reports.md.
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
        /// Means over seeds of the scenarios in which there are any.
        func means(_ spec: String, _ number: (Metrics) -> Double?) -> [String: Double] {
            let own = reports.filter { $0.detector.spec == spec }
            return scenarios.reduce(into: [:]) { means, name in
                means[name] =
                    SeedSummary(
                        own.filter { $0.scenario.name == name }
                            .map { number($0.scorecard.pooled) }
                    ).mean
            }
        }
        var isOverDifferent = false
        func column(_ number: (Metrics) -> Double?, _ text: (Double?) -> String) -> [String] {
            let all = specs.map { means($0, number) }
            let differ = Set(all.map { Set($0.keys) }).count > 1
            if differ { isOverDifferent = true }
            return all.map { means in
                let mean = SeedSummary(scenarios.map { means[$0] }).mean
                return text(mean) + (differ && mean != nil ? " of \(means.count)" : "")
            }
        }
        let columns = Self.withMissed(
            Metrics.leading.map { metric in
                column({ metric.number(in: $0) }, { Figures.text($0, metric.unit, digits: 2) })
            }, specs.map { missed(reports, $0) })
        let titles = Self.withMissed(
            Metrics.leading.map {
                $0.unit == .seconds ? "mean of \($0.column)s" : $0.column
            }, "missed")
        var grid = [(["detector"] + titles).map { Cell($0, .dim) }]
        for (row, spec) in specs.enumerated() {
            grid.append(
                [Cell(reports.first { $0.detector.spec == spec }?.detector.label ?? spec)]
                    + columns.enumerated().map { Cell($1[row], $0 == 0 ? .bold : .plain) })
        }
        var lines =
            [style("mean over \(scenarios.count) scenarios", .bold)] + align(grid).map(\.text)
        if isOverDifferent {
            lines.append(
                style(
                    "of N: a mean over N scenarios, those where there is such a number; means over"
                        + " others can't be held against it", .dim))
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// How many events were missed stands behind the delay of the others.
    private static func withMissed<Column>(_ leading: [Column], _ missed: Column) -> [Column] {
        let place = Metrics.leading.firstIndex { $0.unit == .seconds }
        var columns = leading
        columns.insert(missed, at: place.map { $0 + 1 } ?? columns.count)
        return columns
    }

    private func missed(_ reports: [Report], _ spec: String) -> String {
        let own = reports.filter { $0.detector.spec == spec }
        let events = own.reduce(0) { $0 + $1.scorecard.pooled.scoredEvents }
        let missed = own.reduce(0) { $0 + $1.scorecard.pooled.event.missed }
        return events == 0 ? Figures.undefined : "\(missed) of \(events)"
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
        let table = align(grid(reports, kinds, seeds.count))
        if kinds.count < 3 || table.allSatisfy({ $0.width <= Self.width }) {
            lines += table.map(\.text)
        } else {
            // A column a kind does not fit: the kinds have lines of their own.
            lines += align(grid(reports, [], seeds.count)).map(\.text)
            lines += recall(reports, kinds)
        }
        lines += footnotes(reports)
        return lines.map { $0 + "\n" }.joined()
    }

    /// Columns of a terminal that nobody has made wider.
    private static let width = 80

    private func grid(_ reports: [Report], _ kinds: [String], _ seedCount: Int) -> [[Cell]] {
        var grid = [
            ["detector"] + (seedCount > 1 ? ["seed"] : [])
                + Self.withMissed(Metrics.leading.map(\.column), "missed")
                + kinds.map { "recall " + $0 }
        ].map { $0.map { Cell($0, .dim) } }
        for report in reports { grid.append(row(report, kinds, showsSeed: seedCount > 1)) }
        guard let first = reports.first else { return grid }
        for reference in first.scorecard.references {
            grid.append(
                row(reference, kinds.count, seedCount > 1, first.scenario.falseAlarmBudget))
        }
        return grid
    }

    /// Recall of each kind, mean over a detector's seeds, as many to a line as fit.
    private func recall(_ reports: [Report], _ kinds: [String]) -> [String] {
        var specs: [String] = []
        for report in reports where !specs.contains(report.detector.spec) {
            specs.append(report.detector.spec)
        }
        let isMean = reports.count > specs.count
        var lines = [style(isMean ? "recall by kind, mean over seeds" : "recall by kind", .dim)]
        for spec in specs {
            let own = reports.filter { $0.detector.spec == spec }.map(\.scorecard.pooled)
            let parts = kinds.map { kind in
                "\(kind) \(Figures.fixed(SeedSummary(own.map { $0.recallByKind[kind] }).mean))"
            }
            lines += Self.wrapped(parts, after: spec)
        }
        return lines
    }

    /// The parts on lines that begin under each other, behind `name`.
    private static func wrapped(_ parts: [String], after name: String) -> [String] {
        let indent = min(name.count, 24) + 2
        var lines: [String] = []
        var line = name.count > 24 ? "" : name.padding(to: indent)
        if name.count > 24 { lines.append(name) }
        var isEmpty = true
        for part in parts {
            if !isEmpty, line.count + 2 + part.count > width {
                lines.append(line)
                (line, isEmpty) = ("", true)
            }
            line += isEmpty ? (line.isEmpty ? "".padding(to: indent) : "") + part : "  " + part
            isEmpty = false
        }
        return lines + [line]
    }

    private func row(_ report: Report, _ kinds: [String], showsSeed: Bool) -> [Cell] {
        let metrics = report.scorecard.pooled
        let events = metrics.scoredEvents
        return [Cell(report.detector.label)]
            + (showsSeed ? [Cell(String(report.scenario.seed))] : [])
            + Self.withMissed(
                Metrics.leading.enumerated().map { place, metric in
                    let number = metric.number(in: metrics)
                    if metric.unit == .perHour {
                        return rate(number, report.scenario.falseAlarmBudget)
                    }
                    return Cell(
                        Figures.text(number, metric.unit, digits: 2), place == 0 ? .bold : .plain)
                },
                Cell(events == 0 ? Figures.undefined : "\(metrics.event.missed) of \(events)"))
            + kinds.map { Cell(Figures.fixed(metrics.recallByKind[$0])) }
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

    // MARK: - Columns

    enum Style { case plain, bold, dim, good, bad }

    private struct Cell {
        var text: String
        var style: Style
        init(_ text: String, _ style: Style = .plain) {
            // Colours are ours alone: a name that brings its own is shown as what it is.
            self.text = text.visible
            self.style = style
        }
    }

    func style(_ text: String, _ style: Style) -> String {
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
    private func align(_ grid: [[Cell]]) -> [(text: String, width: Int)] {
        let columns = grid.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            grid.map { column < $0.count ? $0[column].text.count : 0 }.max() ?? 0
        }
        return grid.map { row in
            var line = ""
            var width = 0
            for (column, cell) in row.enumerated() {
                let padding = String(repeating: " ", count: widths[column] - cell.text.count)
                let text = style(cell.text, cell.style)
                line += column == 0 ? text + padding : "  " + padding + text
                width += widths[column] + (column == 0 ? 0 : 2)
            }
            while line.last == " " { line.removeLast() }
            return (line, width)
        }
    }
}

extension String {
    /// The text with spaces behind it, `count` characters in all.
    fileprivate func padding(to count: Int) -> String {
        self + String(repeating: " ", count: max(0, count - self.count))
    }
}
