/// Finds channels that stand still and gaps in time. The score is 1 where a channel has not changed
/// for twice as long as it ever did before and at least `least` rows, or where the step to this row
/// was `gap` times the usual one; below that, the same in proportion.
///
/// A channel that never moves has nothing to stand still from and is left alone.
struct StuckScorer: RowScorer {
    static let isBounded = false
    private let least: Double
    private let gap: Double
    private var last: [Double]
    private var runs: [Double]
    private var longest: TailBank
    private var lastTime: Int64?
    private var period = RowPeriod()
    private(set) var contributions: [Double]

    init(channels: Int, least: Double, gap: Double) {
        self.least = least
        self.gap = gap
        last = [Double](repeating: .nan, count: channels)
        runs = [Double](repeating: 0, count: channels)
        contributions = runs
        longest = TailBank(statistics: channels, longest: 256, returnPeriod: 100_000)
    }

    mutating func score(_ row: UnsafeBufferPointer<Double>, at time: Int64) -> Double {
        period.take(time)
        var worst = 0.0
        if let lastTime, let seconds = period.seconds, time > lastTime {
            worst = (Double(time) - Double(lastTime)) / 1e9 / (gap * seconds)
        }
        lastTime = time
        for channel in row.indices {
            contributions[channel] = 0
            guard row[channel].isFinite else { continue }
            runs[channel] = row[channel] == last[channel] ? runs[channel] + 1 : 0
            last[channel] = row[channel]
            contributions[channel] = Self.ratio(
                runs[channel], longest, channel: channel, least: least)
            worst = max(worst, contributions[channel])
        }
        return worst
    }

    /// How long a channel has stood still, in units of what is too long; 0 for one that never moves.
    static func ratio(_ run: Double, _ longest: TailBank, channel: Int, least: Double) -> Double {
        let level = longest.levels[channel]
        let neverMoves = 3 * longest.ordinary[channel] >= Double(longest.blockLength)
        guard level < .infinity, !neverMoves else { return 0 }
        return run / max(2 * level, least)
    }

    mutating func learn(_ row: UnsafeBufferPointer<Double>) {
        runs.withUnsafeBufferPointer { _ = longest.learn($0.baseAddress!) }
    }

    func save(to writer: inout StateWriter) {
        writer.write(last)
        writer.write(runs)
        longest.save(to: &writer)
        writer.write(optional: lastTime)
        period.save(to: &writer)
    }

    mutating func restore(from reader: inout StateReader) throws {
        last = try reader.readDoubles(count: last.count)
        runs = try reader.readDoubles(count: runs.count)
        try longest.restore(from: &reader)
        lastTime = try reader.readOptionalInt64()
        try period.restore(from: &reader)
    }
}

extension DetectorKind {
    static let stuck = DetectorKind.scoring(
        "stuck", summary: "channels that stand still, and gaps in time",
        source: "run length of equal values against the run lengths before",
        parameters: [
            DetectorParameter(
                "least", .number(1...1e6), default: "10", "rows that never count as standing still"),
            DetectorParameter(
                "gap", .number(1...1e6), default: "10", "usual steps in time that make a gap"),
        ],
        decision: ["threshold": "0.5"],
        scorer: { values, context in
            StuckScorer(
                channels: context.channels.count, least: values.number("least"),
                gap: values.number("gap"))
        })
}
