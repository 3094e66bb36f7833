extension AnomalyKind {
    static let wrongMachineID = AnomalyKind(
        name: "wrong_machine_id", group: .transport,
        summary: "Readings say they come from another machine",
        formula: "each row with probability r: id-stray", channels: .whole,
        parameters: [
            ParameterDescription(
                "r", in: 0.001...1, default: 0.3, neutral: 0, "share of readings misnamed")
        ],
        behaviour: { setup in
            let (rate, draws) = (setup["r"], setup.draws)
            return .delivery { parcel, moment in
                if moment.gain > 0, moment.age == 0 || draws.uniform(at: moment.draw(0)) < rate {
                    parcel.isMisnamed = true
                }
            }
        })
}
