import HTTPClient
import Telemetry

extension InfluxDBStore {
    /// Makes the database and its tables where they are missing, so that the first reading cannot fix a
    /// column to the wrong type. Done before, it changes nothing.
    /// - Throws: ``InfluxDBError``.
    public func prepare() throws {
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
        var attempts = connection.attempts()
        while true {
            let failure: InfluxDBError.Failure
            var asked: Duration?
            do {
                let answer = try connection.configure(path, body)
                let text = String(answer.text.prefix(300))
                switch StatusKind(answer.status) {
                case .success:
                    attempts.progressed()
                    return
                // It is there already.
                case .refused where answer.status == 409: return
                case .notFound:
                    throw InfluxDBError.notInfluxDB(server: connection.name, status: answer.status)
                case .notAuthorized where attempts.failures >= 2:
                    throw InfluxDBError.notAuthorized(
                        server: connection.name, status: answer.status)
                case .passing, .notAuthorized:
                    failure = .status(answer.status, text: text)
                    asked = answer.head.retryAfter
                case .refused:
                    throw InfluxDBError.refused(
                        server: connection.name, status: answer.status, text: text)
                }
            } catch HTTPError.cancelled {
                throw InfluxDBError.cancelled
            } catch let error as HTTPError {
                failure = .transport(error)
            }
            try attempts.failed(failure, asked: asked)
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
