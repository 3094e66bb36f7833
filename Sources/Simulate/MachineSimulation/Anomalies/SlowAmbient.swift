import SeededRandom

extension AnomalyKind {
    static let slowAmbient = AnomalyKind(
        name: "slow_ambient", group: .benign,
        summary: "Day and night: the air around the machine warms and cools slowly",
        formula: "T_amb + k·sin(2π·(t − start)/period)", channels: .follow(["temperature"]),
        parameters: [
            ParameterDescription(
                "k", "deg C", in: -60...60, default: 6, neutral: 0, "height of the swing"),
            ParameterDescription(
                "period", "s", in: 60...31_536_000, default: 86_400, "length of the swing"),
        ],
        behaviour: { setup in
            let (size, period) = (setup["k"], setup["period"])
            return .state { effects, moment in
                effects.ambient +=
                    size * moment.gain * PlainMath.sine(turns: moment.seconds / period)
            }
        })
}
