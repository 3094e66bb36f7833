extension AnomalyKind {
    static let late = AnomalyKind(
        name: "late", group: .transport, summary: "Readings arrive late, in their order",
        formula: "arrival + d", channels: .whole,
        parameters: [
            ParameterDescription(
                "d", "s", in: 0.1...86_400, default: 30, neutral: 0, "how late")
        ],
        behaviour: { setup in
            let delay = setup["d"]
            return .delivery { parcel, moment in parcel.delay += delay * moment.gain }
        })
}
