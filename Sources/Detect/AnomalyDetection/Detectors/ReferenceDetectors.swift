import SeededRandom

/// The rungs every detector is held against: alarming at random, always, never.
struct ReferenceDetector: SeriesDetector {
    /// Where scores come from; nil for a constant one.
    private var generator: MersenneTwister?
    private let constant: Double
    private let threshold: Double
    private var drawn = 0

    init(constant: Double) {
        self.constant = constant
        threshold = 0.5
    }

    init(_ generator: MersenneTwister, threshold: Double) {
        self.generator = generator
        self.threshold = threshold
        constant = 0
    }

    mutating func process(_ block: FeatureBlock, into verdicts: inout [Verdict]) {
        for _ in 0..<block.rowCount {
            let score = generator?.random() ?? constant
            drawn += 1
            verdicts.append(
                Verdict(
                    score: score, threshold: threshold,
                    state: score >= threshold ? .anomalous : .normal))
        }
    }

    func save(to writer: inout StateWriter) {
        writer.write("reference")
        writer.write(drawn)
    }

    mutating func restore(from reader: inout StateReader) throws {
        let found = try reader.readString()
        guard found == "reference" else {
            throw StateError.mismatch(expected: "reference", found: found)
        }
        let count = try reader.readInt()
        // Draws are made again, a third of a second for two years of them at one a second.
        let most = generator == nil ? 1 << 60 : 1 << 26
        guard (0...most).contains(count) else { throw StateError.invalid("\(count) draws") }
        if generator != nil { for _ in 0..<count { _ = generator?.random() } }
        drawn = count
    }
}

extension DetectorKind {
    static let random = DetectorKind(
        name: "random", summary: "reference: a score drawn at random, one row in a hundred flagged",
        source: "NAB's random detector",
        parameters: [
            DetectorParameter("seed", .seed, default: "1", "seed of the draws"),
            DetectorParameter(
                "threshold", .number(0...1), default: "0.99", "flag scores from here on"),
        ],
        make: { values, context in
            // Each series draws from its own stream, so that one more series changes no other.
            let words = values.seed("seed").words.reduce(0) { $0 &* 4_294_967_291 &+ UInt64($1) }
            let seed = LongSeed(decimal: String(words ^ context.salt)) ?? LongSeed(0)
            return ReferenceDetector(
                MersenneTwister(seed: seed), threshold: values.number("threshold"))
        })

    static let alwaysOn = DetectorKind(
        name: "always-on", summary: "reference: flags every row", source: "a rung to stand above",
        parameters: [], make: { _, _ in ReferenceDetector(constant: 1) })

    static let neverOn = DetectorKind(
        name: "never-on", summary: "reference: flags nothing", source: "NAB's null detector",
        parameters: [], make: { _, _ in ReferenceDetector(constant: 0) })
}
