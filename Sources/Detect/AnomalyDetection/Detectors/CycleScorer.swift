/// Finds cycles that take too long and machines that stand when they should run: the score is how
/// far the present half of a channel's cycle has overrun its usual length, over all channels that
/// have a cycle. See ``CycleTimer``.
struct CycleScorer: RowScorer {
    static let isBounded = false
    private var timers: [CycleTimer]
    private(set) var contributions: [Double]

    init(channels: Int) {
        timers = [CycleTimer](repeating: CycleTimer(), count: channels)
        contributions = [Double](repeating: 0, count: channels)
    }

    mutating func score(_ row: UnsafeBufferPointer<Double>, at time: Int64) -> Double {
        var worst = Double.nan
        for channel in row.indices {
            contributions[channel] = 0
            guard row[channel].isFinite else { continue }
            let overrun = timers[channel].observe(row[channel], disturbed: false)
            contributions[channel] = overrun
            worst = worst.isNaN ? overrun : max(worst, overrun)
        }
        return worst
    }

    /// A clock cannot be stopped: rows are taken when scored.
    mutating func learn(_ row: UnsafeBufferPointer<Double>) {}

    func save(to writer: inout StateWriter) { for timer in timers { timer.save(to: &writer) } }

    mutating func restore(from reader: inout StateReader) throws {
        for channel in timers.indices { try timers[channel].restore(from: &reader) }
    }
}

extension DetectorKind {
    static let cycle = DetectorKind.scoring(
        "cycle", summary: "a regular cycle that runs over its usual time",
        source: "run length of a two-level cycle", parameters: [],
        decision: ["threshold": "0.5"],
        scorer: { _, context in CycleScorer(channels: context.channels.count) })
}
