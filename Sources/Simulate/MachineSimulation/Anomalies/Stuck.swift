import SeededRandom

extension AnomalyKind {
    static let stuck = AnomalyKind(
        name: "stuck", group: .sensor, summary: "The reading stays as it was at the start",
        formula: "x(start), plus hold_noise·sigma·N(0,1)",
        channels: .chosen(count: 1...4, fallback: ["power"]),
        parameters: [
            ParameterDescription(
                "hold_noise", "sigma", in: 0...10, default: 0,
                "noise about the value that is held; 0 repeats it exactly")
        ],
        behaviour: { setup in
            .sensor(
                Stuck(
                    channels: setup.channels, noise: setup["hold_noise"], sigma: setup.sigma,
                    draws: setup.draws))
        })
}

struct Stuck: SensorFault {
    let channels: [Int]
    let noise: Double
    let sigma: [Double]
    let draws: RandomStream
    private var held: [Double]

    init(channels: [Int], noise: Double, sigma: [Double], draws: RandomStream) {
        self.channels = channels
        self.noise = noise
        self.sigma = sigma
        self.draws = draws
        held = [Double](repeating: 0, count: sigma.count)
    }

    mutating func distort(_ row: Row, at moment: FaultMoment, _: ReadingHistory) {
        for channel in channels {
            if moment.age == 0 { held[channel] = row[channel] }
            guard moment.gain > 0 else { continue }
            row[channel] = held[channel]
            if noise > 0 {
                row[channel] +=
                    noise * sigma[channel] * draws.normal(at: moment.draw(channel))
            }
        }
    }
}
