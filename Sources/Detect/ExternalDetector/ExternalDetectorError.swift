/// What went wrong with a program that serves as detector.
public enum ExternalDetectorError: Error, Equatable, Sendable, CustomStringConvertible {
    case cannotStart(command: String, reason: String)
    /// It ended before it had scored all rows, or with a status other than 0, or by a signal.
    case ended(
        command: String, status: Int32, isSignal: Bool, scores: Int, rows: Int, stderr: String)
    case tooManyScores(command: String, rows: Int, stderr: String)
    case notAScore(command: String, line: Int, text: String, stderr: String)
    case notALabel(command: String, line: Int, text: String, stderr: String)
    /// None of the rows that a quantile is to be taken of has a score.
    case nothingToCalibrate(command: String, rows: Int)
    /// - Parameter longest: bytes a line may have.
    case lineTooLong(command: String, line: Int, longest: Int, stderr: String)
    case timedOut(command: String, seconds: Double, scores: Int, rows: Int, stderr: String)

    public var description: String {
        switch self {
        case .cannotStart(let command, let reason):
            return "command:\(command): cannot be started: \(reason)"
        case .ended(let command, let status, let isSignal, let scores, let rows, let stderr):
            let how = isSignal ? "was ended by signal \(status)" : "ended with status \(status)"
            return
                "command:\(command): \(how) after \(scores) scores for \(rows) rows;"
                + " print one score per row, in order, until standard input ends"
                + Self.quote(stderr)
        case .tooManyScores(let command, let rows, let stderr):
            return "command:\(command): prints more lines than it got rows: more scores than the"
                + " \(rows) rows it was given; print one score per row and nothing else on standard"
                + " output" + Self.quote(stderr)
        case .notAScore(let command, let line, let text, let stderr):
            return
                "command:\(command): line \(line) of its output is \"\(Self.plain(text))\", which"
                + " is no score; print one finite number per row (an empty line for no score)"
                + Self.quote(stderr)
        case .notALabel(let command, let line, let text, let stderr):
            return
                "command:\(command): line \(line) of its output is \"\(Self.plain(text))\", which"
                + " is no label; print 0 or 1, or true or false; of -1 and 1 say which means an anomaly,"
                + " anomalous=-1 (scikit-learn) or anomalous=1" + Self.quote(stderr)
        case .nothingToCalibrate(let command, let rows):
            return
                "command:\(command): none of the \(rows) rows that the quantile is to be taken of has"
                + " a score; print one for rows that are learned from too, or give a threshold"
        case .lineTooLong(let command, let line, let longest, let stderr):
            return "command:\(command): line \(line) of its output is longer than \(longest) bytes,"
                + " which is no score; print one number per line" + Self.quote(stderr)
        case .timedOut(let command, let seconds, let scores, let rows, let stderr):
            return "command:\(command): no score for \(Int(seconds)) s (\(scores) scores for"
                + " \(rows) rows so far); does it flush its output and read to the end of its"
                + " input? If it takes its time, say how much: command[timeout=10m]:PROGRAM"
                + Self.quote(stderr)
        }
    }

    private static func quote(_ stderr: String) -> String {
        stderr.isEmpty ? "" : "; it said: \(plain(stderr))"
    }

    /// What a program prints may steer the terminal it is shown on: control characters are taken out.
    private static func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map {
                    $0.properties.generalCategory == .control ? "\u{FFFD}" : $0
                }))
    }
}
