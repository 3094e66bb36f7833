import Telemetry

/// One machine's readings in the stretches that are kept whole.
struct TraceDetail: Sendable {
    private let columns: Int
    /// Ascending and disjoint.
    private let windows: [TimeWindow]
    private var kept: [CloseUp]
    /// Index of the window that the next reading is most likely in.
    private var current = 0

    /// - Parameter rowLimit: readings to keep at most; later windows are given up first.
    init(columns: Int, interval: Int64, windows: [TimeWindow], rowLimit: Int) {
        self.columns = columns
        var rest = rowLimit
        var chosen: [TimeWindow] = []
        for window in windows.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
            // As much again on both sides, to see what it differed from; an endless fault is shown
            // with its beginning.
            func rows(_ count: Int64) -> Int64 { interval.multipliedSaturated(by: count) }
            let length = window.end.subtractingSaturated(window.start)
            let margin = min(max(length, rows(60)), rows(600))
            let end = min(window.end, window.start.addingSaturated(rows(1200)))
            var padded = TimeWindow(
                start: window.start.subtractingSaturated(margin),
                end: end.addingSaturated(margin))
            if let last = chosen.last, padded.start < last.end {
                padded = TimeWindow(start: last.end, end: max(last.end, padded.end))
            }
            let rowCount = Int(padded.end.subtractingSaturated(padded.start) / interval)
            if rowCount == 0 { continue }
            if rowCount > rest { break }
            rest -= rowCount
            chosen.append(padded)
        }
        self.windows = chosen
        kept = chosen.map { _ in CloseUp(times: [], values: []) }
    }

    mutating func record(times: [Int64], values: [Double], mark: (Int) -> TraceRecorder.Mark) {
        guard let first = times.first, !windows.isEmpty else { return }
        // Nearly all blocks lie outside all windows.
        let last = times[times.count - 1]
        while current < windows.count, windows[current].end <= min(first, last) { current += 1 }
        guard current < windows.count, windows[current].start <= max(first, last) else { return }
        var place = current
        for row in times.indices {
            while place < windows.count, windows[place].end <= times[row] { place += 1 }
            guard place < windows.count else { return }
            guard windows[place].contains(times[row]) else { continue }
            // A reading that comes late has its place in the buckets; a curve runs forward.
            if let last = kept[place].times.last, last >= times[row] { continue }
            let mark = mark(row)
            kept[place].times.append(times[row])
            let channels = columns - 2
            for value in values[row * channels..<(row + 1) * channels] {
                kept[place].values.append(Float(value))
            }
            kept[place].values.append(Float(mark.score))
            kept[place].values.append(Float(mark.threshold))
        }
    }

    func trace() -> [CloseUp] { kept.filter { !$0.times.isEmpty } }
}
