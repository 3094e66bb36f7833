import Scoring

/// NAB's score over the corpus (docs/metrics/nab.md): with each detector's own predictions, and, as its
/// scoreboard does, with the one threshold that is best for the whole corpus.
struct NABSetScore: SetScore {
    static let title = "NAB score"
    private static let profiles: [(name: String, profile: NABProfile)] = [
        ("standard", .standard), ("reward_low_fp", .lowFP), ("reward_low_fn", .lowFN),
    ]

    private var asPredicted = NABScore()
    private var files: [(file: NABFile, scores: [Double])] = []

    mutating func add(_ result: SetResult) {
        let file = NABFile(
            windows: result.facts.windows.compactMap { rows(of: $0, in: result.times) },
            rowCount: result.times.count)
        asPredicted += file.score { result.flags[$0] }
        files.append((file, result.scores))
    }

    /// NAB enters a window at the first row of its first time and leaves it at the first of its last.
    private func rows(of window: SetMember.TimePair, in times: [Int64]) -> ClosedRange<Int>? {
        guard let first = times.firstIndex(of: window.first),
            let last = times.firstIndex(of: window.last), first <= last
        else { return nil }
        return first...last
    }

    func figures() -> [SetFigure] {
        Self.profiles.flatMap { name, profile in
            let best = NABScore.optimum(files, profile)
            return [
                SetFigure(name, best.normalized), SetFigure("\(name)_threshold", best.threshold),
                SetFigure("\(name)_as_predicted", asPredicted.normalized(profile)),
            ]
        }
    }
}
