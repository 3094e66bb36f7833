import HTTPClient
import Telemetry

/// How the answer to a statement ended, other than by an error that is told to the caller.
enum QueryEnd: Equatable {
    case complete
    /// Nothing has been written yet.
    case noDatabase
    /// The window holds more than the server gives at once (a limit of its own, now and later), or could
    /// give in time.
    case tooMuch(text: String, isLimit: Bool)

    var isTooMuch: Bool {
        if case .tooMuch = self { return true }
        return false
    }
}

/// A question in the language of one of the two APIs.
enum Question {
    case sql(SQL)
    /// Statements, and who reads the answer to them.
    case influxQL([InfluxQL], InfluxQLReader)

    /// Whether a 404 with this body says that there is no such database.
    fileprivate func isMissingDatabase(_ body: [UInt8]) -> Bool {
        switch self {
        case .sql: InfluxDBConnection.isMissingDatabase(body)
        case .influxQL: body.isObject
        }
    }
}

extension InfluxDBStore {
    /// Asks `question` and gives each row to `row`, trying again while that makes sense.
    ///
    /// When an answer breaks off, the statement is asked anew and `restart` is called first: what
    /// `row` has seen so far will come again.
    /// - Throws: ``InfluxDBError``, or what `row` throws.
    func query(
        _ question: Question, _ columns: [(name: String, kind: CellKind)],
        _ restart: () -> Void, row: (RowDecoder.Row) throws -> Void
    ) throws -> QueryEnd {
        var attempts = connection.attempts()
        var rowsBefore = 0
        while true {
            var decoder = RowDecoder(columns)
            let failure: (InfluxDBError.Failure, asked: Duration?)
            do {
                let (head, text) = try ask(question, &decoder, row)
                switch StatusKind(head.status) {
                case .success:
                    try decoder.finish()
                    attempts.progressed()
                    return .complete
                case .notFound where question.isMissingDatabase(text):
                    attempts.progressed()
                    return .noDatabase
                case .notFound:
                    throw InfluxDBError.notInfluxDB(server: connection.name, status: head.status)
                case .notAuthorized where attempts.failures >= 2:
                    throw InfluxDBError.notAuthorized(
                        server: connection.name, status: head.status)
                case .passing where Self.isFileLimit(text):
                    return .tooMuch(text: Self.short(text), isLimit: true)
                case .passing where Self.isUnderstood(text):
                    throw InfluxDBError.refused(
                        server: connection.name, status: head.status, text: Self.short(text))
                case .passing, .notAuthorized:
                    failure = (
                        .status(head.status, text: Self.short(text)), head.retryAfter
                    )
                case .refused:
                    throw InfluxDBError.refused(
                        server: connection.name, status: head.status, text: Self.short(text))
                }
            } catch HTTPError.cancelled {
                throw InfluxDBError.cancelled
            } catch HTTPError.timedOut
                where max(rowsBefore, decoder.rowCount) == 0 && attempts.failures > 0
            {
                // Not once rows were given on: parts of the window would give them again.
                return .tooMuch(text: "no answer in time", isLimit: false)
            } catch let error as HTTPError {
                failure = (.transport(error), nil)
            } catch let fault as RowDecoder.Fault {
                failure = (.undecodable(reason: "\(fault)"), nil)
            } catch let fault as InfluxQLReader.Fault {
                failure = (.undecodable(reason: "\(fault)"), nil)
            }
            if decoder.rowCount > rowsBefore { attempts.progressed() }
            rowsBefore = max(rowsBefore, decoder.rowCount)
            try attempts.failed(failure.0, asked: failure.asked)
            restart()
        }
    }

    /// A small result as texts: counts, names.
    func texts(_ question: Question, _ names: [String]) throws -> (QueryEnd, [[String]]) {
        var rows: [[String]] = []
        let restart = { rows.removeAll() }
        let end = try query(question, names.map { ($0, .text) }, restart) {
            rows.append(CSVText.cells($0.rawTexts))
        }
        return (end, rows)
    }

    private func ask(
        _ question: Question, _ decoder: inout RowDecoder, _ row: (RowDecoder.Row) throws -> Void
    ) throws -> (HTTPHead, text: [UInt8]) {
        switch question {
        case .sql(let sql):
            return try stream(connection.queryRequest(sql)) { try decoder.take($0, row) }
        case .influxQL(let statements, var reader):
            reader.begin(decoder.names)
            let (head, text) = try stream(connection.queryRequest(statements)) { piece in
                try reader.take(piece)
                try reader.csv.withUnsafeBytes { try decoder.take($0, row) }
                reader.removeRows()
            }
            guard head.isSuccess else { return (head, text) }
            try reader.finish(statements: statements.count)
            guard let error = reader.error else { return (head, text) }
            return (HTTPHead(status: Self.status(ofError: error)), Array("{\(error)".utf8))
        }
    }

    /// The 1.x API answers 200 and tells in the body what the other one tells by its status.
    private static func status(ofError error: String) -> Int {
        let words = error.lowercased()
        if words.contains("database not found") { return 404 }
        // "max-select-point limit exceeded", "query-timeout limit exceeded", the file limit of 3.x.
        return isFileLimit(Array(words.utf8)) || words.contains("timeout") ? 500 : 400
    }

    /// Gives an answer's body to `take`, or keeps its beginning where it tells an error.
    private func stream(
        _ request: HTTPRequest, _ take: (UnsafeRawBufferPointer) throws -> Void
    ) throws -> (HTTPHead, text: [UInt8]) {
        var text: [UInt8] = []
        let head = try connection.http.stream(request) { head, piece in
            if head.isSuccess {
                try take(piece)
            } else if text.count < 4096 {
                text.append(contentsOf: piece)
            }
        }
        return (head, text)
    }

    /// The one error that no status tells from others: the words are the server's, in all releases
    /// that have the limit.
    private static func isFileLimit(_ text: [UInt8]) -> Bool {
        let words = String(decoding: text, as: UTF8.self).lowercased()
        return words.contains("file limit") || words.contains("limit exceeded")
    }

    /// The server has read the statement and will not run it, now or later. Its planner says so with a
    /// 500 as well ("Schema error: No field named run"); the words are DataFusion's own.
    private static func isUnderstood(_ text: [UInt8]) -> Bool {
        let words = String(decoding: text.prefix(4096), as: UTF8.self)
        return [
            "Schema error", "Error during planning", "SQL error", "No field named",
            "Invalid (non-executable) plan", "This feature is not implemented", "type_coercion",
        ].contains { words.contains($0) }
    }

    private static func short(_ text: [UInt8]) -> String {
        String(String(decoding: text, as: UTF8.self).prefix(300))
    }
}
