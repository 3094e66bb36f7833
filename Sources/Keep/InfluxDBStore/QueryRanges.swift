import Telemetry

/// Which ranges of time the server has shown to answer for at once.
///
/// InfluxDB 3 Core gives no query over more than 432 files, about one for each ten minutes of data. How
/// much that is in a store is learnt from its first refusal and remembered, with where the data lies: a
/// long read is refused once, and not once for every range. Decisions alone; nothing is asked here.
package struct QueryRanges: Sendable, Equatable {
    /// A range to ask for.
    package struct Piece: Sendable, Equatable {
        package var window: TimeWindow
        /// Known to be a part of more than the server gives; else it may be long and have little in it.
        package var isFull: Bool
    }

    /// Data times of one file.
    private static let block: Int64 = 600 * 1_000_000_000
    /// One block below the limit, for a file that only touches the end.
    static let longest = 431 * block
    /// A range that is refused is not cut below ten seconds.
    private static let shortest: Int64 = 10 * 1_000_000_000
    /// Up to so many ranges a refused window is cut into at once, a year; a longer one is looked at in
    /// sixteenths first, for most of it is empty.
    private static let mostRanges: UInt64 = 128

    /// The length that worked; nil as long as nothing was refused.
    private(set) var length: Int64?
    /// Ranges that refused windows were cut into, in the order of time.
    private var full: [TimeWindow] = []

    package init() {}

    /// `window` as it is best asked for, in the order of time.
    package func pieces(of window: TimeWindow) -> [Piece] {
        guard let length, Self.span(window) > length else {
            return [Piece(window: window, isFull: false)]
        }
        var pieces: [Piece] = []
        var start = window.start
        func goOn(to end: Int64, isFull: Bool) {
            guard start < end else { return }
            pieces += cut(Piece(window: TimeWindow(start: start, end: end), isFull: isFull))
            start = end
        }
        for range in full where range.overlaps(window) {
            goOn(to: range.start, isFull: false)
            goOn(to: min(range.end, window.end), isFull: true)
        }
        goOn(to: window.end, isFull: false)
        return pieces
    }

    /// `piece` cut to the length that works, which may have become less since it was made.
    package func cut(_ piece: Piece) -> [Piece] {
        guard piece.isFull, let length, Self.span(piece.window) > length else { return [piece] }
        return Self.cut(piece.window, at: length).map { Piece(window: $0, isFull: true) }
    }

    /// Learns that the server does not give `window`.
    /// - Returns: what to ask for instead, in the order of time; nil if it cannot be less.
    package mutating func refused(_ window: TimeWindow) -> [Piece]? {
        let span = Self.span(window)
        var length = length ?? Self.longest
        if span <= length {
            guard span >= Self.shortest else { return nil }
            let half = Int64(span / 2)
            length = half < Self.block ? half : half / Self.block * Self.block
        }
        self.length = length
        guard span <= UInt64(length) * Self.mostRanges else {
            return Self.sixteenths(of: window).map { Piece(window: $0, isFull: false) }
        }
        let ranges = Self.cut(window, at: length)
        if !full.contains(where: { $0.overlaps(window) }) {
            let place = full.firstIndex { $0.start >= window.end } ?? full.count
            full.insert(contentsOf: ranges, at: place)
        }
        return ranges.map { Piece(window: $0, isFull: true) }
    }

    /// `window` in two, for once: an answer that did not come in time says nothing of the next.
    /// - Returns: nil if it cannot be less.
    package func late(_ window: TimeWindow) -> [Piece]? {
        guard Self.span(window) >= Self.shortest else { return nil }
        // Half the sum, rounded down, without overflow.
        let middle = (window.start & window.end) + ((window.start ^ window.end) >> 1)
        return [
            TimeWindow(start: window.start, end: middle),
            TimeWindow(start: middle, end: window.end),
        ].map { Piece(window: $0, isFull: false) }
    }

    private static func span(_ window: TimeWindow) -> UInt64 {
        UInt64(bitPattern: window.end &- window.start)
    }

    /// Equal parts: bounds next to the ends of all time are none that the server can read.
    private static func sixteenths(of window: TimeWindow) -> [TimeWindow] {
        let step = Int64(span(window) / 16)
        return (0..<16).map { part in
            let start = window.start &+ Int64(part) &* step
            return TimeWindow(start: start, end: part == 15 ? window.end : start + step)
        }
    }

    /// Parts that begin at multiples of `length`, as the server's blocks begin at multiples of theirs.
    private static func cut(_ window: TimeWindow, at length: Int64) -> [TimeWindow] {
        var parts: [TimeWindow] = []
        var start = window.start
        while start < window.end {
            let remainder = start % length
            let step = remainder < 0 ? -remainder : length - remainder
            let end = min(start.addingSaturated(step), window.end)
            parts.append(TimeWindow(start: start, end: end))
            start = end
        }
        return parts
    }
}
