extension AnomalyKind {
    static let quantise = AnomalyKind(
        name: "quantise", group: .sensor, summary: "The reading comes in coarse steps",
        formula: "step·round(x/step), step as given, else k·sigma",
        channels: .chosen(count: 1...4, fallback: ["vibration"]),
        parameters: [
            ParameterDescription(
                "k", "sigma", in: 0.1...1000, default: 10, neutral: 0, "size of the steps"),
            ParameterDescription(
                "step", "of the channel", in: 0...1e6, default: 0, neutral: 0,
                "size of the steps instead; 0 for k"),
        ],
        behaviour: { setup in
            let size = setup["k"]
            let given = setup["step"]
            let sigma = setup.sigma
            return .reading(setup) { reading, channel, moment in
                let step = given > 0 ? given : size * sigma[channel]
                return moment.gain > 0 && step > 0 ? (reading / step).rounded() * step : reading
            }
        })
}
