/// Watches what one channel does beyond what the others explain, at several time scales at once.
///
/// From a residual `e` come five statistics, each an absolute distance in the channel's own unit:
/// the row itself against the last minute's rows, means of about 8, 60 and 600 rows against slower
/// references, and the size of steps from row to row. References stand still while the channel is
/// in alarm, so that a fault is neither learned nor leaves an echo when it ends. A channel that
/// stays in alarm is taken to be in a new regime after a while; the regime that lasted longest is
/// kept in mind, and coming back to it is no fault.
struct ResidualWatch: Sendable, Equatable {
    static let statistics = 5
    /// Rows each statistic looks back.
    static let windows: [Double] = [1, 8, 60, 600, 30]
    /// Residuals beyond so many units are cut to them in means, so that one row does not ring on.
    private static let cut = 8.0
    private static let unsettled = 20.0

    /// Standard deviation of the residual's noise.
    private(set) var unit = 0.0
    private var rows = 0.0
    private var residual = 0.0
    private var before = 0.0
    /// The row's distance from its reference, in units.
    private(set) var distance = 0.0
    // Means of 8, 60 and 600 rows, and of squared steps over 30.
    private var short = 0.0
    private var medium = 0.0
    private var long = 0.0
    private var steps = 1.0
    /// Mean of about 30 rows, uncut: where a channel in alarm has gone.
    private var present = 0.0
    // References: memories of 60, 600, 3000 and 8000 rows without alarm.
    private var minuteReference = 0.0
    private var shortReference = 0.0
    private var mediumReference = 0.0
    private var longReference = 0.0
    // How far off rows in alarm are, and for how long they have not been.
    private var outliers = 0
    private var strength = 0.0
    private var calm = 0
    // Alarm.
    private(set) var isHot = false
    private var hotRows = 0
    private var hotBest = 0.0
    // Regimes.
    private var home = Double.nan
    private var homeAge = 0
    private var homeTenure = 0
    private var tenure = 0
    private var rowsNearHome = 0

    /// What a row did to the regime.
    enum Turn {
        case none, returned
        case accepted(strength: Double)
    }

    /// Whether enough rows have come for residuals to mean something.
    private var isSettled: Bool { rows > Self.unsettled }

    /// The least the unit is taken for: what a channel that stands still moves by when it moves.
    private var least = 0.0
    /// What distances are measured in, for cuts and limits alike.
    var scale: Double { max(unit, least) }

    /// Takes a row in.
    /// - Parameters:
    ///   - error: value less expected value, divided by how much the expectation is stretched.
    ///   - least: the least the unit is taken for, above 0.
    ///   - limit: the row statistic's limit, beyond which a lone row is kept out of the means.
    ///   - isAlarmed: whether the series is in alarm.
    mutating func observe(
        _ error: Double, least: Double, limit: Double, isAlarmed: Bool, memory: Int
    ) -> Turn {
        self.least = least
        guard isSettled else {
            distance = 0
            residual = 0
            return .none
        }
        residual = error
        let turn = compareWithHome(scale, memory)
        distance = (error - minuteReference) / scale
        if !home.isNaN, abs(error - home) < abs(error - minuteReference) {
            distance = (error - home) / scale
        }
        present += (error - present) / 30
        let size = abs(distance)
        outliers = size * scale >= limit ? outliers + 1 : 0
        if outliers == 0 || outliers > 4 { accumulate(scale) }
        strength += (min(size, 20) - strength) / 10
        calm = size < max(2.5, 0.35 * strength) ? calm + 1 : 0
        if isAlarmed, strength > 3, calm >= (strength > 8 ? 1 : 3) {
            settle()
            steps = 1
            strength = size
        }
        return turn
    }

    private mutating func accumulate(_ scale: Double) {
        let most = Self.cut * scale
        let value = shortReference + min(max(residual - shortReference, -most), most)
        short += (value - short) / 8
        medium += (value - medium) / 60
        long += (value - long) / min(600, max(rows - 300, 1))
        let step = (residual - before) / scale
        before = residual
        steps += (min(0.5 * step * step, 64) - steps) / 30
    }

    /// Puts the means where the references are: an alarm is over.
    private mutating func settle() {
        short = shortReference
        medium = mediumReference
        long = longReference
    }

    private mutating func compareWithHome(_ scale: Double, _ memory: Int) -> Turn {
        if home.isNaN { return .none }
        homeAge += 1
        if homeAge > memory { home = .nan }
        let isNear =
            abs(residual - home) < 3 * scale && abs(residual - shortReference) > 3 * scale
        rowsNearHome = isNear ? rowsNearHome + 1 : 0
        guard rowsNearHome >= 5 else { return .none }
        let old = home
        home = shortReference
        homeAge = 0
        (tenure, homeTenure) = (homeTenure, tenure)
        rowsNearHome = 0
        minuteReference = old
        shortReference = old
        mediumReference = old
        longReference = old
        settle()
        steps = min(steps, 1)
        return .returned
    }

