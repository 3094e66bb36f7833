extension AnomalyKind {
    static let gain = AnomalyKind(
        name: "gain", group: .sensor, summary: "The sensor answers too much or too little",
        formula: "m + (1 + (k − 1)·g)·(x − m), m the mean of the last 600 s at the start",
        channels: .chosen(count: 1...4, fallback: ["vibration"]),
        parameters: [
            ParameterDescription(
                "k", in: 0...10, default: 2, neutral: 1, "factor on the distance from the mean")
        ],
        behaviour: { setup in .sensor(Gain(setup)) })
}

struct Gain: SensorFault {
    private let channels: [Int]
    private let factor: Double
    private let spreadRows: Int
    private var mean: [Double]

    init(_ setup: FaultSetup) {
        channels = setup.channels
        factor = setup["k"]
        spreadRows = setup.spreadRows
        mean = setup.sigma.map { _ in 0 }
    }

    mutating func distort(_ row: Row, at moment: FaultMoment, _ history: ReadingHistory) {
        for channel in channels {
            if moment.age == 0 {
                mean[channel] = history.spread(channel, rows: spreadRows).mean
            }
            row[channel] =
                mean[channel]
                + (1 + (factor - 1) * moment.gain) * (row[channel] - mean[channel])
        }
    }
}
