/// What each channel should read, given the other channels now and in the past.
///
/// A linear regression for every channel on the other channels' present values, their squares and
/// their running means over several memories (a temperature follows load with a lag of minutes: a
/// first-order lag is a running mean). One channel alone is regressed on its own past instead. All
/// regressions share one running matrix of sums of products and are solved anew every few dozen
/// rows by Cholesky; a row costs the square of the number of features, never more.
///
/// With every prediction comes its leverage, `φᵀ(ΣφφᵀW + Λ)⁻¹φ`: how far the inputs lie outside of
/// what the model was fitted on. A new regime that keeps the old relations must not look like a
/// fault only because the fit is extrapolated (Hoaglin and Welsch 1978; the predictive variance of
/// Bayesian linear regression, Bishop 2006, section 3.3.2).
struct RelationModel: Sendable {
    /// Running means: rows of memory each.
    static let memories: [Double] = [16, 128, 512, 2048]

    /// Leverage of inputs that are beyond computing.
    private static let boundless = 1e30

    let channels: Int
    /// Features each channel gives, of which the first is its present value.
    let width: Int
    let features: Int
    private let memoryCount: Int
    private let ownPast: Bool
    /// Most other channels one regression looks at.
    private let mostPartners: Int
    private let forgetting: Double

    private var origin: [Double]
    private var phi: [Double]
    private var means: [Double]
    private var meanWeight: [Double]
    private var previous: [Double]
    private var seen: [Bool]
    private var sums: [Double]
    private var products: [Double]
    private(set) var weight = 0.0
    private var sinceFit = 0
    /// Feature numbers of each channel's regression, `partners` of them.
    private var active: [Int]
    private var activeCount: Int
    private var factors: [Double]
    private var projected: [Double]
    private var centre: [Double]
    private var targetMean: [Double]
    private(set) var fitted = false

    /// Of the last ``predict(_:)``: each channel's expected value and leverage.
    private(set) var expected: [Double]
    private(set) var leverage: [Double]

    init(channels: Int, memory: Double) {
        self.channels = channels
        ownPast = channels == 1
        memoryCount = channels <= 6 ? 4 : channels <= 12 ? 2 : 0
        width = ownPast ? 6 : (channels <= 6 ? 2 : 1) + memoryCount
        features = channels * width
        mostPartners = min(max(channels - 1, 0), 8)
        forgetting = memory
        origin = [Double](repeating: 0, count: channels)
        phi = [Double](repeating: 0, count: features)
        means = [Double](repeating: 0, count: channels * 4)
        meanWeight = [Double](repeating: 0, count: 4)
        previous = [Double](repeating: 0, count: channels * 2)
        seen = [Bool](repeating: false, count: channels)
        sums = [Double](repeating: 0, count: features + channels)
        // The targets are features themselves but for a single channel, whose present value is not.
        let stride = ownPast ? features + 1 : features
        products = [Double](repeating: 0, count: stride * stride)
        sums = [Double](repeating: 0, count: stride)
        activeCount = ownPast ? features : mostPartners * width
        active = [Int](repeating: 0, count: channels * activeCount)
        factors = [Double](repeating: 0, count: channels * activeCount * activeCount)
        projected = [Double](repeating: 0, count: channels * activeCount)
        centre = [Double](repeating: 0, count: stride)
        targetMean = [Double](repeating: 0, count: channels)
        expected = [Double](repeating: 0, count: channels)
        leverage = [Double](repeating: 0, count: channels)
    }

    /// How unlike the rows of the fit the last row's inputs are: 1 on average over those rows
    /// themselves, since leverages add up to the number of features.
    func novelty(_ channel: Int) -> Double {
        leverage[channel] * max(weight, 1) / Double(max(activeCount, 1))
    }

    /// An empty snapshot of the right size.
    var emptySnapshot: RegressionSnapshot {
        RegressionSnapshot(channels: channels, terms: activeCount)
    }

    /// Copies the regressions as they are now.
    func write(to snapshot: inout RegressionSnapshot) {
        guard fitted else { return }
        let n = activeCount
        var slopes = projected
        var offsets = [Double](repeating: 0, count: channels)
        for channel in 0..<channels {
            let base = channel * n * n
            // Back substitution: the factors are column-major, inverses on the diagonal.
            for position in (0..<n).reversed() {
                var value = slopes[channel * n + position]
                for below in position + 1..<max(n, position + 1) {
                    value -= factors[base + position * n + below] * slopes[channel * n + below]
                }
                slopes[channel * n + position] = value * factors[base + position * n + position]
            }
            offsets[channel] = origin[channel] + targetMean[channel]
            for position in 0..<n {
                let feature = active[channel * n + position]
                offsets[channel] -= slopes[channel * n + position] * centre[feature]
            }
        }
        snapshot.set(features: active, slopes: slopes, offsets: offsets)
    }

