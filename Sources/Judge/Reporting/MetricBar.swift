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

    /// Every metric that can carry a bar, in the order of a report.
    public static let metrics = Metrics.catalogue.filter { $0.warning == nil }

    /// Their paths; recall per kind is `recall_by_kind.KIND` beside them.
    public static let paths = metrics.filter { !$0.isByKind }.map(\.path)

    /// Whether less of the metric is better, so that the bar is the most that is allowed.
    public var isMaximum: Bool { Metrics.description(of: path)?.better == .lower }

    public func outcome(_ metrics: Metrics) -> Outcome {
        // A kind may have dots in its name, the keys above it have none.
        let kind = "recall_by_kind."
        let number =
            path.hasPrefix(kind)
            ? metrics.recallByKind[String(path.dropFirst(kind.count))]
            : Metrics.description(of: path)?.number(in: metrics)
        guard let number, !number.isNaN else {
            return metrics.scoredEvents == 0 ? .notJudged : .undefined
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
