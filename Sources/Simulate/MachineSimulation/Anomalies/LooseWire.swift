import SeededRandom

extension AnomalyKind {
    static let looseWire = AnomalyKind(
        name: "loose_wire", group: .sensor,
        summary: "Now and then the reading is zero, or the one before",
        formula: "each row with probability r: 0 or the last value",
        channels: .chosen(count: 1...4, fallback: ["power"]),
        parameters: [
            ParameterDescription(
                "r", in: 0.001...1, default: 0.15, neutral: 0, "share of rows without contact"),
            ParameterDescription(
                "value", choices: ["zero", "last"], "what is read without contact"),
        ],
        behaviour: { setup in .sensor(LooseWire(setup)) })
}

struct LooseWire: SensorFault {
    private let channels: [Int]
    private let rate: Double
    private let holds: Bool
    private let draws: RandomStream
    private var last: [Double]

    init(_ setup: FaultSetup) {
        channels = setup.channels
        rate = setup["r"]
        holds = setup["value"] > 0
        draws = setup.draws
        last = setup.sigma.map { _ in 0 }
    }

    mutating func distort(_ row: Row, at moment: FaultMoment, _: ReadingHistory) {
        for channel in channels {
            // Contact is lost first in the first row for zero, in the second for the one before:
            // an anomaly that never shows is none.
            let first = holds ? 1 : 0
            let isOpen =
                moment.gain > 0 && moment.age >= first
                && (moment.age == first || draws.uniform(at: moment.draw(channel)) < rate)
            if isOpen {
                row[channel] = holds ? last[channel] : 0
            } else {
                last[channel] = row[channel]
            }
        }
    }
}
