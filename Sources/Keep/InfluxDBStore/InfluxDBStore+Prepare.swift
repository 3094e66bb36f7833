import HTTPClient
import Telemetry

extension InfluxDBStore {
    /// Makes the database and its tables where they are missing, so that the first reading cannot fix a
    /// column to the wrong type. Done before, it changes nothing.
    /// - Throws: ``InfluxDBError``.
    public func prepare() throws {
        if try connection.isV1() { return try prepareV1() }
        var body = JSONText()
        body.beginObject()
        body.member("db", connection.configuration.database)
        body.endObject()
        try configure("/api/v3/configure/database", body)
        for table in Table.allCases where table != .aggregated {
            try configure("/api/v3/configure/table", table.definition(connection.configuration))
        }
    }

    private func configure(_ path: String, _ body: JSONText) throws {
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
    fileprivate func definition(_ configuration: InfluxDBConfiguration) -> JSONText {
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
        var json = JSONText()
        json.beginObject()
        json.member("db", configuration.database)
        json.member("table", rawValue)
        json.key("tags")
        json.array(tags) { $0.value($1) }
        json.key("fields")
        json.array(fields) { json, field in
            json.beginObject()
            json.member("name", field.0)
            json.member("type", field.1)
            json.endObject()
        }
        json.endObject()
        return json
    }
}
