extension DetectorKind {
    /// Not in the catalogue, for what makes its detectors lives with the module that starts programs;
    /// only its settings count.
    package static let program = DetectorKind(
        name: "command", summary: "any program: readings in, a score a line out",
        source: "docs/external-detectors.md",
        parameters: [
            DetectorParameter(
                "name", .label, default: "", "what tables and files call it; the SPEC if not given"),
            DetectorParameter(
                "mode", .choice(ProgramSettings.Mode.allCases.map(\.rawValue)), default: "stream",
                "what it sees and says: a score a row, a label a row, scores at the end, or scores"
                    + " after a part to learn from"),
            DetectorParameter(
                "train", .trainLength, default: "0.3",
                "what it learns from in mode=train, not scored for anyone"),
            DetectorParameter(
                "then", .choice(["stream", "batch"]), default: "stream",
                "how it judges the rest in mode=train"),
            DetectorParameter(
                "anomalous", .choice(["1", "-1"]), default: "",
                "the label that means an anomaly in mode=labels, where -1 occurs"),
            DetectorParameter(
                "timeout", .timeout, default: "60",
                "time without a score after which it is given up"),
            DetectorParameter(
                "quantile", .numberOr(0.5...0.999999, ["none"]), default: "none",
                "flag what is above this quantile of the scores of the part it learns from"),
            DetectorParameter(
                "contamination", .numberOr(0.000001...0.5, ["none"]), default: "none",
                "flag as much of that part, as quantile=1-contamination"),
            DetectorParameter(
                "bound",
                .numberOr(-Double.greatestFiniteMagnitude...(.infinity), ["auto", "none"]),
                default: "auto",
                "highest score there can be, for threshold=auto; auto: 1, until one is above it"),
        ]
            + DecisionParameters.settings.map { setting in
                guard setting.name == "threshold" else { return setting }
                return DetectorParameter(
                    setting.name,
                    .numberOr(-Double.greatestFiniteMagnitude...(.infinity), ["auto"]),
                    default: setting.defaultValue, setting.summary)
            },
        make: { _, _ in
            throw DetectorError.unknownDetector(name: "command", known: DetectorCatalogue.names)
        })
}
