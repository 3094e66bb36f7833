import AlarmRules
import Telemetry

/// One machine's predictions counted: everything that adds up over machines without sorting.
struct MachineTally {
    private(set) var blocks: [Int: PredictionCounts] = [:]
    private(set) var total = PredictionCounts()
    private(set) var events: [EventResult] = []
    private(set) var alarms: [AlarmResult] = []

    /// - Parameters:
    ///   - origin: where block 0 starts, nanoseconds.
    ///   - blockLength: nanoseconds.
    ///   - runs: takes part in the one pass over the flagged rows.
    init(
        _ series: ScoredSeries, _ layout: SeriesLayout, rule: AlarmRule, origin: Int64,
        blockLength: Int64, runs: inout RunTally?
    ) throws {
        let grid = BlockGrid(origin: origin, length: blockLength)
        let pieces = try grid.pieces(series, layout)
        let unscored = layout.unscoredEvents
        var counts = FlagCounts(
            bounds: (pieces.map(\.rows) + unscored.map(\.rows)
                + layout.events.flatMap(layout.scored))
                .flatMap { [$0.lowerBound, $0.upperBound] })
        var windows = series.alarms ?? []
        let isRaised = series.alarms != nil
        var group = AlarmGroup(rule, period: series.period)
        try series.forEachFlagged { rows, times in
            counts.take(rows)
            runs?.take(rows)
            if isRaised { return }
            group.flag(rows, times, from: layout.firstRow) { windows.take($0) }
        }
        counts.finish()
        group.close { windows.take($0) }

        countRows(pieces, counts, series.period)
        let matching = EventMatching(
            alarms: windows, events: layout.events.map(\.event.window), ignored: layout.ignored)
        try judgeEvents(series, layout, unscored, counts, windows, matching, grid)
        try judgeAlarms(series, windows, matching, grid)
        for block in blocks.values { total += block }
        total.normalHours = hours(
            total.point.falsePositives + total.point.trueNegatives, series.period)
    }

    private mutating func update(
        _ block: Int, _ change: (inout PredictionCounts) -> Void
    ) {
        change(&blocks[block, default: PredictionCounts()])
    }

    private mutating func countRows(
        _ pieces: [BlockGrid.Piece], _ counts: FlagCounts, _ period: Int64
    ) {
        for piece in pieces {
            let flagged = counts.count(in: piece.rows)
            let rest = piece.rows.count - flagged
            update(piece.block) {
                if piece.isAnomalous {
                    $0.point.truePositives += flagged
                    $0.point.falseNegatives += rest
                } else {
                    $0.point.falsePositives += flagged
                    $0.point.trueNegatives += rest
                    $0.normalHours += hours(piece.rows.count, period)
                }
            }
        }
    }

    private mutating func judgeEvents(
        _ series: ScoredSeries, _ layout: SeriesLayout, _ unscored: [SeriesLayout.PlacedEvent],
        _ counts: FlagCounts, _ alarms: [TimeWindow], _ matching: EventMatching, _ grid: BlockGrid
    ) throws {
        for (placed, first) in zip(layout.events, matching.firstAlarm) {
            let hit = layout.scored(placed).contains { counts.count(in: $0) > 0 }
            let result = try EventResult(
                placed, series, isScored: true, hasFlaggedRow: hit, alarm: first.map { alarms[$0] })
            events.append(result)
            update(grid.block(of: max(placed.event.window.start, grid.origin))) {
                if result.isDetected { $0.event.detected += 1 } else { $0.event.missed += 1 }
                if hit { $0.hitEvents += 1 }
            }
        }
        for placed in unscored {
            let alarm = alarms.indices(meeting: placed.event.window).first.map { alarms[$0] }
            events.append(
                try EventResult(
                    placed, series, isScored: false,
                    hasFlaggedRow: counts.count(in: placed.rows) > 0, alarm: alarm))
        }
        events.sort {
            ($0.event.window.start, $0.event.window.end, $0.event.id)
                < ($1.event.window.start, $1.event.window.end, $1.event.id)
        }
    }

    private mutating func judgeAlarms(
        _ series: ScoredSeries, _ windows: [TimeWindow], _ matching: EventMatching,
        _ grid: BlockGrid
    ) throws {
        let unscored = series.events.filter { !$0.isScored }
        alarms.reserveCapacity(windows.count)
        for (index, window) in windows.enumerated() {
            let outcome: AlarmResult.Outcome =
                matching.meetsEvent[index]
                ? .detection : matching.meetsIgnored[index] ? .ignored : .falseAlarm
            let isFalse = outcome == .falseAlarm
            let cause =
                isFalse
                ? unscored.filter { $0.window.overlaps(window) }
                    .max { $0.window.start < $1.window.start }?.kind : nil
            alarms.append(
                AlarmResult(
                    machine: series.machine, window: window, outcome: outcome, cause: cause,
                    peakScore: try series.peakScore(in: series.rows.rows(in: window))))
            update(grid.block(of: window.start)) {
                $0.event.alarms += 1
                if isFalse { $0.event.falseAlarms += 1 }
            }
        }
    }
}

