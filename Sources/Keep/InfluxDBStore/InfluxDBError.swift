import HTTPClient

/// A line that the server, or our own check before it, did not take.
public struct RefusedLine: Sendable, Equatable {
    /// The line as we wrote it, cut to 200 bytes.
    public let line: String
    public let reason: String

    public init(line: String, reason: String) {
        self.line = line
        self.reason = reason
    }
}

/// Why the store could not be written or read, as facts.
public enum InfluxDBError: Error, Equatable, Sendable {
    /// All other lines are stored. `examples` holds the first few.
    case linesRefused(count: Int, examples: [RefusedLine])
    /// 401 or 403, three times.
    case notAuthorized(server: String, status: Int)
    /// What answers there is not InfluxDB 3: it knows neither the path nor our question.
    case notInfluxDB(server: String, status: Int)
    /// An answer that another try would not change; `text` is the server's, cut.
    case refused(server: String, status: Int, text: String)
    /// Tried until patience ended; the last failure is told.
    case unavailable(server: String, tries: Int, last: Failure)
    /// Even ten seconds of data are more than the server gives in time, or than its limits allow.
    case tooMuch(server: String, window: [Int64], text: String)
    /// The table is somebody else's and lacks what we cannot do without.
    case missingColumn(table: String, column: String, found: [String])
    /// A name that line protocol cannot carry.
    case unwritableName(String)
    case cancelled

    public enum Failure: Equatable, Sendable {
        case transport(HTTPError)
        case status(Int, text: String)
        /// A 200 whose body is not what was asked for.
        case undecodable(reason: String)
    }
}

extension InfluxDBError: CustomStringConvertible {
    /// What happened, where, and what to do about it.
    public var description: String {
        switch self {
        case .linesRefused(let count, let examples):
            "the store refused \(count) line(s), the rest is stored; first: "
                + (examples.first.map { "\($0.reason) in `\($0.line)`" } ?? "unknown")
        case .notAuthorized(let server, let status):
            "\(server) answered \(status): set INFLUX_TOKEN_FILE (or INFLUX_TOKEN) to a token "
                + "that may use this database"
        case .notInfluxDB(let server, let status):
            "\(server) answered \(status) and is no InfluxDB that INFLUX_API names; check INFLUX_HOST, its port, and"
                + " INFLUX_API (auto asks the server)"
        case .refused(let server, let status, let text): "\(server) answered \(status): \(text)"
        case .unavailable(let server, let tries, let last):
            "\(server) could not be used after \(tries) tries (\(last)); "
                + "check that it runs and has room, then start again: nothing is lost by it"
        case .tooMuch(let server, let window, let text):
            "\(server) cannot answer for the window \(window): \(text)"
        case .missingColumn(let table, let column, let found):
            "the table \(table) has no column \(column), which says whose reading a row is; it has "
                + found.joined(separator: ", ")
                + ". Write the machine's name as a tag \(column)"
        case .unwritableName(let name):
            "\"\(name.escapingControls)\" cannot be a tag or name in InfluxDB: no line breaks, tabs or "
                + "other control characters, or a backslash "
                + "before a comma, space, equals sign or the end"
        case .cancelled: "stopped"
        }
    }
}

extension InfluxDBError.Failure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .transport(let error): "\(error)"
        case .status(let status, let text): "status \(status)\(text.isEmpty ? "" : ": \(text)")"
        case .undecodable(let reason): "an answer that makes no sense: \(reason)"
        }
    }
}

extension String {
    /// Control characters as escapes, which a terminal shows and does not obey.
    var escapingControls: String {
        unicodeScalars.reduce(into: "") { text, scalar in
            text +=
                scalar.properties.generalCategory == .control
                ? scalar.escaped(asASCII: true) : String(scalar)
        }
    }
}
