import Synchronization
import Telemetry

/// Readings in one SQLite file: what InfluxDB is to the stack, on a machine that has none.
///
/// Table `machine_data` has one row a reading, keyed by series and time; the view `readings` joins
/// it to the names, for people: `sqlite3 FILE 'SELECT * FROM readings LIMIT 5'`. A NaN is kept as the
/// text 'nan', for SQLite stores NaN as NULL and NULL means missing here. The sign of a zero is lost,
/// which no comparison can see.
public final class SQLiteStore: ReadingSink, ReadingSource {
    /// How much a crash of the machine may cost.
    public enum Durability: Sendable {
        /// What has been sent survives a power cut.
        case full
        /// A killed process loses nothing; a power cut may lose the last second.
        case processCrash
        /// For a file that is thrown away at the end.
        case none
    }

    private struct State {
        let connection: SQLiteConnection
        var series: [SeriesIdentity: Int64] = [:]
        var channels: [String] = []
        var insert: SQLiteStatement?
        var insertChannels: [String] = []
    }

    public let path: String
    private let told = Atomic(false)
    private let tell: @Sendable (SQLiteNotice) -> Void
    private let waiting: BusyWait.Rules
    // SQLite handles are opened without their own lock; this one takes its place, and it also keeps
    // the prepared statements, which are not Sendable, on one thread at a time.
    private let state: Mutex<State>

    /// Opens `path`, making the file and its tables if they are not there.
    /// - Parameters:
    ///   - shouldStop: whether a wait for another program that holds the file should end; it
    ///   ends after `patience` anyway.
    ///   - tell: called with what the store's user should hear of.
    /// - Throws: ``SQLiteError``, also for a file that is another program's; it is left as it is.
    public init(
        path: String, durability: Durability = .processCrash, patience: Duration = .seconds(10),
        shouldStop: @escaping @Sendable () -> Bool = { false },
        tell: @escaping @Sendable (SQLiteNotice) -> Void = { _ in }
    ) throws {
        self.path = path
        self.tell = tell
        waiting = BusyWait.Rules(patience: patience, shouldStop: shouldStop) {
            tell(.held(path: path, spent: $0, patience: patience))
        }
        let connection = try SQLiteConnection(path: path, waiting: waiting)
        try Schema.refuseOthers(connection)
        try Self.prepare(connection, durability)
        let channels = try Schema.channels(of: connection)
        state = Mutex(State(connection: connection, channels: channels))
    }

    private static func prepare(
        _ connection: SQLiteConnection, _ durability: Durability
    ) throws(SQLiteError) {
        // KiB, negative in SQLite's way.
        var cache = -16_000
        switch durability {
        case .full:
            try connection.execute("PRAGMA synchronous = FULL")
        case .processCrash:
            try connection.execute("PRAGMA synchronous = NORMAL")
        case .none:
            try connection.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
            // A store for the length of a run is written in the order of time, and read by others: more
            // cache would only fill up.
            cache = -4000
        }
        try connection.execute("PRAGMA cache_size = \(cache)")
        // Two that make the file together can be told "locked" at once here, in spite of the time-out.
        if durability != .none { try connection.executeWhenFree("PRAGMA journal_mode = WAL") }
        try connection.executeWhenFree(Schema.tables)
    }

    public func send(_ batch: ReadingBatch) throws {
        guard !batch.isEmpty else { return }
        try state.withLock { state in
            let series = try Self.seriesID(of: batch.series, &state)
            let insert = try Self.insertStatement(for: batch.channels, &state)
            try state.connection.transaction {
                try Self.insertRows(of: batch, series: series, insert)
            }
        }
    }

    public func load(_ query: ReadingQuery, _ body: (ReadingBatch) throws -> Void) throws {
        try load(run: query.run, { _ in query.window }, body)
    }

    public func load(
        _ windows: [SeriesIdentity: TimeWindow], _ body: (ReadingBatch) throws -> Void
    ) throws {
        guard !windows.isEmpty else { return }
        try load(run: nil, { windows[$0] }, body)
    }

