import Foundation
import Scoring

/// The table that `score` prints: the headline first, never one number alone.
enum ScoreTable {
    static func text(_ card: Scorecard, _ rules: RulesInForce) -> String {
        let metrics = card.pooled
        var lines = headline(card) + rules.lines.map { "  " + $0 }
        lines += events(metrics) + rows(metrics) + ranking(metrics) + others(metrics)
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

    private static func headline(_ card: Scorecard) -> [String] {
        let metrics = card.pooled
        var lines = [
            line("headline F1", metrics.headlineF1),
            line("false alarms per hour", metrics.falseAlarmsPerHour),
            line(
                "median delay", metrics.delay.median,
                unit: (metrics.delay.median == nil ? "" : "s, ")
                    + "\(metrics.event.missed) of \(metrics.scoredEvents) events missed"),
            line("VUS-PR", metrics.vusPR),
        ]
        if card.isBetterThanChance == false {
            let references = card.references.map {
                "\($0.name) \(number($0.headlineF1))"
            }.joined(separator: ", ")
            lines.append("  no better than chance: headline F1 of \(references)")
        }
        return lines
    }

    private static func events(_ metrics: Metrics) -> [String] {
        [
            title("events"),
            line("precision", metrics.event.precision), line("recall", metrics.event.recall),
            line("F1", metrics.event.f1),
            "  detected \(metrics.event.detected), missed \(metrics.event.missed), "
                + "false alarms \(metrics.event.falseAlarms) of \(metrics.event.alarms) alarms",
            line("composite precision", metrics.compositeEvent.precision),
            line("composite recall", metrics.compositeEvent.recall),
            line("composite F1", metrics.compositeEvent.f1),
            line("delay mean", metrics.delay.mean, unit: "s"),
            line("delay p95", metrics.delay.p95, unit: "s"),
            line("delay max", metrics.delay.max, unit: "s"),
            line("delay mean, censored", metrics.delay.meanCensored, unit: "s"),
        ]
    }

    private static func rows(_ metrics: Metrics) -> [String] {
        let point = metrics.point
        return [
            title("rows"),
            line("precision", point.precision), line("recall", point.recall),
            line("F1", point.f1), line("F0.5", point.f(0.5)), line("F2", point.f(2)),
            line("MCC", point.mcc), line("false alarm rate", point.falseAlarmRate),
            line("missed alarm rate", point.missedAlarmRate),
            line("specificity", point.specificity), line("accuracy", point.accuracy),
            "  tp \(point.truePositives), fp \(point.falsePositives), "
                + "fn \(point.falseNegatives), tn \(point.trueNegatives); "
                + "\(metrics.missingScores) without a score",
        ]
    }

    private static func ranking(_ metrics: Metrics) -> [String] {
        [
            title("ranking of scores"),
            line("ROC-AUC", metrics.aucROC),
            line(
                "average precision", metrics.aucPR,
                unit: "(\(number(metrics.point.prevalence)) knowing nothing)"),
            line("PR area, trapezoid", metrics.prAUCTrapezoid), line("VUS-ROC", metrics.vusROC),
            line(
                "best F1 (oracle)", metrics.bestF1.f1,
                unit: "at \(number(metrics.bestF1.threshold)); always-on "
                    + number(metrics.bestF1.alwaysOn)),
        ]
    }

    private static func others(_ metrics: Metrics) -> [String] {
        [
            title("other families"),
            line("range precision", metrics.range.precision),
            line("range recall", metrics.range.recall), line("range F1", metrics.range.f1),
            line("affiliation precision", metrics.affiliation.precision),
            line("affiliation recall", metrics.affiliation.recall),
            line(
                "affiliation F1", metrics.affiliation.f1,
                unit: "(always-on \(number(metrics.affiliationAlwaysOnF1)))"),
            line("NAB standard (event windows)", metrics.nab.standard),
            line("NAB low FP", metrics.nab.lowFP), line("NAB low FN", metrics.nab.lowFN),
            line("point-adjusted F1", metrics.pointAdjustedF1),
            "  Point-adjusted F1 rewards luck on long events: a random score can reach the top",
            "  of a leaderboard (Kim et al., AAAI 2022). Do not rank by it.",
        ]
    }

    private static func title(_ text: String) -> String { "\n\(text)" }

    private static func line(_ name: String, _ value: Double?, unit: String = "") -> String {
        let padded = "  " + name.padding(toLength: 30, withPad: " ", startingAt: 0)
        return (padded + number(value) + (unit.isEmpty ? "" : " " + unit))
    }

    private static func number(_ value: Double?) -> String {
        guard let value else { return "n/a" }
        return value.isFinite ? String(format: "%.4f", value) : "\(value)"
    }
}
