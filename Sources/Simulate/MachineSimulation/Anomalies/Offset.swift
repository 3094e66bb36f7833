extension AnomalyKind {
    static let offset = AnomalyKind(
        name: "offset", group: .sensor, summary: "The reading is off by a constant",
        formula: "x + sign·k·unit·g(t)",
        channels: .chosen(count: 1...4, fallback: ["temperature"]),
        parameters: [.strength(5), .unit, .sign],
        behaviour: { setup in .sensor(Offset(setup, course: nil)) })
}

/// Adds to readings what a course over the anomaly's time, or else its envelope, says.
struct Offset: SensorFault {
    private let channels: [Int]
    private let usesSpread: Bool
    private let size: Double
    private let sigma: [Double]
    private let spreadRows: Int
    private let course: (@Sendable (Double) -> Double)?
    /// Per channel of the row, what full strength adds.
    private var amplitude: [Double]

    init(_ setup: FaultSetup, course: (@Sendable (Double) -> Double)?) {
        channels = setup.channels
        usesSpread = setup["unit"] > 0
        size = setup["k"] * setup.sign
        sigma = setup.sigma
        spreadRows = setup.spreadRows
        self.course = course
        amplitude = sigma.map { [size] in size * $0 }
    }

    mutating func distort(_ row: Row, at moment: FaultMoment, _ history: ReadingHistory) {
        if usesSpread, moment.age == 0 {
            for channel in channels {
                let spread = history.spread(channel, rows: spreadRows).deviation
                amplitude[channel] = size * max(spread, sigma[channel])
            }
        }
        let share = (course?(moment.nextProgress) ?? 1) * moment.gain
        for channel in channels { row[channel] += amplitude[channel] * share }
    }
}
