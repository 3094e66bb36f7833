/// Looks at each row from many sides and says how anomalous it is, in units where 1 is the limit.
///
/// Sides are: what the other channels do not explain, at five time scales (``ResidualWatch``); the
/// channel's own level (``LevelWatch``); a channel that stands still; a cycle that runs over
/// (``CycleTimer``). Each has a limit from the extremes of its own past (``TailBank``).
struct DefaultScorer: Sendable {
    static let sides = ResidualWatch.statistics + 3
    /// Statistics that a few rows can raise: all but the means of 60 and 600 rows.
    private static let burstSides = [0, 1, 4, 5, 6, 7]

    let channels: Int
    let settings: DefaultSettings
    private(set) var model: RelationModel
    private(set) var residuals: [ResidualWatch]
    private(set) var levels: [LevelWatch]
    private(set) var timers: [CycleTimer]
    private(set) var habits: [BurstHabit]
    private(set) var creep: CreepWatch
    private(set) var relationBank: TailBank
    private(set) var rangeBank: TailBank
    private(set) var changeBank: TailBank
    private(set) var runBank: TailBank
    private var rangeQuarantine: Quarantine
    private var changeQuarantine: Quarantine
    /// Limits of the residuals' statistics, before margins; they grow slowly.
    private(set) var limits: [Double]
    private(set) var limitsRow = 1.0
    /// What the limits of a residual's statistics are raised by in this row.
    private var doubts = [Double](repeating: 1, count: ResidualWatch.statistics)

    private(set) var rows = 0
    private(set) var isOn = false
    private(set) var rowsOutOfLevel = 0
    private(set) var rowsOfLevelAlarm = 0
    private(set) var wasOutOfLevel = false
    /// Rows in which several channels were away from their level, forgotten slowly: a temperature follows
    /// what all the others did minutes ago.
    private(set) var rowsTogether = 0.0
    /// Rows for which levels out of their range are still put down to a new level.
    private(set) var settling = 0
    /// Whether the alarm that is on comes from what other channels leave unexplained.
    private(set) var isUnexplained = false
    private(set) var isOverrunning = false
    /// Rows for which the regression does not learn yet.
    private(set) var cooling = 0
    private(set) var probation = 0

    // Of the present row.
    private(set) var values: [Double]
    private(set) var channelsAway = 0
    private(set) var stretch: [Double]
    private(set) var statistics: [Double]
    private(set) var ratios: [Double]
    private(set) var runs: [Double]
    private(set) var overruns: [Double]
    /// Each channel's largest ratio of the last row.
    private(set) var contributions: [Double]

    init(channels: Int, settings: DefaultSettings = DefaultSettings()) {
        self.channels = channels
        self.settings = settings
        model = RelationModel(channels: channels, memory: settings.memory)
        creep = CreepWatch(model, settings: settings)
        residuals = [ResidualWatch](repeating: ResidualWatch(), count: channels)
        levels = [LevelWatch](repeating: LevelWatch(), count: channels)
        habits = [BurstHabit](repeating: BurstHabit(), count: channels)
        timers = [CycleTimer](repeating: CycleTimer(), count: channels)
        func bank(_ statistics: Int, _ longest: Int, _ period: Double) -> TailBank {
            TailBank(statistics: statistics * channels, longest: longest, returnPeriod: period)
        }
        relationBank = bank(ResidualWatch.statistics, 256, settings.returnPeriod)
        rangeBank = bank(2, 512, settings.returnPeriod)
        changeBank = bank(1, 128, settings.returnPeriod)
        runBank = bank(1, 256, 100_000)
        rangeQuarantine = Quarantine(statistics: 2 * channels, stages: settings.quarantine)
        changeQuarantine = Quarantine(statistics: channels, stages: settings.quarantine)
        limits = [Double](repeating: .infinity, count: ResidualWatch.statistics * channels)
        values = [Double](repeating: 0, count: channels)
        stretch = values
        runs = values
        overruns = values
        contributions = values
        statistics = [Double](repeating: 0, count: ResidualWatch.statistics * channels)
        ratios = [Double](repeating: 0, count: Self.sides * channels)
    }

