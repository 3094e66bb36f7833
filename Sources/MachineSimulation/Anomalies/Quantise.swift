extension AnomalyKind {
    static let quantise = AnomalyKind(
        name: "quantise", group: .sensor, summary: "The reading comes in coarse steps",
        formula: "step·round(x/step), step = k·sigma",
        channels: .chosen(count: 1...4, fallback: ["vibration"]),
        parameters: [
            ParameterDescription(
                "k", "sigma", in: 0.1...1000, default: 10, neutral: 0, "size of the steps")
        ],
        behaviour: { setup in
            let size = setup["k"]
            let sigma = setup.sigma
            return .reading(setup) { reading, channel, moment in
                let step = size * sigma[channel]
                return moment.gain > 0 && step > 0 ? (reading / step).rounded() * step : reading
            }
        })
}
