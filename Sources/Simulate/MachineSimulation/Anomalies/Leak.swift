extension AnomalyKind {
    static let leak = AnomalyKind(
        name: "leak", group: .process, summary: "Load and power drift down",
        formula: "k_L = 1 − k·(t − start)/duration", channels: .follow(["load", "power"]),
        parameters: [
            ParameterDescription(
                "k", in: 0.001...1, default: 0.3, neutral: 0,
                "load that is missing at the end, relative")
        ],
        behaviour: { setup in
            let missing = setup["k"]
            return .state { effects, moment in
                effects.loadFactor -= missing * moment.nextProgress * moment.gain
            }
        })
}
