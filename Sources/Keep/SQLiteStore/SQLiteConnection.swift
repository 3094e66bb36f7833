import CSQLite
import Glibc

/// One open database. Use it from one thread at a time; ``SQLiteStore`` sees to that.
final class SQLiteConnection {
    let path: String
    let handle: OpaquePointer
    private let wait: BusyWait

    /// - Parameter waiting: how to wait for another connection.
    init(
        path: String, readOnly: Bool = false, waiting: BusyWait.Rules = BusyWait.Rules()
    ) throws(SQLiteError) {
        self.path = path
        var opened: OpaquePointer?
        let flags =
            readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        let code = sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let opened else {
            let message = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
            sqlite3_close_v2(opened)
            throw SQLiteError(code: code, message: message, path: path)
        }
        handle = opened
        wait = BusyWait(waiting)
        wait.attach(to: handle)
    }

    deinit { sqlite3_close_v2(handle) }

    /// Runs statements that give no rows.
    func execute(_ sql: String) throws(SQLiteError) {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw error(sql) }
    }

    /// As ``execute(_:)``, again for up to ten seconds while another connection holds the file.
    func executeWhenFree(_ sql: String) throws(SQLiteError) {
        for attempt in Int32(0)... {
            do { return try execute(sql) } catch {
                guard error.isBusy, wait.goesOn(after: attempt) else { throw error }
            }
        }
    }

    func prepare(_ sql: String) throws(SQLiteError) -> SQLiteStatement {
        var statement: OpaquePointer?
        guard
            sqlite3_prepare_v3(
                handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil) == SQLITE_OK,
            let statement
        else { throw error(sql) }
        return SQLiteStatement(statement: statement, connection: self, sql: sql)
    }

    /// Runs `body` as one transaction: all of it, or nothing.
    func transaction(_ body: () throws -> Void) throws {
        try execute("BEGIN IMMEDIATE")
        do {
            try body()
            try execute("COMMIT")
        } catch {
            // The first error is the one to report; a failed roll-back changes nothing about it.
            try? execute("ROLLBACK")
            throw error
        }
    }

    func error(_ sql: String?) -> SQLiteError {
        SQLiteError(
            code: sqlite3_errcode(handle), message: String(cString: sqlite3_errmsg(handle)),
            path: path, statement: sql)
    }

    var changes: Int { Int(sqlite3_changes(handle)) }
}

/// A prepared statement.
final class SQLiteStatement {
    let statement: OpaquePointer
    private let connection: SQLiteConnection
    private let sql: String

    init(statement: OpaquePointer, connection: SQLiteConnection, sql: String) {
        self.statement = statement
        self.connection = connection
        self.sql = sql
    }

    deinit { sqlite3_finalize(statement) }

    // Parameters count from 1 and columns from 0, as in SQLite itself.

    @inline(__always) func bind(_ index: Int32, _ value: Int64) {
        sqlite3_bind_int64(statement, index, value)
    }
    @inline(__always) func bind(_ index: Int32, _ value: Double) {
        sqlite3_bind_double(statement, index, value)
    }
    @inline(__always) func bindNull(_ index: Int32) { sqlite3_bind_null(statement, index) }
    func bind(_ index: Int32, _ value: String) {
        // SQLITE_TRANSIENT: SQLite copies the text before the call returns.
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        // With its length: a text may hold a zero.
        sqlite3_bind_text(statement, index, value, Int32(value.utf8.count), transient)
    }
    func bind(_ index: Int32, bytes: [UInt8]) {
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        sqlite3_bind_blob(statement, index, bytes, Int32(bytes.count), transient)
    }

    /// Runs a statement that gives no rows, ready to be bound anew.
    @inline(__always) func run() throws(SQLiteError) {
        let code = sqlite3_step(statement)
        sqlite3_reset(statement)
        guard code == SQLITE_DONE else { throw connection.error(sql) }
    }

    /// Moves to the next row; false after the last one.
    @inline(__always) func next() throws(SQLiteError) -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw connection.error(sql)
        }
    }

    func reset() { sqlite3_reset(statement) }

    @inline(__always) func integer(_ column: Int32) -> Int64 {
        sqlite3_column_int64(statement, column)
    }
    @inline(__always) func isPlainNumber(_ column: Int32) -> Bool {
        let type = sqlite3_column_type(statement, column)
        return type == SQLITE_FLOAT || type == SQLITE_INTEGER
    }
    @inline(__always) func isNull(_ column: Int32) -> Bool {
        sqlite3_column_type(statement, column) == SQLITE_NULL
    }
    @inline(__always) func double(_ column: Int32) -> Double {
        sqlite3_column_double(statement, column)
    }
    func text(_ column: Int32) -> String {
        guard let start = sqlite3_column_text(statement, column) else { return "" }
        let count = Int(sqlite3_column_bytes(statement, column))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }
}
