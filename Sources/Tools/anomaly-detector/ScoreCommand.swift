import AnomalyDetection
import CSVFiles
import CommandLineTool
import ExternalDetector

/// `anomaly-detector score`: CSV in, CSV out.
enum ScoreCommand {
    static let command = Command(
        "score", summary: "score CSV rows: a filter from CSV to CSV",
        arguments: "[FILE.csv]",
        options: [
            DetectorChoice.option, DetectorChoice.thresholdOption,
            CommandOption(
                "channels", "NAME,NAME", repeats: true,
                help: "the only columns that are channels, whatever they are called"),
            CommandOption(
                "decimal", "MARK",
                help: "what stands before decimals, . or , (default: told from each column's first"
                    + " cells)"),
            CommandOption(
                "ignore-columns", "NAME,NAME", repeats: true, help: "columns that are no channels"),
            CommandOption(
                "time-column", "NAME", help: "column of times (default: time or timestamp)"),
            CommandOption(
                "id-column", "NAME",
                help: "column that splits series (default: unique_id and machineID)"),
        ] + TableFormat.options,
        examples: [
            ("anomaly-detector score readings.csv > scored.csv", "the default detector on a file"),
            (
                "anomaly-detector score --detector half-space-trees:n_trees=25,height=15,seed=1,scale=none"
                    + " < readings.csv", "River's Half-Space Trees, the same scores to the last bit"
            ),
            (
                "scenario-runner export overload-fault | anomaly-detector score"
                    + " | scenario-runner score -",
                "make labelled readings, score them, judge the scores"
            ),
        ],
        notes: """
            Reads FILE.csv or standard input, cells parted by commas, semicolons, tabs or |. The header
            names the channels; an empty cell or NA is a missing value, nan and inf are values. Times,
            ids, labels, provider, barcode, run, seq and kind are not channels and are carried through;
            unique_id and machineID split the rows into series. A column is a label if it is called so
            (label, anomaly, class, target, ...: docs/evaluating.md), and row numbers if it is called so
            (row, id, index, ...) and begins with 0 or 1; what is left out is said. Writes the same rows
            with score and is_anomaly appended, as they come, in constant memory. Detectors that look at a
            whole series first (mage-demo, level-shift) keep it in memory.

            \(DetectorChoice.list)
            """,
        run: run)

    private static func run(_ arguments: ParsedArguments) throws -> ExitCode {
        guard arguments.positionals.count <= 1 else {
            throw ToolFailure.usage("score takes one file, not \(arguments.positionals.count)")
        }
        let detector = try DetectorChoice.parse(arguments)
        let options = try ScoreColumns.Options(arguments)
        let path = arguments.positionals.first.flatMap { $0 == "-" ? nil : $0 }
        do {
            var filter = try ScoreFilter(
                options.table.reader(path: path, mustBeUTF8: false), detector, options: options)
            try filter.run()
        } catch CSVError.outputClosed {
            // Whoever reads has what it wanted, as with `| head -1`.
            return .done
        } catch let error as CSVError {
            throw ToolFailure(error.exitCode, "\(error)")
        } catch let error as DetectorError {
            throw ToolFailure.usage("\(path ?? "stdin"): \(error)")
        } catch let error as ExternalDetectorError {
            throw ToolFailure.failed("\(error)")
        }
        return .done
    }
}

extension ScoreColumns.Options {
    /// - Throws: ``ToolFailure`` (usage).
    init(_ arguments: ParsedArguments) throws {
        func names(_ option: String) -> [String] {
            arguments.values(option).flatMap { $0.split(separator: ",").map(String.init) }
        }
        wanted = names("channels")
        ignored = names("ignore-columns")
        time = arguments.value("time-column")
        id = arguments.value("id-column")
        table = try TableFormat(arguments)
        decimal = try arguments.value("decimal").map { text in
            guard let mark = NumberStyle.Mark(rawValue: text) else {
                throw ToolFailure.usage("--decimal \(text): give . or ,")
            }
            return mark
        }
    }
}

extension CSVError {
    /// Whether the input or the world is to blame.
    fileprivate var exitCode: ExitCode {
        switch self {
        case .cannotRead, .outputClosed, .cannotWrite: .failed
        default: .usage
        }
    }
}
