import AlarmRules
import Telemetry

/// Counts what alarms find, one after the other, keeping none of them.
///
/// Of the same alarms ``EventMatching`` tells which meets what.
struct AlarmJudge {
    /// Windows in order of start, and which of them an alarm has met.
    private struct Windows {
        private let windows: [TimeWindow]
        private(set) var isMet: [Bool]
        /// The first window that starts after all alarms so far.
        private var next = 0
        /// Those before it that may still be met.
        private var open: [Int] = []

        init(_ windows: [TimeWindow]) {
            self.windows = windows.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
            isMet = [Bool](repeating: false, count: windows.count)
        }

        /// Marks the windows that `alarm` meets; whether there are any.
        mutating func meet(_ alarm: TimeWindow) -> Bool {
            while next < windows.count, windows[next].start < alarm.end {
                open.append(next)
                next += 1
            }
            if open.isEmpty { return false }
            open.removeAll { windows[$0].end <= alarm.start }
            for window in open { isMet[window] = true }
            return !open.isEmpty
        }
    }

    private var events: Windows
    private var ignored: Windows
    private var counts = EventCounts()

    init(_ layout: SeriesLayout) {
        events = Windows(layout.events.map(\.event.window))
        ignored = Windows(layout.ignored)
    }

    /// Counts an alarm once it is over; each lies behind all that came before.
    mutating func take(_ event: AlarmGroup.Event) {
        guard case .ended(let alarm) = event else { return }
        counts.alarms += 1
        let isDetection = events.meet(alarm)
        let isIgnored = ignored.meet(alarm)
        if !isDetection, !isIgnored { counts.falseAlarms += 1 }
    }

    var result: EventCounts {
        var result = counts
        result.detected = events.isMet.count { $0 }
        result.missed = events.isMet.count - result.detected
        return result
    }
}
