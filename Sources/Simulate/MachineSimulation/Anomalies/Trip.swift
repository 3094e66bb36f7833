extension AnomalyKind {
    static let trip = AnomalyKind(
        name: "trip", group: .process, summary: "The machine stops while the plan says run",
        formula: "c = 0; idle power and fluctuation are gone",
        channels: .follow(["load", "power", "vibration", "temperature"]), parameters: [],
        behaviour: { _ in
            .state { effects, moment in if moment.gain > 0 { effects.isStopped = true } }
        })
}
