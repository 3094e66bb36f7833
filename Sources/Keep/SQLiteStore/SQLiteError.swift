import Telemetry

/// What SQLite refused, with the statement that it refused.
public struct SQLiteError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Primary result code, as in sqlite3.h.
    public var code: Int32
    /// SQLite's own words.
    public var message: String
    /// The file.
    public var path: String
    /// The statement at work; nil while opening.
    public var statement: String?

    /// Whether the disk or a quota is full.
    public var isDiskFull: Bool { code == 13 }

    /// Whether another connection held what was asked for.
    public var isBusy: Bool { code & 0xFF == 5 || code & 0xFF == 6 }

    public var description: String {
        var text = "\(path): \(message)"
        if isDiskFull { text += "; free some space, or name another folder" }
        if code == 26 {
            text += "; name a file that SQLite has written, or one that does not exist"
        }
        if code == 14 { text += "; check that the folder exists and may be written" }
        if isBusy {
            return
                "\(path): another program holds the file, and did not let go; end it, or try again later"
        }
        if let statement { text += " (while running: \(statement.prefix(120)))" }
        return text
    }
}

extension SQLiteError: RefusalTelling {
    /// A value that is too large, breaks a constraint, or is of the wrong type.
    public var refusal: StoreRefusal? {
        [18, 19, 20, 25].contains(code) ? .unnamed(reason: message) : nil
    }
}
