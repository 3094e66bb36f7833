extension AnomalyKind {
    static let recipeChange = AnomalyKind(
        name: "recipe_change", group: .benign,
        summary: "The machine is set to another product: another load from now on",
        formula: "c·factor + added, by the envelope",
        channels: .follow(["load", "power", "vibration", "temperature"]),
        parameters: [
            ParameterDescription(
                "factor", in: 0...5, default: 0.85, neutral: 1, "factor on the command"),
            ParameterDescription(
                "added", "%", in: -100...100, default: 4, neutral: 0, "load that is added"),
        ],
        behaviour: { setup in
            let (factor, added) = (setup["factor"], setup["added"])
            return .state { effects, moment in
                effects.commandFactor *= 1 + (factor - 1) * moment.gain
                effects.commandOffset += added * moment.gain
            }
        })
}