    private func load(
        run: String?, _ window: (SeriesIdentity) -> TimeWindow?,
        _ body: (ReadingBatch) throws -> Void
    ) throws {
        // A connection of its own: `body` may take its time, and may send to this store.
        let connection = try SQLiteConnection(path: path, readOnly: true, waiting: waiting)
        let channels = try Schema.channels(of: connection)
        guard !channels.isEmpty else { return }
        let columns = channels.map(Schema.quoted).joined(separator: ", ")
        let select = try connection.prepare(
            """
            SELECT time, seq, \(columns) FROM machine_data
            WHERE series = ?1 AND time >= ?2 AND time <= ?3 ORDER BY time
            """)
        var texts: SQLiteNotice.TextCells?
        for (id, series) in try Schema.series(of: connection, run: run) {
            guard let window = window(series) else { continue }
            try loadRows(
                of: series, id: id, window, channels, select, pieceSize: 8192, texts: &texts, body)
        }
        if let texts, !told.exchange(true, ordering: .relaxed) { tell(.texts(texts)) }
    }

    /// How many readings the store holds.
    public func count(run: String? = nil) throws -> Int {
        let connection = try SQLiteConnection(path: path, readOnly: true, waiting: waiting)
        let select = try connection.prepare(
            """
            SELECT count(*) FROM machine_data WHERE series IN
            (SELECT id FROM series WHERE ?1 IS NULL OR run = ?1)
            """)
        if let run { select.bind(1, run) }
        return try select.next() ? Int(select.integer(0)) : 0
    }

    /// How many readings of each series lie in the window.
    public func counts(_ query: ReadingQuery) throws -> [SeriesIdentity: Int] {
        let connection = try SQLiteConnection(path: path, readOnly: true, waiting: waiting)
        let select = try connection.prepare(
            "SELECT count(*) FROM machine_data WHERE series = ?1 AND time >= ?2 AND time <= ?3")
        var counts: [SeriesIdentity: Int] = [:]
        for (id, series) in try Schema.series(of: connection, run: query.run) {
            select.begin(id, query.window)
            if try select.next() { counts[series] = Int(select.integer(0)) }
        }
        return counts
    }

    /// Times of the oldest and the newest reading of each series that has any in the window, nanoseconds
    /// since 1970 UTC. Two look-ups a series, however many readings there are.
    public func extents(_ query: ReadingQuery) throws -> [SeriesIdentity: ClosedRange<Int64>] {
        let connection = try SQLiteConnection(path: path, readOnly: true, waiting: waiting)
        let ends = try ["min", "max"].map { end in
            try connection.prepare(
                "SELECT \(end)(time) FROM machine_data WHERE series = ?1 AND time >= ?2 AND time <= ?3"
            )
        }
        var extents: [SeriesIdentity: ClosedRange<Int64>] = [:]
        for (id, series) in try Schema.series(of: connection, run: query.run) {
            let times = try ends.compactMap { select -> Int64? in
                select.begin(id, query.window)
                return try select.next() && !select.isNull(0) ? select.integer(0) : nil
            }
            // A writer may have come in between.
            if times.count == 2 { extents[series] = min(times[0], times[1])...times[1] }
        }
        return extents
    }

    /// Runs `body` with the store's writing connection, alone.
    func withConnection<Result: Sendable>(
        _ body: (SQLiteConnection) throws -> sending Result
    ) throws -> Result {
        try state.withLock { try body($0.connection) }
    }

    private static func seriesID(
        of series: SeriesIdentity, _ state: inout State
    ) throws -> Int64 {
        if let known = state.series[series] { return known }
        let insert = try state.connection.prepare(
            "INSERT OR IGNORE INTO series (run, provider, machineID) VALUES (?1, ?2, ?3)")
        let select = try state.connection.prepare(
            "SELECT id FROM series WHERE run = ?1 AND provider = ?2 AND machineID = ?3")
        for statement in [insert, select] {
            statement.bind(1, series.run)
            statement.bind(2, series.provider)
            statement.bind(3, series.machineID)
        }
        try insert.run()
        guard try select.next() else {
            throw SQLiteError(
                code: 1, message: "a series that was just added is not there",
                path: state.connection.path)
        }
        let id = select.integer(0)
        state.series[series] = id
        return id
    }