    /// Takes a row in; returns where the detector stands and the row's largest ratio.
    mutating func take(_ row: UnsafeBufferPointer<Double>) -> (
        state: Verdict.State, ratio: Double
    ) {
        var isEmpty = true
        for channel in 0..<channels {
            let value = row[channel]
            values[channel] = value.isFinite ? Magnitude.bounded(value) : .nan
            if value.isFinite { isEmpty = false }
        }
        if isEmpty { return (.skipped, .missing) }
        rows += 1
        doubtYouth()
        values.withUnsafeBufferPointer { model.predict($0.baseAddress!) }
        let isWarm = rows > settings.warmup
        var relation = 0.0
        var level = 0.0
        channelsAway = 0
        for channel in 0..<channels {
            contributions[channel] = 0
            guard !values[channel].isNaN else {
                for side in 0..<Self.sides { ratios[channel * Self.sides + side] = 0 }
                overruns[channel] = 0
                runs[channel] = 0
                continue
            }
            let found = measure(channel, isWarm: isWarm)
            relation = max(relation, found.relation)
            level = max(level, found.level)
            contributions[channel] = max(found.relation, found.level)
        }
        creep.observe(
            values, stretch: stretch, units: { [residuals] in residuals[$0].scale }, model: model,
            settings: settings)
        for channel in 0..<channels {
            relation = max(relation, creep.ratios[channel])
            contributions[channel] = max(contributions[channel], creep.ratios[channel])
        }
        let cycle = joinCycles()
        decide(relation: max(relation, cycle), level: level, isWarm: isWarm)
        learn(isWarm: isWarm)
        return (!isWarm ? .warmup : isOn ? .anomalous : .normal, max(relation, level, cycle))
    }

    private mutating func measure(_ channel: Int, isWarm: Bool) -> (
        relation: Double, level: Double
    ) {
        let value = values[channel]
        let novelty = model.novelty(channel)
        stretch[channel] =
            (1 + settings.noveltyWeight * novelty).squareRoot()
            * (1 + max(0, novelty - settings.novel) / 10)
        levels[channel].observe(value, memory: settings.levelMemory)
        let error = (value - model.expected[channel]) / stretch[channel]
        let least = max(levels[channel].stillness.unit, ChannelScale.least(value))
        let lone = limit(channel, 0)
        note(
            residuals[channel].observe(
                error, least: least, limit: lone, isAlarmed: isOn, memory: settings.regimeMemory))

        let first = channel * ResidualWatch.statistics
        residuals[channel].write(to: &statistics, from: first)
        let base = channel * Self.sides
        for side in 0..<ResidualWatch.statistics {
            ratios[base + side] = relationRatio(channel, side)
        }
        measureLevel(channel)
        if levels[channel].states.isDiscrete, levels[channel].states.isKnown {
            for side in 0..<Self.sides { ratios[base + side] = min(ratios[base + side], 0.5) }
        }
        overcomeHabit(channel, isWarm: isWarm)
        var relation = 0.0
        for side in 0..<ResidualWatch.statistics { relation = max(relation, ratios[base + side]) }
        if isWarm {
            let isStill = runs[channel] >= 1
            let rule = holding
            note(residuals[channel].judge(relation, isStill: isStill, rule))
        }
        var level = 0.0
        for side in ResidualWatch.statistics..<Self.sides {
            level = max(level, ratios[base + side])
        }
        var run = 0.0
        if levels[channel].canBeStuck {
            run = StuckScorer.ratio(levels[channel].run, runBank, channel: channel, least: 10)
        }
        if run >= 1, levels[channel].run > Double(settings.stuckPatience) { levels[channel].rest() }
        if run < 1, runs[channel] >= 1 { residuals[channel].endAlarm() }
        runs[channel] = run
        overruns[channel] = timers[channel].observe(
            value, disturbed: isOn && !isOverrunning, late: settings.late)
        return (max(relation, runs[channel]), level)
    }

