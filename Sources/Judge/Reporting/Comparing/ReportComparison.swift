import GroundTruth
import Scoring

/// Reports of two or more detectors over the same runs, held against each other.
public struct ReportComparison: Sendable {
    /// One detector (or one version of it) and its reports.
    public struct Entrant: Sendable {
        /// Its SPEC; where that does not tell two apart, with the argument the reports came by.
        public var name: String
        /// In the order of scenarios and seeds.
        public var reports: [Report]
    }

    /// One report as it was named to us.
    public struct Source: Sendable {
        /// What the user named: a file, or the folder it is in.
        public var argument: String
        public var path: String
        public var report: Report

        public init(argument: String, path: String, report: Report) {
            self.argument = argument
            self.path = path
            self.report = report
        }
    }

    /// Runs in which detectors found different events.
    public struct Disagreement: Sendable, Equatable {
        public var scenario: String
        public var seed: UInt64
        public var event: TruthEvent
        /// In the order of the entrants.
        public var isFound: [Bool]
        public var peakScores: [Double?]
    }

    /// The baseline first.
    public var entrants: [Entrant]
    /// Every other entrant against the baseline, in order.
    public var comparisons: [Comparison]
    /// Whether the detectors differ over the runs at all; nil for two, or without a headline in
    /// every run.
    public var friedman: FriedmanTest?
    /// For more than two: Wilcoxon's p of each pair's headlines, corrected after Holm; pairs of
    /// indices into the entrants.
    public var holm: [(first: Int, second: Int, p: Double)]
    public var disagreements: [Disagreement]
    /// What a reader should know, a sentence each.
    public var notes: [String]

    /// - Parameters:
    ///   - baseline: name of the entrant to hold the others against; nil for the first.
    ///   - onlyCommon: leave out runs that not all entrants have.
    /// - Throws: ``ComparisonRefusal`` where the reports are not of the same data.
    public init(
        _ sources: [Source], baseline: String? = nil, onlyCommon: Bool = false, draws: Int = 2000,
        seed: UInt64 = 1
    ) throws(ComparisonRefusal) {
        guard !sources.isEmpty else { throw .nothing }
        try Self.checkAccounts(sources)
        try Self.checkScenarios(sources)
        var entrants = try Self.entrants(sources)
        guard entrants.count > 1 else { throw .onlyOne(entrants[0].name) }
        if let baseline {
            guard
                let place = entrants.firstIndex(where: {
                    $0.name == baseline || $0.name == baseline + " (hindsight)"
                })
            else {
                throw .unknownBaseline(baseline, known: entrants.map(\.name))
            }
            entrants.insert(entrants.remove(at: place), at: 0)
        }
        notes = []
        if onlyCommon {
            let count = Set(entrants.flatMap { $0.reports.map(\.run) }).count
            let common = entrants.map { Set($0.reports.map(\.run)) }.reduce(
                Set(entrants[0].reports.map(\.run))
            ) { $0.intersection($1) }
            guard !common.isEmpty else { throw .nothingInCommon }
            for index in entrants.indices {
                entrants[index].reports.removeAll { !common.contains($0.run) }
            }
            if count > common.count {
                let left = count - common.count
                notes.append(
                    "\(Figures.count(left, "run")) that not all have \(left == 1 ? "is" : "are")"
                        + " left out")
            }
        }
        self.entrants = entrants
        comparisons = []
        for candidate in entrants.dropFirst() {
            comparisons.append(try Self.compare(entrants[0], candidate, draws, seed))
        }
        let isPaired = comparisons.allSatisfy(\.isPaired)
        (friedman, holm) = isPaired ? Self.several(entrants) : (nil, [])
        disagreements = isPaired ? Self.disagreements(entrants) : []
        if !isPaired {
            notes.append(
                "no seed is common to the detectors: events can't be paired, and differences of the"
                    + " data count as differences of the detectors")
        }
        let routes = Set(sources.map(\.report.route)).sorted()
        if routes.count > 1 {
            notes.append("the reports are of different routes: \(routes.joined(separator: ", "))")
        }
    }

    private static func compare(
        _ baseline: Entrant, _ candidate: Entrant, _ draws: Int, _ seed: UInt64
    ) throws(ComparisonRefusal) -> Comparison {
        do {
            return try Comparison(
                baseline: baseline.reports.map(\.outcome),
                candidate: candidate.reports.map(\.outcome), draws: draws, seed: seed)
        } catch {
            switch error {
            case .unpaired(let run):
                let isInBaseline = baseline.reports.contains { $0.outcome.name == run }
                throw .missingRun(
                    run: run, of: isInBaseline ? candidate.name : baseline.name,
                    has: isInBaseline ? baseline.name : candidate.name)
            case .differentEvents(let run):
                throw .differentEvents(run: run, baseline.name, candidate.name)
            case .empty: throw .nothing
            }
        }
    }

    // MARK: - Who is compared

