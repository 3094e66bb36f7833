import Telemetry

extension InfluxDBStore: ReadingSource {
    /// Readings in one piece, at most.
    private static let pieceSize = 8192

    /// Streams the readings that match; see ``ReadingSource``. One statement where the server can give
    /// the whole window at once; where it cannot, the window is halved until it can, and the series
    /// are read one after the other.
    /// - Throws: ``InfluxDBError``, or what `body` throws.
    public func load(_ query: ReadingQuery, _ body: (ReadingBatch) throws -> Void) throws {
        guard let table = try readingsTable(), !table.channels.isEmpty else { return }
        if try connection.isV1() { return try loadV1(query, table, body) }
        if try loadPart(query, nil, table, body) == .complete { return }
        let parts = try parts(of: query, table)
        for series in Set(parts.flatMap(\.series)).sorted() {
            for part in parts where part.series.contains(series) {
                let query = ReadingQuery(run: query.run, window: part.window)
                try loadHalving(query, of: series, table, body)
            }
        }
    }

    /// The series that have readings in `query`'s window, in their order.
    /// - Throws: ``InfluxDBError``.
    public func series(_ query: ReadingQuery = ReadingQuery()) throws -> [SeriesIdentity] {
        guard let table = try readingsTable() else { return [] }
        if try connection.isV1() {
            return try endsV1(query, table, newest: false).keys.sorted()
        }
        return Set(try parts(of: query, table).flatMap(\.series)).sorted()
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
    func parts(of query: ReadingQuery, _ table: ReadingsTable) throws -> [Part] {
        let sql: SQL = """
            SELECT DISTINCT \(table.identityColumns) FROM \(name: Table.readings.rawValue)
            WHERE \(table.condition(query))
            """
        let (end, rows) = try texts(.sql(sql), ReadingsTable.identityNames)
        switch end {
        case .noDatabase: return []
        case .complete:
            let series = rows.map(ReadingsTable.series)
            return series.isEmpty ? [] : [Part(window: query.window, series: Set(series))]
        case .tooMuch(let text):
            let (first, second) = try halves(of: query, text)
            return try parts(of: first, table) + parts(of: second, table)
        }
    }

    func loadHalving(
        _ query: ReadingQuery, of series: SeriesIdentity, _ table: ReadingsTable,
        _ body: (ReadingBatch) throws -> Void
    ) throws {
        var only: SQL = table.equals("provider", series.provider)
        only = only.then("AND \(table.equals("machineID", series.machineID))")
        if query.run == nil { only = only.then("AND \(table.equals("run", series.run))") }
        guard case .tooMuch(let text) = try loadPart(query, only, table, body) else { return }
        let (first, second) = try halves(of: query, text)
        try loadHalving(first, of: series, table, body)
        try loadHalving(second, of: series, table, body)
    }

    /// Below ten seconds of data a window is not cut further.
    func halves(of query: ReadingQuery, _ text: String) throws -> (ReadingQuery, ReadingQuery) {
        let (start, end) = (query.window.start, query.window.end)
        // Half the sum, rounded down, without overflow.
        let middle = (start & end) + ((start ^ end) >> 1)
        guard end.subtractingSaturated(start) < 10_000_000_000 else {
            return (
                ReadingQuery(run: query.run, window: TimeWindow(start: start, end: middle)),
                ReadingQuery(run: query.run, window: TimeWindow(start: middle, end: end))
            )
        }
        throw InfluxDBError.tooMuch(
            server: connection.name, window: [start, end], text: text)
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
