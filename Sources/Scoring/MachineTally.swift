import Telemetry

/// One machine's predictions counted: everything that adds up over machines without sorting.
struct MachineTally {
    var blocks: [Int: PredictionCounts] = [:]
    var total = PredictionCounts()
    var events: [EventResult] = []
    var alarms: [AlarmResult] = []

    /// - Parameters:
    ///   - flags: the predictions to count, in place of `series.flags`.
    ///   - origin: where block 0 starts, nanoseconds.
    ///   - blockLength: nanoseconds.
    init(
        _ series: ScoredSeries, _ layout: SeriesLayout, flags: [Bool], rule: AlarmRule,
        origin: Int64, blockLength: Int64
    ) {
        countRows(series, layout, flags, origin, blockLength)
        let windows = rule.alarms(
            times: series.times, flags: flags, period: series.period, from: layout.firstRow)
        let matching = EventMatching(
            alarms: windows, events: layout.events.map(\.event.window), ignored: layout.ignored)
        judgeEvents(series, layout, flags, windows, matching, origin, blockLength)
        judgeAlarms(series, layout, windows, matching, origin, blockLength)
        for block in blocks.values { total += block }
        total.normalHours = hours(of: total.point, series.period)
    }

    private func hours(of point: PointCounts, _ period: Int64) -> Double {
        Double(point.falsePositives + point.trueNegatives) * seconds(period) / 3600
    }

    private mutating func update(
        _ time: Int64, _ origin: Int64, _ length: Int64, _ change: (inout PredictionCounts) -> Void
    ) {
        let index = Int((time - origin) / length)
        change(&blocks[index, default: PredictionCounts()])
    }

    private mutating func countRows(
        _ series: ScoredSeries, _ layout: SeriesLayout, _ flags: [Bool], _ origin: Int64,
        _ length: Int64
    ) {
        for range in layout.anomalous {
            let flagged = flags.countTrue(in: range)
            update(series.times[range.lowerBound], origin, length) {
                $0.point.truePositives += flagged
                $0.point.falseNegatives += range.count - flagged
            }
        }
        for range in layout.scored.flatMap({ $0.subtracting(layout.anomalous(in: $0)) }) {
            var row = range.lowerBound
            while row < range.upperBound {
                let time = series.times[row]
                let next = time + length - (time - origin) % length
                let end = min(range.upperBound, series.times.firstIndex(notBelow: next))
                let flagged = flags.countTrue(in: row..<end)
                update(time, origin, length) {
                    $0.point.falsePositives += flagged
                    $0.point.trueNegatives += end - row - flagged
                    $0.normalHours += Double(end - row) * seconds(series.period) / 3600
                }
                row = end
            }
        }
    }

    private mutating func judgeEvents(
        _ series: ScoredSeries, _ layout: SeriesLayout, _ flags: [Bool], _ alarms: [TimeWindow],
        _ matching: EventMatching, _ origin: Int64, _ length: Int64
    ) {
        for (placed, first) in zip(layout.events, matching.firstAlarm) {
            let hit = intersection([placed.rows], layout.scored(in: placed.rows)).contains {
                flags.countTrue(in: $0) > 0
            }
            let result = EventResult(
                placed, series, isScored: true, hasFlaggedRow: hit, alarm: first.map { alarms[$0] })
            events.append(result)
            update(max(placed.event.window.start, origin), origin, length) {
                if result.isDetected { $0.event.detected += 1 } else { $0.event.missed += 1 }
                if hit { $0.hitEvents += 1 }
            }
        }
        for event in layout.unscoredEvents {
            let first = series.times.firstIndex(notBelow: event.window.start)
            let end = max(first, series.times.firstIndex(notBelow: event.window.end))
            let alarm = alarms.indices(meeting: event.window).first.map { alarms[$0] }
            events.append(
                EventResult(
                    SeriesLayout.PlacedEvent(event: event, rows: first..<end), series,
                    isScored: false, hasFlaggedRow: flags.countTrue(in: first..<end) > 0,
                    alarm: alarm))
        }
        events.sort {
            ($0.event.window.start, $0.event.window.end, $0.event.id)
                < ($1.event.window.start, $1.event.window.end, $1.event.id)
        }
    }

    private mutating func judgeAlarms(
        _ series: ScoredSeries, _ layout: SeriesLayout, _ windows: [TimeWindow],
        _ matching: EventMatching, _ origin: Int64, _ length: Int64
    ) {
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
            let rows =
                series.times.firstIndex(
                    notBelow: window.start)..<series.times.firstIndex(notBelow: window.end)
            alarms.append(
                AlarmResult(
                    machine: series.machine, window: window, outcome: outcome, cause: cause,
                    peakScore: series.peakScore(in: rows)))
            update(window.start, origin, length) {
                $0.event.alarms += 1
                if isFalse { $0.event.falseAlarms += 1 }
            }
        }
    }
}

extension EventResult {
    init(
        _ placed: SeriesLayout.PlacedEvent, _ series: ScoredSeries, isScored: Bool,
        hasFlaggedRow: Bool, alarm: TimeWindow?
    ) {
        let event = placed.event
        self.init(
            event: event, isScored: isScored, isDetected: alarm != nil,
            hasFlaggedRow: hasFlaggedRow,
            delay: alarm.map { seconds(max(0, $0.start - event.window.start)) },
            delayFromObservable: alarm.flatMap { alarm in
                event.observableFrom.map { seconds(max(0, alarm.start - $0)) }
            },
            wasArmedBefore: alarm.map { $0.start < event.window.start } ?? false,
            peakScore: series.peakScore(in: placed.rows))
    }
}

extension ScoredSeries {
    /// Highest score of `rows` that is one.
    func peakScore(in rows: Range<Int>) -> Double? {
        if scores.isEmpty { return nil }
        var peak = -Double.infinity
        for row in rows where scores[row] > peak { peak = scores[row] }
        return peak == -.infinity ? nil : peak
    }
}

extension SeriesLayout {
    /// The anomalous ranges inside `span`.
    func anomalous(in span: Range<Int>) -> ArraySlice<Range<Int>> {
        Self.ranges(of: anomalous, meeting: span)
    }

    /// The scored ranges that meet `span`.
    func scored(in span: Range<Int>) -> [Range<Int>] {
        Array(Self.ranges(of: scored, meeting: span))
    }

    private static func ranges(of all: [Range<Int>], meeting span: Range<Int>)
        -> ArraySlice<Range<Int>>
    {
        func first(where isPast: (Range<Int>) -> Bool) -> Int {
            var (low, high) = (0, all.count)
            while low < high {
                let middle = (low + high) / 2
                if isPast(all[middle]) { high = middle } else { low = middle + 1 }
            }
            return low
        }
        let start = first { $0.upperBound > span.lowerBound }
        return all[start..<max(start, first { $0.lowerBound >= span.upperBound })]
    }
}

extension [Bool] {
    /// How many of `range` are true. A `Bool` is one byte, 0 or 1, so this is a plain sum of bytes,
    /// which the compiler turns into vector code.
    func countTrue(in range: Range<Int>) -> Int {
        withUnsafeBytes { bytes in
            var sum = 0
            for index in range { sum &+= Int(bytes[index]) }
            return sum
        }
    }
}
