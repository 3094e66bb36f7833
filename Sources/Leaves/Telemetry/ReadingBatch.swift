/// Readings of one series in the order they were made: times, sequence numbers, and the channels'
/// values row by row.
///
/// Columns of plain numbers, because readings come by the million: one batch costs three
/// allocations, however many rows it holds, and a detector can walk `values` as it lies.
public struct ReadingBatch: Sendable, Equatable {
    /// Whose readings these are.
    public var series: SeriesIdentity
    /// Names of the channels, in the order of a row.
    public let channels: [String]
    /// Nanoseconds since 1970 UTC, one a row.
    public var times: [Int64]
    /// Number of the reading within its series, from 1; 0 where the data has none.
    public var sequences: [Int64]
    /// Row after row, `channels.count` doubles each; ``Swift/Double/missing`` where a channel is absent.
    public var values: [Double]

    /// An empty batch with room for `capacity` rows.
    public init(series: SeriesIdentity, channels: [String], capacity: Int = 0) {
        self.series = series
        self.channels = channels
        times = []
        sequences = []
        values = []
        times.reserveCapacity(capacity)
        sequences.reserveCapacity(capacity)
        values.reserveCapacity(capacity * channels.count)
    }

    /// Number of readings.
    public var count: Int { times.count }
    public var isEmpty: Bool { times.isEmpty }

    /// Adds one reading at the end.
    /// - Precondition: `row` has one value per channel.
    public mutating func append(time: Int64, sequence: Int64, row: some Collection<Double>) {
        precondition(row.count == channels.count, "a reading needs one value per channel")
        times.append(time)
        sequences.append(sequence)
        values.append(contentsOf: row)
    }

    /// The values of reading `index`, one per channel.
    public func row(_ index: Int) -> ArraySlice<Double> {
        values[index * channels.count..<(index + 1) * channels.count]
    }

    /// The readings of `rows` as a batch of their own.
    public func slice(_ rows: Range<Int>) -> ReadingBatch {
        var part = ReadingBatch(series: series, channels: channels)
        part.times = Array(times[rows])
        part.sequences = Array(sequences[rows])
        part.values = Array(
            values[rows.lowerBound * channels.count..<rows.upperBound * channels.count])
        return part
    }

    /// The readings inside `window`.
    /// - Precondition: times rise.
    public func part(in window: TimeWindow) -> ReadingBatch {
        guard let first = times.first, let last = times.last else { return self }
        if window.contains(first), window.contains(last) { return self }
        let start = times.firstIndex { $0 >= window.start } ?? count
        let end = times[start...].firstIndex { $0 >= window.end } ?? count
        return slice(start..<end)
    }

    /// Forgets all readings and keeps the memory.
    public mutating func removeAll() {
        times.removeAll(keepingCapacity: true)
        sequences.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
    }
}

/// The demo's four channels, in the order every table and payload names them.
public let demoChannels = ["load", "vibration", "power", "temperature"]
