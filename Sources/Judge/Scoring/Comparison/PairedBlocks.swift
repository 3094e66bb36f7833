/// Two detectors' counts over the same blocks, resampled together.
///
/// The statistic is the mean over runs of the difference (candidate minus baseline) of a number made
/// of summed counts; runs in which it is undefined for either are left out.
struct PairedBlocks {
    typealias Pair = (baseline: PredictionCounts, candidate: PredictionCounts)
    private let runs: [[Pair]]
    /// Whether both sides of a pair are of the same data, and so are drawn together.
    private let isPaired: Bool
    private let number: (PredictionCounts) -> Double?

    init(
        _ runs: [[Pair]], isPaired: Bool, number: @escaping (PredictionCounts) -> Double?
    ) {
        self.runs = runs
        self.isPaired = isPaired
        self.number = number
    }

    /// The difference as it is.
    var difference: Double? { mean(runs.compactMap { difference(of: $0) }) }

    private func difference(of pairs: [Pair]) -> Double? {
        var sum: Pair = (PredictionCounts(), PredictionCounts())
        for pair in pairs {
            sum.baseline += pair.baseline
            sum.candidate += pair.candidate
        }
        guard let a = number(sum.baseline), let b = number(sum.candidate) else { return nil }
        return b - a
    }

    /// 95 % percentile interval of the difference over `draws` resamplings: of runs where there are
    /// several, and of blocks within each. Nil where fewer than half the draws define it.
    func interval(draws: Int, seed: UInt64) -> ClosedRange<Double>? {
        var dice = Dice(seed: seed, stream: "bootstrap")
        var found: [Double] = []
        for _ in 0..<draws {
            var differences: [Double] = []
            for index in runs.indices {
                let several = runs.count > 1
                let run = several ? runs[dice.below(runs.count)] : runs[index]
                let other = isPaired ? run : several ? runs[dice.below(runs.count)] : run
                if let difference = drawnDifference(run, other, &dice) {
                    differences.append(difference)
                }
            }
            if let mean = mean(differences) { found.append(mean) }
        }
        guard found.count * 2 >= draws else { return nil }
        found.sort()
        return middleRange(ofSorted: found)
    }

    /// The difference of blocks drawn from `run`, and from `other` where they are not paired.
    private func drawnDifference(_ run: [Pair], _ other: [Pair], _ dice: inout Dice) -> Double? {
        if isPaired {
            return difference(of: run.indices.map { _ in run[dice.below(run.count)] })
        }
        var sum: Pair = (PredictionCounts(), PredictionCounts())
        for _ in run { sum.baseline += run[dice.below(run.count)].baseline }
        for _ in other { sum.candidate += other[dice.below(other.count)].candidate }
        return difference(of: [sum])
    }

    /// Chance of a difference at least as large between equals: the two detectors change places in
    /// each block by the toss of a coin, `draws` times. Nil where there is no difference to judge.
    func permutationP(draws: Int, seed: UInt64) -> Double? {
        guard let observed = difference else { return nil }
        var dice = Dice(seed: seed, stream: "permutation")
        var asLarge = 1
        for _ in 0..<draws {
            let tossed = runs.compactMap { run -> Double? in
                difference(
                    of: run.map { dice.next() & 1 == 0 ? $0 : ($0.candidate, $0.baseline) })
            }
            // A hair of room, so that sums added in another order still tie.
            if let mean = mean(tossed), abs(mean) >= abs(observed) - 1e-12 { asLarge += 1 }
        }
        return Double(asLarge) / Double(draws + 1)
    }
}
