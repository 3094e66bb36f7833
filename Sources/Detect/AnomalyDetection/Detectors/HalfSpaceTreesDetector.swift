import Telemetry

/// Half-Space Trees at work on one series: features picked, scaled, scored and learned in the order
/// asked for, and judged by the decision layer.
struct HalfSpaceTreesDetector: SeriesDetector {
    enum Order: String, CaseIterable {
        /// Prequential: a row is judged by its past alone.
        case scoreThenLearn = "score-then-learn"
        /// As the demo does it.
        case learnThenScore = "learn-then-score"
    }

    enum Scale: String, CaseIterable {
        case none, minmax, relation
    }

    /// Weight of a row in the smoothed score.
    private static let surpriseShare = 2.0 / 3

    private let positions: [Int]
    private let order: Order
    private var trees: HalfSpaceTrees
    private var scaler: MinMaxScaler?
    private var relation: RelationScaler?
    /// Exponentially weighted mean of the trees' ``Surprise``.
    private var surprise = 0.0
    private var decision: DecisionLayer
    private var rowCount = 0

    init(
        _ parameters: HalfSpaceTrees.Parameters, positions: [Int], names: [String], order: Order,
        scale: Scale, decision: DecisionParameters
    ) {
        self.positions = positions
        self.order = order
        let features = scale == .relation ? RelationScaler.names(names) : names
        trees = HalfSpaceTrees(parameters, channels: features)
        scaler = scale == .minmax ? MinMaxScaler(features: names.count) : nil
        relation = scale == .relation ? RelationScaler(channels: names.count) : nil
        var decision = decision
        decision.ceiling = 1 - 1 / Double((2 << parameters.height) - 1)
        self.decision = DecisionLayer(decision)
    }

    mutating func process(_ block: FeatureBlock, into verdicts: inout [Verdict]) throws {
        let width = positions.count
        try withUnsafeTemporaryAllocation(of: Double.self, capacity: 4 * width) { scratch in
            scratch.initialize(repeating: 0)
            let features = UnsafeMutableBufferPointer(rebasing: scratch[..<width])
            let scaled = UnsafeMutableBufferPointer(
                rebasing: scratch[width..<(relation == nil ? 2 : 4) * width])
            for index in 0..<block.rowCount {
                let row = block.row(index)
                for feature in 0..<width { features[feature] = row[positions[feature]] }
                let picked = UnsafeBufferPointer(features)
                let time = block.times[index]
                verdicts.append(
                    relation == nil
                        ? try judge(picked, scaled, at: time)
                        : try judgeRelation(picked, scaled, at: time))
                rowCount += 1
            }
        }
    }

    private mutating func judge(
        _ row: UnsafeBufferPointer<Double>, _ scaled: UnsafeMutableBufferPointer<Double>,
        at time: Int64
    ) throws -> Verdict {
        let isEmpty = row.allSatisfy(\.isMissing)
        if order == .learnThenScore { try learn(row, scaled, isEmpty: isEmpty) }
        let wasWarm = trees.isWarm
        let score = trees.scoreInPlace(scale(row, scaled))
        var verdict = Verdict(score: score, threshold: .infinity, state: .warmup)
        var learns = true
        if isEmpty {
            verdict.state = .skipped
        } else if wasWarm {
            let judged = decision.judge(score, at: time)
            verdict.state = judged.state
            verdict.threshold = judged.threshold
            learns = judged.learns
        }
        if order == .scoreThenLearn, learns { try learn(row, scaled, isEmpty: isEmpty) }
        return verdict
    }

    /// As ``judge(_:_:at:)`` on what the channels do beyond what the others explain, with the score
    /// smoothed a little: which leaf a row falls into is chance, and two rows have less of it than one.
    private mutating func judgeRelation(
        _ row: UnsafeBufferPointer<Double>, _ scaled: UnsafeMutableBufferPointer<Double>,
        at time: Int64
    ) throws -> Verdict {
        if row.allSatisfy({ !$0.isFinite }) {
            return Verdict(score: .missing, threshold: .infinity, state: .skipped)
        }
        relation?.transform(row, into: scaled)
        guard relation?.isReady == true else {
            relation?.learn(isAllowed: true)
            return Verdict(score: .missing, threshold: .infinity, state: .warmup)
        }
        let features = UnsafeBufferPointer(scaled)
        if order == .learnThenScore { try trees.learn(features) }
        var score = trees.score(features)
        if trees.isWarm {
            surprise += Self.surpriseShare * (Surprise.of(score) - surprise)
            score = Surprise.score(surprise)
        }
        var verdict = Verdict(score: score, threshold: .infinity, state: .warmup)
        var learns = true
        if trees.isWarm {
            (verdict.state, verdict.threshold, learns) = decision.judge(score, at: time)
        }
        if order == .scoreThenLearn, learns { try trees.learn(features) }
        relation?.learn(isAllowed: learns)
        return verdict
    }

