import Telemetry

// Rows with a missing feature. River decides such a branch by the live counters of its children, so
// the path of such a row depends on the rows before it. The counters are not kept; they are counted
// when asked for, from the leaves that the window's rows lie in: a node at depth d holds the rows
// whose leaf has the node's path as its first d bits.
extension HalfSpaceTrees {
    /// Finds the leaves of the window's rows up to `count`, in order; a row with a missing feature
    /// follows the rows before it.
    mutating func place(upTo count: Int, _ forest: HalfSpaceForest) {
        let width = positions.count
        while placedCount < count {
            let row = placedCount
            for tree in 0..<forest.treeCount {
                var node = 1
                for _ in 0..<forest.height {
                    let index = tree << forest.height | node
                    let value = window[row * width + Int(forest.cutFeatures[index])]
                    let side =
                        value.isMissing
                        ? fullerSide(of: node, tree: tree, rows: row, forest)
                        : HalfSpaceForest.side(value, forest.cuts[index])
                    node = 2 * node + side
                }
                leaves.append(UInt32(node - 1 << forest.height))
            }
            placedCount += 1
        }
    }

    /// The side of `node` in which more of the first `rows` rows lie; left (0) on a tie. Those rows
    /// must have been placed.
    func fullerSide(of node: Int, tree: Int, rows: Int, _ forest: HalfSpaceForest) -> Int {
        let depth = Int.bitWidth - 1 - node.leadingZeroBitCount
        // A leaf's path, shifted up to the children's depth, is the path of the child it lies under.
        let shift = UInt32(forest.height - depth - 1)
        let left = UInt32(2 * node - 2 << depth)
        var counts = (left: 0, right: 0)
        leaves.withUnsafeBufferPointer { leaves in
            var index = tree
            for _ in 0..<rows {
                let path = leaves[index] >> shift
                if path == left { counts.left += 1 }
                if path == left + 1 { counts.right += 1 }
                index += forest.treeCount
            }
        }
        return counts.left < counts.right ? 1 : 0
    }
}
