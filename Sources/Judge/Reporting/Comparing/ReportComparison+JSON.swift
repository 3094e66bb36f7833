import JSONText
import Scoring
import Telemetry

extension ReportComparison {
    public static let schema = "anomaly-testbed.comparison/1"

    /// What `scenario-runner compare --json` prints.
    public var json: JSONValue {
        .object([
            ("schema", .string(Self.schema)),
            ("baseline", .string(entrants[0].name)),
            ("detectors", .array(entrants.map(\.json))),
            (
                "comparisons",
                .array(zip(entrants.dropFirst(), comparisons).map { $1.json(candidate: $0.name) })
            ),
            ("friedman", friedman.map(friedmanJSON) ?? .null),
            ("events", .array(disagreements.map(json))),
            ("notes", .array(notes.map { .string($0) })),
        ])
    }

    private func friedmanJSON(_ test: FriedmanTest) -> JSONValue {
        .object([
            ("chi_square", .number(test.chiSquare)), ("p", .number(test.p)),
            ("mean_ranks", .array(test.meanRanks.map { .number($0) })),
            (
                "pairs",
                .array(
                    holm.map {
                        .object([
                            ("first", .string(entrants[$0.first].name)),
                            ("second", .string(entrants[$0.second].name)),
                            ("p_holm", .number($0.p)),
                        ])
                    })
            ),
        ])
    }

    private func json(_ disagreement: Disagreement) -> JSONValue {
        func names(_ found: Bool) -> JSONValue {
            .array(
                zip(entrants, disagreement.isFound).filter { $1 == found }
                    .map { .string($0.0.name) })
        }
        return .object([
            ("scenario", .string(disagreement.scenario)), ("seed", .whole(disagreement.seed)),
            ("machine", .string(disagreement.event.machine)),
            ("kind", .string(disagreement.event.kind)),
            ("start", .string(Instant.text(disagreement.event.window.start))),
            ("end", .string(Instant.text(disagreement.event.window.end))),
            ("found_by", names(true)), ("missed_by", names(false)),
        ])
    }
}

extension ReportComparison.Entrant {
    /// A number over the entrant's runs.
    func summary(_ number: (Metrics) -> Double?) -> SeedSummary {
        SeedSummary(reports.map { number($0.scorecard.pooled) })
    }

    fileprivate var json: JSONValue {
        func summary(_ number: (Metrics) -> Double?) -> JSONValue {
            let summary = self.summary(number)
            return .object([
                ("mean", JSONValue(summary.mean)), ("low", JSONValue(summary.range?.lowerBound)),
                ("high", JSONValue(summary.range?.upperBound)),
                ("runs", .integer(summary.count)), ("undefined", .integer(summary.skipped)),
            ])
        }
        return .object(
            [("name", .string(name)), ("runs", .integer(reports.count))]
                + Metrics.leading.map { metric in
                    (metric.path, summary { metric.number(in: $0) })
                })
    }
}

extension Comparison {
    /// Headline, false alarms and recall, then the others.
    var all: [Difference] { [headline, falseAlarmsPerHour, eventRecall] + others }

    fileprivate func json(candidate: String) -> JSONValue {
        .object([
            ("candidate", .string(candidate)), ("verdict", .string(verdict.rawValue)),
            ("runs", .integer(runs)), ("paired", .bool(isPaired)),
            (
                "bootstrap",
                .object([("seed", .whole(seed)), ("draws", .integer(draws))])
            ),
            ("metrics", .array(all.map(\.json))),
            (
                "mcnemar",
                mcNemar.map {
                    .object([
                        ("only_baseline", .integer($0.onlyBaseline)),
                        ("only_candidate", .integer($0.onlyCandidate)), ("p", .number($0.p)),
                        ("exact", .bool($0.isExact)),
                    ])
                } ?? .null
            ),
            ("only_baseline", .array(onlyBaseline.map { .string($0) })),
            ("only_candidate", .array(onlyCandidate.map { .string($0) })),
        ])
    }
}

extension Comparison.Difference {
    fileprivate var json: JSONValue {
        .object([
            ("metric", .string(metric)), ("baseline", JSONValue(baseline)),
            ("candidate", JSONValue(candidate)), ("difference", JSONValue(difference)),
            (
                "interval",
                interval.map { .array([.number($0.lowerBound), .number($0.upperBound)]) } ?? .null
            ),
            ("p", JSONValue(p)), ("test", JSONValue(test)), ("runs", .integer(runs)),
            ("higher_is_better", .bool(higherIsBetter)), ("verdict", .string(verdict.rawValue)),
        ])
    }
}
