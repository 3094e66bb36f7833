import SeededRandom
import Synchronization

/// The shape of all trees of a model: which feature is cut where. Never changes once drawn, so models
/// with equal parameters and features share one.
///
/// Nodes lie in heap order, root at 1 and children of i at 2i and 2i + 1; only the 2^height − 1
/// branches are stored, leaves have nothing to say.
final class HalfSpaceForest: Sendable {
    /// Names of the features that take part, ascending by Unicode scalars.
    let features: [String]
    let height: Int
    let treeCount: Int
    /// Feature and cut of node i of tree t at `t << height | i`.
    let cutFeatures: [Int32]
    let cuts: [Double]

    /// Draws the trees as River does: depth first, left before right, one generator for all.
    /// - Parameter limits: low and high of each feature, in the order of `features`.
    /// - Precondition: their widths sum to more than 0, or the height is 0.
    private init(
        treeCount: Int, height: Int, seed: LongSeed, features: [String],
        limits: [(low: Double, high: Double)]
    ) {
        self.features = features
        self.height = height
        self.treeCount = treeCount
        var cutFeatures = [Int32](repeating: 0, count: treeCount << height)
        var cuts = [Double](repeating: 0, count: treeCount << height)
        var generator = MersenneTwister(seed: seed)
        // A forest of 25 trees of height 15 has 800,000 branches: no allocation for one of them.
        var current = limits
        current.withUnsafeMutableBufferPointer { current in
            cutFeatures.withUnsafeMutableBufferPointer { cutFeatures in
                cuts.withUnsafeMutableBufferPointer { cuts in
                    func build(_ base: Int, _ node: Int, _ depth: Int) {
                        if depth == height { return }
                        let feature = Self.choice(&generator, UnsafeBufferPointer(current))
                        let (low, high) = current[feature]
                        let margin = 0.15 * (high - low)
                        let cut = generator.uniform(low + margin, high - margin)
                        cutFeatures[base + node] = Int32(truncatingIfNeeded: feature)
                        cuts[base + node] = cut
                        current[feature] = (low, cut)
                        build(base, 2 * node, depth + 1)
                        current[feature] = (cut, high)
                        build(base, 2 * node + 1, depth + 1)
                        current[feature] = (low, high)
                    }
                    for tree in 0..<treeCount { build(tree << height, 1, 0) }
                }
            }
        }
        self.cutFeatures = cutFeatures
        self.cuts = cuts
    }

    /// `choices` weighted by the widths, as ``MersenneTwister/choice(weights:)``, in place. Sums are
    /// made in the order of the features, for each addition rounds.
    @inline(__always)
    private static func choice(
        _ generator: inout MersenneTwister,
        _ ranges: UnsafeBufferPointer<(low: Double, high: Double)>
    ) -> Int {
        let share = generator.random()
        let last = ranges.count - 1
        var total = ranges[0].high - ranges[0].low
        if last > 0 {
            for index in 1...last { total += ranges[index].high - ranges[index].low }
        }
        let target = share * total
        var sum = ranges[0].high - ranges[0].low
        var index = 0
        while index < last, !(target < sum) {
            index += 1
            sum += ranges[index].high - ranges[index].low
        }
        return index
    }

    private struct Key: Hashable {
        var treeCount: Int
        var height: Int
        var seed: [UInt32]
        var features: [[UInt8]]
        var limits: [UInt64]
    }

    private struct WeakForest { weak var forest: HalfSpaceForest? }
    private static let known = Mutex<[Key: WeakForest]>([:])

    /// The forest of these parameters, drawn at most once while anyone holds it.
    static func shared(
        treeCount: Int, height: Int, seed: LongSeed, features: [String],
        limits: [(low: Double, high: Double)]
    ) -> HalfSpaceForest {
        let key = Key(
            treeCount: treeCount, height: height, seed: seed.words,
            // Names are compared by their bytes: é in one scalar and in two are two features.
            features: features.map { Array($0.utf8) },
            limits: limits.flatMap { [$0.low.bitPattern, $0.high.bitPattern] })
        return known.withLock { known in
            if let forest = known[key]?.forest { return forest }
            let forest = HalfSpaceForest(
                treeCount: treeCount, height: height, seed: seed, features: features,
                limits: limits)
            known = known.filter { $0.value.forest != nil }
            known[key] = WeakForest(forest: forest)
            return forest
        }
    }

    /// Which way a value goes at a node: 0 left, 1 right. NaN goes right, −0 is 0.
    @inline(__always)
    static func side(_ value: Double, _ cut: Double) -> Int { value < cut ? 0 : 1 }
}
