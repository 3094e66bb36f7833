extension AnomalyKind {
    static let spike = AnomalyKind(
        name: "spike", group: .sensor, summary: "Single readings far off, up or down",
        formula: "x + sign·k·sigma for width rows",
        channels: .chosen(count: 1...4, fallback: ["power"]),
        parameters: [
            .strength(12),
            ParameterDescription(
                "width", "rows", in: 0...100_000, default: 0,
                "rows that are off; 0 for as long as the anomaly lasts"),
            .sign,
        ],
        behaviour: { setup in
            let width = setup["width"] == 0 ? Double.infinity : setup["width"]
            let size = setup["k"] * setup.sign
            let sigma = setup.sigma
            return .reading(setup) { reading, channel, moment in
                Double(moment.age) < width
                    ? reading + size * sigma[channel] * moment.gain : reading
            }
        })
}
