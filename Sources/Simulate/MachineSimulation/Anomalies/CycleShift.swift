extension AnomalyKind {
    static let cycleShift = AnomalyKind(
        name: "cycle_shift", group: .context,
        summary: "The duty cycle is ahead of its time, or behind it", formula: "c(t + s)",
        channels: .follow(["load", "power", "vibration", "temperature"]),
        parameters: [
            ParameterDescription(
                "s", "s", in: -86_400...86_400, default: 40, neutral: 0,
                "how far ahead; negative for behind")
        ],
        behaviour: { setup in
            let ahead = setup["s"]
            return .state { effects, moment in
                if moment.gain > 0 { effects.cycleShift += ahead }
            }
        })
}
