import SeededRandom

extension AnomalyKind {
    static let bearingWear = AnomalyKind(
        name: "bearing_wear", group: .process,
        summary: "A bearing wears out: vibration slowly and then fast, a little power and heat",
        formula: "v_w = k·(e^{4x} − 1)/(e^4 − 1), f_eff = 1 + loss·x, x = (t − start)/duration",
        channels: .follow(["vibration", "power", "temperature"]),
        parameters: [
            ParameterDescription(
                "k", "mm/s", in: 0.01...100, default: 3.5, neutral: 0,
                "vibration of the worn bearing at the end, RMS"),
            ParameterDescription(
                "loss", in: 0...1, default: 0.04, neutral: 0, "friction at the end, relative"),
        ],
        behaviour: { setup in
            let (size, loss) = (setup["k"], setup["loss"])
            return .state { effects, moment in
                let progress = moment.nextProgress
                let wear =
                    size * (PlainMath.exp(4 * progress) - 1) / 53.598150033144236 * moment.gain
                effects.vibrationEnergy += wear * wear
                effects.loss += loss * progress * moment.gain
            }
        })
}
