extension AnomalyKind {
    static let offSchedule = AnomalyKind(
        name: "off_schedule", group: .context,
        summary: "The machine runs when the plan says stop, or stops when it says run",
        formula: "running = not planned",
        channels: .follow(["load", "power", "vibration", "temperature"]), parameters: [],
        behaviour: { _ in
            .state { effects, moment in if moment.gain > 0 { effects.flipsSchedule = true } }
        })
}
