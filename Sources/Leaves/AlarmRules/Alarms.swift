import Telemetry

extension AlarmRule {
    /// The alarms that `flags` raise, ascending and disjoint (docs/metrics/event.md).
    ///
    /// Each is `[raise time, end of the last flagged row)`; a capped one comes in pieces. An alarm is
    /// never back-dated to the rows that led up to its raise.
    /// - Parameters:
    ///   - times: of each row, nanoseconds, ascending.
    ///   - period: length of a row, nanoseconds.
    ///   - firstRow: flags before it do not exist.
    public func alarms(times: [Int64], flags: [Bool], period: Int64, from firstRow: Int = 0)
        -> [TimeWindow]
    {
        var alarms: [TimeWindow] = []
        var group = AlarmGroup(self, period: period)
        for row in firstRow..<max(firstRow, flags.count) where flags[row] {
            group.flag(times[row]) { alarms.append($0) }
        }
        group.close { alarms.append($0) }
        return alarms
    }
}

/// Flagged rows on their way to becoming alarms, one after the other.
package struct AlarmGroup {
    @usableFromInline let gap: Int64
    @usableFromInline let piece: Int64?
    @usableFromInline let minRows: Int
    @usableFromInline let period: Int64
    @usableFromInline var rows = 0
    @usableFromInline var raised: Int64 = 0
    @usableFromInline var end: Int64 = 0

    /// - Parameter period: length of a row, nanoseconds.
    package init(_ rule: AlarmRule, period: Int64) {
        let inForce = rule.inForce(period: seconds(period))
        // Half a row, for rows that come a little early or late still follow each other.
        gap = max(nanoseconds(inForce.mergeGap), period / 2)
        piece = inForce.cap.map { max(1, nanoseconds($0)) }
        minRows = max(1, rule.minRows)
        self.period = period
    }

    /// Takes a flagged row, of times that never fall; `raise` gets what is an alarm now for good.
    @inlinable @inline(__always)
    package mutating func flag(_ time: Int64, _ raise: (TimeWindow) -> Void) {
        if rows == 0 || time > end.addingSaturated(gap) {
            close(raise)
            end = time
        }
        rows += 1
        if rows == minRows { raised = time }
        end = max(end, time.addingSaturated(period))
    }

    /// Takes neighbouring flagged rows and their times; those before `firstRow` raise nothing.
    @inlinable @inline(__always)
    package mutating func flag(
        _ rows: Range<Int>, _ times: UnsafeBufferPointer<Int64>, from firstRow: Int,
        _ raise: (TimeWindow) -> Void
    ) {
        for (row, time) in zip(rows, times) where row >= firstRow { flag(time, raise) }
    }

    /// Ends the group; a later row opens another.
    @inlinable
    package mutating func close(_ raise: (TimeWindow) -> Void) {
        defer { rows = 0 }
        guard rows >= minRows else { return }
        guard let piece else { return raise(TimeWindow(start: raised, end: end)) }
        var start = raised
        while start < end {
            let next = min(end, start.addingSaturated(piece))
            raise(TimeWindow(start: start, end: next))
            start = next
        }
    }
}

/// Seconds as nanoseconds, at most three centuries; 0 of a negative number and of none.
package func nanoseconds(_ seconds: Double) -> Int64 {
    seconds > 0 ? Int64((Swift.min(seconds, 9e9) * 1e9).rounded()) : 0
}

/// Nanoseconds as seconds.
package func seconds(_ nanoseconds: Int64) -> Double { Double(nanoseconds) / 1e9 }