    /// The scaler learns the row, then the trees learn the row as the scaler now sees it.
    private mutating func learn(
        _ row: UnsafeBufferPointer<Double>, _ scaled: UnsafeMutableBufferPointer<Double>,
        isEmpty: Bool
    ) throws {
        scaler?.learn(row)
        // River cannot start from an empty row; nothing is lost by waiting for the next.
        if isEmpty, !trees.hasTrees { return }
        do { try trees.learn(scale(row, scaled)) } catch let error as DetectorError {
            guard case .unusableRow(let detector, _, let reason) = error else { throw error }
            throw DetectorError.unusableRow(detector: detector, row: rowCount, reason: reason)
        }
    }

    private func scale(
        _ row: UnsafeBufferPointer<Double>, _ scaled: UnsafeMutableBufferPointer<Double>
    ) -> UnsafeBufferPointer<Double> {
        guard let scaler else { return row }
        scaler.transform(row, into: scaled)
        return UnsafeBufferPointer(scaled)
    }

    func save(to writer: inout StateWriter) {
        writer.write("half-space-trees")
        trees.save(to: &writer)
        scaler?.save(to: &writer)
        relation?.save(to: &writer)
        if relation != nil { writer.write(surprise) }
        decision.save(to: &writer)
        writer.write(rowCount)
    }

    mutating func restore(from reader: inout StateReader) throws {
        let found = try reader.readString()
        guard found == "half-space-trees" else {
            throw StateError.mismatch(expected: "half-space-trees", found: found)
        }
        try trees.restore(from: &reader)
        try scaler?.restore(from: &reader)
        try relation?.restore(from: &reader)
        if relation != nil { surprise = try reader.readDouble() }
        try decision.restore(from: &reader)
        rowCount = try reader.readInt()
    }
}

extension DetectorKind {
    static let halfSpaceTrees = DetectorKind(
        name: "half-space-trees",
        summary: "Half-Space Trees, scores bit for bit as River's, judged by the decision layer",
        source: "Tan, Ting, Liu: Fast Anomaly Detection for Streaming Data, IJCAI 2011;"
            + " River 0.26 anomaly.HalfSpaceTrees",
        parameters: [
            DetectorParameter("n_trees", .integer(1...10_000), default: "30", "number of trees"),
            DetectorParameter("height", .integer(0...20), default: "11", "branches on each path"),
            DetectorParameter(
                "window_size", .integer(1...1_000_000), default: "200", "rows in a window"),
            DetectorParameter("seed", .seed, default: "1", "seed of the trees, as in Python"),
            DetectorParameter(
                "order", .choice(HalfSpaceTreesDetector.Order.allCases.map(\.rawValue)),
                default: "score-then-learn", "whether a row is judged before it is learned"),
            DetectorParameter(
                "scale",
                .choice(["auto"] + HalfSpaceTreesDetector.Scale.allCases.map(\.rawValue)),
                default: "auto",
                "none: features are in their limits already; minmax: River's running MinMaxScaler;"
                    + " relation: what the other channels do not explain, now and on average;"
                    + " auto: none where limits say other ranges than 0..1, relation otherwise"),
            DetectorParameter("limits", .limits, default: "0..1", "expected range of a feature"),
            DetectorParameter("features", .names, default: "", "channels to use; all if not given"),
        ]
            // River's trees learn every row: with another default the scores would be no longer River's.
            // They saturate, so their extremes promise too much: the margin was found on seeds 1 to 5
            // and 11 to 17.
            + DecisionParameters.settings([
                "learn": DecisionParameters.Learning.always.rawValue, "margin": "0.79",
            ]),
        make: { values, context in
            let positions = try values.positions(
                "features", in: context, detector: "half-space-trees")
            let names = positions.map { context.channels[$0] }
            let limits = LimitList(values.text("limits"))
            let saysRanges = limits.map { !$0.isUsual } ?? false
            let scale =
                HalfSpaceTreesDetector.Scale(rawValue: values.text("scale"))
                ?? (saysRanges ? .none : .relation)
            guard scale != .relation || !saysRanges else {
                throw DetectorError.invalidValue(
                    detector: "half-space-trees", key: "limits", value: values.text("limits"),
                    allowed:
                        "limits with scale=none or scale=minmax; relation makes features of its"
                        + " own, from 0 to 1")
            }
            let treeCount = values.integer("n_trees")
            let height = values.integer("height")
            guard treeCount << height <= HalfSpaceTrees.Parameters.largestForest else {
                throw DetectorError.invalidValue(
                    detector: "half-space-trees", key: "height", value: "\(height)",
                    allowed: "n_trees · 2^height up to \(HalfSpaceTrees.Parameters.largestForest)")
            }
            return HalfSpaceTreesDetector(
                HalfSpaceTrees.Parameters(
                    treeCount: treeCount, height: height,
                    windowSize: values.integer("window_size"), seed: values.seed("seed"),
                    limits: limits?.common.map { common in
                        Dictionary(names.map { ($0, common) }, uniquingKeysWith: { a, _ in a })
                    } ?? limits?.named ?? [:]),
                positions: positions, names: names,
                order: HalfSpaceTreesDetector.Order(rawValue: values.text("order"))
                    ?? .scoreThenLearn,
                scale: scale, decision: DecisionParameters(values))
        })
}
