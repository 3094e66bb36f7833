/// Judges the scores of any detector online: threshold from the score's own past, alarm with
/// debounce and hysteresis, warm-up as a state, and a word on what may be learnt.
///
/// The threshold of a row rests on rows before it, never on that row or a later one, and on no
/// label. Memory is constant.
public struct DecisionLayer: Sendable, Equatable {
    public let parameters: DecisionParameters
    private var latch: AlarmLatch
    private var learningGuard: LearningGuard
    private var bank: TailBank
    private var window: ScoreWindow
    private var period = RowPeriod()
    private var hasRate = false
    private var rows = 0

    public init(_ parameters: DecisionParameters = DecisionParameters()) {
        self.parameters = parameters
        latch = AlarmLatch(
            minimumRows: parameters.minimumRows, hysteresis: parameters.hysteresis)
        learningGuard = LearningGuard(parameters.learning, patience: parameters.patience)
        // The second statistic is the score turned round: its ordinary value is the usual least score.
        bank = TailBank(
            statistics: parameters.takesAnySign ? 2 : 1, longest: 256,
            returnPeriod: parameters.rowsPerFalseAlarm)
        var share = 0.99
        if case .quantile(let wanted) = parameters.threshold { share = wanted }
        window = ScoreWindow(share: share)
    }

    /// The threshold in force for the next row, in units of the score as judged; infinity while there
    /// is none.
    public var threshold: Double {
        let limit = limit
        guard parameters.isBounded, limit < .infinity else { return limit }
        return Surprise.score(limit)
    }

    /// How far below 0 the scores usually begin; 0 where they don't.
    private var depth: Double {
        parameters.takesAnySign && bank.blocks > 0 ? max(0, bank.ordinary[1]) : 0
    }

    /// The threshold in units of what is calibrated.
    private var limit: Double {
        let limit = calibratedLimit
        // So far every score has been the same, and any other one above it is news.
        if isConstant(limit) { return limit.nextUp }
        if let highest = parameters.highest { return reachable(limit, below: highest) }
        guard parameters.isBounded, limit < .infinity else { return limit }
        // Never beyond what can be reached: at most halfway from the largest seen to the ceiling.
        let top =
            parameters.ceiling < 1 ? measure(parameters.ceiling) : Surprise.ceiling
        let largest = max(0, min(bank.largest[0], top))
        return min(limit, largest + 0.5 * (top - largest))
    }

    /// A limit that scores can reach that end at `highest`. Their tail is short, and its law is not
    /// Gumbel's: what a long past has shown lies close to all there is. So the limit goes no farther
    /// beyond the largest seen than half of its distance from an ordinary stretch, nor than half of the
    /// way to the end.
    private func reachable(_ limit: Double, below highest: Double) -> Double {
        let (largest, ordinary) = (bank.largest[0], bank.ordinary[0])
        guard limit < .infinity, largest <= highest, ordinary < highest else { return limit }
        if case .fixed = parameters.threshold { return limit }
        // One value and no other says nothing of a tail.
        let spread = ordinary < largest ? 0.5 * (largest - ordinary) : .infinity
        let way = largest < highest ? 0.5 * (highest - largest) : 0
        return min(limit, largest + min(spread, way))
    }

    /// Whether a limit lies where scores of any sign begin: a margin over nothing is nothing.
    private func isConstant(_ limit: Double) -> Bool {
        guard parameters.takesAnySign, bank.blocks > 0, limit.isFinite else { return false }
        if case .fixed = parameters.threshold { return false }
        return limit + depth <= 0
    }

    private func measure(_ score: Double) -> Double {
        if parameters.isBounded { return Surprise.of(score) }
        guard parameters.takesAnySign else { return score }
        if case .fixed = parameters.threshold { return score }
        // Limits are sums and products of scores. Beyond this, near the ends of a double, all are equally
        // far away; what a report ranks by is the score itself.
        return min(max(score, -Self.farthest), Self.farthest)
    }

    private static let farthest = 1e150

    private var calibratedLimit: Double {
        switch parameters.threshold {
        case .fixed(let value), .agreed(let value): value
        case .tail: bank.levels[0] < .infinity ? raised(bank.levels[0]) : .infinity
        case .quantile: raised(window.quantile)
        case .rank(let rank):
            bank.blocks >= 5
                ? raised(bank.largest(min(rank, bank.blocks), of: 0) ?? .infinity)
                : .infinity
        }
    }

    private func raised(_ level: Double) -> Double {
        let depth = depth
        return depth > 0 ? parameters.margin * (level + depth) - depth : parameters.margin * level
    }

    /// Judges one row by its raw score, high meaning anomalous; non-negative unless the parameters say
    /// that it may have any sign.
    /// - Parameter score: ``Swift/Double/missing`` or any NaN if the row could not be scored.
    /// - Returns: whether the row is anomalous, the threshold it was held against, and whether the
    ///   detector may learn it.
    public mutating func judge(
        _ score: Double, at time: Int64
    ) -> (state: Verdict.State, threshold: Double, learns: Bool) {
        period.take(time)
        if !hasRate, let target = parameters.target, let seconds = period.seconds {
            hasRate = true
            bank.returnPeriod = max(3600 / (max(target, 1e-6) * max(seconds, 1e-9)), 1)
        }
        let reported = threshold
        guard !score.isNaN else { return (.skipped, reported, false) }
        let limit = limit
        let score = measure(score)
        rows += 1
        let ratio: Double
        var isWarm = rows > parameters.warmup
        if case .fixed(let threshold) = parameters.threshold {
            ratio = threshold > 0 ? score / threshold : score >= threshold ? .infinity : 0
        } else {
            // A limit where the scores begin says that nothing but one value has been seen: no past
            // to judge by.
            isWarm = isWarm && limit < .infinity && limit + depth > 0
            // From where scores usually begin: a share of a limit of 18 is nothing that scores from 15
            // up would ever fall below.
            let least = parameters.takesAnySign && bank.blocks > 0 ? -bank.ordinary[1] : 0
            let start = least < limit ? least : -depth
            ratio = isWarm ? (score - start) / (limit - start) : 0
        }
        let isOn = isWarm && latch.take(ratio)
        let learns = learningGuard.admits(isAlarmed: isOn || (isWarm && ratio >= 1))
        if learns {
            withUnsafeTemporaryAllocation(of: Double.self, capacity: 2) { values in
                values[0] = score
                values[1] = -score
                _ = bank.learn(values.baseAddress!)
            }
            if case .quantile = parameters.threshold { window.learn(score) }
        }
        return (!isWarm ? .warmup : isOn ? .anomalous : .normal, reported, learns)
    }

    func save(to writer: inout StateWriter) {
        latch.save(to: &writer)
        learningGuard.save(to: &writer)
        bank.save(to: &writer)
        writer.write(bank.returnPeriod)
        window.save(to: &writer)
        period.save(to: &writer)
        writer.write(hasRate)
        writer.write(rows)
    }

    mutating func restore(from reader: inout StateReader) throws(StateError) {
        try latch.restore(from: &reader)
        try learningGuard.restore(from: &reader)
        try bank.restore(from: &reader)
        bank.returnPeriod = try reader.readDouble()
        try window.restore(from: &reader)
        try period.restore(from: &reader)
        hasRate = try reader.readBool()
        rows = try reader.readInt(in: 0...Int.max)
    }
}
