import Telemetry

/// The tables, and what can be read from them about themselves.
enum Schema {
    static let tables = """
        CREATE TABLE IF NOT EXISTS series (
            id INTEGER PRIMARY KEY, run TEXT NOT NULL, provider TEXT NOT NULL,
            machineID TEXT NOT NULL, UNIQUE (run, provider, machineID));
        CREATE TABLE IF NOT EXISTS machine_data (
            series INTEGER NOT NULL, time INTEGER NOT NULL, seq INTEGER NOT NULL,
            PRIMARY KEY (series, time)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS anomaly_scores (
            unique_id TEXT NOT NULL, detector TEXT NOT NULL, run TEXT NOT NULL,
            time INTEGER NOT NULL, machineID TEXT NOT NULL, score REAL, is_anomaly INTEGER NOT NULL, value REAL,
            PRIMARY KEY (unique_id, detector, run, time)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS machine_data_aggregated (
            machineID TEXT NOT NULL, run TEXT NOT NULL, time INTEGER NOT NULL,
            anomalies INTEGER NOT NULL, vibration REAL,
            PRIMARY KEY (machineID, run, time)) WITHOUT ROWID;
        """

    static let view = """
        DROP VIEW IF EXISTS readings;
        CREATE VIEW readings AS SELECT s.run, s.provider, s.machineID, d.*
        FROM machine_data d JOIN series s ON s.id = d.series;
        """

    private static let tableNames = [
        "series", "machine_data", "anomaly_scores", "machine_data_aggregated",
    ]
    private static let keyColumns = ["series", "time", "seq"]

    /// Refuses a file that another program has made, before anything is written to it. More tables beside
    /// ours are nobody's harm.
    /// - Throws: ``SQLiteError``.
    static func refuseOthers(_ connection: SQLiteConnection) throws {
        let select = try connection.prepare(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        )
        var tables: [String] = []
        while try select.next() { tables.append(select.text(0)) }
        if tables.contains("machine_data") {
            let columns = try columns(of: connection)
            let missing = keyColumns.filter { !columns.contains($0) }
            guard !missing.isEmpty else { return }
            throw SQLiteError(
                code: 1,
                message: "machine_data has the columns \(columns.joined(separator: ", ")), and not"
                    + " \(missing.joined(separator: ", ")): another program's table; " + advice,
                path: connection.path)
        }
        guard let other = tables.first(where: { !tableNames.contains($0) }) else { return }
        throw SQLiteError(
            code: 1,
            message: "has no readings: its tables (\(other), ...) are another program's; " + advice,
            path: connection.path)
    }

    private static let advice =
        "write it as CSV (sqlite3 -header -csv FILE 'SELECT ...') for anomaly-detector score or"
        + " scenario-runner evaluate, or name a file that scenario-runner ingest writes"

    /// A name as an SQL identifier; the quotes inside are doubled.
    static func quoted(_ name: String) -> String {
        "\""
            + name.split(separator: "\"", omittingEmptySubsequences: false).joined(
                separator: "\"\"")
            + "\""
    }

    /// The channels, which are the columns after the key and the number.
    static func channels(of connection: SQLiteConnection) throws -> [String] {
        try columns(of: connection).filter { !keyColumns.contains($0) }
    }

    private static func columns(of connection: SQLiteConnection) throws -> [String] {
        let select = try connection.prepare("SELECT name FROM pragma_table_info('machine_data')")
        var names: [String] = []
        while try select.next() { names.append(select.text(0)) }
        return names
    }

    /// The series, in their own order.
    static func series(
        of connection: SQLiteConnection, run: String?
    ) throws -> [(id: Int64, series: SeriesIdentity)] {
        let select = try connection.prepare(
            "SELECT id, run, provider, machineID FROM series WHERE ?1 IS NULL OR run = ?1")
        if let run { select.bind(1, run) }
        var found: [(id: Int64, series: SeriesIdentity)] = []
        while try select.next() {
            found.append(
                (
                    select.integer(0),
                    SeriesIdentity(
                        machineID: select.text(3), provider: select.text(2), run: select.text(1))
                ))
        }
        return found.sorted { $0.series < $1.series }
    }
}