    /// What `snapshot` expects a channel to read in the row last predicted.
    func expected(_ channel: Int, of snapshot: RegressionSnapshot) -> Double {
        phi.withUnsafeBufferPointer { snapshot.expected(channel, $0.baseAddress!) }
    }

    private var stride: Int { ownPast ? features + 1 : features }

    /// Sets ``expected`` and ``leverage`` for a row. A missing value is taken as the last expected
    /// one while the others are predicted.
    mutating func predict(_ row: UnsafePointer<Double>) {
        for channel in 0..<channels where !seen[channel] && !row[channel].isNaN {
            seen[channel] = true
            origin[channel] = row[channel]
            expected[channel] = row[channel]
        }
        fillFeatures(row)
        guard fitted else {
            for channel in 0..<channels {
                expected[channel] =
                    weight > 0
                    ? origin[channel] + sums[presentFeature(channel)] / weight : origin[channel]
                leverage[channel] = 1
            }
            return
        }
        let count = activeCount
        let base = 1 / max(weight, 1)
        withUnsafeTemporaryAllocation(of: Double.self, capacity: max(count, 1)) { work in
            phi.withUnsafeBufferPointer { phi in
                factors.withUnsafeBufferPointer { factors in
                    for channel in 0..<channels {
                        for position in 0..<count {
                            let feature = active[channel * count + position]
                            work[position] = phi[feature] - centre[feature]
                        }
                        var value = 0.0
                        var stretch = 0.0
                        // Forward substitution column by column: no sum to wait for.
                        var column = channel * count * count
                        for position in 0..<count {
                            let solved = work[position] * factors[column + position]
                            value += solved * projected[channel * count + position]
                            stretch += solved * solved
                            for below in position + 1..<max(count, position + 1) {
                                work[below] -= factors[column + below] * solved
                            }
                            column += count
                        }
                        // Inputs worlds apart from those of the fit say nothing.
                        let isUsable = value.isFinite && stretch.isFinite
                        expected[channel] =
                            origin[channel] + targetMean[channel] + (isUsable ? value : 0)
                        leverage[channel] = isUsable ? stretch + base : Self.boundless
                    }
                }
            }
        }
    }

    private func presentFeature(_ channel: Int) -> Int { ownPast ? features : channel * width }

    private mutating func fillFeatures(_ row: UnsafePointer<Double>) {
        if ownPast {
            phi[0] = previous[0]
            phi[1] = previous[1]
            for memory in 0..<4 {
                phi[2 + memory] = meanWeight[memory] > 0 ? means[memory] / meanWeight[memory] : 0
            }
            return
        }
        for channel in 0..<channels {
            let value =
                (row[channel].isNaN ? expected[channel] : row[channel]) - origin[channel]
            let base = channel * width
            phi[base] = value
            var next = base + 1
            if width == memoryCount + 2 {
                phi[next] = value * value
                next += 1
            }
            for memory in 0..<memoryCount {
                let index = memoryCount == 4 ? memory : 1 + memory
                phi[next + memory] =
                    meanWeight[index] > 0 ? means[channel * 4 + index] / meanWeight[index] : value
            }
        }
    }

    /// Ends the row last predicted: `values` (the row, repaired where it was faulty or missing)
    /// enter the past; with `learning`, the regressions too.
    mutating func advance(_ values: UnsafePointer<Double>, learning: Double) {
        if learning > 0 { learn(values, learning) }
        for memory in 0..<4 {
            let rate = 1 / Self.memories[memory]
            let weight = meanWeight[memory]
            for channel in 0..<channels {
                let index = channel * 4 + memory
                means[index] += rate * (values[channel] - origin[channel] - means[index])
            }
            meanWeight[memory] = weight + rate * (1 - weight)
        }
        for channel in 0..<channels {
            previous[channel * 2 + 1] = previous[channel * 2]
            previous[channel * 2] = values[channel] - origin[channel]
        }
    }

    private mutating func learn(_ values: UnsafePointer<Double>, _ share: Double) {
        if !ownPast {
            for channel in 0..<channels {
                let value = values[channel] - origin[channel]
                phi[channel * width] = value
                if width == memoryCount + 2 { phi[channel * width + 1] = value * value }
            }
        }
        let count = stride
        let features = self.features
        let ownPast = self.ownPast
        let target = ownPast ? values[0] - origin[0] : 0
        products.withUnsafeMutableBufferPointer { products in
            phi.withUnsafeBufferPointer { phi in
                for row in 0..<features {
                    let scaled = share * phi[row]
                    let base = row * count
                    for column in row..<features { products[base + column] += scaled * phi[column] }
                    if ownPast { products[base + features] += scaled * target }
                }
            }
        }
        for feature in 0..<features { sums[feature] += share * phi[feature] }
        if ownPast {
            sums[features] += share * target
            products[features * count + features] += share * target * target
        }
        weight += share
        sinceFit += 1
        let due = weight < 512 ? 16 : 64
        if sinceFit >= due, weight >= 24 {
            sinceFit = 0
            fit()
        }
    }

