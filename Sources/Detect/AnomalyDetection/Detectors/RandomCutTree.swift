import SeededRandom

/// One tree of a robust random cut forest: points in, points out, and how much each one disturbs.
///
/// Nodes are numbers: `0..<capacity` are leaves, a leaf being the place of its point in the forest's
/// window, and the numbers above are branches. Equal points share the leaf of one of them.
struct RandomCutTree: Sendable {
    private let capacity: Int
    private let width: Int
    private let partsLeavesAsPackage: Bool
    private var generator: MersenneTwister
    private var root = -1
    private var parent: [Int32]
    private var count: [Int32]
    /// Of branches only, by number less `capacity`.
    private var left: [Int32]
    private var right: [Int32]
    private var axis: [Int32]
    private var cut: [Double]
    /// Box of a branch: `width` lower bounds, then `width` upper ones.
    private var box: [Double]
    private var unused: [Int32]
    /// The leaf that stands for the point at each place of the window, −1 if there is none.
    private var leaf: [Int32]

    /// - Parameter partsLeavesAsPackage: whether two single points are always parted on the first
    ///   axis, at the larger of the two, as the package rrcf does (the box it draws from there has
    ///   one row for both bounds). The paper draws that cut like any other.
    init(capacity: Int, width: Int, seed: UInt32, partsLeavesAsPackage: Bool) {
        self.partsLeavesAsPackage = partsLeavesAsPackage
        self.capacity = capacity
        self.width = width
        generator = MersenneTwister(plainSeed: seed)
        parent = [Int32](repeating: -1, count: 2 * capacity)
        count = [Int32](repeating: 0, count: 2 * capacity)
        left = [Int32](repeating: -1, count: capacity)
        right = left
        axis = [Int32](repeating: 0, count: capacity)
        cut = [Double](repeating: 0, count: capacity)
        box = [Double](repeating: 0, count: 2 * capacity * width)
        unused = (0..<Int32(capacity)).reversed()
        leaf = [Int32](repeating: -1, count: capacity)
    }

    /// Takes in the point at `place` of the window `points`.
    mutating func insert(_ place: Int, _ points: UnsafePointer<Double>) {
        let point = points + place * width
        guard root >= 0 else {
            root = place
            hang(place, below: -1)
            return
        }
        let nearest = descend(point)
        if (0..<width).allSatisfy({ points[nearest * width + $0] == point[$0] }) {
            leaf[place] = Int32(nearest)
            add(1, upFrom: nearest)
            return
        }
        var node = root
        var above = -1
        while true {
            let (axis, value, side) = drawCut(point, node, points)
            if side != 0 {
                split(node, below: above, axis, value, newLeaf: place, isLeft: side < 0)
                growBoxes(from: Int(parent[place]), point, points)
                return
            }
            above = node
            node = next(node, point)
        }
    }

    /// Removes the point at `place`.
    mutating func remove(_ place: Int, _ points: UnsafePointer<Double>) {
        let own = Int(leaf[place])
        leaf[place] = -1
        if count[own] > 1 {
            add(-1, upFrom: own)
            if own == place { passOn(own) }
            return
        }
        count[own] = 0
        guard own != root else {
            root = -1
            return
        }
        let branch = Int(parent[own])
        let sibling = Int(
            left[branch - capacity] == own ? right[branch - capacity] : left[branch - capacity])
        let above = Int(parent[branch])
        replace(branch, by: sibling, below: above)
        unused.append(Int32(branch - capacity))
        if above >= 0 {
            add(-1, upFrom: above)
            shrinkBoxes(from: above, points + place * width, points)
        }
    }

    /// Collusive displacement of the point at `place`: the most points that would move up, per point
    /// removed, if it and its like were not there.
    func displacement(_ place: Int) -> Double {
        var node = Int(leaf[place])
        var largest = 0.0
        while parent[node] >= 0 {
            let above = Int(parent[node]) - capacity
            let sibling = Int(left[above]) == node ? right[above] : left[above]
            largest = max(largest, Double(count[Int(sibling)]) / Double(count[node]))
            node = above + capacity
        }
        return largest
    }

    private func next(_ branch: Int, _ point: UnsafePointer<Double>) -> Int {
        let index = branch - capacity
        return Int(point[Int(axis[index])] <= cut[index] ? left[index] : right[index])
    }

