import Foundation
import Scoring

/// The table that `score` prints: the headline first, never one number alone.
enum ScoreTable {
    static func text(_ card: Scorecard, _ rules: RulesInForce) -> String {
        let metrics = card.pooled
        var lines = headline(card) + rules.lines.map { "  " + $0 } + topics(metrics)
        if !metrics.recallByKind.isEmpty {
            lines.append(title("recall by kind"))
            for (kind, recall) in metrics.recallByKind.sorted(by: { $0.key < $1.key }) {
                lines.append(line(kind, recall))
            }
        }
        if card.machines.count > 1 {
            lines.append(title("headline F1 by series"))
            for machine in card.machines {
                lines.append(line(machine.id, machine.metrics.headlineF1))
            }
            lines.append(line("mean (macro)", metrics.macro.headlineF1))
        }
        return lines.joined(separator: "\n")
    }

    /// What the report leads with.
    private static func headline(_ card: Scorecard) -> [String] {
        let metrics = card.pooled
        var lines = Metrics.leading.map { metric in
            let missed = "\(metrics.event.missed) of \(metrics.scoredEvents) events missed"
            let isDelay = metric.unit == .seconds
            return line(metric.title, metric, metrics, remark: isDelay ? missed : "")
        }
        if card.isBetterThanChance == false {
            let references = card.references.map {
                "\($0.name) \(number($0.headlineF1))"
            }.joined(separator: ", ")
            lines.append("  no better than chance: headline F1 of \(references)")
        }
        return lines
    }

    /// All others, a section a topic.
    private static func topics(_ metrics: Metrics) -> [String] {
        let leading = Set(Metrics.leading.map(\.path))
        return Metrics.topics.flatMap { topic, members -> [String] in
            let shown = members.filter { !leading.contains($0.path) && !$0.isByKind }
            if shown.isEmpty { return [] }
            let warning = shown[0].warning.map { ["  \($0)"] } ?? []
            return [title(topic)] + shown.map { line($0.name, $0, metrics) } + warning
        }
    }

    private static func title(_ text: String) -> String { "\n\(text)" }

    private static func line(
        _ name: String, _ metric: MetricDescription, _ metrics: Metrics, remark: String = ""
    ) -> String {
        let value = metric.number(in: metrics)
        let unit = metric.unit == .seconds && value != nil ? "s" : ""
        return line(
            name, value, isCount: metric.unit.isWhole,
            remark: [unit, remark].filter { !$0.isEmpty }.joined(separator: ", "))
    }

    private static func line(
        _ name: String, _ value: Double?, isCount: Bool = false, remark: String = ""
    ) -> String {
        let padded = "  " + name.padding(toLength: 30, withPad: " ", startingAt: 0)
        let number = isCount ? value.map { String(Int($0)) } ?? "n/a" : number(value)
        return padded + number + (remark.isEmpty ? "" : " " + remark)
    }

    private static func number(_ value: Double?) -> String {
        guard let value else { return "n/a" }
        return value.isFinite ? String(format: "%.4f", value) : "\(value)"
    }
}