    private static func insertStatement(
        for channels: [String], _ state: inout State
    ) throws -> SQLiteStatement {
        if let known = state.insert,
            state.insertChannels.elementsEqual(channels, by: { $0.hasSameBytes(as: $1) })
        {
            return known
        }
        let connection = state.connection
        if !state.channels.holds(channels) {
            // Another writer may add the same column at the same time: what is there is looked up while
            // nobody else can change it.
            var found = state.channels
            try connection.transaction {
                found = try Schema.channels(of: connection)
                for channel in channels where !found.holds([channel]) {
                    try connection.execute(
                        "ALTER TABLE machine_data ADD COLUMN \(Schema.quoted(channel)) REAL")
                    found.append(channel)
                }
                try connection.execute(Schema.view)
            }
            state.channels = found
        }
        let columns = channels.map(Schema.quoted).joined(separator: ", ")
        let marks = (0..<channels.count).map { "?\($0 + 4)" }.joined(separator: ", ")
        let statement = try state.connection.prepare(
            """
            INSERT OR IGNORE INTO machine_data (series, time, seq, \(columns))
            VALUES (?1, ?2, ?3, \(marks))
            """)
        state.insert = statement
        state.insertChannels = channels
        return statement
    }

    // Binding by the million: the loop reads through pointers, and the series is bound once.
    private static func insertRows(
        of batch: ReadingBatch, series: Int64, _ insert: SQLiteStatement
    ) throws {
        let channelCount = batch.channels.count
        insert.bind(1, series)
        try batch.values.withUnsafeBufferPointer { values in
            for index in 0..<batch.count {
                insert.bind(2, batch.times[index])
                insert.bind(3, batch.sequences[index])
                for channel in 0..<channelCount {
                    let value = values[index * channelCount + channel]
                    if !value.isNaN {
                        insert.bind(Int32(channel + 4), value)
                    } else if value.isMissing {
                        insert.bindNull(Int32(channel + 4))
                    } else {
                        insert.bind(Int32(channel + 4), "nan")
                    }
                }
                try insert.run()
            }
        }
    }

    private func loadRows(
        of series: SeriesIdentity, id: Int64, _ window: TimeWindow, _ channels: [String],
        _ select: SQLiteStatement, pieceSize: Int, texts: inout SQLiteNotice.TextCells?,
        _ body: (ReadingBatch) throws -> Void
    ) throws {
        select.begin(id, window)
        var piece = ReadingBatch(series: series, channels: channels, capacity: pieceSize)
        while try select.next() {
            piece.times.append(select.integer(0))
            piece.sequences.append(select.integer(1))
            for channel in 0..<channels.count {
                let column = Int32(channel + 2)
                // A zero may be a zero, a NULL or a text, and a text may begin like a number; nearly all
                // cells are what they are.
                guard select.isPlainNumber(column) else {
                    piece.values.append(
                        Self.value(select, column, path, channels[channel], &texts))
                    continue
                }
                piece.values.append(select.double(column))
            }
            if piece.count == pieceSize {
                try body(piece)
                piece.removeAll()
            }
        }
        if !piece.isEmpty { try body(piece) }
    }

    /// What a cell that is no number stands for.
    private static func value(
        _ select: SQLiteStatement, _ column: Int32, _ path: String, _ channel: String,
        _ texts: inout SQLiteNotice.TextCells?
    ) -> Double {
        if select.isNull(column) { return .missing }
        let text = select.text(column)
        if text == "nan" { return .nan }
        texts =
            texts
            ?? SQLiteNotice.TextCells(
                path: path, count: 0, example: String(text.prefix(60)), channel: channel)
        texts?.count += 1
        return .missing
    }
}

extension [String] {
    /// Whether all of `names` are among these, byte for byte.
    fileprivate func holds(_ names: [String]) -> Bool {
        names.allSatisfy { name in contains { $0.hasSameBytes(as: name) } }
    }
}

extension SQLiteStatement {
    /// Asks anew, for a series (?1) and times from ?2 to ?3, both among them.
    fileprivate func begin(_ id: Int64, _ window: TimeWindow) {
        reset()
        bind(1, id)
        bind(2, window.start)
        // The end of all time belongs to it, unlike any other end.
        bind(3, window.end == .max ? .max : window.end.subtractingSaturated(1))
    }
}
