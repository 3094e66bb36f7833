extension AnomalyKind {
    static let sign = AnomalyKind(
        name: "sign", group: .sensor, summary: "The reading has the wrong sign", formula: "−x",
        channels: .chosen(count: 1...4, fallback: ["power"]), parameters: [],
        behaviour: { setup in
            .reading(setup) { reading, _, moment in moment.gain > 0 ? -reading : reading }
        })
}
