extension AnomalyKind {
    static let cycleShape = AnomalyKind(
        name: "cycle_shape", group: .context,
        summary: "A phase of the duty cycle is missing, or the cycle runs another way",
        formula: "c'(t): heaviest phase missing, phases in reverse order, or high for low",
        channels: .follow(["load", "power", "vibration", "temperature"]),
        parameters: [
            ParameterDescription(
                "shape", choices: ["missing", "swapped", "mirrored"], "what is wrong with it")
        ],
        behaviour: { setup in
            let shape = CycleShape(rawValue: Int(setup["shape"]) + 1) ?? .missing
            return .state { effects, moment in
                if moment.gain > 0 { effects.cycleShape = shape }
            }
        })
}
