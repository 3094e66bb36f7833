extension AnomalyKind {
    static let shiftChange = AnomalyKind(
        name: "shift_change", group: .benign,
        summary: "Other people run the machine: a little more load, less steadily",
        formula: "c + added·g, fluctuation·(1 + (factor − 1)·g)",
        channels: .follow(["load", "power", "vibration"]),
        parameters: [
            ParameterDescription(
                "added", "%", in: -50...50, default: 4, neutral: 0, "load that is added"),
            ParameterDescription(
                "factor", in: 0...10, default: 1.5, neutral: 1, "factor on the fluctuation"),
        ],
        behaviour: { setup in
            let (added, factor) = (setup["added"], setup["factor"])
            return .state { effects, moment in
                effects.commandOffset += added * moment.gain
                effects.fluctuation += (factor - 1) * moment.gain
            }
        })
}
