extension AnomalyKind {
    static let supplySag = AnomalyKind(
        name: "supply_sag", group: .process, summary: "Supply voltage is low",
        formula: "P·(1 − k·g), k_L = 1 − k·g/2", channels: .follow(["power", "load"]),
        parameters: [
            ParameterDescription(
                "k", in: 0.001...1, default: 0.15, neutral: 0, "power that is missing, relative")
        ],
        behaviour: { setup in
            let missing = setup["k"]
            return .state { effects, moment in
                effects.powerFactor -= missing * moment.gain
                effects.loadFactor -= missing / 2 * moment.gain
            }
        })
}