    private mutating func measureLevel(_ channel: Int) {
        let base = channel * Self.sides + ResidualWatch.statistics
        let limit = changeBank.levels[channel] * settings.changeMargin
        let change = limit > 0 && limit < .infinity ? levels[channel].change / limit : 0
        ratios[base + 2] = change
        var isAway = change >= settings.away
        for side in 0..<2 {
            var ratio = levels[channel].excess(side, rangeBank, channel: channel)
            if ratio >= settings.away { isAway = true }
            // Where others can explain a value, being out of range is not enough: it must be sudden.
            if channels > 1 {
                let suddenness = change / settings.changeNeeded
                ratio = min(
                    ratio, suddenness > 0.6 ? (ratio * suddenness).squareRoot() : suddenness)
                if settling > 0 { ratio = min(ratio, 0.9) }
            }
            ratios[base + side] = ratio
        }
        if isAway { channelsAway += 1 }
    }

    /// What a few rows can raise is held against the bursts the channel is used to.
    private mutating func overcomeHabit(_ channel: Int, isWarm: Bool) {
        let base = channel * Self.sides
        var burst = 0.0
        for side in Self.burstSides { burst = max(burst, ratios[base + side]) }
        if isWarm { habits[channel].observe(burst) }
        let factor = habits[channel].factor
        guard factor > 1 else { return }
        for side in Self.burstSides { ratios[base + side] /= factor }
    }

    private mutating func note(_ turn: ResidualWatch.Turn) {
        switch turn {
        case .none: break
        case .returned: probation = 0
        case .accepted(let strength):
            if strength >= settings.strong { probation = settings.probation }
        }
    }

    // A call would make a copy of all that is here.
    @inline(__always)
    private func limit(_ channel: Int, _ side: Int) -> Double {
        max(
            limits[channel * ResidualWatch.statistics + side] * settings.margins[side]
                * doubts[side],
            settings.floors[side] * residuals[channel].scale)
    }

    /// Limits that rest on few rows are raised: the same for all channels, so once a row.
    private mutating func doubtYouth() {
        for side in doubts.indices {
            doubts[side] =
                1 + settings.doubt * ResidualWatch.windows[side] / Double(max(rows, 1))
        }
    }

    private func relationRatio(_ channel: Int, _ side: Int) -> Double {
        // A mean says nothing before it has been filled a few times.
        if Double(rows) < 5 * ResidualWatch.windows[side], side > 1 { return 0 }
        let limit = limit(channel, side)
        guard limit < .infinity, limit > 0 else { return 0 }
        return statistics[channel * ResidualWatch.statistics + side] / limit
    }

    /// A late cycle must be seen on two channels where two have one.
    private mutating func joinCycles() -> Double {
        var cyclic = 0
        var late = 0
        for channel in 0..<channels {
            if timers[channel].hasCycle { cyclic += 1 }
            if overruns[channel] >= 1 { late += 1 }
        }
        isOverrunning = late > 0 && late >= min(2, cyclic)
        var largest = 0.0
        for channel in 0..<channels {
            let ratio = isOverrunning ? overruns[channel] : min(overruns[channel], 0.7)
            contributions[channel] = max(contributions[channel], ratio)
            largest = max(largest, ratio)
        }
        return largest
    }

    private mutating func decide(relation: Double, level: Double, isWarm: Bool) {
        guard isWarm else { return }
        let wasOn = isOn
        if settling > 0 { settling -= 1 }
        rowsOutOfLevel = level >= 1 ? rowsOutOfLevel + 1 : 0
        // What raised an alarm may keep it up from a little lower; nothing else may.
        var isOutOfLevel =
            wasOutOfLevel
            ? level >= settings.hysteresis : level >= 1 && (wasOn || rowsOutOfLevel >= 2)
        wasOutOfLevel = isOutOfLevel
        isUnexplained = relation >= (isUnexplained ? settings.hysteresis : 1)
        rowsOfLevelAlarm =
            isOutOfLevel ? rowsOfLevelAlarm + 1 : max(0, rowsOfLevelAlarm - 1)
        let isTogether = channelsAway >= max(2, channels / 2)
        rowsTogether = isTogether ? min(rowsTogether + 1, 60) : max(rowsTogether - 0.05, 0)
        if rowsOfLevelAlarm > levelPatience {
            rowsOfLevelAlarm = 0
            isOutOfLevel = false
            wasOutOfLevel = false
            settling = settings.settling
            // A level that has not lasted as long as the one before it may yet be a fault.
            if rows > settings.infancy {
                probation = max(probation, min(rows, settings.youth - rows))
            }
            for channel in 0..<channels where !values[channel].isNaN { levels[channel].tolerate() }
        }
        isOn = isUnexplained || isOutOfLevel
        if isOn, !wasOn, settling == 0 {
            rangeQuarantine.discard()
            changeQuarantine.discard()
        }
        if wasOn, !isOn { for channel in 0..<channels { residuals[channel].endAlarm() } }
    }

