extension AnomalyKind {
    static let overload = AnomalyKind(
        name: "overload", group: .process,
        summary: "Load climbs step by step; the demo's own fault",
        formula: "dL = min(rate·(floor((t − start)/every) + 1), max)",
        channels: .follow(["load", "power", "vibration", "temperature"]),
        parameters: [
            ParameterDescription(
                "rate", "%", in: 0.1...200, default: 20, neutral: 0, "load added at each step"),
            ParameterDescription("every", "s", in: 0.1...86400, default: 5, "time between steps"),
            ParameterDescription(
                "max", "%", in: 0.1...500, default: 110, neutral: 0,
                "most that is added; the demo's machine stops at a load of 200 instead"),
        ],
        behaviour: { setup in
            let (rate, every, limit) = (setup["rate"], setup["every"], setup["max"])
            return .state { effects, moment in
                // A hair more than the exact time, or 0.1 s rows would miss their step by rounding.
                let steps = ((moment.seconds + 1e-6) / every).rounded(.down) + 1
                effects.load += min(rate * steps, limit) * moment.gain
                effects.overloadRate += rate
            }
        })
}
