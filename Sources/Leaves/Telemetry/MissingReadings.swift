/// Which readings of a series a store does not hold.
public struct MissingReadings: Sendable, Equatable, CustomStringConvertible {
    public let series: SeriesIdentity
    /// Sequence numbers, from 1, in rising runs.
    public let sequences: [ClosedRange<Int64>]

    public init(series: SeriesIdentity, sequences: [ClosedRange<Int64>]) {
        self.series = series
        self.sequences = sequences
    }

    /// How many.
    public var count: Int { sequences.reduce(0) { $0 + $1.count } }

    /// `machine1: 3 readings (2, 17-18)`; of many gaps the first few.
    public var description: String {
        let shown = sequences.prefix(5).map { range in
            range.count == 1
                ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
        }
        let more = sequences.count > shown.count ? ", …" : ""
        let unit = count == 1 ? "reading" : "readings"
        return "\(series.machineID): \(count) \(unit) (\(shown.joined(separator: ", "))\(more))"
    }
}

extension ReadingSource {
    /// What of `expected` the source does not give, series by series in their order.
    /// - Parameters:
    ///   - expected: sequence numbers per series, in rising order.
    ///   - query: run and window that hold everything that is expected.
    /// - Throws: what the source throws.
    public func missing(
        from expected: [SeriesIdentity: [ClosedRange<Int64>]], _ query: ReadingQuery
    ) throws -> [MissingReadings] {
        var held: [SeriesIdentity: Set<Int64>] = [:]
        try load(query) { batch in
            guard expected[batch.series] != nil else { return }
            held[batch.series, default: []].formUnion(batch.sequences)
        }
        return expected.sorted { $0.key < $1.key }.compactMap { series, ranges in
            let known = held[series] ?? []
            var gaps: [ClosedRange<Int64>] = []
            for number in ranges.joined() where !known.contains(number) {
                gaps.append(joining: number)
            }
            return gaps.isEmpty ? nil : MissingReadings(series: series, sequences: gaps)
        }
    }
}

extension [ClosedRange<Int64>] {
    /// Appends a number that is higher than all in the ranges: to the last range, if it goes on there.
    public mutating func append(joining number: Int64) {
        if let last, last.upperBound.addingSaturated(1) == number {
            self[count - 1] = last.lowerBound...number
        } else {
            append(number...number)
        }
    }
}