    private mutating func fit() {
        let count = stride
        if weight > forgetting {
            let keep = forgetting / weight
            for index in products.indices { products[index] *= keep }
            for index in sums.indices { sums[index] *= keep }
            weight = forgetting
        }
        for feature in 0..<count { centre[feature] = sums[feature] / weight }
        choosePartners()
        let n = activeCount
        for channel in 0..<channels {
            let target = presentFeature(channel)
            targetMean[channel] = centre[target]
            let base = channel * n * n
            // Cholesky of the centred sums of products, column-major; the diagonal holds inverses.
            for column in 0..<n {
                let feature = active[channel * n + column]
                for row in column..<n {
                    factors[base + column * n + row] = moment(feature, active[channel * n + row])
                }
                let own = max(moment(feature, feature), 0)
                let middle = centre[feature]
                factors[base + column * n + column] =
                    own * (1 + 1e-6 + 2 / weight) + 1e-12 * middle * middle
            }
            for column in 0..<n {
                let pivot = factors[base + column * n + column]
                let inverse = pivot > 0 ? 1 / pivot.squareRoot() : 0
                factors[base + column * n + column] = inverse
                for row in column + 1..<max(n, column + 1) {
                    factors[base + column * n + row] *= inverse
                }
                for later in column + 1..<max(n, column + 1) {
                    let factor = factors[base + column * n + later]
                    if factor == 0 { continue }
                    for row in later..<n {
                        factors[base + later * n + row] -= factor * factors[base + column * n + row]
                    }
                }
            }
            for position in 0..<n {
                projected[channel * n + position] = moment(active[channel * n + position], target)
            }
            for position in 0..<n {
                let solved =
                    projected[channel * n + position] * factors[base + position * n + position]
                projected[channel * n + position] = solved
                for below in position + 1..<max(n, position + 1) {
                    projected[channel * n + below] -= factors[base + position * n + below] * solved
                }
            }
        }
        fitted = true
    }

    /// Centred sum of products of two features.
    private func moment(_ one: Int, _ other: Int) -> Double {
        let low = min(one, other)
        let high = max(one, other)
        return products[low * stride + high] - weight * centre[one] * centre[other]
    }

    /// The channels each regression looks at: all others, or those most correlated with it.
    private mutating func choosePartners() {
        if ownPast {
            for feature in 0..<features { active[feature] = feature }
            return
        }
        for channel in 0..<channels {
            var partners = (0..<channels).filter { $0 != channel }
            if partners.count > mostPartners {
                let own = presentFeature(channel)
                let strength = partners.map { partner -> Double in
                    let other = presentFeature(partner)
                    let scale = moment(own, own) * moment(other, other)
                    guard scale > 0 else { return 0 }
                    let shared = moment(own, other)
                    return shared * shared / scale
                }
                partners = partners.indices.sorted {
                    strength[$0] != strength[$1] ? strength[$0] > strength[$1] : $0 < $1
                }.prefix(mostPartners).map { partners[$0] }.sorted()
            }
            var position = channel * activeCount
            for partner in partners {
                for offset in 0..<width {
                    active[position] = partner * width + offset
                    position += 1
                }
            }
        }
    }

    func save(to writer: inout StateWriter) {
        for values in [origin, means, meanWeight, previous, sums, products] { writer.write(values) }
        for values in [factors, projected, centre, targetMean, expected] { writer.write(values) }
        for flag in seen { writer.write(flag) }
        for feature in active { writer.write(feature) }
        writer.write(weight)
        writer.write(sinceFit)
        writer.write(fitted)
    }

    mutating func restore(from reader: inout StateReader) throws(StateError) {
        origin = try reader.readDoubles(count: origin.count)
        means = try reader.readDoubles(count: means.count)
        meanWeight = try reader.readDoubles(count: meanWeight.count)
        previous = try reader.readDoubles(count: previous.count)
        sums = try reader.readDoubles(count: sums.count)
        products = try reader.readDoubles(count: products.count)
        factors = try reader.readDoubles(count: factors.count)
        projected = try reader.readDoubles(count: projected.count)
        centre = try reader.readDoubles(count: centre.count)
        targetMean = try reader.readDoubles(count: targetMean.count)
        expected = try reader.readDoubles(count: expected.count)
        for channel in seen.indices { seen[channel] = try reader.readBool() }
        for index in active.indices {
            active[index] = try reader.readInt(in: 0...max(features - 1, 0))
        }
        weight = try reader.readDouble()
        sinceFit = try reader.readInt(in: 0...64)
        fitted = try reader.readBool()
    }
}
