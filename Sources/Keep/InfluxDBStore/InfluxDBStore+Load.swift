import Telemetry

extension InfluxDBStore: ReadingSource {
    /// Readings in one piece, at most.
    private static let pieceSize = 8192

    /// Streams the readings that match; see ``ReadingSource``. One statement where the server can give
    /// the whole window at once; where it cannot, the series are read one after the other, each in ranges
    /// that it can give, and a notice tells how far that is.
    /// - Throws: ``InfluxDBError``, or what `body` throws.
    public func load(_ query: ReadingQuery, _ body: (ReadingBatch) throws -> Void) throws {
        guard let table = try readingsTable(), !table.channels.isEmpty else { return }
        if try connection.isV1() { return try loadV1(query, table, body) }
        var refusal: QueryEnd?
        if ranges.withLock({ $0.pieces(of: query.window).count == 1 }) {
            refusal = try loadPart(query, nil, table, body)
            guard refusal?.isTooMuch == true else { return }
        }
        let parts = try parts(of: query, table, after: refusal)
        let steps = parts.flatMap { part in part.series.map { (series: $0, window: part.window) } }
            .sorted { ($0.series, $0.window.start) < ($1.series, $1.window.start) }
        for (index, step) in steps.enumerated() {
            let query = ReadingQuery(run: query.run, window: step.window)
            try load(query, of: step.series, table, body)
            connection.notices.tell(.reading(done: index + 1, of: steps.count))
        }
    }

    /// The series that have readings in `query`'s window, in their order.
    /// - Throws: ``InfluxDBError``.
    public func series(_ query: ReadingQuery = ReadingQuery()) throws -> [SeriesIdentity] {
        guard let table = try readingsTable() else { return [] }
        if try connection.isV1() {
            return try endsV1(query, table, newest: false).keys.sorted()
        }
        return Set(try parts(of: query, table, after: nil).flatMap(\.series)).sorted()
    }

    /// The columns of `machine_data` that hold numbers: the demo's first and in their order, others by
    /// name. Empty while there is no table.
    /// - Throws: ``InfluxDBError``.
    public func channels() throws -> [String] { try readingsTable()?.channels ?? [] }

    /// A window that the server answers for at once, and who has readings in it.
    struct Part {
        let window: TimeWindow
        let series: Set<SeriesIdentity>
    }

    /// `query`'s window cut into such parts, in the order of time; those without readings left out.
    private func parts(
        of query: ReadingQuery, _ table: ReadingsTable, after refusal: QueryEnd?
    ) throws -> [Part] {
        var parts: [Part] = []
        try inRanges(query, after: refusal) { query in
            let sql: SQL = """
                SELECT DISTINCT \(table.identityColumns) FROM \(name: Table.readings.rawValue)
                WHERE \(table.condition(query))
                """
            let (end, rows) = try texts(.sql(sql), ReadingsTable.identityNames)
            if end == .complete, !rows.isEmpty {
                parts.append(
                    Part(window: query.window, series: Set(rows.map(ReadingsTable.series))))
            }
            return end
        }
        return parts
    }

    /// Loads the readings of one series, in ranges where the server wants it so.
    func load(
        _ query: ReadingQuery, of series: SeriesIdentity, _ table: ReadingsTable,
        _ body: (ReadingBatch) throws -> Void
    ) throws {
        var only: SQL = table.equals("provider", series.provider)
        only = only.then("AND \(table.equals("machineID", series.machineID))")
        if query.run == nil { only = only.then("AND \(table.equals("run", series.run))") }
        try inRanges(query) { try loadPart($0, only, table, body) }
    }

    /// Loads the window with one statement, of all series or of some, in their order. Where the answer
    /// breaks off it goes on behind the last reading that `body` has been given.
    /// - Parameter only: a condition on the series; nil for all.
    func loadPart(
        _ query: ReadingQuery, _ only: SQL?, _ table: ReadingsTable,
        _ body: (ReadingBatch) throws -> Void
    ) throws -> QueryEnd {
        // Tags are compared byte by byte, as SeriesIdentity compares them; an absent one is "".
        var sql: SQL = """
            SELECT \(table.identityColumns), CAST(time AS BIGINT) AS time_ns, \
            \(table.sequence) AS k_seq, \(table.channelColumns) FROM \(name: Table.readings.rawValue)
            WHERE \(table.condition(query))
            """
        if let only { sql = sql.then("AND \(only)") }
        sql = sql.then(
            """
            ORDER BY k_run NULLS FIRST, k_provider NULLS FIRST, k_machine NULLS FIRST, time_ns
            """)
        for tag in table.foreignTags { sql = "\(sql), \(name: tag) NULLS FIRST" }
        return try collect(.sql(sql), table, body)
    }

    /// Asks for rows of identity, time, number and channels, and gives them on in pieces.
    func collect(
        _ question: Question, _ table: ReadingsTable, _ body: (ReadingBatch) throws -> Void
    ) throws -> QueryEnd {
        var collector = PieceCollector(channels: table.channels, pieceSize: Self.pieceSize)
        let columns: [(name: String, kind: CellKind)] =
            ReadingsTable.identityNames.map { ($0, .text) }
            + ["time_ns", "k_seq"].map { ($0, .integer) }
            + table.channelAliases.map { ($0, .float) }
        let restart = { collector.restart() }
        let end = try query(question, columns, restart) { row in
            try collector.take(row, body)
        }
        try collector.flush(body)
        if collector.sharedCount > 0 {
            connection.notices.tell(
                .sharedRows(count: collector.sharedCount, tags: table.foreignTags))
        }
        return end
    }
}
