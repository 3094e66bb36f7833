extension AnomalyKind {
    static let drift = AnomalyKind(
        name: "drift", group: .sensor, summary: "The reading walks away slowly",
        formula: "x + sign·k·unit·(t − start)/duration",
        channels: .chosen(count: 1...4, fallback: ["temperature"]),
        parameters: [
            .strength(6), .unit, .sign,
            ParameterDescription(
                "after", choices: ["keep", "return"],
                "keep what has been reached to the end, or walk back from half-time on"),
        ],
        behaviour: { setup in
            .sensor(
                Offset(setup) { progress in
                    setup["after"] == 0
                        ? progress : progress < 0.5 ? 2 * progress : 2 - 2 * progress
                })
        })
}
