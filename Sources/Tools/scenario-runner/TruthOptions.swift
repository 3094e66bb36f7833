import CommandLineTool
import LabelledFiles
import Telemetry

/// Truth beside the data, as `evaluate` and `score` are told of it.
enum TruthOptions {
    static let all = [
        CommandOption(
            "truth", "FILE", repeats: true,
            help: "take the events from a file, not from labels: what export --truth wrote, NAB's"
                + " windows, or CSV with id,start,end,kind; several files are several people's"),
        CommandOption(
            "agree", "N",
            help:
                "of several people, N must mark a moment for it to be part of an event; what fewer"
                + " mark is not scored (default: more than half)"),
        CommandOption(
            "early", "D",
            help: "an alarm up to D before an event is about it; rows there are not scored"),
        CommandOption(
            "late", "D",
            help: "an alarm up to D after an event is about it; rows there are not scored"),
    ]

    /// - Throws: ``ToolFailure`` (usage).
    static func truth(_ arguments: ParsedArguments) throws -> TruthFile? {
        let paths = arguments.values("truth")
        guard !paths.isEmpty else { return nil }
        var truth = try TruthFile(paths: paths)
        truth.agreeing = try agreeing(arguments)
        return truth
    }

    /// - Throws: ``ToolFailure`` (usage).
    static func agreeing(_ arguments: ParsedArguments) throws -> Int? {
        try arguments.integer("agree", in: 1...1000)
    }

    /// - Throws: ``ToolFailure`` (usage).
    static func tolerance(_ arguments: ParsedArguments) throws -> Tolerance {
        func length(_ name: String) throws -> Int64 {
            guard let text = arguments.value(name) else { return 0 }
            guard let length = DurationText.parse(text), length >= 0 else {
                throw ToolFailure.usage("--\(name) \(text): give a duration such as 10m or 30s")
            }
            return length
        }
        return Tolerance(early: try length("early"), late: try length("late"))
    }
}
