extension AnomalyKind {
    static let duplicate = AnomalyKind(
        name: "duplicate", group: .transport, summary: "Readings arrive twice",
        formula: "each row with probability r: two", channels: .whole,
        parameters: [
            ParameterDescription(
                "r", in: 0.001...1, default: 0.5, neutral: 0, "share of readings that come twice")
        ],
        behaviour: { setup in
            let (rate, draws) = (setup["r"], setup.draws)
            return .delivery { parcel, moment in
                if moment.gain > 0, moment.age == 0 || draws.uniform(at: moment.draw(0)) < rate {
                    parcel.isRepeated = true
                }
            }
        })
}