    /// The five statistics, from place `first` on. A mean counts only as far as shorter ones bear it out, so that it does
    /// not outlast what raised it.
    func write(to statistics: inout [Double], from first: Int) {
        statistics[first] = abs(distance) * scale
        statistics[first + 1] = abs(short - shortReference)
        statistics[first + 2] = min(
            abs(medium - mediumReference), 1.5 * abs(short - mediumReference) + 0.3 * scale)
        let support = min(
            abs(medium - longReference), 1.5 * abs(short - longReference) + 0.3 * scale)
        statistics[first + 3] = min(abs(long - longReference), 1.5 * support)
        statistics[first + 4] = max(steps, 0).squareRoot() * scale
    }

    /// For how long an alarm is held.
    struct Holding {
        /// Ratio above which a channel stays in alarm.
        var hysteresis: Double
        /// Rows until a weak alarm's state is taken for a new regime: this times the square of its largest
        /// ratio, at most ``longest``, times ``factor``.
        var patience: Double
        var longest: Double
        var factor: Double
    }

    /// Takes the largest of the statistics' ratios to their limits; `isStill` says whether the channel
    /// is stuck, which no reference should follow.
    mutating func judge(_ ratio: Double, isStill: Bool, _ rule: Holding) -> Turn {
        isHot = ratio >= rule.hysteresis
        if isStill, !isHot {
            isHot = true
            return .none
        }
        guard isHot else {
            hotRows = max(0, hotRows - 1)
            hotBest = 0
            tenure += 1
            return .none
        }
        hotBest = max(hotBest * 0.999, ratio)
        hotRows += 1
        let patience = rule.factor * min(rule.patience * hotBest * hotBest, rule.longest)
        return Double(hotRows) > patience ? accept() : .none
    }

    private mutating func accept() -> Turn {
        if home.isNaN || tenure >= homeTenure {
            home = shortReference
            homeTenure = tenure
            homeAge = 0
        }
        let strength = hotBest
        tenure = 0
        rowsNearHome = 0
        hotRows = 0
        hotBest = 0
        minuteReference = present
        shortReference = present
        mediumReference = present
        longReference = present
        settle()
        // Noise of three times the size that lasts is the noise from now on.
        if steps > 9 {
            unit = scale * steps.squareRoot()
            steps = 1
        }
        return .accepted(strength: strength)
    }

    /// The series' alarm is over.
    mutating func endAlarm() {
        guard hotRows > 0 else { return }
        settle()
        hotRows = 0
    }

    /// Lets references and unit follow, unless the channel is in alarm.
    /// - Parameters:
    ///   - raw: value less expected value, not stretched.
    ///   - trust: 1 where the expectation rests on rows like this one, less where it does not.
    mutating func learn(raw: Double, trust: Double) {
        rows += 1
        guard !isHot else { return }
        if isSettled {
            let most = Self.cut * scale
            let age = max((rows - Self.unsettled) / 3, 1)
            follow(&minuteReference, most, min(age, 60))
            follow(&shortReference, most, min(age, 600))
            follow(&mediumReference, most, min(age, 3000))
            follow(&longReference, most, min(age, 8000))
        }
        var size = 1.2533 * abs(isSettled ? residual - minuteReference : raw)
        if isSettled { size = min(size, 4 * unit) }
        unit += max(trust, 0.1) / max(min(rows / 3, 2048), 1) * (size - unit)
    }

    private func follow(_ reference: inout Double, _ most: Double, _ memory: Double) {
        reference += min(max(residual - reference, -most), most) / memory
    }

    /// `raw` cut to what the channel does at most when it is well: what may enter other channels'
    /// pasts.
    func repaired(_ raw: Double, stretch: Double) -> Double {
        guard isSettled else { return raw }
        let most = Self.cut * scale * stretch
        return shortReference + min(max(raw - shortReference, -most), most)
    }
}

extension ResidualWatch {
    func save(to writer: inout StateWriter) {
        for value in [
            unit, least, rows, residual, before, distance, present, short, medium, long, steps,
            minuteReference,
            shortReference, mediumReference, longReference, strength, hotBest, home,
        ] { writer.write(value) }
        for value in [
            outliers, calm, hotRows, homeAge, homeTenure, tenure, rowsNearHome,
        ] { writer.write(value) }
        writer.write(isHot)
    }

    mutating func restore(from reader: inout StateReader) throws(StateError) {
        unit = try reader.readDouble()
        least = try reader.readDouble()
        rows = try reader.readDouble()
        residual = try reader.readDouble()
        before = try reader.readDouble()
        distance = try reader.readDouble()
        present = try reader.readDouble()
        short = try reader.readDouble()
        medium = try reader.readDouble()
        long = try reader.readDouble()
        steps = try reader.readDouble()
        minuteReference = try reader.readDouble()
        shortReference = try reader.readDouble()
        mediumReference = try reader.readDouble()
        longReference = try reader.readDouble()
        strength = try reader.readDouble()
        hotBest = try reader.readDouble()
        home = try reader.readDouble()
        outliers = try reader.readInt(in: 0...Int.max)
        calm = try reader.readInt(in: 0...Int.max)
        hotRows = try reader.readInt(in: 0...Int.max)
        homeAge = try reader.readInt(in: 0...Int.max)
        homeTenure = try reader.readInt(in: 0...Int.max)
        tenure = try reader.readInt(in: 0...Int.max)
        rowsNearHome = try reader.readInt(in: 0...Int.max)
        isHot = try reader.readBool()
    }
}
