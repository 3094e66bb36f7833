extension AnomalyKind {
    static let coolingLoss = AnomalyKind(
        name: "cooling_loss", group: .process,
        summary: "Heat leaves the machine too slowly: temperature rises at the same load",
        formula: "R = 1 + (k − 1)·g",
        channels: .follow(["temperature"]),
        parameters: [
            ParameterDescription(
                "k", in: 0.1...10, default: 1.5, neutral: 1, "factor on the thermal resistance")
        ],
        behaviour: { setup in
            let factor = setup["k"]
            return .state { effects, moment in
                effects.resistance += (factor - 1) * moment.gain
            }
        })
}
