extension AnomalyKind {
    static let jam = AnomalyKind(
        name: "jam", group: .process,
        summary: "The drive is blocked: no movement, high power, heat",
        formula: "L = 0, P = stall·Pr, v = 0.3·v0, heat as x = stall",
        channels: .follow(["power", "vibration", "load", "temperature"]),
        parameters: [
            ParameterDescription(
                "stall", in: 1.01...10, default: 2, neutral: 1, "power, times rated")
        ],
        behaviour: { setup in
            let stall = setup["stall"]
            return .state { effects, moment in
                if moment.gain > 0 { effects.stall = max(effects.stall, stall) }
            }
        })
}
