extension AnomalyKind {
    static let unitError = AnomalyKind(
        name: "unit_error", group: .sensor,
        summary: "The reading comes in another unit, as deg F for deg C", formula: "a·x + b",
        channels: .chosen(count: 1...4, fallback: ["temperature"]),
        parameters: [
            ParameterDescription("a", in: -1e4...1e4, default: 1.8, neutral: 1, "factor"),
            ParameterDescription(
                "b", "of the channel", in: -1e6...1e6, default: 32, neutral: 0, "what is added"),
        ],
        behaviour: { setup in
            let (factor, added) = (setup["a"], setup["b"])
            return .reading(setup) { reading, _, moment in
                moment.gain > 0 ? factor * reading + added : reading
            }
        })
}
