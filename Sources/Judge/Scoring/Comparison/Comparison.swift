/// Whether a candidate detector does better than a baseline on the same runs (see
/// docs/metrics/comparing.md), and by how much.
///
/// Everything is paired: by event, by block of time, by run. Where the two have no seed in common
/// there is nothing to pair events by: blocks are then drawn for each side by itself, and recall is
/// held against Fisher's exact test. A difference is called one only if the
/// 95 % bootstrap interval excludes 0 **and** chance alone, tossing which detector is which in each
/// block, would make so large a one in less than 5 % of cases; with six or more runs that differ,
/// Wilcoxon's test over the runs has to agree. The second test is exact however few blocks there are,
/// where the interval alone is too narrow.
public struct Comparison: Sendable, Equatable {
    public enum Verdict: String, Sendable {
        case better, worse
        case undecided = "can't be told apart"
    }

    /// One number under both detectors.
    public struct Difference: Sendable, Equatable {
        /// Its name in a report.
        public var metric: String
        /// Means over the runs in which both have it.
        public var baseline: Double?
        public var candidate: Double?
        /// Candidate minus baseline.
        public var difference: Double?
        /// 95 % bootstrap interval of the difference.
        public var interval: ClosedRange<Double>?
        /// Two-sided; by which test, `test` says.
        public var p: Double?
        public var test: String?
        public var runs: Int
        public var higherIsBetter: Bool
        public var verdict: Verdict
    }

    /// The verdict on the headline F1, which is the one on the whole.
    public var verdict: Verdict { headline.verdict }
    public var headline: Difference
    public var falseAlarmsPerHour: Difference
    public var eventRecall: Difference
    /// Nil where events are not paired.
    public var mcNemar: McNemarTest?
    /// Whether both detectors saw the same data: the same scenarios with the same seeds.
    public var isPaired: Bool
    /// Wilcoxon's test of the headline over runs; nil with fewer than two that differ.
    public var wilcoxon: WilcoxonTest?
    /// Everything else, by run, in order of name.
    public var others: [Difference]
    /// "run: event" of each event that only one of the two found.
    public var onlyBaseline: [String]
    public var onlyCandidate: [String]
    public var runs: Int
    public var draws: Int
    /// Of the bootstrap and the coin tosses.
    public var seed: UInt64

    /// Why two sets of runs can't be compared.
    public enum Problem: Error, Equatable {
        /// The run is in one of the two only, or a scenario has more seeds in one of them.
        case unpaired(run: String)
        /// The run's scored events are not the same in both.
        case differentEvents(run: String)
        /// There is no run at all.
        case empty
    }

    /// - Throws: ``Problem`` where the two did not see the same runs and events.
    public init(
        baseline: [RunOutcome], candidate: [RunOutcome], draws: Int = 2000, seed: UInt64 = 1
    ) throws(Problem) {
        let (pairs, isPaired) = try Self.pair(baseline, candidate)
        self.isPaired = isPaired
        self.draws = draws
        self.seed = seed
        runs = pairs.count
        (onlyBaseline, onlyCandidate) = isPaired ? Self.discordant(pairs) : ([], [])
        mcNemar =
            isPaired
            ? McNemarTest(onlyBaseline: onlyBaseline.count, onlyCandidate: onlyCandidate.count)
            : nil

        let blocks = pairs.map { Self.blocks($0.baseline, $0.candidate) }
        let sums = blocks.map { run in
            run.reduce(into: (PredictionCounts(), PredictionCounts())) {
                $0.0 += $1.baseline
                $0.1 += $1.candidate
            }
        }
        let headlines = sums.compactMap { a, b in
            a.headlineF1.flatMap { a in b.headlineF1.map { $0 - a } }
        }
        wilcoxon = headlines.count > 1 ? WilcoxonTest(headlines) : nil
        let byBlock = {
            (metric: MetricDescription, number: @escaping (PredictionCounts) -> Double?) in
            Self.byBlock(
                metric.path, metric.better == .higher,
                PairedBlocks(blocks, isPaired: isPaired, number: number), sums,
                number, draws, seed)
        }
        headline = byBlock(Metrics.headlineF1Metric) { $0.headlineF1 }
        falseAlarmsPerHour = byBlock(Metrics.falseAlarmsPerHourMetric) { $0.falseAlarmsPerHour }
        eventRecall = byBlock(Metrics.eventRecallMetric) { $0.event.recall }
        eventRecall.p = mcNemar?.p ?? fisherExactP(Self.recallTable(pairs))
        eventRecall.test = isPaired ? "McNemar" : "Fisher"
        eventRecall.decide()

        let names = Set(pairs.flatMap { $0.baseline.values.keys }).sorted()
        others = names.map { Self.byRun($0, pairs, draws, seed) }
    }

    private typealias RunPair = (baseline: RunOutcome, candidate: RunOutcome)

