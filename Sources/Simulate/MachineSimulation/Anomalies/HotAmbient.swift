extension AnomalyKind {
    static let hotAmbient = AnomalyKind(
        name: "hot_ambient", group: .process, summary: "The air around the machine is hot",
        formula: "T_amb + k·g", channels: .follow(["temperature"]),
        parameters: [
            ParameterDescription(
                "k", "deg C", in: -60...200, default: 15, neutral: 0, "degrees that are added")
        ],
        behaviour: { setup in
            let warmer = setup["k"]
            return .state { effects, moment in effects.ambient += warmer * moment.gain }
        })
}
