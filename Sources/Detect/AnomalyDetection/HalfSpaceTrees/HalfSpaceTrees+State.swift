import Telemetry

extension HalfSpaceTrees {
    /// A node of a tree, for looking at.
    public enum Node: Sendable, Equatable {
        /// Rows with `feature` below `threshold` go left.
        case branch(feature: String, threshold: Double)
        case leaf
    }

    /// The trees as drawn, each in depth-first order, left before right; empty before the first row.
    public func treesDepthFirst() -> [[Node]] {
        guard let forest else { return [] }
        return (0..<forest.treeCount).map { tree in
            var nodes: [Node] = []
            func visit(_ node: Int) {
                guard node < 1 << forest.height else { return nodes.append(.leaf) }
                let index = tree << forest.height | node
                nodes.append(
                    .branch(
                        feature: forest.features[Int(forest.cutFeatures[index])],
                        threshold: forest.cuts[index]))
                visit(2 * node)
                visit(2 * node + 1)
            }
            visit(1)
            return nodes
        }
    }

    /// Writes the model; trees are drawn again from the seed when it is restored.
    public func save(to writer: inout StateWriter) {
        writer.write(forest != nil)
        guard forest != nil else { return }
        writer.write(positions.map(Int64.init))
        writer.write(window)
        writer.write(windowCount)
        writer.write(windowHasMissing)
        writer.write(leaves.map(Int64.init))
        writer.write(placedCount)
        writer.write(reference != nil)
        reference?.save(to: &writer)
    }

    /// Becomes what was saved by a model with the same parameters and channels.
    /// - Throws: ``StateError``; the model is then unusable.
    public mutating func restore(from reader: inout StateReader) throws {
        self = HalfSpaceTrees(parameters, channels: channels)
        guard try reader.readBool() else { return }
        let positions = try reader.readInt64s().map(Int.init)
        guard positions.allSatisfy(channels.indices.contains),
            Set(positions).count == positions.count
        else { throw StateError.invalid("features that the series does not have") }
        let window = try reader.readDoubles()
        let windowCount = try reader.readInt()
        let windowHasMissing = try reader.readBool()
        let leaves = try reader.readInt64s().compactMap(UInt32.init(exactly:))
        let placedCount = try reader.readInt()
        guard (0..<parameters.windowSize).contains(windowCount),
            window.count == windowCount * positions.count,
            (0...windowCount).contains(placedCount),
            leaves.count == placedCount * parameters.treeCount,
            leaves.allSatisfy({ $0 < 1 << UInt32(parameters.height) })
        else { throw StateError.invalid("a window that is not whole") }
        let limits = positions.map { index in
            parameters.limits[channels[index]].map { ($0.low, $0.high) } ?? (0, 1)
        }
        guard parameters.height == 0 || limits.reduce(0, { $0 + ($1.1 - $1.0) }) > 0 else {
            throw StateError.invalid("features without width")
        }
        let forest = HalfSpaceForest.shared(
            treeCount: parameters.treeCount, height: parameters.height, seed: parameters.seed,
            features: positions.map { channels[$0] }, limits: limits)
        if try reader.readBool() { reference = try PrunedForest(of: forest, from: &reader) }
        self.forest = forest
        self.positions = positions
        self.window = window
        self.windowCount = windowCount
        self.windowHasMissing = windowHasMissing
        self.leaves = leaves
        self.placedCount = placedCount
    }
}

extension PrunedForest {
    // Only what cannot be looked up in the forest is written: each tree as a depth-first run of
    // numbers, −1 for a branch, the sum for an exit.
    func save(to writer: inout StateWriter) {
        var marks: [Int64] = []
        for root in roots.sorted(by: { $0.tree < $1.tree }) { collect(Int(root.node), &marks) }
        writer.write(largestSum)
        writer.write(marks)
    }

    private func collect(_ index: Int, _ marks: inout [Int64]) {
        guard !isExit(index) else { return marks.append(Int64(sums[index])) }
        marks.append(-1)
        collect(Int(nodes[index].child), &marks)
        collect(Int(nodes[index].child) + 1, &marks)
    }

    init(of forest: HalfSpaceForest, from reader: inout StateReader) throws {
        self.init(largestSum: try reader.readDouble())
        var marks = try reader.readInt64s()[...]
        for tree in 0..<forest.treeCount {
            let root = addNode()
            let depth = try rebuild(forest, tree, &marks, at: root, place: 1, depth: 0)
            addTree(tree, root: root, depth: depth)
        }
        sortTrees()
        guard marks.isEmpty, largestSum > 0 else {
            throw StateError.invalid("trees of another shape")
        }
    }

    /// - Returns: depth of the deepest exit.
    private mutating func rebuild(
        _ forest: HalfSpaceForest, _ tree: Int, _ marks: inout ArraySlice<Int64>, at index: Int,
        place: Int, depth: Int
    ) throws -> Int {
        guard let mark = marks.popFirst() else { throw StateError.truncated }
        guard mark == -1 else {
            setExit(index, place: place, sum: Int(mark))
            return depth
        }
        guard depth < forest.height else { throw StateError.invalid("a tree that is too high") }
        let cutIndex = tree << forest.height | place
        let child = setBranch(
            index, place: place, cut: forest.cuts[cutIndex],
            feature: Int(forest.cutFeatures[cutIndex]))
        let left = try rebuild(forest, tree, &marks, at: child, place: 2 * place, depth: depth + 1)
        let right = try rebuild(
            forest, tree, &marks, at: child + 1, place: 2 * place + 1, depth: depth + 1)
        return max(left, right)
    }
}
