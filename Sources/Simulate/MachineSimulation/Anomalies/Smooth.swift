import SeededRandom

extension AnomalyKind {
    static let smooth = AnomalyKind(
        name: "smooth", group: .sensor, summary: "The sensor averages over too long a time",
        formula: "y + (x − y)·(1 − exp(−h/tau)), y the reading before",
        channels: .chosen(count: 1...4, fallback: ["vibration"]),
        parameters: [
            ParameterDescription(
                "tau", "s", in: 0.1...86_400, default: 60, neutral: 0, "time of the filter")
        ],
        behaviour: { setup in .sensor(Smooth(setup)) })
}

struct Smooth: SensorFault {
    private let channels: [Int]
    private let left: Double
    private var smoothed: [Double]

    init(_ setup: FaultSetup) {
        channels = setup.channels
        left = PlainMath.exp(-setup.secondsPerTick / max(setup["tau"], 1e-3))
        smoothed = setup.sigma.map { _ in 0 }
    }

    mutating func distort(_ row: Row, at moment: FaultMoment, _ history: ReadingHistory) {
        for channel in channels {
            if moment.age == 0 {
                // The last reading that was well; the very first has none before it.
                smoothed[channel] = history.count > 1 ? history.value(channel, ago: 1) : 0
            }
            smoothed[channel] = row[channel] + (smoothed[channel] - row[channel]) * left
            if moment.gain > 0 { row[channel] = smoothed[channel] }
        }
    }
}