/// Time cut into blocks of one length.
struct BlockGrid {
    /// Where block 0 starts, nanoseconds.
    let origin: Int64
    /// Nanoseconds.
    let length: Int64

    /// Neighbouring scored rows that are counted in one block.
    struct Piece {
        var block: Int
        var rows: Range<Int>
        var isAnomalous: Bool
    }

    /// - Precondition: `time` is not before `origin`.
    func block(of time: Int64) -> Int { Int(clamping: offset(of: time) / UInt64(length)) }

    /// Two times may lie further apart than Int64 can tell.
    private func offset(of time: Int64) -> UInt64 { UInt64(bitPattern: time &- origin) }

    /// All scored rows: anomalous ranges whole in the block they start in, the others cut at block ends.
    func pieces(_ series: ScoredSeries, _ layout: SeriesLayout) throws -> [Piece] {
        var pieces: [Piece] = []
        for range in layout.anomalous {
            let time = try series.rows.time(of: range.lowerBound)
            pieces.append(Piece(block: block(of: time), rows: range, isAnomalous: true))
        }
        for range in layout.normal {
            var row = range.lowerBound
            while row < range.upperBound {
                let time = try series.rows.time(of: row)
                let rest = length - Int64(offset(of: time) % UInt64(length))
                let (next, isLast) = time.addingReportingOverflow(rest)
                let end =
                    isLast
                    ? range.upperBound
                    : min(range.upperBound, try series.rows.firstRow(notBefore: next))
                pieces.append(Piece(block: block(of: time), rows: row..<end, isAnomalous: false))
                row = end
            }
        }
        return pieces
    }
}

extension PredictionCounts {
    /// What one series' flags from `source` come to, without a list of events or alarms.
    init(
        _ series: ScoredSeries, _ layout: SeriesLayout, _ source: FlagSource, rule: AlarmRule
    ) throws {
        self.init()
        let scored = layout.events.map(layout.scored)
        var counts = FlagCounts(layout, Array(scored.joined()))
        var judge = AlarmJudge(layout)
        var group = AlarmGroup(rule, period: series.period)
        try series.forEachFlagged(source) { rows, times in
            counts.take(rows)
            group.flag(rows, times, from: layout.firstRow) { judge.take($0) }
        }
        counts.finish()
        group.close { judge.take($0) }
        point = PointCounts(layout, counts)
        event = judge.result
        hitEvents = scored.count { $0.contains { counts.count(in: $0) > 0 } }
        normalHours = hours(layout.scoredCount - layout.anomalousCount, series.period)
    }
}

/// Hours that so many rows last.
func hours(_ rows: Int, _ period: Int64) -> Double { Double(rows) * seconds(period) / 3600 }

extension EventResult {
    init(
        _ placed: SeriesLayout.PlacedEvent, _ series: ScoredSeries, isScored: Bool,
        hasFlaggedRow: Bool, alarm: TimeWindow?
    ) throws {
        let event = placed.event
        self.init(
            event: event, isScored: isScored, isDetected: alarm != nil,
            hasFlaggedRow: hasFlaggedRow,
            delay: alarm.map { max(0, $0.start.seconds(since: event.window.start)) },
            delayFromObservable: alarm.flatMap { alarm in
                event.observableFrom.map { max(0, alarm.start.seconds(since: $0)) }
            },
            wasArmedBefore: alarm.map { $0.start < event.window.start } ?? false,
            peakScore: try series.peakScore(in: placed.rows))
    }
}

extension SeriesLayout {
    /// The anomalous ranges inside `span`.
    func anomalous(in span: Range<Int>) -> ArraySlice<Range<Int>> {
        Self.ranges(of: anomalous, meeting: span)
    }

    /// The scored rows of an event.
    func scored(_ event: PlacedEvent) -> [Range<Int>] {
        scored(in: event.rows).map { $0.clamped(to: event.rows) }
    }

    /// The scored ranges that meet `span`.
    func scored(in span: Range<Int>) -> [Range<Int>] {
        Array(Self.ranges(of: scored, meeting: span))
    }

    private static func ranges(of all: [Range<Int>], meeting span: Range<Int>)
        -> ArraySlice<Range<Int>>
    {
        let start = all.indices.partitionPoint { all[$0].upperBound > span.lowerBound }
        let end = all.indices.partitionPoint { all[$0].lowerBound >= span.upperBound }
        return all[start..<max(start, end)]
    }
}

extension [TimeWindow] {
    /// Takes an alarm that is over.
    fileprivate mutating func take(_ event: AlarmGroup.Event) {
        if case .ended(let alarm) = event { append(alarm) }
    }
}
