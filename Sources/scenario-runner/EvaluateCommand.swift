import AnomalyDetection
import CommandLineTool
import Foundation
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
            CommandOption(
                "label-column", "NAME",
                help: "column of labels, 0 or 1 (default: label, else the last)"),
            CommandOption(
                "time-column", "NAME", help: "column of times (default: timestamp or time)"),
            CommandOption(
                "id-column", "NAME",
                help: "column that splits series (default: unique_id or machineID)"),
            CommandOption(
                "ignore-columns", "NAME,NAME", repeats: true, help: "columns that are no channels"),
            CommandOption(
                "probation", "LENGTH",
                help: "beginning of each series that is not scored: 10m, 400rows, 15%"
                    + " (default: 15 % of the rows, at most 750, as NAB does)"),
            CommandOption(
                "merge-gap", "S",
                help: "flagged rows up to S seconds apart are one alarm (default: 10)"),
            CommandOption(
                "min-rows", "N", help: "an alarm is raised at its N-th flagged row (default: 1)"),
            CommandOption(
                "cap", "S",
                help: "an alarm counts again every S seconds (default: 300; 0 for never)"),
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
            events; a column kind names them. Readings go to the detector in the order of the file, and are
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
        let seconds = 0.0...1e9
        evaluation.alarmRule.mergeGap = try arguments.number("merge-gap", in: seconds) ?? 10
        evaluation.alarmRule.minRows = try arguments.integer("min-rows", in: 1...1_000_000) ?? 1
        let cap = try arguments.number("cap", in: seconds) ?? 300
        evaluation.alarmRule.cap = cap == 0 ? nil : cap
        evaluation.budget = try arguments.number("budget", in: seconds) ?? 1
        evaluation.keepsFinished = arguments.has("resume")
        evaluation.writesPredictions = arguments.has("predictions")
        evaluation.options.label = arguments.value("label-column")
        evaluation.options.time = arguments.value("time-column")
        evaluation.options.id = arguments.value("id-column")
        evaluation.options.ignored = arguments.values("ignore-columns").flatMap {
            $0.split(separator: ",").map(String.init)
        }
        if let text = arguments.value("probation") {
            evaluation.options.probation = try LabelledCSV.Probation(text)
        }
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
    var options = LabelledCSV.Options()
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
        let names = Self.names(paths)
        let board = ProgressBoard(count: paths.count * detectors.count)
        defer { board.clear() }
        var reports: [Report] = []
        // One file at a time: what a file needs in memory grows with its rows.
        for (place, path) in paths.enumerated() {
            let data = try LabelledCSV(path: path, options: options)
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
        report.notes =
            outcome.notes
            + data.suspects.map {
                "the channel \($0) has the name of a label; leave it out with --ignore-columns \($0)"
            }
        let wall = (clock.now - begin).seconds
        report.timing = [
            Report.Timing("wall_s", wall),
            Report.Timing("readings_per_s", Double(outcome.scored) / max(wall, 1e-9)),
        ]
        try folder.write(report, trace: trace.trace)
        return report
    }

    /// What reports call the files: their names, with the folder's where two are the same.
    static func names(_ paths: [String]) -> [String] {
        let short = paths.map(LabelledCSV.name(of:))
        return paths.indices.map { place in
            guard short.count(where: { $0 == short[place] }) > 1 else { return short[place] }
            let folder = URL(filePath: paths[place]).deletingLastPathComponent().lastPathComponent
            return "\(folder)-\(short[place])"
        }
    }
}
