import Telemetry

/// Which readings of a series the store does not hold.
public struct MissingReadings: Sendable, Equatable {
    public let series: SeriesIdentity
    /// Sequence numbers, from 1, in rising runs.
    public let sequences: [ClosedRange<Int64>]

    public init(series: SeriesIdentity, sequences: [ClosedRange<Int64>]) {
        self.series = series
        self.sequences = sequences
    }

    /// How many.
    public var count: Int { sequences.reduce(0) { $0 + $1.count } }
}

extension InfluxDBStore {
    /// How many readings of each series lie in `query`'s window.
    /// - Throws: ``InfluxDBError``.
    public func counts(_ query: ReadingQuery) throws -> [SeriesIdentity: Int] {
        guard try !channels().isEmpty else { return [:] }
        return try countsHalving(query)
    }

    private func countsHalving(_ query: ReadingQuery) throws -> [SeriesIdentity: Int] {
        let sql: SQL = """
            SELECT "run", "provider", "machineID", CAST(count(*) AS VARCHAR) AS readings
            FROM \(name: Table.readings.rawValue) WHERE \(Self.condition(query))
            GROUP BY "run", "provider", "machineID"
            """
        let (end, rows) = try texts(sql, ["run", "provider", "machineID", "readings"])
        switch end {
        case .noDatabase: return [:]
        case .complete:
            return rows.reduce(into: [:]) { counts, row in
                let series = SeriesIdentity(machineID: row[2], provider: row[1], run: row[0])
                counts[series, default: 0] += Int(row[3]) ?? 0
            }
        case .tooMuch(let text):
            let (first, second) = try halves(of: query, text)
            return try countsHalving(first).merging(countsHalving(second), uniquingKeysWith: +)
        }
    }

    /// What of `expected` (readings numbered from 1) the store does not hold, series by series.
    /// - Parameters:
    ///   - query: run and window that hold everything that is expected.
    ///   - expected: sequence numbers per series, in rising order.
    /// - Throws: ``InfluxDBError``.
    public func missing(
        from expected: [SeriesIdentity: [ClosedRange<Int64>]], _ query: ReadingQuery
    ) throws -> [MissingReadings] {
        let counts = try counts(query)
        let short = expected.filter { series, ranges in
            counts[series, default: 0] < ranges.reduce(0) { $0 + $1.count }
        }
        guard !short.isEmpty else { return [] }
        var held: [SeriesIdentity: Set<Int64>] = [:]
        try load(query) { batch in
            guard short[batch.series] != nil else { return }
            held[batch.series, default: []].formUnion(batch.sequences)
        }
        return short.sorted { $0.key < $1.key }.compactMap { series, ranges in
            let known = held[series] ?? []
            let gaps = Self.ranges(ranges.flatMap { $0.filter { !known.contains($0) } })
            return gaps.isEmpty ? nil : MissingReadings(series: series, sequences: gaps)
        }
    }

    /// Rising numbers as runs of neighbours.
    private static func ranges(_ numbers: [Int64]) -> [ClosedRange<Int64>] {
        var ranges: [ClosedRange<Int64>] = []
        for number in numbers {
            if let last = ranges.last, last.upperBound + 1 == number {
                ranges[ranges.count - 1] = last.lowerBound...number
            } else {
                ranges.append(number...number)
            }
        }
        return ranges
    }
}
