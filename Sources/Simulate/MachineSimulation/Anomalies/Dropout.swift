extension AnomalyKind {
    static let dropout = AnomalyKind(
        name: "dropout", group: .transport, summary: "Readings do not arrive",
        formula: "each row with probability r: none", channels: .whole,
        parameters: [
            ParameterDescription(
                "r", in: 0.001...1, default: 1, neutral: 0,
                "share of readings that are missing; 1 is a gap")
        ],
        behaviour: { setup in
            let (rate, draws) = (setup["r"], setup.draws)
            return .delivery { parcel, moment in
                if moment.gain > 0, moment.age == 0 || draws.uniform(at: moment.draw(0)) < rate {
                    parcel.isWithheld = true
                }
            }
        })
}
