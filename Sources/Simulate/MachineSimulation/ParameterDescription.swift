/// What there is to know about a parameter of an anomaly kind or a machine profile.
public struct ParameterDescription: Sendable, Equatable {
    public var name: String
    /// "s", "mm/s", "sigma" (clean noise of the channel), "" for a bare number.
    public var unit: String
    /// Values allowed, both ends included.
    public var range: ClosedRange<Double>
    public var defaultValue: Double
    /// The value at which the parameter does nothing; ``AnomalyPlan/magnitude`` scales the distance
    /// from here. Nil where strength has no say.
    public var neutral: Double?
    public var summary: String
    /// Names of the values 0, 1, … where a parameter is a choice.
    public var choices: [String]

    init(
        _ name: String, _ unit: String = "", in range: ClosedRange<Double>,
        default defaultValue: Double, neutral: Double? = nil, choices: [String] = [],
        _ summary: String
    ) {
        self.name = name
        self.unit = unit
        self.range = range
        self.defaultValue = defaultValue
        self.neutral = neutral
        self.summary = summary
        self.choices = choices
    }

    /// A parameter that picks one of `choices`, the first unless said otherwise.
    init(_ name: String, choices: [String], _ summary: String) {
        self.init(
            name, in: 0...Double(choices.count - 1), default: 0, choices: choices, summary)
    }

    /// The default as a scenario writes it.
    public var defaultText: String {
        choices.indices.contains(Int(defaultValue))
            ? choices[Int(defaultValue)] : shortest(defaultValue)
    }

    /// "0.2 to 3", or the choices.
    public var allowed: String {
        choices.isEmpty
            ? "\(shortest(range.lowerBound)) to \(shortest(range.upperBound))\(unit.isEmpty ? "" : " " + unit)"
            : choices.joined(separator: ", ")
    }
}

/// The number without a needless ".0".
func shortest(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