    private func descend(_ point: UnsafePointer<Double>) -> Int {
        var node = root
        while node >= capacity { node = next(node, point) }
        return node
    }

    /// Draws a cut through the box of `node` and `point`. `side` is −1 or 1 where it parts them, the
    /// point being below or above; else 0.
    private mutating func drawCut(
        _ point: UnsafePointer<Double>, _ node: Int, _ points: UnsafePointer<Double>
    ) -> (axis: Int, value: Double, side: Int) {
        if partsLeavesAsPackage, node < capacity {
            _ = generator.random()
            let own = points[node * width]
            return (0, max(own, point[0]), point[0] <= own ? -1 : 1)
        }
        var range = 0.0
        for axis in 0..<width {
            let (low, high) = bounds(node, axis, points)
            range += max(high, point[axis]) - min(low, point[axis])
        }
        let drawn = generator.uniform(0, range)
        var sum = 0.0
        for axis in 0..<width {
            let (low, high) = bounds(node, axis, points)
            let floor = min(low, point[axis])
            sum += max(high, point[axis]) - floor
            guard sum >= drawn || axis == width - 1 else { continue }
            let value = floor + sum - drawn
            // A leaf is a point, so a cut always parts it from another: only a number that is none, out of
            // a damaged checkpoint, would not, and there is nothing below a leaf to go on to.
            let undecided = node < capacity ? -1 : 0
            return (axis, value, value <= low ? -1 : value >= high ? 1 : undecided)
        }
        return (0, 0, -1)
    }

    private func bounds(
        _ node: Int, _ axis: Int, _ points: UnsafePointer<Double>
    ) -> (low: Double, high: Double) {
        if node < capacity {
            let value = points[node * width + axis]
            return (value, value)
        }
        let base = 2 * (node - capacity) * width + axis
        return (box[base], box[base + width])
    }

    private mutating func hang(_ place: Int, below: Int) {
        leaf[place] = Int32(place)
        count[place] = 1
        parent[place] = Int32(below)
    }

    private mutating func split(
        _ node: Int, below above: Int, _ axis: Int, _ value: Double, newLeaf: Int, isLeft: Bool
    ) {
        let index = Int(unused.removeLast())
        let branch = index + capacity
        self.axis[index] = Int32(axis)
        cut[index] = value
        left[index] = Int32(isLeft ? newLeaf : node)
        right[index] = Int32(isLeft ? node : newLeaf)
        count[branch] = count[node] + 1
        replace(node, by: branch, below: above)
        parent[node] = Int32(branch)
        hang(newLeaf, below: branch)
        if above >= 0 { add(1, upFrom: above) }
    }

    private mutating func replace(_ node: Int, by other: Int, below above: Int) {
        parent[other] = Int32(above)
        guard above >= 0 else {
            root = other
            return
        }
        if left[above - capacity] == node {
            left[above - capacity] = Int32(other)
        } else {
            right[above - capacity] = Int32(other)
        }
    }

    private mutating func add(_ change: Int32, upFrom node: Int) {
        var node = node
        while node >= 0 {
            count[node] += change
            node = Int(parent[node])
        }
    }

    /// Gives a leaf whose own point left the place of another point that equals it.
    private mutating func passOn(_ old: Int) {
        guard let heir = leaf.firstIndex(of: Int32(old)) else { return }
        for place in leaf.indices where leaf[place] == old { leaf[place] = Int32(heir) }
        count[heir] = count[old]
        count[old] = 0
        replace(old, by: heir, below: Int(parent[old]))
    }

    private mutating func growBoxes(
        from branch: Int, _ point: UnsafePointer<Double>, _ points: UnsafePointer<Double>
    ) {
        fitBox(branch, points)
        var node = Int(parent[branch])
        while node >= 0 {
            var grew = false
            let base = 2 * (node - capacity) * width
            for axis in 0..<width {
                if point[axis] < box[base + axis] {
                    box[base + axis] = point[axis]
                    grew = true
                }
                if point[axis] > box[base + width + axis] {
                    box[base + width + axis] = point[axis]
                    grew = true
                }
            }
            if !grew { return }
            node = Int(parent[node])
        }
    }

