import Telemetry

extension AnomalyKind {
    static let jitter = AnomalyKind(
        name: "jitter", group: .transport, summary: "Timestamps tremble",
        formula: "time + j·U(−1/2, 1/2), at most one interval apart", channels: .whole,
        parameters: [
            ParameterDescription(
                "j", "intervals", in: 0.001...0.98, default: 0.8, neutral: 0,
                "width of the trembling, in intervals between readings")
        ],
        behaviour: { setup in
            let width = min(0.98, setup["j"]) * setup.secondsPerTick * 1e9
            let draws = setup.draws
            return .delivery { parcel, moment in
                let shift = width * moment.gain * (draws.uniform(at: moment.draw(0)) - 0.5)
                parcel.time = parcel.time.addingSaturated(Int64(shift.rounded()))
            }
        })
}
