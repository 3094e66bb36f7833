import HTTPClient
import JSONText
import Telemetry

extension InfluxDBStore {
    /// Makes the database and its tables where they are missing, so that the first reading cannot fix a
    /// column to the wrong type. Done before, it changes nothing.
    /// - Throws: ``InfluxDBError``.
    public func prepare() throws {
        if try connection.isV1() { return try prepareV1() }
        try configure(
            "/api/v3/configure/database",
            .object([("db", .string(connection.configuration.database))]))
        for table in Table.allCases where table != .aggregated {
            try configure("/api/v3/configure/table", table.definition(connection.configuration))
        }
    }

    private func configure(_ path: String, _ body: JSONValue) throws {
        let answer = try connection.untilAnswered { try connection.configure(path, body) }
        switch StatusKind(answer.status) {
        case .success: return
        // It is there already.
        case .refused where answer.status == 409: return
        case .notFound:
            throw InfluxDBError.notInfluxDB(server: connection.name, status: answer.status)
        default:
            throw InfluxDBError.refused(
                server: connection.name, status: answer.status,
                text: String(answer.text.prefix(300)))
        }
    }
}

extension InfluxDBStore.Table {
    /// Columns with their types, as `POST /api/v3/configure/table` takes them.
    fileprivate func definition(_ configuration: InfluxDBConfiguration) -> JSONValue {
        let (tags, fields): ([String], [(String, String)]) =
            switch self {
            case .readings:
                (
                    ["machineID", "provider", "run"],
                    demoChannels.map { ($0, "float64") } + [("seq", "int64")]
                )
            case .scores:
                (
                    ["unique_id", "machineID", "detector", "run"],
                    [("score", "float64"), ("value", "float64"), ("is_anomaly", "bool")]
                )
            case .truth:
                (
                    ["machineID", "kind", "run", "id"],
                    [("end", "int64"), ("channels", "utf8"), ("is_scored", "bool")]
                )
            case .aggregated: ([], [])
            }
        return .object([
            ("db", .string(configuration.database)),
            ("table", .string(rawValue)),
            ("tags", .array(tags.map { .string($0) })),
            (
                "fields",
                .array(fields.map { .object([("name", .string($0)), ("type", .string($1))]) })
            ),
        ])
    }
}
