extension AnomalyKind {
    static let noiseStep = AnomalyKind(
        name: "noise_step", group: .benign,
        summary: "A sensor was replaced by a noisier one", formula: "x + k·sigma·g·N(0,1)",
        channels: .chosen(count: 1...4, fallback: ["vibration"]), parameters: [.strength(1)],
        behaviour: { setup in
            let (size, draws, sigma) = (setup["k"], setup.draws, setup.sigma)
            return .reading(setup) { reading, channel, moment in
                reading + size * sigma[channel] * moment.gain
                    * draws.normal(at: moment.draw(channel))
            }
        })
}
