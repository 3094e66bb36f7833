extension AnomalyKind {
    static let efficiencyLoss = AnomalyKind(
        name: "efficiency_loss", group: .process,
        summary: "More power for the same load; temperature follows", formula: "f_eff = 1 + k·g",
        channels: .follow(["power", "temperature"]),
        parameters: [
            ParameterDescription(
                "k", in: 0.001...5, default: 0.12, neutral: 0, "power that is lost, relative")
        ],
        behaviour: { setup in
            let loss = setup["k"]
            return .state { effects, moment in effects.loss += loss * moment.gain }
        })
}
