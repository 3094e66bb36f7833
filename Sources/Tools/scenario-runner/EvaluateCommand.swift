import AlarmRules
import AnomalyDetection
import CommandLineTool
import Foundation
import LabelledFiles
import PublicSets
import Reporting
import Scoring
import Testbed

/// `scenario-runner evaluate`: detectors on anyone's labelled data.
enum EvaluateCommand {
    static let command = Command(
        "evaluate", summary: "score detectors on labelled CSV files of your own",
        arguments: "DATASET.csv|SET:FOLDER...",
        options: [
            DetectorChoice.option, DetectorChoice.thresholdOption, DetectorChoice.timeoutOption,
            ReportOutput.folderOption, ReportOutput.jobsOption, ReportOutput.jsonOption,
        ] + DataOptions.all + AlarmOptions.all + [
            CommandOption(
                "budget", "RATE",
                help: "false alarms per machine-hour that are acceptable (default: 1)"),
            Bars.option, Bars.junitOption,
            PredictionLog.option,
            CommandOption(
                "resume", help: "keep reports that are there already, and make only the others"),
        ],
        examples: [
            (
                "scenario-runner evaluate pump.csv --detector half-space-trees --detector mad",
                "two detectors on one file"
            ),
            (
                "scenario-runner evaluate valve1/1.csv --label-column anomaly"
                    + " --ignore-columns changepoint --probation 400rows", "a file of SKAB"
            ),
            ("scenario-runner evaluate nab:NAB", "a clone of numenta/NAB, with NAB's own score"),
        ],
        notes: """
            The CSV file has a header; cells are parted by commas, semicolons or tabs. Times are RFC 3339,
            YYYY-MM-DD HH:MM:SS[.fff], or s, ms, us or ns since 1970; they may repeat and go back. Every
            other numeric column is a channel; an empty cell is a missing value. Runs of label 1 are the
            events; a column kind names them, and a column events parts those that overlap. What was
            taken for what is said on standard error. DATASET.csv may be - or a pipe. Readings go to the detector in the order of the file, and are
            scored in the order of time. Files are read as a stream, so they may be larger than memory.

            \(PublicSet.forms.joined(separator: ", ")) read what these projects publish, with their
            labels and the beginning that they give to learn from, and add their own score
            (docs/public-sets.md).
            """,
        run: run)

    private static func run(_ arguments: ParsedArguments) throws -> ExitCode {
        Interruption.install()
        guard !arguments.positionals.isEmpty else {
            throw ToolFailure.usage(
                "name a labelled CSV file to evaluate detectors on, or a public set such as"
                    + " nab:FOLDER")
        }
        let detectors = try DetectorChoice.parse(arguments)
        let bars = try Bars.parse(arguments)
        let jobs = try ReportOutput.jobs(arguments)
        var evaluation = Evaluation(detectors: detectors)
        evaluation.alarmRule = try AlarmRule(arguments)
        evaluation.budget = try arguments.number("budget", in: 0...1e9) ?? 1
        evaluation.keepsFinished = arguments.has("resume")
        evaluation.writesPredictions = arguments.has("predictions")
        evaluation.options = try DataOptions(arguments)
        evaluation.options.training = detectors.compactMap(\.train)
        let folder = try ReportFolder(arguments.value("out") ?? "reports")
        var sources = try EvaluationSources(arguments, evaluation.options, detectors)
        let reports = try evaluation.run(&sources, into: folder, jobs: jobs)
        try folder.writeIndex(reports)
        try Bars.writeJUnit(arguments, reports, bars)
        try ReportOutput.show(
            reports, folder, asJSON: arguments.has("json"), sets: sources.sets)
        return try Bars.verdict(reports, bars)
    }
}
