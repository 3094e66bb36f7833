import Telemetry

/// Which alarms meet which windows (docs/metrics/event.md: overlap is strict).
struct EventMatching {
    /// Per event, the first alarm that meets it; nil if missed.
    private(set) var firstAlarm: [Int?]
    /// Per alarm, whether it meets any event, and whether it meets any ignore zone.
    private(set) var meetsEvent: [Bool]
    private(set) var meetsIgnored: [Bool]

    /// - Parameter alarms: ascending and disjoint.
    init(alarms: [TimeWindow], events: [TimeWindow], ignored: [TimeWindow]) {
        let met = events.map { alarms.indices(meeting: $0) }
        firstAlarm = met.map(\.first)
        meetsEvent = covered(alarms.count, by: met)
        meetsIgnored = covered(
            alarms.count, by: ignored.map { alarms.indices(meeting: $0) })
    }

    var falseAlarms: Int {
        zip(meetsEvent, meetsIgnored).count { !$0 && !$1 }
    }
}

extension [TimeWindow] {
    /// The elements that overlap `window`, in an ascending disjoint list.
    func indices(meeting window: TimeWindow) -> Range<Int> {
        let start = indices.partitionPoint { self[$0].end > window.start }
        let end = indices.partitionPoint { self[$0].start >= window.end }
        return start..<Swift.max(start, end)
    }
}

/// Which of `count` indices lie in any of `ranges`; linear however much the ranges overlap.
private func covered(_ count: Int, by ranges: [Range<Int>]) -> [Bool] {
    var steps = [Int](repeating: 0, count: count + 1)
    for range in ranges {
        steps[range.lowerBound] += 1
        steps[range.upperBound] -= 1
    }
    var depth = 0
    return steps.dropLast().map {
        depth += $0
        return depth > 0
    }
}
