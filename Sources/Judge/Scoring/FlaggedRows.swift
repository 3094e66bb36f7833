import Glibc
import Telemetry

/// Whose predictions to count.
enum FlagSource {
    /// The series' own.
    case predictions
    /// A detector that flags everything, or nothing.
    case always, never
    /// One that flags this share of the rows, whatever is in them.
    case random(seed: UInt64, share: Double)
}

extension ScoredSeries {
    /// Calls `body` with ranges of neighbouring flagged rows and their times, ascending; a long range
    /// may come in pieces.
    func forEachFlagged(
        _ source: FlagSource = .predictions,
        _ body: (_ rows: Range<Int>, _ times: UnsafeBufferPointer<Int64>) throws -> Void
    ) throws {
        let all = 0..<rows.count
        switch source {
        case .never: return
        case .always: try rows.read(all, .times) { try body($0.rows, $0.times) }
        case .random(let seed, let share):
            // A stream per machine, so that one machine more changes no other's flags.
            var dice = Dice(seed: seed, stream: machine)
            try rows.read(all, .times) { piece in
                for index in 0..<piece.rows.count where dice.unit() < share {
                    let row = piece.rows.lowerBound + index
                    try body(
                        row..<row + 1, UnsafeBufferPointer(rebasing: piece.times[index...index]))
                }
            }
        case .predictions:
            try rows.read(all, [.flags, .times]) { piece in
                try piece.flags.forEachRun { run in
                    let first = piece.rows.lowerBound
                    try body(
                        first + run.lowerBound..<first + run.upperBound,
                        UnsafeBufferPointer(rebasing: piece.times[run]))
                }
            }
        }
    }
}

extension UnsafeBufferPointer<Bool> {
    /// Calls `body` with the ranges of neighbouring elements that are true.
    func forEachRun(_ body: (Range<Int>) throws -> Void) rethrows {
        guard let base = UnsafeRawPointer(baseAddress) else { return }
        // A Bool is one byte, 0 or 1, and memchr looks at 32 of them at a time: flags are rare.
        func next(_ value: Int32, from start: Int) -> Int {
            guard start < count, let found = memchr(base + start, value, count - start) else {
                return count
            }
            return UnsafeRawPointer(found) - base
        }
        var start = next(1, from: 0)
        while start < count {
            let end = next(0, from: start + 1)
            try body(start..<end)
            start = next(1, from: end)
        }
    }
}

/// How many rows are flagged in any of many ranges, counted in one pass.
struct FlagCounts {
    /// Where any of the ranges begins or ends, ascending.
    private let bounds: [Int]
    /// Flagged rows before each bound; known up to `next`.
    private var before: [Int]
    private var next = 0
    private var total = 0

    init(bounds: [Int]) {
        var sorted = bounds.sorted()
        var kept = 0
        for bound in sorted where kept == 0 || sorted[kept - 1] != bound {
            sorted[kept] = bound
            kept += 1
        }
        sorted.removeSubrange(kept...)
        self.bounds = sorted
        before = [Int](repeating: 0, count: kept)
    }

    /// For the rows of each class, and of these ranges.
    init(_ layout: SeriesLayout, _ ranges: [Range<Int>] = []) {
        self.init(
            bounds: (ranges + layout.anomalous + layout.scored)
                .flatMap { [$0.lowerBound, $0.upperBound] })
    }

    /// - Parameter rows: flagged, behind all that came before.
    mutating func take(_ rows: Range<Int>) {
        while next < bounds.count, bounds[next] < rows.upperBound {
            before[next] = total + max(0, bounds[next] - rows.lowerBound)
            next += 1
        }
        total += rows.count
    }

    /// Nothing more is flagged.
    mutating func finish() {
        for index in next..<bounds.count { before[index] = total }
        next = bounds.count
    }

    /// How many of `rows` are flagged.
    /// - Precondition: both ends are bounds, and `finish` has been called.
    func count(in rows: Range<Int>) -> Int {
        before[index(rows.upperBound)] - before[index(rows.lowerBound)]
    }

    private func index(_ bound: Int) -> Int {
        bounds.indices.partitionPoint { bounds[$0] >= bound }
    }
}

/// Flagged rows by their places among the scored ones, joined to runs.
struct PlaceRuns {
    private let scored: [Range<Int>]
    private var span = 0
    /// Place of the first row of that span.
    private var place = 0
    private var open: Range<Int>?

    init(_ layout: SeriesLayout) { scored = layout.scored }

    /// Takes flagged rows, behind all that came before; `body` gets each run that is complete.
    mutating func take(_ rows: Range<Int>, _ body: (Range<Int>) -> Void) {
        while span < scored.count, scored[span].upperBound <= rows.lowerBound {
            place += scored[span].count
            span += 1
        }
        var (at, first) = (span, place)
        while at < scored.count, scored[at].lowerBound < rows.upperBound {
            let part = scored[at].clamped(to: rows)
            let start = first + part.lowerBound - scored[at].lowerBound
            if let open, open.upperBound == start {
                self.open = open.lowerBound..<start + part.count
            } else {
                if let open { body(open) }
                open = start..<start + part.count
            }
            first += scored[at].count
            at += 1
        }
    }

    mutating func finish(_ body: (Range<Int>) -> Void) {
        if let open { body(open) }
        open = nil
    }
}

extension PointCounts {
    /// - Parameter counts: made of the same layout.
    init(_ layout: SeriesLayout, _ counts: FlagCounts) {
        let hits = layout.anomalous.reduce(0) { $0 + counts.count(in: $1) }
        let wrong = layout.scored.reduce(-hits) { $0 + counts.count(in: $1) }
        self.init(
            truePositives: hits, falsePositives: wrong,
            falseNegatives: layout.anomalousCount - hits,
            trueNegatives: layout.scoredCount - layout.anomalousCount - wrong)
    }
}
