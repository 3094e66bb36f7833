import Telemetry

/// The tutorial's own steps.
public enum MageDemo {
    /// (v − least)/(greatest − least); NaN throughout where all values are equal.
    public static func scaled(_ values: [Double]) -> [Double] {
        let known = values.filter { !$0.isNaN }
        guard let low = known.min(), let high = known.max() else { return values }
        return values.map { ($0 - low) / (high - low) }.map { $0.isNaN ? .nan : $0 }
    }
}

/// The tutorial's detector to the letter: power scaled by the least and greatest value of the whole
/// slice, hindsight included; Half-Space Trees that learn a row before they score it; and a flag
/// above 0.8.
///
/// It is a batch job, so all verdicts come at the end.
struct MageDemoDetector: SeriesDetector {
    private let position: Int
    private let threshold: Double
    private let parameters: HalfSpaceTrees.Parameters
    private var values: [Double] = []

    init(position: Int, threshold: Double, _ parameters: HalfSpaceTrees.Parameters) {
        self.position = position
        self.threshold = threshold
        self.parameters = parameters
    }

    mutating func process(_ block: FeatureBlock, into verdicts: inout [Verdict]) {
        for index in 0..<block.rowCount {
            let value = block.row(index)[position]
            values.append(value.isMissing ? .nan : value)
        }
    }

    mutating func finish(into verdicts: inout [Verdict]) throws {
        var trees = HalfSpaceTrees(parameters, channels: ["value"])
        for value in MageDemo.scaled(values) {
            let score = try withUnsafePointer(to: value) { pointer in
                let row = UnsafeBufferPointer(start: pointer, count: 1)
                try trees.learn(row)
                return trees.score(row)
            }
            verdicts.append(
                Verdict(
                    score: score, threshold: threshold,
                    state: !trees.isWarm ? .warmup : score > threshold ? .anomalous : .normal,
                    leadingChannel: Int16(position)))
        }
        values = []
    }

    func save(to writer: inout StateWriter) { writer.write(values) }
    mutating func restore(from reader: inout StateReader) throws {
        values = try reader.readDoubles()
    }
}

extension DetectorKind {
    static let mageDemo = DetectorKind(
        name: "mage-demo",
        summary: "the tutorial's pipeline: power scaled over the whole slice, 5 trees, above 0.8",
        source: "the Mage, InfluxDB 3 and River tutorial, block DetectAnomalies",
        parameters: [
            DetectorParameter("features", .names, default: "power", "the one channel it looks at"),
            DetectorParameter("n_trees", .integer(1...10_000), default: "5", "number of trees"),
            DetectorParameter("height", .integer(0...10), default: "2", "branches on each path"),
            DetectorParameter(
                "window_size", .integer(1...1_000_000), default: "250", "rows in a window"),
            DetectorParameter("seed", .seed, default: "1", "seed of the trees"),
            DetectorParameter(
                "threshold", .number(0...1), default: "0.8", "flag scores above this"),
        ],
        needsWholeSeries: true,
        make: { values, context in
            let positions = try values.positions("features", in: context, detector: "mage-demo")
            guard positions.count == 1 else {
                throw DetectorError.invalidValue(
                    detector: "mage-demo", key: "features", value: values.text("features"),
                    allowed: "one channel")
            }
            return MageDemoDetector(
                position: positions[0], threshold: values.number("threshold"),
                HalfSpaceTrees.Parameters(
                    treeCount: values.integer("n_trees"), height: values.integer("height"),
                    windowSize: values.integer("window_size"), seed: values.seed("seed")))
        })
}
