extension AnomalyKind {
    static let spikeBurst = AnomalyKind(
        name: "spike_burst", group: .sensor, summary: "Now and then a reading is far off",
        formula: "each row with probability r: x + sign·k·sigma",
        channels: .chosen(count: 1...4, fallback: ["power"]),
        parameters: [
            .strength(8),
            ParameterDescription("r", in: 0.001...1, default: 0.1, "share of rows that are off"),
            .sign,
        ],
        behaviour: { setup in
            let size = setup["k"]
            let (rate, sign, draws, sigma) = (setup["r"], setup.sign, setup.draws, setup.sigma)
            return .reading(setup) { reading, channel, moment in
                // The first row counts in any case: an anomaly that never shows is none.
                draws.uniform(at: moment.draw(channel)) < rate || moment.age == 0
                    ? reading + sign * size * sigma[channel] * moment.gain : reading
            }
        })
}
