import Telemetry

extension AnomalyKind {
    static let clockJump = AnomalyKind(
        name: "clock_jump", group: .transport,
        summary: "The machine's clock is wrong by a constant",
        formula: "time + d, never on another reading's time", channels: .whole,
        parameters: [
            ParameterDescription(
                "d", "s", in: -31_536_000...31_536_000, default: -90, neutral: 0,
                "how far the clock is ahead; negative for behind")
        ],
        behaviour: { setup in
            // A quarter of a reading off the grid: two readings of one series and time would be
            // one to every store, and the run could not say where the other went.
            let tick = setup.secondsPerTick
            let rows = (setup["d"] / tick).rounded()
            let shift = Int64(clamping: (rows + 0.25) * tick * 1e9)
            return .delivery { parcel, moment in
                if moment.gain > 0 { parcel.time = parcel.time.addingSaturated(shift) }
            }
        })
}
