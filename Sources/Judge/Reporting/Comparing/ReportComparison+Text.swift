import Scoring
import Telemetry

extension ReportComparison {
    /// Events of one kind of disagreement that the terminal lists; the JSON has all.
    private static let listedEvents = 8

    /// What `scenario-runner compare` prints.
    public func text(usesColor: Bool = false) -> String {
        var lines: [String] = []
        if entrants.count > 2 { lines += overview.map(\.visible) + [""] }
        for (candidate, comparison) in zip(entrants.dropFirst(), comparisons) {
            lines += section(candidate, comparison, usesColor) + [""]
        }
        lines += notes.map { "note: " + $0.visible }
        if notes.isEmpty { lines.removeLast() }
        return lines.map { $0 + "\n" }.joined()
    }

    private var overview: [String] {
        var lines = TextTable.lines(
            [["detector", "runs"] + Metrics.leading.map(\.column)]
                + entrants.map { entrant in
                    [entrant.name, String(entrant.reports.count)]
                        + Metrics.leading.enumerated().map { place, metric in
                            let summary = entrant.summary { metric.number(in: $0) }
                            func text(_ value: Double?) -> String {
                                Figures.text(value, metric.unit, digits: 2)
                            }
                            return place == 0 ? Self.range(summary, text) : text(summary.mean)
                        }
                })
        if let friedman {
            let p = Self.p(friedman.p)
            lines.append(
                friedman.p < 0.05
                    ? "The detectors differ over the runs (Friedman, p \(p)); pairs after Holm:"
                    : "Over these runs the detectors can't be told apart (Friedman, p \(p)).")
            if friedman.p < 0.05 {
                for pair in holm {
                    lines.append(
                        "  \(entrants[pair.first].name) and \(entrants[pair.second].name):"
                            + " p \(Self.p(pair.p))")
                }
            }
        }
        return lines
    }

    private static func range(_ summary: SeedSummary, _ text: (Double?) -> String) -> String {
        guard let range = summary.range else { return text(summary.mean) }
        return "\(text(summary.mean)) (\(text(range.lowerBound))..\(text(range.upperBound)))"
    }

    private func section(
        _ candidate: Entrant, _ comparison: Comparison, _ usesColor: Bool
    ) -> [String] {
        // The style is ours alone; one that a name brings along is shown as what it is.
        func bold(_ text: String) -> String {
            usesColor ? "\u{1B}[1m\(text.visible)\u{1B}[0m" : text.visible
        }
        let head = [
            bold("\(candidate.name) against \(entrants[0].name)"),
            bold(sentence(candidate, comparison)), "",
        ]
        var lines = TextTable.lines(
            [["", "baseline", "candidate", "difference", "95 % interval", "p", "verdict"]]
                + comparison.all.map { row in
                    [
                        row.metric, Self.number(row.baseline), Self.number(row.candidate),
                        Self.signed(row.difference),
                        row.interval.map {
                            "\(Self.signed($0.lowerBound)) .. \(Self.signed($0.upperBound))"
                        } ?? Figures.undefined,
                        row.p.map { "\(Self.p($0)) \(row.test ?? "")" } ?? Figures.undefined,
                        row.verdict.rawValue,
                    ]
                }, textColumns: [0, 6])
        lines += events(only: comparison.onlyCandidate, found: candidate.name)
        lines += events(only: comparison.onlyBaseline, found: entrants[0].name)
        lines.append(
            "\(comparison.runs) run\(comparison.runs == 1 ? "" : "s"),"
                + " \(comparison.isPaired ? "paired by scenario and seed" : "not paired");"
                + " bootstrap of \(comparison.draws) draws, seed \(comparison.seed)")
        return head + lines.map(\.visible)
    }

    private func events(only names: [String], found: String) -> [String] {
        if names.isEmpty { return [] }
        var lines = ["Only \(found) finds \(names.count):"]
        lines += names.prefix(Self.listedEvents).map { "  " + Self.readable($0) }
        if names.count > Self.listedEvents {
            lines.append("  and \(names.count - Self.listedEvents) more; see --json")
        }
        return lines
    }

    /// An event's key ends in its start in nanoseconds.
    static func readable(_ key: String) -> String {
        let parts = key.split(separator: " ")
        guard let last = parts.last, let time = Int64(last) else { return key }
        return parts.dropLast().joined(separator: " ") + " at " + Instant.short(time)
    }

    /// The verdict in words.
    func sentence(_ candidate: Entrant, _ comparison: Comparison) -> String {
        let headline = comparison.headline
        let figures =
            "headline F1 \(Self.number(headline.candidate)) against \(Self.number(headline.baseline))"
        switch comparison.verdict {
        case .better: return "Better: \(figures)."
        case .worse: return "Worse: \(figures)."
        case .undecided:
            let runs = "\(comparison.runs) run\(comparison.runs == 1 ? "" : "s")"
            return "Can't be told apart with this many runs (\(runs)): \(figures)."
        }
    }

    static func number(_ value: Double?) -> String { Figures.fixed(value, 3) }

    static func signed(_ value: Double?) -> String {
        guard let value else { return Figures.undefined }
        return (value > 0 ? "+" : "") + Figures.fixed(value, 3)
    }

    static func p(_ value: Double) -> String {
        value < 0.0005 ? "<0.001" : Figures.fixed(value, 3)
    }
}

/// Columns of text under each other.
enum TextTable {
    /// First column to the left, as are `textColumns`; numbers to the right, two spaces between.
    static func lines(_ grid: [[String]], textColumns: Set<Int> = [0]) -> [String] {
        let columns = grid.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            grid.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        return grid.map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                let text = textColumns.contains(column) ? cell + padding : padding + cell
                line += (column == 0 ? "" : "  ") + text
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
