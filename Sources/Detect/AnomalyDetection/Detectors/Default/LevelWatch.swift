/// Watches one channel by itself: how far a value is from the last hundred, whether it lies outside
/// of what was ever seen, and for how many rows it has not changed.
struct LevelWatch: Sendable, Equatable {
    private var mean = 0.0
    private var slowMean = 0.0
    private var rows = 0.0
    /// The mean before a level was got used to: coming back to it is no change.
    private var formerMean = Double.nan
    private var formerAge = 0
    private(set) var value = 0.0
    private var last = Double.nan
    private(set) var states = StateValues()
    /// Distance from the last hundred values.
    private(set) var change = 0.0
    /// Rows since the value last changed.
    private(set) var run = 0.0
    private(set) var stillness = Stillness()
    /// Levels got used to: the highest, and the highest of the negative.
    private(set) var tolerated = [-Double.infinity, -Double.infinity]

    mutating func observe(_ value: Double, memory: Int) {
        self.value = value
        if rows == 0 { mean = value }
        change = abs(value - mean)
        if !formerMean.isNaN {
            formerAge += 1
            // On the way back it passes all that lies between.
            let isBetween = (value - mean) * (value - formerMean) <= 0
            change = isBetween ? 0 : min(change, abs(value - formerMean))
            if formerAge > memory { formerMean = .nan }
        }
        states.observe(value)
        stillness.observe(value, last: last, run: run)
        run = value == last ? run + 1 : 0
        last = value
    }

    mutating func learn() {
        rows = min(rows + 1, 600)
        mean += (value - mean) / min(rows, 100)
        slowMean += (value - slowMean) / rows
    }

    /// The present level is taken for a normal one from now on.
    mutating func tolerate() {
        tolerated[0] = max(tolerated[0], value)
        tolerated[1] = max(tolerated[1], -value)
        if formerMean.isNaN {
            formerMean = slowMean
            formerAge = 0
        }
        mean = value
    }

    /// Whether standing still says anything: it does not where the channel tells states apart, nor at a
    /// value it has come to rest at before.
    var canBeStuck: Bool { !states.isDiscrete && !stillness.isAtRest(value) }

    /// The channel's present value is one to rest at from now on.
    mutating func rest() { stillness.rest(at: value) }

    /// How far the value has gone from where a stretch's extreme usually lies to where no value
    /// should be: 1 is there. `side` 0 is up, 1 is down.
    func excess(_ side: Int, _ bank: TailBank, channel: Int) -> Double {
        let statistic = 2 * channel + side
        let level = bank.levels[statistic]
        guard level < .infinity else { return 0 }
        let extreme = bank.largest[statistic]
        let width = abs(extreme + bank.largest[statistic ^ 1])
        let bound = max(
            min(max(level, extreme + 0.05 * width), extreme + 0.3 * width),
            tolerated[side] + 0.1 * width)
        let unit = bound - bank.ordinary[statistic]
        let signed = side == 0 ? value : -value
        return unit > 0 ? max((signed - bank.ordinary[statistic]) / unit, 0) : 0
    }

    func save(to writer: inout StateWriter) {
        for value in [mean, slowMean, rows, formerMean, value, last, change, run] {
            writer.write(value)
        }
        writer.write(formerAge)
        states.save(to: &writer)
        stillness.save(to: &writer)
        writer.write(tolerated)
    }

    mutating func restore(from reader: inout StateReader) throws(StateError) {
        mean = try reader.readDouble()
        slowMean = try reader.readDouble()
        rows = try reader.readDouble()
        formerMean = try reader.readDouble()
        value = try reader.readDouble()
        last = try reader.readDouble()
        change = try reader.readDouble()
        run = try reader.readDouble()
        formerAge = try reader.readInt(in: 0...Int.max)
        try states.restore(from: &reader)
        try stillness.restore(from: &reader)
        tolerated = try reader.readDoubles(count: 2)
    }
}
