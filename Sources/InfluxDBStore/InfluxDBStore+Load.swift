import Telemetry

extension InfluxDBStore: ReadingSource {
    /// Readings in one piece, at most.
    private static let pieceSize = 8192

    /// Streams the readings that match; see ``ReadingSource``. One statement where the server can give
    /// the whole window at once; where it cannot, the window is halved until it can, and the series
    /// are read one after the other.
    /// - Throws: ``InfluxDBError``, or what `body` throws.
    public func load(_ query: ReadingQuery, _ body: (ReadingBatch) throws -> Void) throws {
        let channels = try channels()
        guard !channels.isEmpty else { return }
        if try loadPart(query, of: nil, channels, body) == .complete { return }
        let parts = try parts(of: query)
        for series in Set(parts.flatMap(\.series)).sorted() {
            for part in parts where part.series.contains(series) {
                let query = ReadingQuery(run: query.run, window: part.window)
                try loadHalving(query, of: series, channels, body)
            }
        }
    }

    /// The series that have readings in `query`'s window, in their order.
    /// - Throws: ``InfluxDBError``.
    public func series(_ query: ReadingQuery = ReadingQuery()) throws -> [SeriesIdentity] {
        guard try !channels().isEmpty else { return [] }
        return Set(try parts(of: query).flatMap(\.series)).sorted()
    }

    /// The float columns of `machine_data`: the demo's first and in their order, others by name. Empty
    /// while there is no table.
    /// - Throws: ``InfluxDBError``.
    public func channels() throws -> [String] {
        let sql: SQL = """
            SELECT column_name FROM information_schema.columns
            WHERE table_schema = 'iox' AND table_name = \(.text(Table.readings.rawValue))
            AND data_type = 'Float64' ORDER BY column_name
            """
        let (end, rows) = try texts(sql, ["column_name"])
        guard end == .complete else { return [] }
        let names = rows.map { $0[0] }
        return demoChannels.filter(names.contains) + names.filter { !demoChannels.contains($0) }
    }

    /// A window that the server answers for at once, and who has readings in it.
    struct Part {
        let window: TimeWindow
        let series: Set<SeriesIdentity>
    }

    /// `query`'s window cut into such parts, in the order of time; those without readings left out.
    func parts(of query: ReadingQuery) throws -> [Part] {
        let sql: SQL = """
            SELECT DISTINCT "run", "provider", "machineID" FROM \(name: Table.readings.rawValue)
            WHERE \(Self.condition(query))
            """
        let (end, rows) = try texts(sql, ["run", "provider", "machineID"])
        switch end {
        case .noDatabase: return []
        case .complete:
            let series = rows.map { SeriesIdentity(machineID: $0[2], provider: $0[1], run: $0[0]) }
            return series.isEmpty ? [] : [Part(window: query.window, series: Set(series))]
        case .tooMuch(let text):
            let (first, second) = try halves(of: query, text)
            return try parts(of: first) + parts(of: second)
        }
    }

    private func loadHalving(
        _ query: ReadingQuery, of series: SeriesIdentity, _ channels: [String],
        _ body: (ReadingBatch) throws -> Void
    ) throws {
        guard case .tooMuch(let text) = try loadPart(query, of: series, channels, body) else {
            return
        }
        let (first, second) = try halves(of: query, text)
        try loadHalving(first, of: series, channels, body)
        try loadHalving(second, of: series, channels, body)
    }

    /// Below ten seconds of data a window is not cut further.
    func halves(of query: ReadingQuery, _ text: String) throws -> (ReadingQuery, ReadingQuery) {
        let (start, end) = (query.window.start, query.window.end)
        // Half the sum, rounded down, without overflow.
        let middle = (start & end) + ((start ^ end) >> 1)
        guard start != .min && end != .max && end - start < 10_000_000_000 else {
            return (
                ReadingQuery(run: query.run, window: TimeWindow(start: start, end: middle)),
                ReadingQuery(run: query.run, window: TimeWindow(start: middle, end: end))
            )
        }
        throw InfluxDBError.tooMuch(
            server: connection.name, window: [start, end], text: text)
    }

    /// Loads the window with one statement, of one series or of all in their order. Where the answer
    /// breaks off it goes on behind the last reading that `body` has been given.
    private func loadPart(
        _ query: ReadingQuery, of series: SeriesIdentity?, _ channels: [String],
        _ body: (ReadingBatch) throws -> Void
    ) throws -> QueryEnd {
        var collector = PieceCollector(channels: channels, pieceSize: Self.pieceSize)
        // Tags are compared byte by byte, as SeriesIdentity compares them; an absent one is "".
        var sql: SQL = """
            SELECT "run", "provider", "machineID", CAST(time AS BIGINT) AS time_ns, "seq", \
            \(names: channels) FROM \(name: Table.readings.rawValue)
            WHERE \(Self.condition(query))
            """
        if let series {
            for (tag, text) in [("provider", series.provider), ("machineID", series.machineID)] {
                sql = sql.then(Self.equals(tag, text))
            }
            if query.run == nil { sql = sql.then(Self.equals("run", series.run)) }
        }
        sql = sql.then(
            """
            ORDER BY "run" NULLS FIRST, "provider" NULLS FIRST, "machineID" NULLS FIRST, time
            """)
        let columns: [(name: String, kind: CellKind)] =
            ["run", "provider", "machineID"].map { ($0, .text) }
            + ["time_ns", "seq"].map { ($0, .integer) } + channels.map { ($0, .float) }
        let restart = { collector.restart() }
        let end = try self.query(sql, columns, restart) { row in
            try collector.take(row, body)
        }
        try collector.flush(body)
        return end
    }

    /// `time` inside the window, and of the run. The ends of all time are left open: the engine's
    /// own range is a little narrower.
    static func condition(_ query: ReadingQuery) -> SQL {
        var sql: SQL = "time IS NOT NULL"
        if query.window.start != .min { sql = sql.then("AND time >= \(.time(query.window.start))") }
        if query.window.end != .max { sql = sql.then("AND time < \(.time(query.window.end))") }
        if let run = query.run { sql = sql.then(equals("run", run)) }
        return sql
    }

    private static func equals(_ tag: String, _ text: String) -> SQL {
        text.isEmpty ? "AND \(name: tag) IS NULL" : "AND \(name: tag) = \(.text(text))"
    }
}
