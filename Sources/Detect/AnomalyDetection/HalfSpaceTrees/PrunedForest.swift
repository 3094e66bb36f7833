import Telemetry

/// What scoring can reach of a forest, given the masses of one full window.
///
/// Every branch whose node holds at least a tenth of the window is kept; each way out of them is an
/// exit with the sum of mass · 2^depth over its path, its own term included.
struct PrunedForest: Sendable {
    /// A branch or an exit. Children lie side by side, so a step is an addition; an exit leads to
    /// itself, so that all trees can be walked in step without asking who has arrived.
    struct Node {
        /// Rows with a value below go left; −∞ at an exit, which nothing is below.
        var cut: Double
        /// Index into the forest's features.
        var feature: Int32
        /// The left child; the right one is behind it.
        var child: Int32
    }

    private(set) var nodes: [Node] = []
    /// Heap index of each node, to find live counts by.
    private(set) var places: [Int32] = []
    /// Of each exit; 0 at branches.
    private(set) var sums: [Int] = []
    /// Root of each tree, deepest tree first, and which tree it is.
    private(set) var roots: [(node: Int32, tree: Int32)] = []
    /// How many trees have a branch at each depth.
    private var active: [Int] = []
    /// Depths of the trees while they are added.
    private var depths: [Int] = []
    /// The sum a row would have if all the window lay in its leaf in every tree.
    let largestSum: Double

    init(largestSum: Double) { self.largestSum = largestSum }

    /// - Parameters:
    ///   - window: the rows, features in the forest's order.
    ///   - leaves: the leaves the rows lie in, `treeCount` a row, where a row has missing features
    ///     and its values alone do not tell its path.
    init(of forest: HalfSpaceForest, window: [Double], rowCount: Int, leaves: [UInt32]?) {
        largestSum = Double(forest.treeCount * rowCount * (2 << forest.height - 1))
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * rowCount) { scratch in
            scratch.initialize(repeating: 0)
            Self.withBuffers(of: forest, window, leaves ?? []) { cutFeatures, cuts, window, paths in
                for tree in 0..<forest.treeCount {
                    for row in 0..<rowCount { scratch[row] = Int32(row) }
                    let grower = Grower(
                        tree: tree, treeCount: forest.treeCount, height: forest.height,
                        width: forest.features.count, cutFeatures: cutFeatures, cuts: cuts,
                        window: window, leaves: leaves == nil ? nil : paths,
                        spare: scratch.baseAddress! + rowCount, limit: 0.1 * Double(rowCount))
                    let root = addNode()
                    let depth = grow(
                        grower, scratch.baseAddress!, rowCount, at: root, place: 1, depth: 0,
                        above: 0)
                    addTree(tree, root: root, depth: depth)
                }
            }
        }
        sortTrees()
        trim()
    }

    private static func withBuffers(
        of forest: HalfSpaceForest, _ window: [Double], _ leaves: [UInt32],
        _ body: (
            UnsafeBufferPointer<Int32>, UnsafeBufferPointer<Double>, UnsafeBufferPointer<Double>,
            UnsafeBufferPointer<UInt32>
        ) -> Void
    ) {
        forest.cutFeatures.withUnsafeBufferPointer { cutFeatures in
            forest.cuts.withUnsafeBufferPointer { cuts in
                window.withUnsafeBufferPointer { window in
                    leaves.withUnsafeBufferPointer { body(cutFeatures, cuts, window, $0) }
                }
            }
        }
    }

    /// What growing one tree needs beside the rows of a node: plain buffers, for counting references
    /// at every node took longer than the node.
    private struct Grower {
        let tree: Int
        let treeCount: Int
        let height: Int
        let width: Int
        let cutFeatures: UnsafeBufferPointer<Int32>
        let cuts: UnsafeBufferPointer<Double>
        let window: UnsafeBufferPointer<Double>
        let leaves: UnsafeBufferPointer<UInt32>?
        let spare: UnsafeMutablePointer<Int32>
        let limit: Double
    }

    /// Makes node `index`, which holds `rows`, and what can be reached from it; the rows are sorted by
    /// side in place.
    /// - Returns: depth of the deepest exit.
    private mutating func grow(
        _ grower: Grower, _ rows: UnsafeMutablePointer<Int32>, _ count: Int, at index: Int,
        place: Int, depth: Int, above: Int
    ) -> Int {
        let sum = above + count << depth
        if Double(count) < grower.limit || depth == grower.height {
            setExit(index, place: place, sum: sum)
            return depth
        }
        let cutIndex = grower.tree << grower.height | place
        let feature = Int(grower.cutFeatures[cutIndex])
        let cut = grower.cuts[cutIndex]
        // Without a branch: each row is written to both sides, and one of the two counts.
        var left = 0
        var right = 0
        for offset in 0..<count {
            let row = rows[offset]
            let side: Int
            if let leaves = grower.leaves {
                let path = leaves[Int(row) * grower.treeCount + grower.tree]
                side = Int(path >> UInt32(grower.height - depth - 1) & 1)
            } else {
                side = HalfSpaceForest.side(grower.window[Int(row) * grower.width + feature], cut)
            }
            rows[left] = row
            grower.spare[right] = row
            left += 1 - side
            right += side
        }
        (rows + left).update(from: grower.spare, count: right)
        let child = setBranch(index, place: place, cut: cut, feature: feature)
        let depthLeft = grow(
            grower, rows, left, at: child, place: 2 * place, depth: depth + 1, above: sum)
        let depthRight = grow(
            grower, rows + left, right, at: child + 1, place: 2 * place + 1, depth: depth + 1,
            above: sum)
        return max(depthLeft, depthRight)
    }

    /// `1 − Σ / largest` wants this Σ over all trees for `row`.
    /// - Parameter positions: where the forest's features stand in the row.
    /// - Returns: nil if a feature is missing.
    @inline(__always)
    func sumOfComplete(_ row: UnsafeBufferPointer<Double>, _ positions: [Int]) -> Int? {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: positions.count) { features in
            for (feature, position) in positions.enumerated() {
                features[feature] = row[position]
                if row[position].isMissing { return nil }
            }
            return sumOfComplete(UnsafeBufferPointer(features))
        }
    }

    /// All trees a level at a time: the steps of different trees do not wait for each other, and none
    /// has to be guessed by the processor. The innermost loop of the project.
    private func sumOfComplete(_ features: UnsafeBufferPointer<Double>) -> Int {
        let treeCount = roots.count
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: treeCount) { at in
            nodes.withUnsafeBufferPointer { nodes in
                for tree in 0..<treeCount { at[tree] = roots[tree].node }
                let (at, nodes) = (at.baseAddress!, nodes.baseAddress!)
                for count in active {
                    for tree in 0..<count {
                        let node = nodes[Int(at[tree])]
                        // A NaN is below nothing and goes right.
                        let isBelow = features[Int(node.feature)] < node.cut
                        at[tree] = node.child &+ (isBelow ? 0 : 1)
                    }
                }
                return sums.withUnsafeBufferPointer { sums in
                    var sum = 0
                    for tree in 0..<treeCount { sum &+= sums[Int(at[tree])] }
                    return sum
                }
            }
        }
    }

    /// The same where features are missing.
    /// - Parameter missingSide: which way (0 left, 1 right) at a node whose feature the row lacks.
    func sumWithMissing(
        _ row: UnsafeBufferPointer<Double>, _ positions: [Int],
        missingSide: (_ tree: Int, _ place: Int) -> Int
    ) -> Int {
        var sum = 0
        for root in roots {
            var index = Int(root.node)
            while !isExit(index) {
                let node = nodes[index]
                let value = row[positions[Int(node.feature)]]
                let side =
                    value.isMissing
                    ? missingSide(Int(root.tree), Int(places[index]))
                    : HalfSpaceForest.side(value, node.cut)
                index = Int(node.child) + side
            }
            sum += sums[index]
        }
        return sum
    }

    @inline(__always)
    func isExit(_ index: Int) -> Bool { Int(nodes[index].child) == index - 1 }
}

