import SeededRandom
import Telemetry

/// Half-Space Trees, bit for bit as River 0.26.1 computes them.
///
/// S. C. Tan, K. M. Ting, T. F. Liu: Fast Anomaly Detection for Streaming Data, IJCAI 2011; where River
/// departs from the paper, River is followed.
///
/// River counts every row in every node of its path and sweeps all nodes at each turn of the window.
/// Here learning a row is keeping it. When the window is full its rows are sorted down each tree, and
/// only nodes that scoring can ever reach are made: scoring stops below the first node with fewer
/// than a tenth of the window, so that is a few dozen nodes a tree, each ending carrying the sum of
/// its path. The scores are the same to the last bit, for the sums are whole numbers.
public struct HalfSpaceTrees: OnlineDetector {
    public struct Parameters: Sendable, Equatable {
        /// Number of trees, at least 1.
        public var treeCount: Int
        /// Branches on each path, at least 0.
        public var height: Int
        /// Rows in a window, at least 1.
        public var windowSize: Int
        public var seed: LongSeed
        /// Expected range by feature; a feature without one has (0, 1). Values outside are not cut.
        public var limits: [String: Limit]

        public struct Limit: Sendable, Equatable {
            public var low: Double
            public var high: Double
            public init(low: Double, high: Double) {
                self.low = low
                self.high = high
            }
        }

        /// River's defaults, with a seed.
        public init(
            treeCount: Int = 10, height: Int = 8, windowSize: Int = 250, seed: LongSeed,
            limits: [String: Limit] = [:]
        ) {
            self.treeCount = treeCount
            self.height = height
            self.windowSize = windowSize
            self.seed = seed
            self.limits = limits
        }

        /// Most branches over all trees: what keeps a forest below half a gigabyte.
        public static let largestForest = 1 << 25
    }

    let parameters: Parameters
    /// Names of the channels of a row.
    let channels: [String]
    /// Drawn at the first learned row, from the features that it has.
    var forest: HalfSpaceForest?
    /// Where the forest's features stand in a row.
    var positions: [Int] = []
    /// The rows of the window so far, features in the forest's order.
    var window: [Double] = []
    var windowCount = 0
    /// Leaves of the window's rows by tree, `treeCount` a row; for the first `placedCount` rows. Kept
    /// up only when a missing feature asks for live counts.
    var leaves: [UInt32] = []
    var placedCount = 0
    var windowHasMissing = false
    /// What scoring walks; nil until the first window is full.
    var reference: PrunedForest?

    /// - Parameter channels: names of a row's values, in order; not all need to be in the first row.
    public init(_ parameters: Parameters, channels: [String]) {
        precondition(parameters.treeCount >= 1 && parameters.height >= 0)
        precondition(parameters.windowSize >= 1)
        precondition(parameters.treeCount << parameters.height <= Parameters.largestForest)
        self.parameters = parameters
        self.channels = channels
    }

    /// Whether a full window has been seen; before, every score is 0 and means nothing.
    public var isWarm: Bool { reference != nil }

    /// From 0 to 1 − 1/(2^(height+1) − 1); 0 before the first window is full. A missing feature is
    /// decided by where more of the present window's rows went.
    public func score(_ row: UnsafeBufferPointer<Double>) -> Double {
        guard reference != nil else { return 0 }
        let sum = reference?.sumOfComplete(row, positions) ?? sumWithMissing(row)
        return 1 - Double(sum) / (reference?.largestSum ?? 1)
    }

    // Apart, so that the usual row is not charged for what the closure holds.
    @inline(never)
    private func sumWithMissing(_ row: UnsafeBufferPointer<Double>) -> Int {
        guard let reference, let forest else { return 0 }
        // Live counts are wanted only if a feature is missing; then once for all trees.
        var live: HalfSpaceTrees?
        return reference.sumWithMissing(row, positions) { tree, node in
            if live == nil {
                var placed = self
                placed.place(upTo: windowCount, forest)
                live = placed
            }
            return live?.fullerSide(of: node, tree: tree, rows: windowCount, forest) ?? 0
        }
    }

    /// The same with the model held in place: who calls the other one shares its arrays for a while,
    /// and the next ``learn(_:)`` would have to copy them.
    mutating func scoreInPlace(_ row: UnsafeBufferPointer<Double>) -> Double { score(row) }

    /// Takes the row into the window; at the window's end it becomes the reference.
    /// - Throws: ``DetectorError/unusableRow(detector:row:reason:)``; nothing has changed then.
    public mutating func learn(_ row: UnsafeBufferPointer<Double>) throws {
        if forest == nil { try grow(row) }
        guard let forest else { return }
        var isComplete = true
        for position in positions {
            window.append(row[position])
            if row[position].isMissing { isComplete = false }
        }
        if !isComplete {
            windowHasMissing = true
            place(upTo: windowCount + 1, forest)
        }
        windowCount += 1
        if windowCount == parameters.windowSize { turn(forest) }
    }

    /// Draws the trees from the features that the first row has.
    private mutating func grow(_ row: UnsafeBufferPointer<Double>) throws {
        let present = channels.indices.filter { !row[$0].isMissing }
            .sorted {
                channels[$0].unicodeScalars.lexicographicallyPrecedes(channels[$1].unicodeScalars)
            }
        let limits = present.map { index in
            parameters.limits[channels[index]].map { ($0.low, $0.high) } ?? (0, 1)
        }
        if parameters.height > 0 {
            guard !present.isEmpty else {
                throw DetectorError.unusableRow(
                    detector: "half-space-trees", row: 0,
                    reason: "the first row has no feature to draw trees from")
            }
            guard limits.reduce(0, { $0 + ($1.1 - $1.0) }) > 0 else {
                throw DetectorError.unusableRow(
                    detector: "half-space-trees", row: 0,
                    reason: "the limits of its features have no width")
            }
        }
        positions = present
        forest = HalfSpaceForest.shared(
            treeCount: parameters.treeCount, height: parameters.height, seed: parameters.seed,
            features: present.map { channels[$0] }, limits: limits)
        window.reserveCapacity(parameters.windowSize * positions.count)
    }

    private mutating func turn(_ forest: HalfSpaceForest) {
        if windowHasMissing { place(upTo: windowCount, forest) }
        // The old one goes first: nothing reads it any more, and two would take twice the room.
        reference = nil
        reference = PrunedForest(
            of: forest, window: window, rowCount: windowCount,
            leaves: windowHasMissing ? leaves : nil)
        window.removeAll(keepingCapacity: true)
        // Missing features may never come again.
        leaves.removeAll()
        windowCount = 0
        placedCount = 0
        windowHasMissing = false
    }
}
extension HalfSpaceTrees {
    /// Whether the trees have been drawn.
    var hasTrees: Bool { forest != nil }

    /// What the model holds for itself, bytes: all its buffers as far as they reach, used or not. The
    /// trees, which equal models share, are not in it.
    package var ownBytes: Int {
        MemoryLayout<Self>.size + window.capacity * MemoryLayout<Double>.stride
            + leaves.capacity * MemoryLayout<UInt32>.stride
            + positions.capacity * MemoryLayout<Int>.stride + (reference?.bufferBytes ?? 0)
    }
}
