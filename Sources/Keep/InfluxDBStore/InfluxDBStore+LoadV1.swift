import Telemetry

extension InfluxDBStore {
    /// Statements in one request, at most: each is answered whole before the next.
    private static let statementsPerRequest = 256

    func loadV1(
        _ query: ReadingQuery, _ table: ReadingsTable, _ body: (ReadingBatch) throws -> Void
    ) throws {
        let series = try endsV1(query, table, newest: false).keys.sorted()
        try loadV1(series.map { ($0, query.window) }, table, body)
    }

    /// The series' windows, one after the other as they are given.
    /// - Precondition: they come in the order of series.
    func loadV1(
        _ windows: [(SeriesIdentity, TimeWindow)], _ table: ReadingsTable,
        _ body: (ReadingBatch) throws -> Void
    ) throws {
        var waiting = Array(windows.filter { table.mayHoldV1($0.0) }.reversed())
        var atOnce = Self.statementsPerRequest
        while !waiting.isEmpty {
            let next = waiting.suffix(atOnce).reversed()
            waiting.removeLast(next.count)
            let pieces = next.flatMap { series, window in
                ranges.withLock { $0.pieces(of: window) }.map { (series, $0.window) }
            }
            if pieces.count > next.count {
                waiting += pieces.reversed()
                continue
            }
            // A statement may have been answered in full before the one that was too much.
            var last: (series: SeriesIdentity, time: Int64)?
            let end = try askV1(pieces, table) { batch in
                last = (batch.series, batch.times[batch.count - 1])
                try body(batch)
            }
            guard end.isTooMuch else {
                atOnce = min(2 * atOnce, Self.statementsPerRequest)
                continue
            }
            var left = pieces.compactMap { Self.rest(of: $0, after: last) }
            if pieces.count > 1 {
                atOnce = pieces.count / 2
            } else {
                left = try left.flatMap { series, window in
                    try instead(of: window, end).map { (series, $0.window) }
                }
            }
            waiting += left.reversed()
        }
    }

    /// What is left of a window once its series was given up to `last`.
    private static func rest(
        of piece: (SeriesIdentity, TimeWindow), after last: (series: SeriesIdentity, time: Int64)?
    ) -> (SeriesIdentity, TimeWindow)? {
        guard let last, piece.0 <= last.series else { return piece }
        guard piece.0 == last.series, last.time < piece.1.end - 1 else { return nil }
        return (
            piece.0, TimeWindow(start: max(piece.1.start, last.time + 1), end: piece.1.end)
        )
    }

    /// One request with a statement for each of `windows`.
    private func askV1(
        _ windows: [(SeriesIdentity, TimeWindow)], _ table: ReadingsTable,
        _ body: (ReadingBatch) throws -> Void
    ) throws -> QueryEnd {
        var reader = InfluxQLReader(
            .statement(windows.map { ReadingsTable.cells(of: $0.0) }),
            cells: 2 + table.channels.count)
        reader.lacksSequence = !table.hasSequence
        reader.makesSequenceWhole = !table.hasIntegerSequence
        let statements = windows.map { series, window in
            table.selectionV1.then(table.conditionV1(ReadingQuery(window: window), of: series))
                .then("ORDER BY time")
        }
        return try collect(.influxQL(statements, reader), table, body)
    }
}
