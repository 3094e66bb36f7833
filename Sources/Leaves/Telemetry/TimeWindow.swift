/// A stretch of event time, `start` included and `end` excluded, in nanoseconds since 1970 UTC.
public struct TimeWindow: Hashable, Sendable, Codable {
    /// First nanosecond inside.
    public var start: Int64
    /// First nanosecond after; never below `start`.
    public var end: Int64

    /// - Precondition: `start <= end`.
    public init(start: Int64, end: Int64) {
        precondition(start <= end, "a time window ends before it starts")
        self.start = start
        self.end = end
    }

    /// All of time.
    public static let all = TimeWindow(start: .min, end: .max)

    /// Whether `time` lies inside.
    @inlinable public func contains(_ time: Int64) -> Bool { time >= start && time < end }

    /// How long it is, seconds.
    public var seconds: Double { end.seconds(since: start) }

    /// Whether the two share any time; touching ends do not count.
    @inlinable public func overlaps(_ other: TimeWindow) -> Bool {
        start < other.end && other.start < end
    }
}
