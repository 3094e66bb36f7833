extension AnomalyKind {
    static let clip = AnomalyKind(
        name: "clip", group: .sensor, summary: "The sensor's range ends too early",
        formula: "min(max(x, m − k·spread), m + k·spread), or lo and hi where given",
        channels: .chosen(count: 1...4, fallback: ["load"]),
        parameters: [
            ParameterDescription(
                "k", "spread", in: 0...100, default: 0.5,
                "half of the range that is left, about the mean of the last 600 s"),
            ParameterDescription(
                "lo", "of the channel", in: -1e9...1e9, default: -1e9,
                "lower end instead; -1e9 for none"),
            ParameterDescription(
                "hi", "of the channel", in: -1e9...1e9, default: 1e9,
                "upper end instead; 1e9 for none"),
        ],
        behaviour: { setup in .sensor(Clip(setup)) })
}

struct Clip: SensorFault {
    private let channels: [Int]
    private let size: Double
    private let given: ClosedRange<Double>?
    private let spreadRows: Int
    private let sigma: [Double]
    private var range: [ClosedRange<Double>]

    init(_ setup: FaultSetup) {
        channels = setup.channels
        size = setup["k"]
        let (low, high) = (setup["lo"], setup["hi"])
        given = low == -1e9 && high == 1e9 ? nil : low...max(low, high)
        spreadRows = setup.spreadRows
        sigma = setup.sigma
        range = sigma.map { _ in 0...0 }
    }

    mutating func distort(_ row: Row, at moment: FaultMoment, _ history: ReadingHistory) {
        for channel in channels {
            if moment.age == 0 {
                let (mean, deviation) = history.spread(channel, rows: spreadRows)
                let half = size * max(deviation, sigma[channel])
                range[channel] = given ?? mean - half...mean + half
            }
            if moment.gain > 0 {
                row[channel] = min(
                    max(row[channel], range[channel].lowerBound), range[channel].upperBound)
            }
        }
    }
}
