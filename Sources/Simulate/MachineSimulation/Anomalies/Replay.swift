extension AnomalyKind {
    static let replay = AnomalyKind(
        name: "replay", group: .context,
        summary: "All channels repeat the last seconds before the start, over and over",
        formula: "x(start − window + (t − start) mod window)", channels: .whole,
        parameters: [
            ParameterDescription(
                "window", "s", in: 1...86_400, default: 60, neutral: 0,
                "length that is repeated; of a live anomaly no longer than the machine has run")
        ],
        behaviour: { setup in
            .sensor(
                Replay(
                    channels: setup.channels,
                    window: max(1, Int((setup["window"] / setup.secondsPerTick).rounded()))))
        })
}

struct Replay: SensorFault {
    let channels: [Int]
    let window: Int
    private var available = 1
    private var piece: [Double] = []

    init(channels: [Int], window: Int) {
        self.channels = channels
        self.window = window
    }

    mutating func distort(_ row: Row, at moment: FaultMoment, _ history: ReadingHistory) {
        if moment.age == 0 {
            // Taken out once: the ring will be written over while the anomaly lasts.
            available = max(1, min(window, history.count - 1))
            let first = min(available, history.count - 1)
            piece = (0..<available).flatMap { index in
                channels.map { history.value($0, ago: max(0, first - index)) }
            }
        }
        guard moment.gain > 0 else { return }
        let place = moment.age % available * channels.count
        for (index, channel) in channels.enumerated() { row[channel] = piece[place + index] }
    }
}