// Making one, from rows or from what was saved.
extension PrunedForest {
    /// Room for a node that is made next.
    mutating func addNode() -> Int {
        setAside(1)
        return nodes.count - 1
    }

    private mutating func setAside(_ count: Int) {
        for _ in 0..<count {
            nodes.append(Node(cut: -.infinity, feature: 0, child: 0))
            places.append(0)
            sums.append(0)
        }
    }

    mutating func setExit(_ index: Int, place: Int, sum: Int) {
        nodes[index] = Node(cut: -.infinity, feature: 0, child: Int32(index - 1))
        places[index] = Int32(place)
        sums[index] = sum
    }

    /// - Returns: index of the left child, to be made next; the right one is behind it.
    mutating func setBranch(_ index: Int, place: Int, cut: Double, feature: Int) -> Int {
        let child = nodes.count
        setAside(2)
        nodes[index] = Node(cut: cut, feature: Int32(feature), child: Int32(child))
        places[index] = Int32(place)
        return child
    }

    /// - Parameter depth: of its deepest exit.
    mutating func addTree(_ tree: Int, root: Int, depth: Int) {
        roots.append((Int32(root), Int32(tree)))
        depths.append(depth)
        while active.count < depth { active.append(0) }
        for level in 0..<depth { active[level] += 1 }
    }

    /// Deepest first, so that the trees still on the way are the first ones at every level.
    mutating func sortTrees() {
        let order = roots.indices.sorted { (depths[$0], $1) > (depths[$1], $0) }
        roots = order.map { roots[$0] }
        depths = []
    }

    /// Gives back the room that growing took beyond what is used: up to half of it, and a model keeps
    /// it for a whole window.
    private mutating func trim() {
        nodes = nodes.withUnsafeBufferPointer { Array($0) }
        places = places.withUnsafeBufferPointer { Array($0) }
        sums = sums.withUnsafeBufferPointer { Array($0) }
    }

    /// Bytes of all buffers, as far as they reach.
    var bufferBytes: Int {
        nodes.capacity * MemoryLayout<Node>.stride + places.capacity * MemoryLayout<Int32>.stride
            + sums.capacity * MemoryLayout<Int>.stride
            + roots.capacity * MemoryLayout<(node: Int32, tree: Int32)>.stride
            + active.capacity * MemoryLayout<Int>.stride
    }
}
