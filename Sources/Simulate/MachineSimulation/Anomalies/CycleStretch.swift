extension AnomalyKind {
    static let cycleStretch = AnomalyKind(
        name: "cycle_stretch", group: .context, summary: "The duty cycle is slower or faster",
        formula: "c(start + (t − start)/k)",
        channels: .follow(["load", "power", "vibration", "temperature"]),
        parameters: [
            ParameterDescription(
                "k", in: 0.05...20, default: 1.5, neutral: 1, "factor on the cycle's period")
        ],
        behaviour: { setup in
            let stretch = max(0.01, setup["k"])
            return .state { effects, moment in
                effects.cycleShift += moment.seconds * (1 / stretch - 1)
            }
        })
}
