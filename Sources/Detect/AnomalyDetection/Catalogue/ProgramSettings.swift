import Telemetry

/// What a SPEC says of a program as detector: `command[threshold=1,timeout=10m]:LINE`.
public struct ProgramSettings: Sendable, Equatable {
    /// For the shell.
    public var line: String
    /// How its scores become predictions. They may have any sign.
    public var decision: DecisionParameters
    /// Seconds without any progress after which it is given up; infinity for never.
    public var timeout: Double

    /// Seconds a program may be silent if nobody says.
    public static let usualTimeout = 60.0

    public init(
        line: String, decision: DecisionParameters = ProgramSettings.decision(threshold: nil),
        timeout: Double = ProgramSettings.usualTimeout
    ) {
        self.line = line
        self.decision = decision
        self.timeout = timeout
    }

    /// - Parameter threshold: rows with a score from here on are flagged; nil for a threshold from
    ///   the scores' own past.
    public static func decision(threshold: Double?) -> DecisionParameters {
        var decision = DecisionParameters()
        if let threshold { decision.fix(threshold) }
        decision.takesAnySign = true
        return decision
    }

    init(line: String, _ values: DetectorValues) {
        var decision = DecisionParameters(values, isBounded: false)
        decision.takesAnySign = true
        let timeout = Self.seconds(values.text("timeout")) ?? Self.usualTimeout
        self.init(line: line, decision: decision, timeout: timeout)
    }

    /// `90`, `1m30s`, or `none` for infinity; nil if `text` is none of them or not above 0.
    static func seconds(_ text: String) -> Double? {
        if text == "none" { return .infinity }
        let seconds = Double(text) ?? DurationText.parse(text).map { Double($0) / 1e9 }
        guard let seconds, (0.001...1e9).contains(seconds) else { return nil }
        return seconds
    }
}

extension DetectorKind {
    /// Not in the catalogue, for what makes its detectors lives with the module that starts programs;
    /// only its settings count.
    static let program = DetectorKind(
        name: "command", summary: "any program: readings in, a score a line out",
        source: "docs/external-detectors.md",
        parameters: [
            DetectorParameter(
                "name", .label, default: "", "what tables and files call it; the SPEC if not given"),
            DetectorParameter(
                "timeout", .timeout, default: "60",
                "time without a score after which it is given up"),
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
