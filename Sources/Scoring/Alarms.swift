import Telemetry

extension AlarmRule {
    /// The alarms that `flags` raise, ascending and disjoint (`scoring.md` section 7).
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
        let gap = nanoseconds(mergeGap)
        let piece = cap.map { max(1, nanoseconds($0)) }
        var alarms: [TimeWindow] = []
        var rows = 0
        var raised: Int64 = 0
        var end: Int64 = 0
        func close() {
            guard rows >= max(1, minRows) else { return }
            guard let piece else { return alarms.append(TimeWindow(start: raised, end: end)) }
            var start = raised
            while start < end {
                alarms.append(TimeWindow(start: start, end: min(end, start + piece)))
                start += piece
            }
        }
        for row in firstRow..<max(firstRow, flags.count) where flags[row] {
            let time = times[row]
            if rows == 0 || time > end + gap {
                close()
                rows = 0
                end = time
            }
            rows += 1
            if rows == max(1, minRows) { raised = time }
            end = max(end, time + period)
        }
        close()
        return alarms
    }
}

/// Seconds as nanoseconds, at most three centuries.
func nanoseconds(_ seconds: Double) -> Int64 {
    Int64((Swift.min(Swift.max(seconds, 0), 9e9) * 1e9).rounded())
}

/// Nanoseconds as seconds.
func seconds(_ nanoseconds: Int64) -> Double { Double(nanoseconds) / 1e9 }
