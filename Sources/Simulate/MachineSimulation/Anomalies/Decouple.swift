extension AnomalyKind {
    static let decouple = AnomalyKind(
        name: "decouple", group: .context,
        summary: "A channel shows what it was some time ago: values normal, relation gone",
        formula: "x(t − lag)", channels: .chosen(count: 1...3, fallback: ["power"]),
        parameters: [
            ParameterDescription(
                "lag", "s", in: 1...86_400, default: 137, neutral: 0,
                "how long ago; of a live anomaly no longer than the machine has run")
        ],
        behaviour: { setup in
            .sensor(
                Decouple(
                    channels: setup.channels,
                    lag: max(1, Int((setup["lag"] / setup.secondsPerTick).rounded()))))
        })
}

struct Decouple: SensorFault {
    let channels: [Int]
    let lag: Int

    func distort(_ row: Row, at moment: FaultMoment, _ history: ReadingHistory) {
        guard moment.gain > 0 else { return }
        // The last entry is this tick's own reading.
        let age = min(lag, history.count - 1)
        for channel in channels { row[channel] = history.value(channel, ago: age) }
    }
}
