import Telemetry

extension AnomalyKind {
    static let channelNull = AnomalyKind(
        name: "channel_null", group: .transport, summary: "A channel is missing from readings",
        formula: "each row with probability r: no value",
        channels: .chosen(count: 1...4, fallback: ["temperature"]),
        parameters: [
            ParameterDescription(
                "r", in: 0.001...1, default: 1, neutral: 0, "share of readings without it")
        ],
        behaviour: { setup in
            let (rate, draws, channels) = (setup["r"], setup.draws, setup.channels)
            return .delivery { parcel, moment in
                guard moment.gain > 0,
                    moment.age == 0 || draws.uniform(at: moment.draw(0)) < rate
                else { return }
                for channel in channels { parcel.values[channel] = .missing }
            }
        })
}
