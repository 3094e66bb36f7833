extension AnomalyKind {
    static let noise = AnomalyKind(
        name: "noise", group: .sensor, summary: "The reading becomes noisy",
        formula: "x + k·sigma·g·N(0,1)",
        channels: .chosen(count: 1...4, fallback: ["temperature"]), parameters: [.strength(6)],
        behaviour: { setup in
            let (size, draws, sigma) = (setup["k"], setup.draws, setup.sigma)
            return .reading(setup) { reading, channel, moment in
                reading + size * sigma[channel] * moment.gain
                    * draws.normal(at: moment.draw(channel))
            }
        })
}
