/// Why a CSV file cannot be read, or rows cannot be written, as facts; `description` is the one place
/// that makes sentences of them. Names of files and columns come from the caller.
public enum CSVError: Error, Equatable, Sendable {
    case cannotOpen(file: String, reason: String)
    case cannotRead(file: String, reason: String)
    case empty(file: String)
    /// No text in it: a NUL byte, or text of another encoding.
    case notText(file: String, line: Int, what: String)
    case repeatedColumn(file: String, line: Int, name: String)
    /// Another number of cells than the header has.
    case wrongCellCount(file: String, line: Int, found: Int, expected: Int)
    /// One cell more than the header has, and nothing in it.
    case emptyLastCell(file: String, line: Int, header: [String])
    case unclosedQuote(file: String, line: Int)
    case textAfterQuote(file: String, line: Int)
    case rowTooLong(file: String, line: Int, limit: Int)
    /// A cell that holds something else than it must.
    case badCell(file: String, line: Int, column: String, found: String, needed: String)
    /// Whoever read the output went away.
    case outputClosed
    case cannotWrite(file: String, reason: String)
}

extension CSVError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cannotOpen(let file, let reason): "\(file): \(reason)"
        case .cannotRead(let file, let reason): "\(file): cannot be read: \(reason)"
        case .empty(let file): "\(file):1: the file is empty; give a CSV file with a header line"
        case .notText(let file, let line, let what):
            "\(file):\(line): \(what), so it cannot be read; give CSV in UTF-8"
                + (what.hasSuffix("UTF-8") ? " (iconv -f latin1 -t utf-8 may help)" : "")
                + (what.hasSuffix("UTF-16") ? " (iconv -f utf-16 -t utf-8 FILE makes it)" : "")
                + (what.hasPrefix("there is a NUL")
                    ? " (if it is UTF-16: iconv -f utf-16le -t utf-8 FILE makes it)" : "")
        case .repeatedColumn(let file, let line, let name):
            "\(file):\(line): the header names the column \"\(name)\" twice; rename one of the two, or if there"
                + " is no header, name the columns with --columns time,a,b; --skip-lines passes over"
                + " lines before it"
        case .wrongCellCount(let file, let line, let found, let expected):
            "\(file):\(line): the row has \(found < expected ? "fewer" : "more") cells than the"
                + " header: \(found), not \(expected)"
                + (line <= 20 ? "; --skip-lines passes over lines before the header" : "")
        case .emptyLastCell(let file, let line, let header):
            "\(file):\(line): the row has more cells than the header: \(header.count + 1), not"
                + " \(header.count), and the last one is empty; if each row ends with a separator, say"
                + " --skip-lines 1 --columns " + (header + [""]).joined(separator: ",")
        case .unclosedQuote(let file, let line):
            "\(file):\(line): a quoted cell is never closed; the quote opens on this line"
        case .textAfterQuote(let file, let line):
            "\(file):\(line): there is text behind a quoted cell; write a quote inside one as two"
        case .rowTooLong(let file, let line, let limit):
            "\(file):\(line): the row is longer than \(limit >> 20) MiB; is a quote not closed?"
        case .badCell(let file, let line, let column, let found, let needed):
            "\(file):\(line): \(column) is \"\(found)\"; \(needed)"
        case .outputClosed: "the output was closed before all rows were written"
        case .cannotWrite(let file, let reason): "\(file): cannot be written: \(reason)"
        }
    }
}
