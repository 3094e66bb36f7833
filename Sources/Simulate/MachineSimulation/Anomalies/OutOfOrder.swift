extension AnomalyKind {
    static let outOfOrder = AnomalyKind(
        name: "out_of_order", group: .transport, summary: "Readings overtake each other",
        formula: "arrival + d·U(0,1)", channels: .whole,
        parameters: [
            ParameterDescription(
                "d", "s", in: 0.1...3600, default: 10, neutral: 0, "longest delay of a reading")
        ],
        behaviour: { setup in
            let (delay, draws) = (setup["d"], setup.draws)
            return .delivery { parcel, moment in
                parcel.delay += delay * moment.gain * draws.uniform(at: moment.draw(0))
            }
        })
}
