import Telemetry

/// What scoring can reach of a forest, given the masses of one full window.
///
/// Every branch whose node holds at least a tenth of the window is kept; each way out of them is an
/// exit with the sum of mass · 2^depth over its path, its own term included.
struct PrunedForest: Sendable {
    struct Branch {
        var cut: Double
        /// Index into the forest's features.
        var feature: Int32
        /// Heap index, to find live counts by.
        var node: Int32
        /// Next branch, or ~index of an exit.
        var left: Int32
        var right: Int32
    }

    var branches: [Branch] = []
    var exits: [Int] = []
    /// Where each tree begins: a branch, or ~exit.
    var roots: [Int32] = []
    /// The sum a row would have if all the window lay in its leaf in every tree.
    let largestSum: Double

    init(largestSum: Double) { self.largestSum = largestSum }

    /// - Parameters:
    ///   - window: the rows, features in the forest's order.
    ///   - leaves: the leaves the rows lie in, `treeCount` a row, where a row has missing features
    ///     and its values alone do not tell its path.
    init(of forest: HalfSpaceForest, window: [Double], rowCount: Int, leaves: [UInt32]?) {
        largestSum = Double(forest.treeCount * rowCount * (2 << forest.height - 1))
        var rows = [Int32](repeating: 0, count: rowCount)
        var spare = rows
        window.withUnsafeBufferPointer { window in
            for tree in 0..<forest.treeCount {
                for row in 0..<rowCount { rows[row] = Int32(row) }
                let root = rows.withUnsafeMutableBufferPointer { rows in
                    spare.withUnsafeMutableBufferPointer { spare in
                        grow(
                            forest, tree, window, leaves, rows, spare, node: 1, depth: 0, above: 0,
                            limit: 0.1 * Double(rowCount))
                    }
                }
                roots.append(root)
            }
        }
    }

    /// Makes what can be reached from `node`, which holds `rows`; they are sorted by side in place.
    private mutating func grow(
        _ forest: HalfSpaceForest, _ tree: Int, _ window: UnsafeBufferPointer<Double>,
        _ leaves: [UInt32]?, _ rows: UnsafeMutableBufferPointer<Int32>,
        _ spare: UnsafeMutableBufferPointer<Int32>, node: Int, depth: Int, above: Int,
        limit: Double
    ) -> Int32 {
        let sum = above + rows.count << depth
        if Double(rows.count) < limit || depth == forest.height {
            exits.append(sum)
            return ~Int32(exits.count - 1)
        }
        let index = tree << forest.height | node
        let feature = Int(forest.cutFeatures[index])
        let cut = forest.cuts[index]
        let width = forest.features.count
        var leftCount = 0
        var rightCount = 0
        for row in rows {
            let side: Int
            if let leaves {
                let path = leaves[Int(row) * forest.treeCount + tree]
                side = Int(path >> UInt32(forest.height - depth - 1) & 1)
            } else {
                side = HalfSpaceForest.side(window[Int(row) * width + feature], cut)
            }
            if side == 0 {
                rows[leftCount] = row
                leftCount += 1
            } else {
                spare[rightCount] = row
                rightCount += 1
            }
        }
        for offset in 0..<rightCount { rows[leftCount + offset] = spare[offset] }
        let branch = branches.count
        branches.append(
            Branch(cut: cut, feature: Int32(feature), node: Int32(node), left: 0, right: 0))
        let left = grow(
            forest, tree, window, leaves, UnsafeMutableBufferPointer(rebasing: rows[..<leftCount]),
            spare, node: 2 * node, depth: depth + 1, above: sum, limit: limit)
        let right = grow(
            forest, tree, window, leaves, UnsafeMutableBufferPointer(rebasing: rows[leftCount...]),
            spare, node: 2 * node + 1, depth: depth + 1, above: sum, limit: limit)
        branches[branch].left = left
        branches[branch].right = right
        return Int32(branch)
    }

    /// The sum over all trees for `row`.
    /// - Parameter missingSide: which way (0 left, 1 right) at a node whose feature the row lacks.
    @inline(__always)
    func sum(
        _ row: UnsafeBufferPointer<Double>, _ positions: [Int],
        missingSide: (_ tree: Int, _ node: Int) -> Int
    ) -> Int {
        // The innermost loop of the project: pointers, and a look at the bits of a value only where
        // the compare has failed, since a missing value is a NaN and compares false.
        branches.withUnsafeBufferPointer { branches in
            positions.withUnsafeBufferPointer { positions in
                var sum = 0
                for tree in 0..<roots.count {
                    var next = roots[tree]
                    while next >= 0 {
                        let branch = branches[Int(next)]
                        let value = row[positions[Int(branch.feature)]]
                        if value < branch.cut {
                            next = branch.left
                        } else if value.isMissing {
                            next =
                                missingSide(tree, Int(branch.node)) == 0
                                ? branch.left : branch.right
                        } else {
                            next = branch.right
                        }
                    }
                    sum += exits[Int(~next)]
                }
                return sum
            }
        }
    }
}
