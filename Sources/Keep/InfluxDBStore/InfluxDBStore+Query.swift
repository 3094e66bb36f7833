import HTTPClient
import Telemetry

/// How the answer to a statement ended, other than by an error that is told to the caller.
enum QueryEnd: Equatable {
    case complete
    /// Nothing has been written yet.
    case noDatabase
    /// The window holds more than the server wants to touch at once, or can give in time.
    case tooMuch(text: String)
}

extension InfluxDBStore {
    /// Asks `sql` and gives each row to `row`, trying again while that makes sense.
    ///
    /// When an answer breaks off, the statement is asked anew and `restart` is called first: what
    /// `row` has seen so far will come again.
    /// - Throws: ``InfluxDBError``, or what `row` throws.
    func query(
        _ sql: SQL, _ columns: [(name: String, kind: CellKind)],
        _ restart: () -> Void, row: (RowDecoder.Row) throws -> Void
    ) throws -> QueryEnd {
        var attempts = connection.attempts()
        var rowsBefore = 0
        while true {
            var decoder = RowDecoder(columns)
            let failure: (InfluxDBError.Failure, asked: Duration?)
            do {
                let (head, text) = try ask(sql, &decoder, row)
                switch StatusKind(head.status) {
                case .success:
                    try decoder.finish()
                    attempts.progressed()
                    return .complete
                case .notFound where InfluxDBConnection.isMissingDatabase(text):
                    attempts.progressed()
                    return .noDatabase
                case .notFound:
                    throw InfluxDBError.notInfluxDB(server: connection.name, status: head.status)
                case .notAuthorized where attempts.failures >= 2:
                    throw InfluxDBError.notAuthorized(
                        server: connection.name, status: head.status)
                case .passing where Self.isFileLimit(text):
                    return .tooMuch(text: Self.short(text))
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
            } catch HTTPError.timedOut where decoder.rowCount == 0 && attempts.failures > 0 {
                return .tooMuch(text: "no answer in time")
            } catch let error as HTTPError {
                failure = (.transport(error), nil)
            } catch let fault as RowDecoder.Fault {
                failure = (.undecodable(reason: "\(fault)"), nil)
            }
            if decoder.rowCount > rowsBefore { attempts.progressed() }
            rowsBefore = max(rowsBefore, decoder.rowCount)
            try attempts.failed(failure.0, asked: failure.asked)
            restart()
        }
    }

    /// A small result as texts: counts, names.
    func texts(_ sql: SQL, _ names: [String]) throws -> (QueryEnd, [[String]]) {
        var rows: [[String]] = []
        let restart = { rows.removeAll() }
        let end = try query(sql, names.map { ($0, .text) }, restart) {
            rows.append(CSVText.cells($0.rawTexts))
        }
        return (end, rows)
    }

    private func ask(
        _ sql: SQL, _ decoder: inout RowDecoder, _ row: (RowDecoder.Row) throws -> Void
    ) throws -> (HTTPHead, text: [UInt8]) {
        var text: [UInt8] = []
        let head = try connection.http.stream(connection.queryRequest(sql)) { head, piece in
            if head.isSuccess {
                try decoder.take(piece, row)
            } else if text.count < 4096 {
                text.append(contentsOf: piece)
            }
        }
        return (head, text)
    }

    /// The one error that no status tells from others: the words are the server's, in all releases
    /// that have the limit.
    private static func isFileLimit(_ text: [UInt8]) -> Bool {
        String(decoding: text, as: UTF8.self).lowercased().contains("file limit")
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
