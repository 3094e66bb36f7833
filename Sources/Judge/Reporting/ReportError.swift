/// Why a report file cannot be read.
public enum ReportError: Error, Equatable, Sendable {
    /// Not JSON: place and what was expected there.
    case syntax(line: Int, column: Int, expected: String)
    /// Another kind of document.
    case schema(found: String?)
    /// A report, written by another version of the program.
    case version(found: String)
    /// A member that should be there, or of this kind, is not: `events[3].start`.
    case member(path: String, expected: String)
}

extension ReportError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .syntax(let line, let column, let expected):
            "line \(line), column \(column): this is not JSON: expected \(expected)"
        case .schema(let found):
            "this is not a report of ours: \"schema\" is "
                + (found.map { "\"\($0)\"" } ?? "missing")
                + "; a report has \"\(Report.schema)\" and is written by scenario-runner run"
        case .version(let found):
            "this report is of another version: \"schema\" is \"\(found)\", and this program reads"
                + " \"\(Report.schema)\"; make the report again with this version's"
                + " scenario-runner run"
        case .member(let path, let expected):
            "\(path): expected \(expected); the file is damaged or edited: make the report again"
        }
    }
}
