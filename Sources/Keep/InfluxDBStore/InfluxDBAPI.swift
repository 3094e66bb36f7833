import HTTPClient

/// The HTTP interface that a server is spoken to in.
public enum InfluxDBAPI: String, Sendable, CaseIterable {
    /// Asks the server once which of the others it has.
    case auto
    /// InfluxDB 3 Core and Enterprise: SQL at `/api/v3/query_sql`, writes at `/api/v3/write_lp`.
    case v3
    /// InfluxDB Cloud (Serverless, Dedicated), 2.x and 1.x: InfluxQL at `/query`, writes at
    /// `/api/v2/write`, or at `/write` where a server has not even that.
    case v1
}

extension InfluxDBConnection {
    /// What the server speaks: as configured, or asked once.
    /// - Throws: ``InfluxDBError``.
    func isV1() throws -> Bool {
        switch configuration.api {
        case .v3: return false
        case .v1: return true
        case .auto:
            if let known = answered.withLock({ $0.isV1 }) { return known }
            let found = try lacksV3()
            answered.withLock { $0.isV1 = found }
            return found
        }
    }

    /// Every answer but "no such path" comes from a server that has the path. One that refuses the
    /// token before it looks at the path (InfluxDB Cloud) is asked at the other path as well.
    private func lacksV3() throws -> Bool {
        var isOlder = false
        let answer = try untilAnswered { [self] in
            let answer = try http.send(queryRequest("SELECT 1 AS one"))
            guard StatusKind(answer.status) == .notAuthorized else { return answer }
            let older = try http.send(queryRequest(["SHOW MEASUREMENTS"]))
            isOlder = older.head.isSuccess
            return isOlder ? older : answer
        }
        return isOlder
            || StatusKind(answer.status) == .notFound && !Self.isMissingDatabase(answer.body)
    }

    /// Sends what `send` sends until something answers that another try would not change.
    /// - Throws: ``InfluxDBError``.
    func untilAnswered(_ send: () throws -> HTTPResponse) throws -> HTTPResponse {
        var attempts = attempts()
        while true {
            let failure: InfluxDBError.Failure
            var asked: Duration?
            do {
                let answer = try send()
                switch StatusKind(answer.status) {
                case .notAuthorized where attempts.failures >= 2:
                    throw InfluxDBError.notAuthorized(server: name, status: answer.status)
                case .passing, .notAuthorized:
                    failure = .status(answer.status, text: String(answer.text.prefix(300)))
                    asked = answer.head.retryAfter
                case .success, .refused, .notFound:
                    attempts.progressed()
                    return answer
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
