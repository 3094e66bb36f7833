extension AnomalyKind {
    static let sensorRecalibrated = AnomalyKind(
        name: "sensor_recalibrated", group: .benign,
        summary: "A sensor was adjusted: a small lasting offset, as announced",
        formula: "x + sign·k·sigma·g",
        channels: .chosen(count: 1...4, fallback: ["temperature"]),
        parameters: [.strength(2), .sign],
        behaviour: { setup in
            let size = setup["k"] * setup.sign
            let sigma = setup.sigma
            return .reading(setup) { reading, channel, moment in
                reading + size * sigma[channel] * moment.gain
            }
        })
}
