/// Watches how far the channels have crept from what an older regression says.
///
/// A regression that goes on learning learns a slow fault along with everything else: slow inputs
/// explain a slow drift well. So two snapshots are kept, the older of a third to two thirds of the
/// rows seen, and the residual against it is averaged over some minutes. A new regime, where the
/// inputs are unlike any before, makes snapshots worthless, and they are taken anew.
struct CreepWatch: Sendable {
    private static let firstRow = 1800.0
    private var older: RegressionSnapshot
    private var newer: RegressionSnapshot
    private var nextSnapshot = CreepWatch.firstRow
    private var rows = 0.0
    private var rowsWithOlder = 0.0
    private var novelRows = 0.0
    private var alarmedRows = 0
    private var means: [Double]
    /// Means over a tenth of that: what bears the long ones out, so that they do not outlast a fault.
    private var briefMeans: [Double]
    private var sizes: [Double]
    private var bank: TailBank
    private var limits: [Double]
    private var limitsRow = 1.0
    private(set) var ratios: [Double]

    init(_ model: RelationModel, settings: DefaultSettings) {
        older = model.emptySnapshot
        newer = older
        means = [Double](repeating: 0, count: model.channels)
        briefMeans = means
        sizes = means
        ratios = means
        limits = [Double](repeating: .infinity, count: model.channels)
        bank = TailBank(
            statistics: model.channels, longest: 256, returnPeriod: settings.returnPeriod)
    }

    /// Takes a row in. Sets ``ratios``, each channel's creep in units of its limit.
    mutating func observe(
        _ values: [Double], stretch: [Double], units: (Int) -> Double, model: RelationModel,
        settings: DefaultSettings
    ) {
        rows += 1
        var isNovel = false
        for channel in values.indices where !values[channel].isNaN {
            if model.novelty(channel) > settings.novel { isNovel = true }
        }
        novelRows = isNovel ? novelRows + 1 : max(0, novelRows - 0.02)
        if novelRows > 60 || alarmedRows > settings.creepPatience { start(model) }
        if rows >= nextSnapshot {
            older = newer
            model.write(to: &newer)
            nextSnapshot = max(rows * 1.5, rows + 600)
        }
        guard older.isSet else {
            for channel in ratios.indices { ratios[channel] = 0 }
            return
        }
        rowsWithOlder += 1
        let share = max(1 / rowsWithOlder, 1 / settings.creepWindow)
        for channel in values.indices where !values[channel].isNaN {
            let unit = units(channel)
            let most = 8 * unit
            let error = (values[channel] - model.expected(channel, of: older)) / stretch[channel]
            let cut = min(max(error, -most), most)
            means[channel] += share * (cut - means[channel])
            briefMeans[channel] += min(10 * share, 1) * (cut - briefMeans[channel])
            sizes[channel] = min(
                abs(means[channel]), 1.5 * abs(briefMeans[channel]) + 0.3 * unit)
            let doubt = 1 + settings.doubt * settings.creepWindow / rowsWithOlder
            let limit = max(
                limits[channel] * settings.creepMargin * doubt, settings.creepFloor * unit)
            let isKnown = limit < .infinity && limit > 0 && rowsWithOlder > settings.creepWindow
            ratios[channel] = isKnown ? sizes[channel] / limit : 0
        }
        alarmedRows = ratios.contains { $0 >= 1 } ? alarmedRows + 1 : 0
    }

    /// Forgets the snapshots: the regression of now is the first.
    private mutating func start(_ model: RelationModel) {
        older.clear()
        newer.clear()
        novelRows = 0
        alarmedRows = 0
        rowsWithOlder = 0
        for channel in means.indices {
            means[channel] = 0
            briefMeans[channel] = 0
        }
        nextSnapshot = max(Self.firstRow, rows + 1200)
    }

    mutating func learn(_ settings: DefaultSettings) {
        guard older.isSet, rowsWithOlder > settings.creepWindow / 2 else { return }
        if sizes.withUnsafeBufferPointer({ bank.learn($0.baseAddress!) }) {
            let growth = Elementary.power(rows / limitsRow, settings.growth)
            for channel in limits.indices {
                let isYoung = rowsWithOlder < 3 * settings.creepWindow
                limits[channel] =
                    isYoung || limits[channel] == .infinity
                    ? bank.levels[channel] : min(bank.levels[channel], limits[channel] * growth)
            }
            limitsRow = rows
        }
    }
}

extension CreepWatch {
    func save(to writer: inout StateWriter) {
        older.save(to: &writer)
        newer.save(to: &writer)
        for value in [nextSnapshot, rows, rowsWithOlder, novelRows, limitsRow] {
            writer.write(value)
        }
        writer.write(alarmedRows)
        for values in [means, briefMeans, sizes, limits, ratios] { writer.write(values) }
        bank.save(to: &writer)
    }

    mutating func restore(from reader: inout StateReader, inputs: Int) throws(StateError) {
        try older.restore(from: &reader, inputs: inputs)
        try newer.restore(from: &reader, inputs: inputs)
        nextSnapshot = try reader.readDouble()
        rows = try reader.readDouble()
        rowsWithOlder = try reader.readDouble()
        novelRows = try reader.readDouble()
        limitsRow = try reader.readDouble()
        alarmedRows = try reader.readInt(in: 0...Int.max)
        means = try reader.readDoubles(count: means.count)
        briefMeans = try reader.readDoubles(count: briefMeans.count)
        sizes = try reader.readDoubles(count: sizes.count)
        limits = try reader.readDoubles(count: limits.count)
        ratios = try reader.readDoubles(count: ratios.count)
        try bank.restore(from: &reader)
    }
}
