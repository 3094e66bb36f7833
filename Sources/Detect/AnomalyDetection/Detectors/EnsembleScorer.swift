/// Several scorers as one: each member's score in units of its own calibrated threshold, and of
/// these the largest, the mean, or the share of members above 1.
///
/// Scores of different detectors have nothing in common but their own past: the return level of
/// their block maxima (``TailBank``) is the unit that makes them comparable (the idea of calibrating
/// members before combining them: Kriegel, Kröger, Schubert, Zimek 2011). A member that names its own
/// limit, like one that counts rows, is held against that: its score is 0 for hours, and no unit comes
/// of zeros.
struct EnsembleScorer: RowScorer {
    enum Combination: String, CaseIterable { case max, mean, vote }

    static let isBounded = false
    /// The share of members that carries a vote.
    static let majority = 0.5
    private var members: [any RowScorer]
    /// Each member's own limit; nil for one that is calibrated.
    private let ownLimits: [Double?]
    private let combination: Combination
    private var bank: TailBank
    private var scores: [Double]
    private(set) var contributions: [Double]

    init(_ members: [Member], channels: Int, _ combination: Combination) {
        self.members = members.map { $0.make(channels) }
        ownLimits = members.map(\.ownLimit)
        self.combination = combination
        bank = TailBank(statistics: members.count, longest: 256, returnPeriod: 100_000)
        scores = [Double](repeating: 0, count: members.count)
        contributions = [Double](repeating: 0, count: channels)
    }

    mutating func score(_ row: UnsafeBufferPointer<Double>, at time: Int64) -> Double {
        for channel in contributions.indices { contributions[channel] = 0 }
        var largest = 0.0
        var sum = 0.0
        var votes = 0.0
        var present = 0.0
        for member in members.indices {
            scores[member] = members[member].score(row, at: time)
            guard !scores[member].isNaN else { continue }
            present += 1
            let level = ownLimits[member] ?? bank.levels[member]
            guard level > 0, level < .infinity else { continue }
            let ratio = scores[member] / level
            largest = max(largest, ratio)
            sum += ratio
            if ratio >= 1 { votes += 1 }
            share(ratio, members[member].contributions)
        }
        guard present > 0 else { return .nan }
        switch combination {
        case .max: return largest
        case .mean: return sum / present
        case .vote: return votes / present
        }
    }

    private mutating func share(_ ratio: Double, _ parts: [Double]) {
        let total = parts.reduce(0, +)
        guard total > 0, total < .infinity else { return }
        for channel in parts.indices { contributions[channel] += ratio * parts[channel] / total }
    }

    mutating func learn(_ row: UnsafeBufferPointer<Double>) {
        for member in members.indices { members[member].learn(row) }
        for member in scores.indices where scores[member].isNaN { scores[member] = 0 }
        scores.withUnsafeBufferPointer { _ = bank.learn($0.baseAddress!) }
    }

    func save(to writer: inout StateWriter) {
        for member in members { member.save(to: &writer) }
        bank.save(to: &writer)
    }

    mutating func restore(from reader: inout StateReader) throws {
        for member in members.indices { try members[member].restore(from: &reader) }
        try bank.restore(from: &reader)
    }
}

extension EnsembleScorer {
    /// A scorer that can be part of an ensemble.
    struct Member: Sendable {
        var name: String
        var ownLimit: Double?
        var make: @Sendable (_ channels: Int) -> any RowScorer

        init(
            _ name: String, ownLimit: Double? = nil,
            _ make: @escaping @Sendable (_ channels: Int) -> any RowScorer
        ) {
            self.name = name
            self.ownLimit = ownLimit
            self.make = make
        }
    }

    /// Members by the names they have in the catalogue, at their default settings.
    static let known: [Member] = [
        Member("mad") { MADScorer(channels: $0, window: 300) },
        Member("ewma") { EWMAScorer(channels: $0, window: 300) },
        Member("hotelling-t2") { HotellingScorer(channels: $0, window: 1800, freeze: nil) },
        Member("regression-residual") { RegressionResidualScorer(channels: $0, memory: 7200) },
        Member("random-cut-forest") {
            RandomCutForestScorer(channels: $0, trees: 40, size: 256, seed: 1, isScaled: true)
        },
        Member("cycle", ownLimit: 1) { CycleScorer(channels: $0) },
        Member("stuck", ownLimit: 1) { StuckScorer(channels: $0, least: 10, gap: 10) },
    ]
}

extension DetectorKind {
    static let ensemble = DetectorKind.scoring(
        "ensemble", summary: "several detectors, each in units of its own calibrated threshold",
        source: "Kriegel, Kröger, Schubert, Zimek: Interpreting and Unifying Outlier Scores,"
            + " SDM 2011",
        parameters: [
            DetectorParameter(
                "members", .names, default: "hotelling-t2+regression-residual+ewma",
                "detectors joined by +: "
                    + EnsembleScorer.known.map(\.name).joined(separator: ", ")),
            DetectorParameter(
                "combine", .choice(EnsembleScorer.Combination.allCases.map(\.rawValue)),
                default: "max",
                "what counts of the members' scores: the largest, the mean, or how many of them are"
                    + " beyond their limit, where half is enough"),
        ],
        adjust: { values, decision in
            // Nearly always 0: there is no tail to take a threshold from, and none is needed.
            if values.text("combine") == "vote", decision.threshold == .tail {
                decision.threshold = .agreed(EnsembleScorer.majority)
            }
        },
        scorer: { values, context in
            let members = try values.text("members").split(separator: "+").map { name in
                guard let member = EnsembleScorer.known.first(where: { $0.name == name }) else {
                    throw DetectorError.invalidValue(
                        detector: "ensemble", key: "members", value: String(name),
                        allowed: EnsembleScorer.known.map(\.name).joined(separator: ", "))
                }
                return member
            }
            return EnsembleScorer(
                members, channels: context.channels.count,
                EnsembleScorer.Combination(rawValue: values.text("combine")) ?? .max)
        })
}
