import AlarmRules
import CommandLineTool
import Scoring

/// How flagged rows become alarms, as `evaluate` and `score` are told.
enum AlarmOptions {
    static let all = [
        CommandOption(
            "merge-gap", "S",
            help: "flagged rows up to S seconds apart are one alarm, at least those one row apart"
                + " (default: 10, at least 10 rows)"),
        CommandOption(
            "min-rows", "N", help: "an alarm is raised at its N-th flagged row (default: 1)"),
        CommandOption(
            "cap", "S",
            help: "an alarm counts again every S seconds, at most once a row (default: 300, at"
                + " least 60 rows; 0 for never)"),
    ]
}

extension AlarmRule {
    /// - Throws: ``ToolFailure`` (usage).
    init(_ arguments: ParsedArguments) throws {
        let seconds = 0.0...1e9
        self.init(minRows: try arguments.integer("min-rows", in: 1...1_000_000) ?? 1)
        if let gap = try arguments.number("merge-gap", in: seconds) {
            say(mergeGap: Duration(inSeconds: gap))
        }
        if let cap = try arguments.number("cap", in: seconds) {
            say(cap: cap == 0 ? nil : Duration(inSeconds: cap))
        }
    }
}
