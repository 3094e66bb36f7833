import AlarmRules
import AnomalyDetection
import CommandLineTool
import Foundation
import LabelledFiles
import Reporting
import Scoring
import Testbed

/// `scenario-runner evaluate`: detectors on anyone's labelled data.
enum EvaluateCommand {
    static let command = Command(
        "evaluate", summary: "score detectors on labelled CSV files of your own",
        arguments: "DATASET.csv...",
        options: [
            DetectorChoice.option, DetectorChoice.thresholdOption,
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
        ],
        notes: """
            The CSV file has a header; cells are parted by commas, semicolons or tabs. Times are RFC 3339,
            YYYY-MM-DD HH:MM:SS[.fff], or s, ms, us or ns since 1970; they may repeat and go back. Every
            other numeric column is a channel; an empty cell is a missing value. Runs of label 1 are the
            events; a column kind names them, and a column events parts those that overlap. What was
            taken for what is said on standard error. DATASET.csv may be - or a pipe. Readings go to the detector in the order of the file, and are
            scored in the order of time. Files are read as a stream, so they may be larger than memory.
            """,
        run: run)

    private static func run(_ arguments: ParsedArguments) throws -> ExitCode {
        Interruption.install()
        guard !arguments.positionals.isEmpty else {
            throw ToolFailure.usage("name a labelled CSV file to evaluate detectors on")
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
        let folder = try ReportFolder(arguments.value("out") ?? "reports")
        let reports = try evaluation.run(arguments.positionals, into: folder, jobs: jobs)
        try folder.writeIndex(reports)
        try Bars.writeJUnit(arguments, reports, bars)
        try ReportOutput.show(reports, folder, asJSON: arguments.has("json"))
        return try Bars.verdict(reports, bars)
    }
}

/// Files × detectors.
struct Evaluation: Sendable {
    var detectors: [ConfiguredDetector]
    var options = DataOptions()
    var alarmRule = AlarmRule()
    /// False alarms per machine-hour.
    var budget = 1.0
    var keepsFinished = false
    var writesPredictions = false

    private struct Item: Sendable {
        var detector: ConfiguredDetector
        var number: Int
    }

    /// - Returns: the reports in the order of files and detectors.
    func run(_ paths: [String], into folder: ReportFolder, jobs: Int) throws -> [Report] {
        let files = try paths.map { try InputFile($0) }
        let names = Self.names(files)
        let board = ProgressBoard(count: paths.count * detectors.count)
        defer { board.clear() }
        var reports: [Report] = []
        // One file at a time: what a file needs in memory grows with its rows.
        for (place, file) in files.enumerated() {
            let data = try LabelledCSV(file, options: options)
            board.clear()
            Terminal.error("scenario-runner: \(data.summary)")
            for warning in data.warnings {
                Terminal.error("scenario-runner: warning: \(file.name): \(warning)")
            }
            let items = detectors.enumerated().map {
                Item(detector: $1, number: place * detectors.count + $0)
            }
            reports += try JobPool.map(items, jobs: jobs) { item in
                defer { board.finish(item.number) }
                return try judge(data, names[place], item, folder, board)
            }
        }
        return reports
    }

    private func judge(
        _ data: LabelledCSV, _ name: String, _ item: Item, _ folder: ReportFolder,
        _ board: ProgressBoard
    ) throws -> Report {
        var report = Report(
            scenario: Report.Scenario(data, name: name, alarmRule: alarmRule, budget: budget),
            detector: Report.Detector(item.detector), route: "file", delivery: Report.Delivery(),
            scorecard: Scorecard())
        if keepsFinished, let kept = folder.report(like: report) { return kept }
        let clock = ContinuousClock()
        let begin = clock.now
        let label = "\(name), \(item.detector.spec)"
        let trace = TraceObserver(data)
        var observers: [any TrialObserver] = [trace]
        var log: PredictionLog?
        if writesPredictions {
            let made = try PredictionLog(folder, name: report.fileStem + ".predictions.csv", data)
            log = made
            observers.append(made)
        }
        let outcome: DetectorTrial.Outcome
        do {
            let hasIDs = data.hasIDs
            outcome = try DatasetTrial(dataset: data) { context in
                // Without ids a series has no name: the file's own must not change a score.
                try item.detector.detector(
                    for: hasIDs ? context : SeriesContext(channels: context.channels))
            }.run(
                options: ScoringOptions(alarmRule: alarmRule), observers: observers
            ) { board.show(label, item.number, $0) }
            try log?.finish()
        } catch {
            throw detectorTrouble(error, label)
        }
        report.scorecard = outcome.scorecard
        let rows = data.rowCount
        report.delivery = Report.Delivery(
            generated: rows, published: rows, stored: rows, scored: outcome.scored)
        report.notes = outcome.notes + data.warnings
        let wall = (clock.now - begin).seconds
        report.timing = [
            Report.Timing("wall_s", wall),
            Report.Timing("readings_per_s", Double(outcome.scored) / max(wall, 1e-9)),
        ]
        try folder.write(report, trace: trace.trace)
        return report
    }

    /// What reports call the files: their names, with the folder's where two are the same.
    static func names(_ files: [InputFile]) -> [String] {
        let short = files.map(\.title)
        let long = files.indices.map { place in
            guard short.count(where: { $0 == short[place] }) > 1 else { return short[place] }
            let folder = URL(filePath: files[place].name).deletingLastPathComponent()
                .lastPathComponent
            return "\(folder)-\(short[place])"
        }
        return long.indices.map { place in
            let before = long[..<place].count { $0 == long[place] }
            return before == 0 ? long[place] : "\(long[place])-\(before + 1)"
        }
    }
}
