extension DecisionParameters {
    /// The settings that every detector with a decision layer takes.
    static let settings: [DetectorParameter] = [
        DetectorParameter(
            "threshold", .numberOr(0...Double.infinity, ["auto"]), default: "auto",
            "flag scores from here on; auto: from the score's own past"),
        DetectorParameter(
            "target", .numberOr(1e-6...3600, ["none"]), default: "none",
            "wanted false alarms per machine-hour, for threshold=auto"),
        DetectorParameter(
            "margin", .number(0.1...10), default: "1.2", "factor on a calibrated threshold"),
        DetectorParameter(
            "min_rows", .integer(1...60), default: "2",
            "rows above the threshold before an alarm is raised, for threshold=auto"),
        DetectorParameter(
            "hysteresis", .number(0...1), default: "0.8",
            "an alarm lasts while the score is above this share of the threshold"),
        DetectorParameter(
            "learn", .choice(Learning.allCases.map(\.rawValue)), default: "not-while-alarmed",
            "what is learned while an alarm is on, for threshold=auto"),
        DetectorParameter(
            "patience", .integer(1...1_000_000), default: "600",
            "rows after which an alarm's state is taken for the new normal one"),
    ]

    /// The settings with other defaults for some.
    static func settings(_ defaults: [String: String]) -> [DetectorParameter] {
        settings.map { setting in
            DetectorParameter(
                setting.name, setting.domain,
                default: defaults[setting.name] ?? setting.defaultValue, setting.summary)
        }
    }

    /// The decision that settings ask for.
    /// - Parameter isBounded: whether raw scores are reported as they are, and not as `s / (1 + s)`.
    init(_ values: DetectorValues, isBounded: Bool = true) {
        self.init()
        if let threshold = values.numberOrNil("threshold") {
            fix(threshold)
            return
        }
        self.isBounded = isBounded
        target = values.numberOrNil("target")
        margin = values.number("margin")
        minimumRows = values.integer("min_rows")
        hysteresis = values.number("hysteresis")
        learning = Learning(rawValue: values.text("learn")) ?? .notWhileAlarmed
        patience = values.integer("patience")
    }
}