    private mutating func shrinkBoxes(
        from branch: Int, _ point: UnsafePointer<Double>, _ points: UnsafePointer<Double>
    ) {
        var node = branch
        while node >= 0 {
            let base = 2 * (node - capacity) * width
            let touches = (0..<width).contains {
                box[base + $0] == point[$0] || box[base + width + $0] == point[$0]
            }
            if !touches { return }
            fitBox(node, points)
            node = Int(parent[node])
        }
    }

    private mutating func fitBox(_ branch: Int, _ points: UnsafePointer<Double>) {
        let index = branch - capacity
        for axis in 0..<width {
            let one = bounds(Int(left[index]), axis, points)
            let other = bounds(Int(right[index]), axis, points)
            box[2 * index * width + axis] = min(one.low, other.low)
            box[2 * index * width + width + axis] = max(one.high, other.high)
        }
    }
}

extension RandomCutTree {
    func save(to writer: inout StateWriter) {
        writer.write(generator.snapshot.map(Int64.init))
        writer.write(root)
        for column in [parent, count, left, right, axis, unused, leaf] {
            writer.write(column.map(Int64.init))
        }
        writer.write(cut)
        writer.write(box)
    }

    /// - Parameter places: which places of the window have a point in the tree.
    /// - Throws: ``StateError``, also for nodes that do not make a tree.
    mutating func restore(
        from reader: inout StateReader, holding places: (Int) -> Bool
    ) throws {
        let words = try reader.readInt64s().map { UInt32(truncatingIfNeeded: $0) }
        guard let generator = MersenneTwister(snapshot: words) else {
            throw StateError.invalid("a generator of \(words.count) words")
        }
        self.generator = generator
        root = try reader.readInt(in: -1...2 * capacity - 1)
        func column(_ size: Int?, upTo limit: Int) throws -> [Int32] {
            let values = try reader.readInt64s()
            guard size ?? values.count == values.count, values.count <= 2 * capacity,
                values.allSatisfy({ -1...Int64(limit) ~= $0 })
            else { throw StateError.invalid("a tree of \(values.count) nodes") }
            return values.map(Int32.init)
        }
        parent = try column(2 * capacity, upTo: 2 * capacity - 1)
        count = try column(2 * capacity, upTo: capacity)
        left = try column(capacity, upTo: 2 * capacity - 1)
        right = try column(capacity, upTo: 2 * capacity - 1)
        axis = try column(capacity, upTo: width - 1)
        unused = try column(nil, upTo: capacity - 1)
        leaf = try column(capacity, upTo: capacity - 1)
        cut = try reader.readDoubles(count: cut.count)
        box = try reader.readDoubles(count: box.count)
        guard isSound(holding: places) else { throw StateError.invalid("a tree that is none") }
    }

    /// Whether all nodes hang together: from the root each leaf is reached once, by way of branches that
    /// know their children and are known by them, and the leaves stand for `places` and no others.
    private func isSound(holding places: (Int) -> Bool) -> Bool {
        var isReached = [Bool](repeating: false, count: 2 * capacity)
        guard root < 0 || parent[root] == -1 else { return false }
        var open = root < 0 ? [] : [root]
        while let node = open.popLast() {
            guard !isReached[node], count[node] > 0 else { return false }
            isReached[node] = true
            guard node >= capacity else { continue }
            let index = node - capacity
            guard axis[index] >= 0 else { return false }
            for child in [left[index], right[index]] {
                guard child >= 0, parent[Int(child)] == node else { return false }
                open.append(Int(child))
            }
        }
        return areBranchesKnown(isReached) && areLeavesKnown(isReached, places)
    }

    /// Each branch is in the tree or waits to be used.
    private func areBranchesKnown(_ isReached: [Bool]) -> Bool {
        var isKnown = Array(isReached[capacity...])
        for index in unused {
            guard index >= 0, !isKnown[Int(index)] else { return false }
            isKnown[Int(index)] = true
        }
        return isKnown.allSatisfy { $0 }
    }

    private func areLeavesKnown(_ isReached: [Bool], _ places: (Int) -> Bool) -> Bool {
        var points = [Int32](repeating: 0, count: capacity)
        for place in 0..<capacity {
            guard places(place) == (leaf[place] >= 0) else { return false }
            if leaf[place] >= 0 { points[Int(leaf[place])] += 1 }
        }
        return (0..<capacity).allSatisfy {
            isReached[$0] ? leaf[$0] == $0 && points[$0] == count[$0] : points[$0] == 0
        }
    }
}
