extension AnomalyKind {
    static let blockage = AnomalyKind(
        name: "blockage", group: .process,
        summary: "A valve closes: load and power fall, vibration rises",
        formula: "k_L = 1 − k·g, k_v = 1 + j·g",
        channels: .follow(["load", "power", "vibration", "temperature"]),
        parameters: [
            ParameterDescription(
                "k", in: 0.001...1, default: 0.35, neutral: 0, "load that is missing, relative"),
            ParameterDescription(
                "j", in: 0...20, default: 0.5, neutral: 0, "vibration that is added, relative"),
        ],
        behaviour: { setup in
            let (missing, shaking) = (setup["k"], setup["j"])
            return .state { effects, moment in
                effects.loadFactor -= missing * moment.gain
                effects.vibrationFactor += shaking * moment.gain
            }
        })
}
