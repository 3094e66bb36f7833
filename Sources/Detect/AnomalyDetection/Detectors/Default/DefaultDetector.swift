/// The detector that is used when none is named: see `docs/detectors.md` for what it rests on and
/// why. Its score is `r / (1 + r)` of the row's largest ratio `r`, so that the threshold it declares
/// is always 0.5.
struct DefaultDetector: SeriesDetector {
    private var scorer: DefaultScorer
    private let name: String
    /// Rows that score as much are flagged, in place of the detector's own decision; nil for that. What
    /// is learned does not depend on it, so that scores do not.
    private let threshold: Double?
    private var wasAnomalous = false
    private var explanations: [AlarmExplanation] = []

    init(
        _ name: String, channels: Int, settings: DefaultSettings = DefaultSettings(),
        threshold: Double? = nil
    ) {
        self.name = name
        self.threshold = threshold
        scorer = DefaultScorer(channels: channels, settings: settings)
    }

    mutating func process(_ block: FeatureBlock, into verdicts: inout [Verdict]) throws {
        for index in 0..<block.rowCount {
            var (state, ratio) = scorer.take(block.row(index))
            let score = ratio.isNaN ? .missing : ratio < .infinity ? ratio / (1 + ratio) : 1
            if let threshold, state == .normal || state == .anomalous {
                state = score >= threshold ? .anomalous : .normal
            }
            var leader = -1
            if state == .anomalous {
                let shares = scorer.contributions
                leader = shares.indices.max { shares[$0] < shares[$1] } ?? -1
                if !wasAnomalous { explain(shares, at: block.times[index]) }
            }
            wasAnomalous = state == .anomalous
            verdicts.append(
                Verdict(
                    score: score, threshold: threshold ?? 0.5, state: state,
                    leadingChannel: Int16(leader)))
        }
    }

    private mutating func explain(_ shares: [Double], at time: Int64) {
        let total = shares.reduce(0, +)
        guard total > 0, total < .infinity else { return }
        explanations.append(
            AlarmExplanation(
                time: time, contributions: shares.map { $0 / total }, side: scorer.leadingSide))
    }

    mutating func takeExplanations() -> [AlarmExplanation] {
        defer { explanations = [] }
        return explanations
    }

    /// Names what is saved: other forms have been, and are refused by name.
    private var form: String { "\(name), form 2" }

    func save(to writer: inout StateWriter) {
        writer.write(form)
        writer.write(wasAnomalous)
        scorer.save(to: &writer)
    }

    mutating func restore(from reader: inout StateReader) throws {
        let found = try reader.readString()
        guard found == form else { throw StateError.mismatch(expected: form, found: found) }
        wasAnomalous = try reader.readBool()
        try scorer.restore(from: &reader)
    }
}

extension DetectorKind {
    static let standard = DetectorKind(
        name: "default",
        summary: "each channel against the others, at several time scales, and by itself",
        source: "regression control charts (Mandel 1969), exponentially weighted means (Roberts"
            + " 1959), extreme-value limits (Coles 2001); docs/detectors.md",
        parameters: [
            DetectorParameter(
                "warmup", .integer(30...1_000_000), default: "150",
                "rows before anything is judged"),
            DetectorParameter(
                "memory", .number(256...1e7), default: "7200", "rows the regressions rest on"),
            DetectorParameter(
                "sensitivity", .number(0.1...10), default: "1", "divides every calibrated limit"),
            DetectorParameter(
                "threshold", .numberOr(0...Double.infinity, ["auto"]), default: "auto",
                "flag scores from here on, where 0.5 is the limit itself; auto: the detector's own"
                    + " decision, which waits and holds on"),
        ],
        make: { values, context in
            var settings = DefaultSettings()
            settings.warmup = values.integer("warmup")
            settings.memory = values.number("memory")
            let sensitivity = values.number("sensitivity")
            settings.margins = settings.margins.map { $0 / sensitivity }
            settings.floors = settings.floors.map { $0 / sensitivity }
            settings.changeMargin /= sensitivity
            return DefaultDetector(
                "default", channels: context.channels.count, settings: settings,
                threshold: values.numberOrNil("threshold"))
        })
}