    /// Runs of the same scenario and seed; if the two have no seed in common, runs of the same
    /// scenario in order of seed.
    private static func pair(_ a: [RunOutcome], _ b: [RunOutcome]) throws(Problem)
        -> (pairs: [RunPair], isPaired: Bool)
    {
        func inOrder(_ runs: [RunOutcome]) -> [RunOutcome] {
            runs.sorted { ($0.scenario, $0.seed) < ($1.scenario, $1.seed) }
        }
        let (a, b) = (inOrder(a), inOrder(b))
        if a.isEmpty || b.isEmpty { throw .empty }
        let isPaired = !Set(a.map(\.name)).isDisjoint(with: b.map(\.name))
        for index in 0..<max(a.count, b.count) {
            guard index < a.count else { throw .unpaired(run: b[index].name) }
            guard index < b.count else { throw .unpaired(run: a[index].name) }
            let (one, other) = (a[index], b[index])
            if one.scenario != other.scenario || isPaired && one.seed != other.seed {
                let first = (one.scenario, one.seed) < (other.scenario, other.seed)
                throw .unpaired(run: first ? one.name : other.name)
            }
            if isPaired, one.events.map(\.key) != other.events.map(\.key) {
                throw .differentEvents(run: one.name)
            }
        }
        return (Array(zip(a, b)).map { (baseline: $0, candidate: $1) }, isPaired)
    }

    /// Names of the events that only the one, and only the other, found.
    private static func discordant(_ pairs: [RunPair]) -> (baseline: [String], candidate: [String])
    {
        var found: (baseline: [String], candidate: [String]) = ([], [])
        for (a, b) in pairs {
            for (one, other) in zip(a.events, b.events) where one.isDetected != other.isDetected {
                let name = "\(a.name): \(one.key)"
                if one.isDetected {
                    found.baseline.append(name)
                } else {
                    found.candidate.append(name)
                }
            }
        }
        return found
    }

    /// Events found and missed, by the one and by the other.
    private static func recallTable(_ pairs: [RunPair]) -> [[Int]] {
        [pairs.map(\.baseline), pairs.map(\.candidate)].map { runs in
            let events = runs.flatMap(\.events)
            let found = events.count { $0.isDetected }
            return [found, events.count - found]
        }
    }

    /// Blocks of both, a pair for each that either has.
    private static func blocks(_ a: RunOutcome, _ b: RunOutcome) -> [PairedBlocks.Pair] {
        struct Key: Hashable {
            var machine: String
            var index: Int
        }
        var pairs: [Key: PairedBlocks.Pair] = [:]
        let empty: PairedBlocks.Pair = (PredictionCounts(), PredictionCounts())
        for block in a.blocks {
            let key = Key(machine: block.machine, index: block.index)
            pairs[key, default: empty].baseline += block.counts
        }
        for block in b.blocks {
            let key = Key(machine: block.machine, index: block.index)
            pairs[key, default: empty].candidate += block.counts
        }
        return pairs.sorted { ($0.key.machine, $0.key.index) < ($1.key.machine, $1.key.index) }
            .map(\.value)
    }

    private static func byBlock(
        _ metric: String, _ higherIsBetter: Bool, _ paired: PairedBlocks,
        _ sums: [(PredictionCounts, PredictionCounts)],
        _ number: @escaping (PredictionCounts) -> Double?,
        _ draws: Int, _ seed: UInt64
    ) -> Difference {
        let values = sums.compactMap { a, b in
            number(a).flatMap { a in number(b).map { (a, $0) } }
        }
        var result = Difference(
            metric: metric, baseline: mean(values.map(\.0)), candidate: mean(values.map(\.1)),
            difference: paired.difference, interval: paired.interval(draws: draws, seed: seed),
            p: paired.permutationP(draws: draws, seed: seed), test: "swapped blocks",
            runs: values.count, higherIsBetter: higherIsBetter, verdict: .undecided)
        if result.p == nil { result.test = nil }
        result.decide()
        let byRun = WilcoxonTest(values.map { $1 - $0 })
        if let byRun, byRun.count >= 6, byRun.p >= 0.05 { result.verdict = .undecided }
        return result
    }

    private static func byRun(
        _ metric: String, _ pairs: [RunPair], _ draws: Int,
        _ seed: UInt64
    ) -> Difference {
        let values = pairs.compactMap { pair in
            pair.baseline.values[metric].flatMap { a in
                pair.candidate.values[metric].map { (a, $0) }
            }
        }
        let differences = values.map { $1 - $0 }
        let test = WilcoxonTest(differences)
        var dice = Dice(seed: seed, stream: metric)
        let drawn = (0..<(differences.count > 1 ? draws : 0)).map { _ in
            differences.indices.reduce(0.0) { sum, _ in
                sum + differences[dice.below(differences.count)]
            } / Double(differences.count)
        }.sorted()
        var result = Difference(
            metric: metric, baseline: mean(values.map(\.0)), candidate: mean(values.map(\.1)),
            difference: mean(differences),
            interval: middleRange(ofSorted: drawn),
            p: test?.p, test: test == nil ? nil : "Wilcoxon", runs: values.count,
            higherIsBetter: Metrics.description(of: metric)?.better != .lower, verdict: .undecided)
        result.decide()
        return result
    }
}

extension Comparison.Difference {
    /// Sets the verdict from interval and p.
    fileprivate mutating func decide() {
        verdict = .undecided
        guard let difference, let interval, let p, p < 0.05 else { return }
        guard interval.lowerBound > 0 || interval.upperBound < 0 else { return }
        verdict = (difference > 0) == higherIsBetter ? .better : .worse
    }
}