    /// Factor on the rows a residual is in alarm before its regime is accepted.
    private var patience: Double {
        rows < settings.youngPatienceRows && channels > 1 ? settings.youngPatience : 1
    }

    private var holding: ResidualWatch.Holding {
        ResidualWatch.Holding(
            hysteresis: settings.hysteresis, patience: settings.patience,
            longest: settings.longestPatience, factor: patience)
    }

    /// Rows a level lasts before it is taken for a new one. Where other channels moved along it is a
    /// change of what the machine does; one that moved by itself has to last longer while the level before
    /// it has not lasted either.
    private var levelPatience: Int {
        if channels == 1 || rowsTogether >= settings.together { return settings.levelPatience }
        return rows < settings.youngPatienceRows
            ? settings.youngLevelPatience : settings.levelPatience
    }

    private mutating func learn(isWarm: Bool) {
        let share = shareToLearn()
        learnLimits(isAllowed: share != nil)
        for channel in 0..<channels {
            guard !values[channel].isNaN else {
                values[channel] = model.expected[channel]
                continue
            }
            let base = channel * Self.sides + ResidualWatch.statistics
            if max(ratios[base], ratios[base + 1], ratios[base + 2]) < 1 { levels[channel].learn() }
            let value = values[channel]
            let raw = value - model.expected[channel]
            residuals[channel].learn(
                raw: raw, trust: 1 / (stretch[channel] * stretch[channel]))
            if isWarm {
                values[channel] =
                    model.expected[channel]
                    + residuals[channel].repaired(raw, stretch: stretch[channel])
            }
        }
        values.withUnsafeBufferPointer { model.advance($0.baseAddress!, learning: share ?? 0) }
    }

    /// How much the row counts in the regression: less if it is far out or unlike all before, nil if
    /// there is a fault to be learned.
    private mutating func shareToLearn() -> Double? {
        if probation > 0 { probation -= 1 }
        var worst = 0.0
        var share = 1.0
        var isBurst = false
        for channel in 0..<channels where !values[channel].isNaN {
            if residuals[channel].isHot {
                for side in 0..<ResidualWatch.statistics {
                    worst = max(worst, ratios[channel * Self.sides + side])
                }
            }
            if runs[channel] >= 1 || isOverrunning { worst = .infinity }
            if habits[channel].isBurst { isBurst = true }
            let novelty = model.novelty(channel)
            if novelty > settings.bound { share = min(share, settings.bound / novelty) }
            let distance = abs(residuals[channel].distance)
            if distance > 4 { share = min(share, 16 / (distance * distance)) }
            if ratios[channel * Self.sides] >= 0.75 { share = 0 }
        }
        if worst >= settings.weak { cooling = 60 } else if cooling > 0 { cooling -= 1 }
        return cooling == 0 && probation == 0 && !isBurst ? share : nil
    }

