extension AnomalyKind {
    static let swap = AnomalyKind(
        name: "swap", group: .sensor, summary: "Two channels are taken for each other",
        formula: "x1, x2 -> x2, x1",
        channels: .chosen(count: 2...2, fallback: ["load", "temperature"]), parameters: [],
        behaviour: { setup in .sensor(Swap(first: setup.channels[0], second: setup.channels[1])) })
}

struct Swap: SensorFault {
    let first: Int
    let second: Int

    func distort(_ row: Row, at moment: FaultMoment, _: ReadingHistory) {
        if moment.gain > 0 { row.swapAt(first, second) }
    }
}
