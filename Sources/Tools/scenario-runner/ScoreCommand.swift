import AlarmRules
import CSVFiles
import CommandLineTool
import JSONText
import LabelledFiles
import Scoring
import Telemetry

/// `scenario-runner score`: anyone's predictions against their labels, without running a detector.
enum ScoreCommand {
    static let command = Command(
        "score", summary: "Score anyone's predictions against their labels",
        arguments: "FILE.csv",
        options: [
            CommandOption(
                "threshold", "T",
                help: "flag rows with score >= T; not needed with a prediction column")
        ] + AlarmOptions.all + [
            CommandOption(
                "probation", "S", help: "don't score the first S seconds of each series (default 0)"
            ),
            CommandOption(
                "vus-window", "ROWS",
                help: "largest VUS buffer (default: as many rows as 60 s have, at most 1000)"),
            CommandOption(
                "label-column", "NAME",
                help: "column of labels, 0 or 1 (default: one that is called so)"),
            DataOptions.normalLabelOption,
            CommandOption("time-column", "NAME", help: "column of times (default: time)"),
            CommandOption(
                "id-column", "NAME",
                help: "column that splits series (default: unique_id or machineID)"),
            DataOptions.decimalOption,
        ] + TruthOptions.all + TableFormat.options + [
            CommandOption("json", help: "print {\"metrics\": {...}} instead of a table")
        ],
        examples: [
            ("scenario-runner score scored.csv --threshold 0.8", "scores the rows of scored.csv"),
            (
                "anomaly-detector score readings.csv | scenario-runner score - --threshold 0.8",
                "scores what a detector has just said; - is standard input"
            ),
        ],
        notes: """
            The CSV file has a header. Columns: label (0 or 1), score and/or prediction (0 or 1), and,
            if there are any, time, unique_id, kind and events; others are passed over, and what was
            taken for what is said on standard error. An empty score is a missing one. Without time,
            rows are a second apart.
            """
    ) { arguments in
        try run(arguments)
        return .done
    }

    /// What `score` was asked to do.
    struct Options {
        var file: String
        var threshold: Double?
        var alarmRule = AlarmRule()
        /// Seconds of each series that are not scored.
        var probation = 0.0
        var vusWindow: Int?
        var columns = PredictionFile.Options()

        /// What messages call the file.
        var fileName: String { file == "-" ? "stdin" : file }
    }

    static func run(_ arguments: ParsedArguments) throws {
        let options = try Options(arguments)
        let file = try PredictionFile(path: options.file, options: options.columns)
        let (card, rules) = try score(file, options)
        Terminal.error("scenario-runner: \(options.fileName): \(file.summary)")
        if file.hasPredictions, options.threshold != nil {
            Terminal.error(
                "scenario-runner: \(options.fileName): the file says which rows are flagged;"
                    + " --threshold is not used")
        }
        for warning in file.warnings + card.warnings.map(\.description)
            + [card.unscoredWarning].compactMap({ $0 })
        {
            Terminal.error("scenario-runner: warning: \(options.fileName): \(warning)")
        }
        Terminal.print(
            arguments.has("json")
                ? card.scoreJSON(rules).text(indented: true) : ScoreTable.text(card, rules))
    }

    /// - Returns: what came out, and by which rule flagged rows became alarms.
    /// - Throws: ``ToolFailure`` where there is nothing to tell flags from.
    static func score(
        _ file: PredictionFile, _ options: Options
    ) throws -> (Scorecard, RulesInForce) {
        if !file.hasPredictions, options.threshold == nil {
            throw ToolFailure.usage(
                "\(options.fileName): there is no column prediction; say with --threshold T "
                    + "from which score on a row is flagged")
        }
        let series = file.series(threshold: options.threshold, probation: options.probation)
        let card = try Scorer.evaluate(
            series,
            options: ScoringOptions(alarmRule: options.alarmRule, vusWindow: options.vusWindow))
        return (card, RulesInForce(options.alarmRule, periods: series.map(\.period)))
    }
}

extension ScoreCommand.Options {
    init(_ arguments: ParsedArguments) throws {
        guard arguments.positionals.count == 1 else {
            throw ToolFailure.usage(
                arguments.positionals.isEmpty
                    ? "score: name the CSV file to score"
                    : "score: one file at a time, not \(arguments.positionals.count)")
        }
        file = arguments.positionals[0]
        let seconds = 0.0...1e9
        threshold = try arguments.number(
            "threshold", in: -Double.greatestFiniteMagnitude...(.greatestFiniteMagnitude))
        alarmRule = try AlarmRule(arguments)
        probation = try arguments.number("probation", in: seconds) ?? 0
        vusWindow = try arguments.integer("vus-window", in: 0...10_000)
        columns.label = arguments.value("label-column")
        columns.normalLabels = arguments.values("normal-label").flatMap {
            $0.split(separator: ",").map(String.init)
        }
        columns.time = arguments.value("time-column")
        columns.id = arguments.value("id-column")
        columns.table = try TableFormat(arguments)
        columns.decimal = try DataOptions.decimal(arguments)
        columns.truth = try TruthOptions.truth(arguments)
        columns.tolerance = try TruthOptions.tolerance(arguments)
        if columns.truth != nil, columns.label != nil {
            throw ToolFailure.usage("give --label-column or --truth: they exclude each other")
        }
    }
}

extension Scorecard {
    /// What the probation keeps from being scored; nil if no event begins in it.
    var unscoredWarning: String? {
        let early = events.count { $0.event.isScored && !$0.isScored }
        guard early > 0 else { return nil }
        return "\(early) of \(events.count) events begin in the probation, which is not scored;"
            + " --probation makes it shorter or longer"
    }

    /// What `score --json` prints: `metrics` as in a report, then each series'.
    func scoreJSON(_ rules: RulesInForce) -> JSONValue {
        .object([
            ("metrics", pooled.json),
            ("alarm_rules", rules.json),
            (
                "machines",
                .array(
                    machines.map {
                        .object([("id", .string($0.id)), ("metrics", $0.metrics.json)])
                    })
            ),
            ("better_than_chance", isBetterThanChance.map { .bool($0) } ?? .null),
            ("warnings", .array(warnings.map { .string($0.description) })),
        ])
    }
}