    private static func entrants(_ sources: [Source]) throws(ComparisonRefusal) -> [Entrant] {
        struct Key: Hashable {
            var spec: String
            var argument: String?
        }
        var byRun: [String: [Source]] = [:]
        var isByArgument = false
        var distinct: [Source] = []
        for source in sources {
            let key = "\(source.report.detector.spec)\u{0}\(source.report.run)"
            let known = byRun[key] ?? []
            // A report that was kept and copied is there twice, and is one.
            if known.contains(where: { $0.report.isSameResult(as: source.report) }) { continue }
            if let other = known.first(where: { $0.argument == source.argument }) {
                throw .repeated(
                    run: source.report.outcome.name, spec: source.report.detector.spec, other.path,
                    source.path)
            }
            if !known.isEmpty { isByArgument = true }
            byRun[key, default: []].append(source)
            distinct.append(source)
        }
        // All of one SPEC: then the arguments are what is compared.
        if Set(distinct.map(\.report.detector.spec)).count == 1,
            Set(distinct.map(\.argument)).count > 1
        {
            isByArgument = true
        }
        var order: [Key] = []
        var groups: [Key: [Report]] = [:]
        for source in distinct {
            let key = Key(
                spec: source.report.detector.spec, argument: isByArgument ? source.argument : nil)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(source.report)
        }
        return order.map { key in
            let label = groups[key]?.first?.detector.label ?? key.spec
            return Entrant(
                name: key.argument.map { "\(label) (\($0))" } ?? label,
                reports: (groups[key] ?? []).sorted {
                    ($0.scenario.name, $0.scenario.seed) < ($1.scenario.name, $1.scenario.seed)
                })
        }
    }

    // MARK: - Whether they can be compared

    private static func checkAccounts(_ sources: [Source]) throws(ComparisonRefusal) {
        for source in sources where source.report.delivery.lost > 0 {
            throw .lostReadings(path: source.path, count: source.report.delivery.lost)
        }
        for source in sources where !source.report.delivery.isBalanced {
            throw .unbalanced(path: source.path)
        }
    }

    private static func checkScenarios(_ sources: [Source]) throws(ComparisonRefusal) {
        var first: [String: Source] = [:]
        for source in sources {
            let scenario = source.report.scenario
            guard let known = first[scenario.name] else {
                first[scenario.name] = source
                continue
            }
            let other = known.report.scenario
            if scenario.sha256 != other.sha256 {
                throw .differentScenario(
                    name: scenario.name, known.path, other.sha256, source.path, scenario.sha256)
            }
            if scenario.ruleInForce != other.ruleInForce
                || scenario.alarmRule.minRows != other.alarmRule.minRows
                || known.report.scorecard.blockLength != source.report.scorecard.blockLength
                || scenario.warmup != other.warmup || scenario.interval != other.interval
                || scenario.machineCount != other.machineCount
            {
                throw .differentRules(name: scenario.name, known.path, source.path)
            }
        }
    }

    // MARK: - More than two, and the events

    private static func several(_ entrants: [Entrant]) -> (
        FriedmanTest?, [(first: Int, second: Int, p: Double)]
    ) {
        guard entrants.count > 2 else { return (nil, []) }
        let columns = entrants.map { $0.reports.map(\.scorecard.pooled.headlineF1) }
        let rows = columns[0].indices.compactMap { run -> [Double]? in
            let row = columns.compactMap { $0[run] }
            return row.count == columns.count ? row : nil
        }
        guard rows.count > 1 else { return (nil, []) }
        var pairs: [(first: Int, second: Int, p: Double)] = []
        for first in entrants.indices {
            for second in entrants.indices where second > first {
                let test = WilcoxonTest(rows.map { $0[second] - $0[first] })
                pairs.append((first, second, test?.p ?? 1))
            }
        }
        let corrected = holmCorrected(pairs.map(\.p))
        return (
            FriedmanTest(rows), zip(pairs, corrected).map { ($0.first, $0.second, $1) }
        )
    }

    private static func disagreements(_ entrants: [Entrant]) -> [Disagreement] {
        entrants[0].reports.indices.flatMap { run in
            let reports = entrants.map { $0.reports[run] }
            let events = reports.map { $0.scorecard.events.filter(\.isScored) }
            return events[0].indices.compactMap { index -> Disagreement? in
                let results = events.map { $0[index] }
                guard Set(results.map(\.isDetected)).count > 1 else { return nil }
                return Disagreement(
                    scenario: reports[0].scenario.name, seed: reports[0].scenario.seed,
                    event: results[0].event, isFound: results.map(\.isDetected),
                    peakScores: results.map(\.peakScore))
            }
        }
    }
}

extension Report {
    /// The run as ``Comparison`` pairs it.
    var outcome: RunOutcome {
        RunOutcome(scenario: scenario.name, seed: scenario.seed, scorecard)
    }

    /// "overload-fault--42"
    var run: String { "\(scenario.name)--\(scenario.seed)" }

    fileprivate func isSameResult(as other: Report) -> Bool {
        var (a, b) = (self, other)
        a.timing = []
        b.timing = []
        return a == b
    }
}

extension Report.Delivery {
    /// Whether every reading that was made is accounted for.
    public var isBalanced: Bool { generated == stored + withheld && stored == scored }
}
