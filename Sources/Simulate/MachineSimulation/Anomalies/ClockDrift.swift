import Telemetry

extension AnomalyKind {
    static let clockDrift = AnomalyKind(
        name: "clock_drift", group: .transport, summary: "The machine's clock runs fast or slow",
        formula: "time + ppm·(t − start)/10^6", channels: .whole,
        parameters: [
            ParameterDescription(
                "ppm", "ppm", in: -100_000...100_000, default: 5000, neutral: 0,
                "how much it is fast")
        ],
        behaviour: { setup in
            let rate = setup["ppm"] / 1e6
            let tick = setup.secondsPerTick
            return .delivery { parcel, moment in
                // One nanosecond more keeps it off the readings after the end.
                let shift = Int64(clamping: rate * (moment.seconds + tick) * 1e9)
                parcel.time = parcel.time.addingSaturated(shift).addingSaturated(1)
            }
        })
}
