import Telemetry

/// Flagged rows of one series on their way to becoming alarms, one after the other.
///
/// The live block tells people of what comes of it, the scorer counts it. Lengths are nanoseconds in
/// here: rows come by the million, and times are Int64 all along their way.
package struct AlarmGroup: Sendable, Equatable {
    /// What a row, or the end of the data, brought about.
    package enum Event: Sendable, Equatable {
        /// An alarm begins at this time, or one that lasts counts again: a person is paged.
        case raised(Int64)
        /// An alarm is over, or its next piece begins: `[raised, end of the last flagged row)`.
        case ended(TimeWindow)
    }

    private let rule: AlarmRule
    @usableFromInline let minRows: Int
    /// Length of a row.
    package private(set) var period: Int64
    @usableFromInline private(set) var gap: Int64 = 0
    /// How long an alarm lasts before it counts again.
    @usableFromInline private(set) var piece: Int64 = .max
    /// Flagged rows of the open group; 0 where none is open.
    @usableFromInline package private(set) var rows = 0
    /// Time of the last of them, and where that row ends.
    @usableFromInline package private(set) var last: Int64 = 0
    @usableFromInline package private(set) var end: Int64 = 0
    /// When the alarm was raised, or counted last.
    @usableFromInline package private(set) var raised: Int64 = 0
    /// An alarm that lasts longer than until then counts again.
    @usableFromInline package private(set) var due: Int64 = .max

    /// - Parameter period: length of a row, nanoseconds.
    package init(_ rule: AlarmRule, period: Int64) {
        self.rule = rule
        self.period = period
        minRows = max(1, rule.minRows)
        setLengths()
    }

    private mutating func setLengths() {
        let inForce = rule.inForce(period: period)
        // Half a row, for rows that come a little early or late still follow each other.
        gap = max(inForce.mergeGap.inNanoseconds, period / 2)
        piece = inForce.cap.map { max(1, $0.inNanoseconds) } ?? .max
    }

    /// Whether the open group is an alarm.
    package var isRaised: Bool { rows >= minRows }

    /// Takes a flagged row, of times that never fall.
    @inlinable @inline(__always)
    package mutating func flag(_ time: Int64, _ tell: (Event) -> Void) {
        if rows == 0 || time > end.addingSaturated(gap) {
            close(tell)
            last = time
            end = time
        }
        rows += 1
        last = max(last, time)
        end = max(end, time.addingSaturated(period))
        if rows == minRows {
            raised = time
            due = time.addingSaturated(piece)
            tell(.raised(time))
        }
        while end > due {
            tell(.ended(TimeWindow(start: raised, end: due)))
            raised = due
            due = due.addingSaturated(piece)
            tell(.raised(raised))
        }
    }

    /// Takes neighbouring flagged rows and their times; those before `firstRow` raise nothing.
    @inlinable @inline(__always)
    package mutating func flag(
        _ rows: Range<Int>, _ times: UnsafeBufferPointer<Int64>, from firstRow: Int,
        _ tell: (Event) -> Void
    ) {
        for (row, time) in zip(rows, times) where row >= firstRow { flag(time, tell) }
    }

    /// Ends the group if a row at `time`, flagged or not, lies too far behind it.
    package mutating func pass(_ time: Int64, _ tell: (Event) -> Void) {
        if rows > 0, time > end.addingSaturated(gap) { close(tell) }
    }

    /// Ends the group; a later row opens another.
    @inlinable
    package mutating func close(_ tell: (Event) -> Void) {
        // Where rows turn out shorter than was thought, it may have counted behind the end of the last.
        if rows >= minRows { tell(.ended(TimeWindow(start: raised, end: max(raised, end)))) }
        rows = 0
        due = .max
    }
}

extension AlarmGroup {
    /// Takes what has become known of the length of a row, nanoseconds.
    package mutating func set(period: Int64) {
        guard period != self.period else { return }
        self.period = period
        setLengths()
        if rows > 0 { end = last.addingSaturated(period) }
    }

    /// What a group that is open has come to, to go on from.
    package struct State: Sendable, Equatable {
        /// Flagged rows, at least 1.
        package var rows: Int
        /// Time of the last of them, and where that row ends.
        package var last: Int64
        package var end: Int64
        /// When its alarm was raised, or counted last, and when it counts again.
        package var raised: Int64
        package var due: Int64

        package init(rows: Int, last: Int64, end: Int64, raised: Int64, due: Int64) {
            (self.rows, self.last, self.end) = (rows, last, end)
            (self.raised, self.due) = (raised, due)
        }
    }

    /// Nil where no group is open.
    package var state: State? {
        rows > 0 ? State(rows: rows, last: last, end: end, raised: raised, due: due) : nil
    }

    /// Goes on from `state`.
    /// - Returns: whether there can have been such a group; if not, nothing is changed.
    package mutating func resume(_ state: State) -> Bool {
        guard state.rows > 0, state.last <= state.end else { return false }
        if state.rows >= minRows {
            guard state.raised <= state.end, state.raised <= state.due, state.due >= state.last
            else { return false }
            (raised, due) = (state.raised, state.due)
        }
        (rows, last, end) = (state.rows, state.last, state.end)
        return true
    }
}
