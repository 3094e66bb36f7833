extension AnomalyKind {
    static let malformed = AnomalyKind(
        name: "malformed", group: .transport,
        summary: "Payloads cannot be read; the reading is lost on purpose",
        formula: "each row with probability r: no reading", channels: .whole,
        parameters: [
            ParameterDescription(
                "r", in: 0.001...1, default: 0.3, neutral: 0, "share of payloads that are broken")
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
