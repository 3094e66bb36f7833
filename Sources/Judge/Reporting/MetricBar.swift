import JSONText
import Scoring
import Telemetry

/// A bar that a report has to meet: `--fail-under event.f1=0.9`.
///
/// The metric is a path into the report's `metrics` object. For metrics of which less is better
/// (false alarms, delays, misses) the value is the most that is allowed; for all others the least.
public struct MetricBar: Sendable, Equatable {
    /// "event.f1", "delay_s.median", "recall_by_kind.overload"
    public var path: String
    public var value: Double

    public enum Problem: Error, Equatable, Sendable {
        /// The text is not METRIC=VALUE.
        case malformed(String)
        /// There is no such metric.
        case unknown(path: String)
        /// Point-adjusted F1 is no bar: docs/metrics/point_adjusted_f1.md.
        case pointAdjusted
    }

    /// What a bar says of one report.
    public enum Outcome: Sendable, Equatable {
        case met(Double)
        case notMet(Double)
        /// The metric is undefined though there were events to find: not met.
        case undefined
        /// The metric is undefined because the scenario has no event to find: not judged.
        case notJudged

        public var isFailure: Bool {
            switch self {
            case .met, .notJudged: false
            case .notMet, .undefined: true
            }
        }
    }

    /// Reads METRIC=VALUE.
    /// - Throws: ``Problem``.
    public init(_ text: String) throws(Problem) {
        guard let equals = text.lastIndex(of: "="),
            let value = Double(text[text.index(after: equals)...]), value.isFinite
        else { throw .malformed(text) }
        let path = String(text[..<equals])
        if path.hasPrefix("point_adjusted") { throw .pointAdjusted }
        guard Self.paths.contains(path) || path.hasPrefix("recall_by_kind.") else {
            throw .unknown(path: path)
        }
        self.path = path
        self.value = value
    }

    /// Every path that can carry a bar, in the order of a report; recall per kind is
    /// `recall_by_kind.KIND` beside them.
    public static let paths: [String] = {
        var paths: [String] = []
        func collect(_ value: JSONValue, _ path: String) {
            if case .object(let members) = value {
                for (key, value) in members {
                    collect(value, path.isEmpty ? key : path + "." + key)
                }
            } else if !path.hasPrefix("point_adjusted") {
                paths.append(path)
            }
        }
        collect(Metrics().json, "")
        return paths
    }()

    /// Whether less of the metric is better, so that the bar is the most that is allowed.
    public var isMaximum: Bool { Self.lowerIsBetter(path) }

    /// Whether the metric says nothing of the detector, only of the data or of how it was judged: there
    /// is no better or worse of it.
    public static func isNeutral(_ path: String) -> Bool {
        let neutral: Set = [
            "prevalence", "best_f1.threshold", "best_f1.always_on_f1", "affiliation_always_on_f1",
            "normal_hours", "scored_rows", "scored_events", "vus_window",
        ]
        return neutral.contains(path)
    }

    public static func lowerIsBetter(_ path: String) -> Bool {
        let lower: Set = [
            "false_alarms_per_hour", "point.fp", "point.fn", "point.false_alarm_rate",
            "point.missed_alarm_rate", "event.missed", "event.false_alarms", "event.alarms",
            "missing_scores", "macro.skipped_machines",
        ]
        return lower.contains(path) || path.hasPrefix("delay_s.")
            || path.hasPrefix("delay_from_observable_s.")
    }

    public func outcome(_ metrics: Metrics) -> Outcome {
        var place: JSONValue? = metrics.json
        // A kind may have dots in its name, the keys above it have none.
        if path.hasPrefix("recall_by_kind.") {
            place = JSONValue(
                metrics.recallByKind[String(path.dropFirst("recall_by_kind.".count))])
        } else {
            for key in path.split(separator: ".") { place = place?[String(key)] }
        }
        let number: Double
        switch place {
        case .integer(let value): number = Double(value)
        case .unsigned(let value): number = Double(value)
        case .number(let value): number = value
        case .string("inf"): number = .infinity
        default: return metrics.scoredEvents == 0 ? .notJudged : .undefined
        }
        return (isMaximum ? number <= value : number >= value) ? .met(number) : .notMet(number)
    }

    /// "event.f1 at least 0.9"
    public var text: String { "\(path) at \(isMaximum ? "most" : "least") \(value.shortText)" }
}

extension MetricBar.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .malformed(let text):
            "\(text): give METRIC=VALUE, as in event.f1=0.9"
        case .unknown(let path):
            "\"\(path)\" is not a metric"
                + Spelling.question(path, in: MetricBar.paths)
                + "; see scenario-runner list metrics"
        case .pointAdjusted:
            "point-adjusted F1 rewards luck and is no bar; take headline_f1"
        }
    }
}

extension Double {
    /// A whole number without a point.
    var shortText: String {
        self == rounded() && magnitude < 1e15 ? String(Int(self)) : description
    }
}

/// All bars held against all reports.
public struct BarCheck: Sendable, Equatable {
    public struct Line: Sendable, Equatable {
        /// "overload-fault, half-space-trees, seed 42"
        public var run: String
        public var bar: MetricBar
        public var outcome: MetricBar.Outcome
    }

    public var lines: [Line]

    public init(_ bars: [MetricBar], _ reports: [Report]) {
        lines = bars.flatMap { bar in
            reports.map {
                Line(run: $0.runName, bar: bar, outcome: bar.outcome($0.scorecard.pooled))
            }
        }
    }

    /// Whether every bar is met by every report that has something to judge, and each bar could be
    /// judged by at least one.
    public var isMet: Bool { failures.isEmpty }

    /// A sentence for each bar that is not met.
    public var failures: [String] {
        var texts: [String] = []
        for line in lines {
            switch line.outcome {
            case .notMet(let value):
                texts.append("\(line.run): \(line.bar.path) is \(value), not \(line.bar.allowed)")
            case .undefined:
                texts.append("\(line.run): \(line.bar.path) is undefined, not \(line.bar.allowed)")
            case .met, .notJudged: break
            }
        }
        var seen: [MetricBar] = []
        for line in lines where !seen.contains(line.bar) {
            seen.append(line.bar)
            let all = lines.filter { $0.bar == line.bar }
            if all.allSatisfy({ $0.outcome == .notJudged }) {
                texts.append("\(line.bar.path) could not be judged: no run has an event to find")
            }
        }
        return texts
    }
}

extension MetricBar {
    fileprivate var allowed: String { "at \(isMaximum ? "most" : "least") \(value.shortText)" }
}

extension Report {
    /// "overload-fault, half-space-trees, seed 42"
    public var runName: String { "\(scenario.name), \(detector.spec), seed \(scenario.seed)" }
}
