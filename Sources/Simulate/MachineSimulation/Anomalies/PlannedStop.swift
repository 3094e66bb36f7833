extension AnomalyKind {
    static let plannedStop = AnomalyKind(
        name: "planned_stop", group: .benign, summary: "The machine stops, as announced",
        formula: "c = 0; idle power and fluctuation are gone",
        channels: .follow(["load", "power", "vibration", "temperature"]), parameters: [],
        behaviour: { _ in
            .state { effects, moment in if moment.gain > 0 { effects.isStopped = true } }
        })
}
