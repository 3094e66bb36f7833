extension AnomalyKind {
    static let imbalance = AnomalyKind(
        name: "imbalance", group: .process,
        summary: "The rotor is out of balance: vibration at all loads", formula: "v_i = k·g",
        channels: .follow(["vibration"]),
        parameters: [
            ParameterDescription(
                "k", "mm/s", in: 0.01...100, default: 2, neutral: 0,
                "vibration that is added as energy, RMS")
        ],
        behaviour: { setup in
            let size = setup["k"]
            return .state { effects, moment in
                effects.vibrationEnergy += size * size * moment.gain * moment.gain
            }
        })
}
