extension AnomalyKind {
    static let surge = AnomalyKind(
        name: "surge", group: .process, summary: "Load jumps up again and again, for moments",
        formula: "dL = height·g while (t − start) mod period < width",
        channels: .follow(["load", "power", "vibration"]),
        parameters: [
            ParameterDescription(
                "height", "%", in: -200...200, default: 40, neutral: 0, "load that is added"),
            ParameterDescription("width", "s", in: 0.1...3600, default: 5, "length of a surge"),
            ParameterDescription(
                "period", "s", in: 0.1...86_400, default: 30, "from one surge to the next"),
        ],
        behaviour: { setup in
            let (height, width, period) = (setup["height"], setup["width"], setup["period"])
            return .state { effects, moment in
                let place = moment.seconds - (moment.seconds / period).rounded(.down) * period
                if place < width { effects.load += height * moment.gain }
            }
        })
}
