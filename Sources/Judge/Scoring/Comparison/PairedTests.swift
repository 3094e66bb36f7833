import Glibc

/// McNemar's test: of what only one of two detectors found, is one side's share more than luck?
public struct McNemarTest: Sendable, Equatable {
    public var onlyBaseline: Int
    public var onlyCandidate: Int
    /// Chance of so uneven a split, or a more uneven one, between equals.
    public var p: Double
    /// Exact binomial below 25 discordant pairs, else chi-square with continuity correction.
    public var isExact: Bool

    public init(onlyBaseline: Int, onlyCandidate: Int) {
        self.onlyBaseline = onlyBaseline
        self.onlyCandidate = onlyCandidate
        let discordant = onlyBaseline + onlyCandidate
        isExact = discordant < 25
        if isExact {
            // 2 P(X <= the smaller side), X of Bin(n, 1/2); n < 25, so the sums are exact.
            var (term, tail) = (1.0, 0.0)
            for k in 0...min(onlyBaseline, onlyCandidate) {
                tail += term
                term *= Double(discordant - k) / Double(k + 1)
            }
            p = min(1, 2 * tail / Double(1 << discordant))
        } else {
            let excess = max(0, abs(onlyBaseline - onlyCandidate) - 1)
            p = chiSquareTail(Double(excess * excess) / Double(discordant), degrees: 1)
        }
    }
}

/// Wilcoxon's signed-rank test of paired differences against 0, two-sided.
public struct WilcoxonTest: Sendable, Equatable {
    /// Differences that are not 0; only they count.
    public var count: Int
    public var p: Double
    /// Every split of signs counted, up to 25 differences; else the normal approximation with
    /// continuity and tie correction.
    public var isExact: Bool

    /// Nil if there is no difference at all.
    public init?(_ differences: [Double]) {
        let nonzero = differences.filter { $0 != 0 }.sorted { abs($0) < abs($1) }
        guard !nonzero.isEmpty else { return nil }
        count = nonzero.count
        isExact = count <= 25
        // Twice the mid-ranks, so that they are whole.
        let (ranks, ties) = doubledMidRanks(ofSorted: nonzero.map(abs))
        let total = ranks.reduce(0, +)
        let positive = zip(nonzero, ranks).reduce(0) { $1.0 > 0 ? $0 + $1.1 : $0 }
        let smaller = min(positive, total - positive)
        if isExact {
            var ways = [Double](repeating: 0, count: total + 1)
            ways[0] = 1
            var reached = 0
            for rank in ranks {
                for sum in stride(from: reached, through: 0, by: -1) where ways[sum] > 0 {
                    ways[sum + rank] += ways[sum]
                }
                reached += rank
            }
            let tail = ways[...smaller].reduce(0, +)
            p = min(1, 2 * tail / Double(1 << count))
        } else {
            let n = Double(count)
            let variance =
                n * (n + 1) * (2 * n + 1) / 24 - ties.reduce(0) { $0 + tieTerm($1) } / 48
            let distance = max(0, abs(Double(positive) / 2 - n * (n + 1) / 4) - 0.5)
            p = erfc(distance / variance.squareRoot() / 2.0.squareRoot())
        }
    }
}

/// Fisher's exact test of a 2 x 2 table, two-sided: the chance, margins given, of a table no likelier
/// than this one.
func fisherExactP(_ table: [[Int]]) -> Double {
    let row = table[0][0] + table[0][1]
    let column = table[0][0] + table[1][0]
    let total = row + table[1][0] + table[1][1]
    var logFactorials = [0.0]
    for n in stride(from: 1, through: total, by: 1) {
        logFactorials.append(logFactorials[n - 1] + log(Double(n)))
    }
    func logChoose(_ n: Int, _ k: Int) -> Double {
        logFactorials[n] - logFactorials[k] - logFactorials[n - k]
    }
    func chance(_ k: Int) -> Double {
        exp(
            logChoose(row, k) + logChoose(total - row, column - k) - logChoose(total, column))
    }
    let limit = chance(table[0][0]) * (1 + 1e-7)
    let possible = max(0, column - (total - row))...min(row, column)
    return min(1, possible.map(chance).filter { $0 <= limit }.reduce(0, +))
}

/// Friedman's test: do several detectors differ over the same runs at all?
public struct FriedmanTest: Sendable, Equatable {
    /// Mean rank of each detector over the runs, 1 the highest value.
    public var meanRanks: [Double]
    public var chiSquare: Double
    public var p: Double

    /// - Parameter values: a row per run, a column per detector; higher is better.
    /// - Precondition: at least two columns, and every row as long.
    public init(_ values: [[Double]]) {
        let k = values.first?.count ?? 2
        precondition(k >= 2 && values.allSatisfy { $0.count == k })
        var sums = [Double](repeating: 0, count: k)
        var tied = 0.0
        for row in values {
            let order = row.indices.sorted { (row[$1], $0) < (row[$0], $1) }
            let (ranks, ties) = doubledMidRanks(ofSorted: order.map { -row[$0] })
            for (column, rank) in zip(order, ranks) { sums[column] += Double(rank) / 2 }
            tied += ties.reduce(0) { $0 + tieTerm($1) }
        }
        let n = Double(values.count)
        let kk = Double(k)
        meanRanks = sums.map { $0 / max(n, 1) }
        let middle = n * (kk + 1) / 2
        let spread = sums.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
        let scale = n * kk * (kk + 1) / 12 - tied / (12 * (kk - 1))
        chiSquare = scale > 0 ? spread / scale : 0
        p = chiSquareTail(chiSquare, degrees: k - 1)
    }
}

/// Holm's correction: p-values that may be read together, in the order given.
public func holmCorrected(_ p: [Double]) -> [Double] {
    var corrected = p
    var largest = 0.0
    for (place, index) in p.indices.sorted(by: { (p[$0], $0) < (p[$1], $1) }).enumerated() {
        largest = max(largest, min(1, p[index] * Double(p.count - place)))
        corrected[index] = largest
    }
    return corrected
}

private func tieTerm(_ size: Int) -> Double { Double(size * size * size - size) }

/// Twice the mid-rank of each value, and the sizes of the ties.
private func doubledMidRanks(ofSorted values: [Double]) -> (ranks: [Int], ties: [Int]) {
    var ranks: [Int] = []
    var ties: [Int] = []
    while ranks.count < values.count {
        let first = ranks.count
        var end = first + 1
        while end < values.count, values[end] == values[first] { end += 1 }
        ranks += [Int](repeating: first + 1 + end, count: end - first)
        ties.append(end - first)
    }
    return (ranks, ties)
}

/// P(X >= x) for chi-square with a whole number of degrees of freedom, by the finite sums that
/// integration by parts leaves.
func chiSquareTail(_ x: Double, degrees: Int) -> Double {
    if x <= 0 { return 1 }
    let half = x / 2
    var tail = degrees % 2 == 0 ? 0 : erfc(half.squareRoot())
    var term =
        degrees % 2 == 0
        ? exp(-half) : exp(-half) * half.squareRoot() / (Double.pi.squareRoot() / 2)
    var order = degrees % 2 == 0 ? 1.0 : 1.5
    for _ in 0..<degrees / 2 {
        tail += term
        term *= half / order
        order += 1
    }
    return min(1, tail)
}
