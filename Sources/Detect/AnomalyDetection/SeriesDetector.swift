/// Rows of one series as a detector sees them: times and numbers, nothing else. No machine name, no
/// scenario, no schedule, no label can get in here.
public struct FeatureBlock {
    /// Values per row.
    public let channelCount: Int
    /// Nanoseconds since 1970 UTC, one a row. Live data can repeat or reverse them.
    public let times: UnsafeBufferPointer<Int64>
    /// Row after row, `channelCount` doubles each; `Double.missing` where a channel is absent.
    public let values: UnsafeBufferPointer<Double>

    /// The pointers must outlive the call the block is passed to, no more.
    @inlinable
    public init(
        channelCount: Int, times: UnsafeBufferPointer<Int64>, values: UnsafeBufferPointer<Double>
    ) {
        precondition(values.count == times.count * channelCount)
        self.channelCount = channelCount
        self.times = times
        self.values = values
    }

    @inlinable public var rowCount: Int { times.count }

    /// The values of row `index`.
    @inlinable public func row(_ index: Int) -> UnsafeBufferPointer<Double> {
        UnsafeBufferPointer(rebasing: values[index * channelCount..<(index + 1) * channelCount])
    }
}

/// What is known of a series' course before its first row; nil where nobody knows, as live.
public struct SeriesOutlook: Sendable, Equatable {
    /// Rows at the beginning that nobody is judged by.
    public var warmupRows: Int?
    /// Seconds between rows.
    public var period: Double?
    /// Rows in all.
    public var rows: Int?

    public init(warmupRows: Int? = nil, period: Double? = nil, rows: Int? = nil) {
        self.warmupRows = warmupRows
        self.period = period
        self.rows = rows
    }
}

/// All a detector may know about the series it is made for.
public struct SeriesContext: Sendable, Equatable {
    /// Names of the features, in the order of a row.
    public var channels: [String]
    /// A number derived from the unique id, so that a detector that draws at random draws
    /// differently for each series, whatever other series exist.
    public var salt: UInt64
    public var outlook: SeriesOutlook

    public init(
        channels: [String], salt: UInt64 = 0, outlook: SeriesOutlook = SeriesOutlook()
    ) {
        self.channels = channels
        self.salt = salt
        self.outlook = outlook
    }
}

/// A detector at work on one series: rows in, one verdict a row out, in the same order.
///
/// A streaming detector answers each row at once. One that needs the rows after it (the demo's,
/// ADTK's) holds verdicts back and gives the rest in ``finish(into:)``; the pipeline counts, so a
/// verdict too few or too many is found.
public protocol SeriesDetector: Sendable {
    /// Takes the rows of `block`, in order, and appends verdicts for rows that can be judged now.
    /// - Throws: ``DetectorError`` when a row cannot be taken; rows before it have been.
    mutating func process(_ block: FeatureBlock, into verdicts: inout [Verdict]) throws
    /// The series is over: appends the verdicts still owed.
    mutating func finish(into verdicts: inout [Verdict]) throws
    /// Explanations of alarm runs that began since the last call, oldest first; empty where the
    /// detector has none to give.
    mutating func takeExplanations() -> [AlarmExplanation]
    /// Writes all that the next row's verdict depends on.
    func save(to writer: inout StateWriter)
    /// Becomes what was saved by a detector with the same parameters and channels.
    /// - Throws: ``StateError`` if the bytes are not such a state; `self` is then unusable.
    mutating func restore(from reader: inout StateReader) throws
}

extension SeriesDetector {
    public mutating func finish(into verdicts: inout [Verdict]) throws {}
    public mutating func takeExplanations() -> [AlarmExplanation] { [] }
}
