extension AnomalyKind {
    static let warmUp = AnomalyKind(
        name: "warm_up", group: .benign,
        summary: "A cold start: the machine begins at ambient temperature",
        formula: "T = T_amb at the start", channels: .follow(["temperature", "power"]),
        parameters: [],
        behaviour: { _ in .state { effects, moment in effects.isCold = moment.age == 0 } })
}
