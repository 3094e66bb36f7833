extension AnomalyKind {
    static let correlatedDrift = AnomalyKind(
        name: "correlated_drift", group: .context,
        summary: "Two channels drift together, inside their normal ranges",
        formula: "x + sign·k·unit·(t − start)/duration on both",
        channels: .chosen(count: 2...4, fallback: ["power", "temperature"]),
        parameters: [.strength(1.5), .unit(default: "spread"), .sign],
        behaviour: { setup in .sensor(Offset(setup) { $0 }) })
}

extension ParameterDescription {
    fileprivate static func unit(default name: String) -> ParameterDescription {
        var unit = ParameterDescription.unit
        unit.defaultValue = Double(unit.choices.firstIndex(of: name) ?? 0)
        return unit
    }
}
