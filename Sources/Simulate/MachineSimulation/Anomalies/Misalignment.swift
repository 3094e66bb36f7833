extension AnomalyKind {
    static let misalignment = AnomalyKind(
        name: "misalignment", group: .process,
        summary: "Shafts do not meet: vibration grows with the machine's own",
        formula: "k_v = 1 + k·g", channels: .follow(["vibration"]), parameters: [.shake],
        behaviour: { setup in .shaking(setup["k"]) })

    static let looseness = AnomalyKind(
        name: "looseness", group: .process,
        summary: "The machine is loose on its base: like misalignment; shape intermittent rattles",
        formula: "k_v = 1 + k·g", channels: .follow(["vibration"]), parameters: [.shake],
        behaviour: { setup in .shaking(setup["k"]) })
}

extension ParameterDescription {
    fileprivate static let shake = ParameterDescription(
        "k", in: 0.01...20, default: 1, neutral: 0, "vibration that is added, relative")
}

extension FaultBehaviour {
    fileprivate static func shaking(_ size: Double) -> FaultBehaviour {
        .state { effects, moment in effects.vibrationFactor += size * moment.gain }
    }
}
