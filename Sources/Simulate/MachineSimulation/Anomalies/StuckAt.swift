extension AnomalyKind {
    static let stuckAt = AnomalyKind(
        name: "stuck_at", group: .sensor,
        summary: "The reading is a constant: zero, full scale, -40", formula: "value",
        channels: .chosen(count: 1...4, fallback: ["temperature"]),
        parameters: [
            ParameterDescription(
                "value", "of the channel", in: -1e6...1e6, default: 0, "what is read")
        ],
        behaviour: { setup in
            let value = setup["value"]
            return .reading(setup) { reading, _, moment in moment.gain > 0 ? value : reading }
        })
}
