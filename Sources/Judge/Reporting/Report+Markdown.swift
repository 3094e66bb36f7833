import GroundTruth
import Scoring
import Telemetry

extension Report {
    private static let summary = [
        "headline_f1", "false_alarms_per_hour", "delay_s.median", "delay_from_observable_s.median",
        "event.missed", "vus_pr", "event.precision", "event.recall", "composite_event.f1",
        "nab.standard", "best_f1.f1",
    ].compactMap(Metrics.description(of:))

    /// A summary for a pull request or a wiki.
    public var markdown: String {
        let metrics = scorecard.pooled
        var lines = [
            "# \(escaped(scenario.name)): \(escaped(detector.label)), seed \(scenario.seed)", "",
        ]
        if !scenario.summary.isEmpty { lines += [escaped(scenario.summary), ""] }
        if scorecard.isBetterThanChance == false {
            lines += [
                "**No better than chance:** a reference that looks at nothing does as well.", "",
            ]
        }
        lines += warnings.map { "> **Warning:** \(escaped($0))" }
        if !warnings.isEmpty { lines.append("") }
        let verdict = isWithinBudget.map { $0 ? " (pass)" : " (fail)" } ?? ""
        lines += table(
            ["", "value"],
            Self.summary.map { metric in
                let value = Figures.text(metric, in: metrics)
                switch metric.path {
                case "headline_f1": return ["**\(metric.title)**", "**\(value)**"]
                case "false_alarms_per_hour": return [metric.title, value + verdict]
                case "event.missed":
                    return ["missed events", "\(value) of \(metrics.scoredEvents)"]
                default: return [metric.title, value]
                }
            })
        if !metrics.recallByKind.isEmpty {
            lines += ["", "## Recall per kind", ""]
            lines += table(
                ["kind", "recall"],
                metrics.recallByKind.sorted { $0.key < $1.key }.map {
                    [escaped($0.key), Figures.fixed($0.value)]
                })
        }
        if falseAlarmsByCause.contains(where: { $0.cause != nil }) {
            lines += ["", "## False alarms by cause", ""]
            lines += table(
                ["during", "false alarms"],
                falseAlarmsByCause.map { [escaped($0.cause ?? "nothing known"), "\($0.count)"] })
        }
        lines += ["", "## References", ""]
        lines += table(
            ["detector", "headline F1", "false alarms/h"],
            scorecard.references.map {
                [$0.name, Figures.fixed($0.headlineF1), Figures.rate($0.falseAlarmsPerHour)]
            })
        lines += eventSection
        lines += verdictSection
        lines += provenance
        return lines.joined(separator: "\n") + "\n"
    }

    private var eventSection: [String] {
        if scorecard.events.isEmpty { return [] }
        let shown = scorecard.events.prefix(100)
        var lines = ["", "## Events", ""]
        lines += table(
            ["machine", "kind", "start", "length", "found", "delay", "peak score"],
            shown.map {
                [
                    escaped($0.event.machine), escaped($0.event.kind),
                    Instant.short($0.event.window.start), Figures.duration($0.event.seconds),
                    !$0.isScored ? "not scored" : $0.isDetected ? "yes" : "no",
                    Figures.duration($0.delay), Figures.fixed($0.peakScore, 3),
                ]
            })
        if scorecard.events.count > shown.count {
            lines += ["", "\(scorecard.events.count - shown.count) more are in the JSON report."]
        }
        return lines
    }

    private var verdictSection: [String] {
        guard let verdicts else { return [] }
        var lines = ["", "## What was said", ""]
        lines += table(["verdicts", ""], verdicts.rows.map { [escaped($0.name), $0.value] })
        if !verdicts.listedRows.isEmpty {
            lines += [""]
            lines += table(
                ["", "machine", "time", "said"], verdicts.listedRows.map { $0.map(escaped) })
        }
        return lines
    }

    private var provenance: [String] {
        let parameters = detector.parameters.map { "\($0.name)=\($0.value.text())" }
        return [
            "", "## How it was made", "",
            "- detector `\(code(detector.spec))`"
                + (parameters.isEmpty ? "" : ": `\(code(parameters.joined(separator: ", ")))`"),
            "- it sees \(escaped(detector.sees))",
            "- scenario sha256 `\(code(scenario.sha256))`, seed \(scenario.seed), route \(escaped(route))",
            "- \(Figures.count(delivery.generated)) readings generated, "
                + "\(Figures.count(delivery.stored)) stored, \(Figures.count(delivery.scored)) scored, "
                + "\(Figures.count(delivery.lost)) lost, \(Figures.count(delivery.duplicated)) "
                + "duplicated, \(Figures.count(delivery.withheld)) withheld"
                + (delivery.broken > 0
                    ? " (\(Figures.count(delivery.broken)) as payloads that nobody can read)" : "")
                + (delivery.repaired > 0
                    ? ", \(Figures.count(delivery.repaired)) lost on the way and made again" : ""),
            "- alarms: \(scenario.alarmText)",
        ]
    }

    private func table(_ header: [String], _ rows: [[String]]) -> [String] {
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        return [line(header), line(header.map { _ in "---" })] + rows.map(line)
    }

    /// Text that Markdown and the HTML in it leave alone.
    private func escaped(_ text: String) -> String {
        var result = ""
        for character in text.visible.unicodeScalars {
            switch character {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "\\", "`", "*", "_", "[", "]", "|", "#", "~", "!":
                result += "\\"
                result.unicodeScalars.append(character)
            case "\n", "\r": result += " "
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }

    /// Text inside backticks: what would end them or the line is replaced.
    private func code(_ text: String) -> String {
        String(text.visible.map { $0 == "`" ? "'" : $0.isNewline ? " " : $0 })
    }
}

extension TruthEvent {
    /// How long it lasts, seconds.
    var seconds: Double { window.seconds }
}
