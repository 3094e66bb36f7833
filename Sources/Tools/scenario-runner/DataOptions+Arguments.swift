import CSVFiles
import CommandLineTool
import LabelledFiles
import Telemetry

/// What the command line says about a file's columns.
extension DataOptions {
    static let all =
        [
            CommandOption(
                "label-column", "NAME", repeats: true,
                help:
                    "column of labels, 0 or 1, empty where nobody looked (default: one that is called"
                    + " so, else the last one if it holds 0 and 1); several are several people's"),
            normalLabelOption,
            CommandOption(
                "no-labels", help: "nothing is labelled: count false alarms alone"),
        ] + TruthOptions.all + TableFormat.options + [
            CommandOption(
                "time-column", "NAME", help: "column of times (default: timestamp or time)"),
            CommandOption(
                "interval", "D", help: "how far rows are apart where no column has times: 1s, 5m"),
            CommandOption(
                "id-column", "NAME",
                help: "column that splits series (default: unique_id or machineID)"),
            CommandOption(
                "channels", "NAME,NAME", repeats: true,
                help: "the only columns that are channels, whatever they are called"),
            CommandOption(
                "ignore-columns", "NAME,NAME", repeats: true, help: "columns that are no channels"),
            CommandOption(
                "long", "CHANNEL,VALUE",
                help:
                    "the table has a row a value: the columns that name the channel and hold the value"
            ),
            decimalOption,
            CommandOption(
                "probation", "LENGTH",
                help: "beginning of each series that is not scored: 10m, 400rows, 15%"
                    + " (default: 15 % of the rows, at most 750, as NAB does)"),
        ]

    static let normalLabelOption = CommandOption(
        "normal-label", "VALUE,VALUE", repeats: true,
        help:
            "label cells that mean normal, all others an anomaly: 1 where labels are 1 and -1"
            + " (default: 0, and words such as Normal, ok and no)")

    static let decimalOption = CommandOption(
        "decimal", "MARK",
        help: "what stands before decimals, . or , (default: told from each column's cells)")

    /// - Throws: ``ToolFailure`` (usage).
    init(_ arguments: ParsedArguments) throws {
        self.init()
        func names(_ option: String) -> [String] {
            arguments.values(option).flatMap { $0.split(separator: ",").map(String.init) }
        }
        label = arguments.values("label-column").first
        normalLabels = names("normal-label")
        hasNoLabels = arguments.has("no-labels")
        moreLabels = Array(arguments.values("label-column").dropFirst())
        agreeing = try TruthOptions.agreeing(arguments)
        truth = try TruthOptions.truth(arguments)
        tolerance = try TruthOptions.tolerance(arguments)
        if label != nil && (hasNoLabels || truth != nil) || hasNoLabels && truth != nil {
            throw ToolFailure.usage(
                "give one of --label-column, --no-labels and --truth: they exclude each other")
        }
        time = arguments.value("time-column")
        interval = try arguments.value("interval").map { text in
            guard let interval = DurationText.parse(text), interval > 0 else {
                throw ToolFailure.usage("--interval \(text): give a duration such as 1s or 5m")
            }
            return interval
        }
        if time != nil, interval != nil {
            throw ToolFailure.usage("give --time-column or --interval: they exclude each other")
        }
        id = arguments.value("id-column")
        table = try TableFormat(arguments)
        long = try arguments.value("long").map { text in
            guard let long = LongForm(text) else {
                throw ToolFailure.usage("--long \(text): give two columns, as in channel,value")
            }
            return long
        }
        channels = names("channels")
        ignored = names("ignore-columns")
        decimal = try Self.decimal(arguments)
        if let text = arguments.value("probation") { probation = try Probation(text) }
    }

    /// - Throws: ``ToolFailure`` (usage).
    static func decimal(_ arguments: ParsedArguments) throws -> NumberStyle.Mark? {
        try arguments.value("decimal").map { text in
            guard let mark = NumberStyle.Mark(rawValue: text) else {
                throw ToolFailure.usage("--decimal \(text): give . or ,")
            }
            return mark
        }
    }
}
