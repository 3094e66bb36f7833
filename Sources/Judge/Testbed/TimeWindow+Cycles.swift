import Telemetry

extension TimeWindow {
    /// Calls `body` for each stretch of `length` nanoseconds, and `progress` with the share that is done then.
    /// The first begins at the beginning of time and the last ends at its end: clocks can be wrong, and
    /// readings outside the window are taken in with these.
    func forEachCycle(
        of length: Int64, progress: (Double) -> Void, _ body: (TimeWindow) throws -> Void
    ) rethrows {
        var start = start
        while start < end {
            let next = min(end, start.addingSaturated(length))
            try body(
                TimeWindow(
                    start: start == self.start ? .min : start, end: next == end ? .max : next))
            start = next
            progress(start.seconds(since: self.start) / seconds)
        }
    }
}
