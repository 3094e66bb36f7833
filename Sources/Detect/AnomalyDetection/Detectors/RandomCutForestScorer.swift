import Telemetry

/// A robust random cut forest over a sliding window: the score is the mean, over the trees, of how
/// much the row disturbs them (collusive displacement).
///
/// Unscaled and with leaves parted as the Python package rrcf parts them, scores are the package's to
/// the bit, when its trees are made with `random_state = seed, seed + 1, …`, the oldest point is
/// forgotten before a row is inserted into a full tree, and there are at most seven channels (numpy
/// adds up more in another order). Scaled, each channel is first divided by its spread over the first window, since a
/// forest looks at widely ranging channels more often.
///
/// A missing value is taken as the channel's last one.
struct RandomCutForestScorer: RowScorer {
    static let isBounded = false
    /// Most points over all trees: what keeps a forest of a few channels below half a gigabyte.
    static let largestForest = 4_000_000

    private let width: Int
    private let size: Int
    private let isScaled: Bool
    private var trees: [RandomCutTree]
    /// The rows of the window, place after place.
    private var points: [Double]
    private var filled = 0
    private var next = 0
    /// The row scored last is in the trees, and out again unless it is learnt.
    private var pending = false
    /// The row that made room for the pending one.
    private var displaced: [Double] = []
    private var last: [Double]
    private var rowsForScale = 0
    private var means: [Double]
    private var squares: [Double]
    private var factors: [Double]
    let contributions: [Double] = []

    init(
        channels: Int, trees count: Int, size: Int, seed: UInt32, isScaled: Bool,
        partsLeavesAsPackage: Bool = false
    ) {
        width = channels
        self.size = size
        self.isScaled = isScaled
        trees = (0..<count).map {
            RandomCutTree(
                capacity: size, width: channels, seed: seed &+ UInt32($0),
                partsLeavesAsPackage: partsLeavesAsPackage)
        }
        points = [Double](repeating: 0, count: size * channels)
        last = [Double](repeating: 0, count: channels)
        means = last
        squares = last
        factors = [Double](repeating: 1, count: channels)
    }

    private var isScaleKnown: Bool { !isScaled || rowsForScale >= size }

    mutating func score(_ row: UnsafeBufferPointer<Double>, at time: Int64) -> Double {
        guard row.contains(where: \.isFinite) else { return .nan }
        for channel in 0..<width where row[channel].isFinite { last[channel] = row[channel] }
        guard isScaleKnown else { return .nan }
        withdraw()
        if filled == size {
            displaced = Array(points[next * width..<(next + 1) * width])
            points.withUnsafeBufferPointer { points in
                for tree in trees.indices { trees[tree].remove(next, points.baseAddress!) }
            }
        }
        for channel in 0..<width {
            points[next * width + channel] = last[channel] * factors[channel]
        }
        pending = true
        var sum = 0.0
        points.withUnsafeBufferPointer { points in
            for tree in trees.indices {
                trees[tree].insert(next, points.baseAddress!)
                sum += trees[tree].displacement(next)
            }
        }
        return sum / Double(trees.count)
    }

    /// Takes out a row that was scored but not learnt, and puts back the one it stands for.
    private mutating func withdraw() {
        guard pending else { return }
        pending = false
        points.withUnsafeBufferPointer { points in
            for tree in trees.indices { trees[tree].remove(next, points.baseAddress!) }
        }
        guard filled == size else { return }
        for channel in 0..<width { points[next * width + channel] = displaced[channel] }
        points.withUnsafeBufferPointer { points in
            for tree in trees.indices { trees[tree].insert(next, points.baseAddress!) }
        }
    }

    mutating func learn(_ row: UnsafeBufferPointer<Double>) {
        if !isScaleKnown { learnScale() }
        guard pending else { return }
        pending = false
        filled = min(filled + 1, size)
        next = (next + 1) % size
    }

    private mutating func learnScale() {
        rowsForScale += 1
        for channel in 0..<width {
            let difference = last[channel] - means[channel]
            means[channel] += difference / Double(rowsForScale)
            squares[channel] += difference * (last[channel] - means[channel])
        }
        guard rowsForScale == size else { return }
        for channel in 0..<width {
            let spread = (squares[channel] / Double(size)).squareRoot()
            factors[channel] = 1 / (spread > 0 ? spread : max(abs(means[channel]), 1))
        }
    }

    func save(to writer: inout StateWriter) {
        writer.write(filled)
        writer.write(next)
        writer.write(pending)
        writer.write(displaced)
        writer.write(rowsForScale)
        for column in [points, last, means, squares, factors] { writer.write(column) }
        for tree in trees { tree.save(to: &writer) }
    }

    mutating func restore(from reader: inout StateReader) throws {
        filled = try reader.readInt(in: 0...size)
        next = try reader.readInt(in: 0...size - 1)
        pending = try reader.readBool()
        displaced = try reader.readDoubles()
        guard displaced.isEmpty || displaced.count == width else {
            throw StateError.invalid("a row of \(displaced.count) channels")
        }
        rowsForScale = try reader.readInt(in: 0...size)
        points = try reader.readDoubles(count: points.count)
        last = try reader.readDoubles(count: width)
        means = try reader.readDoubles(count: width)
        squares = try reader.readDoubles(count: width)
        factors = try reader.readDoubles(count: width)
        guard filled == size || next == filled, !(pending && filled == size) || !displaced.isEmpty
        else { throw StateError.invalid("a window of \(filled) rows whose next one is \(next)") }
        for tree in trees.indices {
            try trees[tree].restore(from: &reader) { [filled, next, pending] place in
                place < filled || pending && place == next
            }
        }
    }
}

extension DetectorKind {
    static let randomCutForest = DetectorKind.scoring(
        "random-cut-forest", summary: "robust random cut forest over a sliding window",
        source: "Guha, Mishra, Roy, Schrijvers: Robust Random Cut Forest Based Anomaly Detection on"
            + " Streams, ICML 2016; rrcf 0.4.4",
        parameters: [
            DetectorParameter("n_trees", .integer(1...1000), default: "40", "number of trees"),
            DetectorParameter("tree_size", .integer(2...100_000), default: "256", "rows in a tree"),
            DetectorParameter(
                "seed", .integer(0...4_000_000_000), default: "1",
                "the trees' seeds are this and the numbers after it"),
            DetectorParameter(
                "scale", .choice(["none", "first"]), default: "first",
                "first: channels in units of their spread over the first tree_size rows"),
            DetectorParameter(
                "leaves", .choice(["paper", "rrcf"]), default: "paper",
                "how two single rows are parted: by a cut drawn like any other, or on the first"
                    + " channel always, as the package does"),
        ],
        scorer: { values, context in
            let (trees, size) = (values.integer("n_trees"), values.integer("tree_size"))
            guard trees * size <= RandomCutForestScorer.largestForest else {
                throw DetectorError.invalidValue(
                    detector: "random-cut-forest", key: "tree_size", value: "\(size)",
                    allowed: "n_trees · tree_size up to \(RandomCutForestScorer.largestForest)")
            }
            return RandomCutForestScorer(
                channels: context.channels.count, trees: trees, size: size,
                seed: UInt32(values.integer("seed")),
                isScaled: values.text("scale") == "first",
                partsLeavesAsPackage: values.text("leaves") == "rrcf")
        })
}
