/// VUS's 250 thresholds, and how many rows each flags: the scores at evenly spread ranks.
struct VUSLevels {
    /// Keys, ascending: thresholds from high to low.
    private(set) var keys: [UInt64] = []
    private(set) var flagged: [Int] = []
    private(set) var anomalousFlagged: [Int] = []
    let rowCount: Int
    let anomalousCount: Int
    /// Places among all rows, highest score first, ascending.
    let positions: [Int]
    private var anomalousSoFar = 0
    private var soFar = 0

    init(anomalous: Int, normal: Int) {
        rowCount = anomalous + normal
        anomalousCount = anomalous
        let last = VolumeUnderSurface.thresholdCount - 1
        // As numpy's linspace rounds: whole multiples of the rounded step, the last one exact.
        let end = anomalous + normal - 1
        let step = Double(end) / Double(last)
        positions = end < 0 ? [] : (0...last).map { $0 == last ? end : Int(Double($0) * step) }
    }

    /// Takes the next tie, from the highest score.
    @inline(__always)
    mutating func take(_ key: UInt64, _ anomalous: Int, _ normal: Int) {
        anomalousSoFar += anomalous
        soFar += anomalous + normal
        if keys.count < positions.count, positions[keys.count] < soFar { add(key) }
    }

    private mutating func add(_ key: UInt64) {
        while keys.count < positions.count, positions[keys.count] < soFar {
            keys.append(key)
            flagged.append(soFar)
            anomalousFlagged.append(anomalousSoFar)
        }
    }

    /// The first threshold that flags a score.
    func level(of key: UInt64) -> UInt8 {
        UInt8((0..<keys.count - 1).partitionPoint { keys[$0] >= key })
    }
}

/// The first thresholds that flag the rows beside a series' runs, and its runs.
struct Vicinity {
    /// Places of anomalous rows.
    let runs: [Range<Int>]
    /// Scored rows.
    let count: Int
    /// Before each run and behind the last: the rows beside the run before, and beside the next.
    private(set) var gaps: [(left: Range<Int>, right: Range<Int>)] = []
    /// First threshold that flags any row of a run.
    private(set) var runLevels: [UInt8] = []
    /// Of the rows of each gap, left then right, gap after gap.
    private var levels: [UInt8] = []
    /// Where each gap begins in `levels`.
    private var starts: [Int] = []

    /// - Parameter reach: how far beside, rows.
    /// - Throws: what reading the rows throws.
    init(_ part: RankedPart, _ thresholds: VUSLevels, reach: Int) throws {
        runs = part.layout.runs
        count = part.layout.scoredCount
        if runs.isEmpty { return }
        var places = PlacedRows(part.layout)
        for gap in 0...runs.count {
            let start = gap == 0 ? 0 : runs[gap - 1].upperBound
            let end = gap == runs.count ? count : runs[gap].lowerBound
            let left = start..<min(end, start + (gap == 0 ? 0 : reach))
            let rightStart = max(left.upperBound, gap == runs.count ? end : end - reach)
            let right = rightStart..<max(rightStart, end)
            starts.append(levels.count)
            gaps.append((left, right))
            for side in [left, right] {
                for rows in places.rows(of: side) {
                    try part.series.rows.read(rows, .scores) { piece in
                        for score in piece.scores {
                            levels.append(thresholds.level(of: RankedScores.key(score)))
                        }
                    }
                }
            }
            if gap == runs.count { break }
            var best = UInt64.max
            for rows in places.rows(of: runs[gap]) {
                try part.series.rows.read(rows, .scores) { piece in
                    for score in piece.scores { best = min(best, RankedScores.key(score)) }
                }
            }
            runLevels.append(thresholds.level(of: best))
        }
    }

    /// - Precondition: `place` is in the gap and within reach of one of its ends.
    func level(of place: Int, inGap gap: Int) -> UInt8 {
        let (left, right) = gaps[gap]
        return place < left.upperBound
            ? levels[starts[gap] + place - left.lowerBound]
            : levels[starts[gap] + left.count + place - right.lowerBound]
    }
}

/// Finds the rows of places, of ascending ranges of them.
struct PlacedRows {
    private let scored: [Range<Int>]
    private var span = 0
    /// Place of the first row of that span.
    private var place = 0

    init(_ layout: SeriesLayout) { scored = layout.scored }

    /// - Parameter places: not before those of the last call.
    mutating func rows(of places: Range<Int>) -> [Range<Int>] {
        var rows: [Range<Int>] = []
        var rest = places
        while !rest.isEmpty {
            while place + scored[span].count <= rest.lowerBound {
                place += scored[span].count
                span += 1
            }
            let first = scored[span].lowerBound + rest.lowerBound - place
            let count = min(rest.count, scored[span].upperBound - first)
            rows.append(first..<first + count)
            rest = rest.lowerBound + count..<rest.upperBound
        }
        return rows
    }
}