    private mutating func learnLimits(isAllowed: Bool) {
        if isAllowed {
            if statistics.withUnsafeBufferPointer({ relationBank.learn($0.baseAddress!) }) {
                let growth = Elementary.power(Double(rows) / limitsRow, settings.growth)
                for index in limits.indices {
                    let window = ResidualWatch.windows[index % ResidualWatch.statistics]
                    let isYoung = Double(rows) < max(settings.young, 6 * window)
                    let level = relationBank.levels[index]
                    limits[index] = isYoung ? level : min(level, limits[index] * growth)
                }
                limitsRow = Double(rows)
            }
            withStatistics(1) { watch, _ in
                watch.run
            } do: { scorer, values in
                _ = scorer.runBank.learn(values)
            }
        }
        // What a young series does is news more often than a fault; the more so the second time.
        let isOpen = rows < settings.quarantineFrom
        let isNews = rows < settings.youth && settling > 0
        if habits.contains(where: \.isBurst) { return }
        if !isOn {
            creep.learn(settings)
            withStatistics(2) { watch, side in
                side == 0 ? watch.value : -watch.value
            } do: { scorer, values in
                scorer.rangeQuarantine.take(
                    values, isOpen: isOpen, into: &scorer.rangeBank)
            }
        }
        if !isOn || isNews {
            withStatistics(1) { watch, _ in
                watch.change
            } do: { scorer, values in
                scorer.changeQuarantine.take(
                    values, isOpen: isOpen, into: &scorer.changeBank)
            }
        }
    }

    /// Lends `sides` statistics of each channel's level, channel after channel.
    private mutating func withStatistics(
        _ sides: Int, _ statistic: (LevelWatch, Int) -> Double,
        do body: (inout Self, UnsafePointer<Double>) -> Void
    ) {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: sides * channels) { values in
            for channel in 0..<channels {
                for side in 0..<sides {
                    values[channel * sides + side] = statistic(levels[channel], side)
                }
            }
            body(&self, UnsafePointer(values.baseAddress!))
        }
    }
}

extension DefaultScorer {
    func save(to writer: inout StateWriter) {
        model.save(to: &writer)
        for watch in residuals { watch.save(to: &writer) }
        for watch in levels { watch.save(to: &writer) }
        for timer in timers { timer.save(to: &writer) }
        for habit in habits { habit.save(to: &writer) }
        creep.save(to: &writer)
        for bank in [relationBank, rangeBank, changeBank, runBank] { bank.save(to: &writer) }
        rangeQuarantine.save(to: &writer)
        changeQuarantine.save(to: &writer)
        writer.write(limits)
        writer.write(limitsRow)
        writer.write(rowsTogether)
        writer.write(statistics)
        for flag in [isOn, isUnexplained, wasOutOfLevel, isOverrunning] { writer.write(flag) }
        for count in [rows, rowsOutOfLevel, rowsOfLevelAlarm, settling, cooling, probation] {
            writer.write(count)
        }
    }

    mutating func restore(from reader: inout StateReader) throws {
        try model.restore(from: &reader)
        for channel in residuals.indices { try residuals[channel].restore(from: &reader) }
        for channel in levels.indices { try levels[channel].restore(from: &reader) }
        for channel in timers.indices { try timers[channel].restore(from: &reader) }
        for channel in habits.indices { try habits[channel].restore(from: &reader) }
        try creep.restore(from: &reader, inputs: model.features)
        try relationBank.restore(from: &reader)
        try rangeBank.restore(from: &reader)
        try changeBank.restore(from: &reader)
        try runBank.restore(from: &reader)
        try rangeQuarantine.restore(from: &reader)
        try changeQuarantine.restore(from: &reader)
        limits = try reader.readDoubles(count: limits.count)
        limitsRow = try reader.readDouble()
        rowsTogether = try reader.readDouble()
        statistics = try reader.readDoubles(count: statistics.count)
        isOn = try reader.readBool()
        isUnexplained = try reader.readBool()
        wasOutOfLevel = try reader.readBool()
        isOverrunning = try reader.readBool()
        rows = try reader.readInt(in: 0...Int.max)
        rowsOutOfLevel = try reader.readInt(in: 0...Int.max)
        rowsOfLevelAlarm = try reader.readInt(in: 0...Int.max)
        settling = try reader.readInt(in: 0...Int.max)
        cooling = try reader.readInt(in: 0...Int.max)
        probation = try reader.readInt(in: 0...Int.max)
    }
}
