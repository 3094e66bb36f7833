import CommandLineTool
import Telemetry

/// How people's tables may differ from a plain CSV file with a header: the same for all commands.
public struct TableFormat: Sendable {
    /// Names of the columns of a file without a header; empty where its first line has them.
    public var columns: [String] = []
    /// Lines before the header that are none.
    public var skippedLines = 0
    /// Whether the row under the header has units.
    public var hasUnitsRow = false
    /// How times are written; nil for dates and counts as ``TimeCells`` knows them.
    public var timeFormat: TimeFormat?
    /// Zone of times that name none; nil for UTC.
    public var timeZone: TimeZoneTable?

    public init() {}

    /// Only how `other` reads times.
    public init(times other: TableFormat) {
        timeFormat = other.timeFormat
        timeZone = other.timeZone
    }

    /// Opens files of the same columns, one after the other.
    /// - Throws: ``CSVError``.
    public func reader(paths: [String], name: String) throws -> CSVReader {
        try CSVReader(
            source: ByteSource(paths: paths, called: name),
            otherSeparators: CSVReader.usualSeparators, mustBeUTF8: true, format: self)
    }

    /// Opens a file.
    /// - Parameters:
    ///   - path: nil for standard input.
    ///   - name: as error texts call it; nil for its path.
    /// - Throws: ``CSVError``.
    public func reader(path: String?, name: String? = nil, mustBeUTF8: Bool = true) throws
        -> CSVReader
    {
        try CSVReader(
            path: path, name: name, otherSeparators: CSVReader.usualSeparators,
            mustBeUTF8: mustBeUTF8, format: self)
    }

    /// What reads its times.
    public var clock: TimeCells { TimeCells(format: timeFormat, zone: timeZone) }

    public static let options = [
        CommandOption(
            "columns", "NAME,NAME", help: "names of the columns of a file without a header"),
        CommandOption(
            "skip-lines", "N", help: "lines before the header that are no part of the table"),
        CommandOption("units-row", help: "the row under the header has units, and is passed over"),
        CommandOption(
            "time-format", "FORMAT",
            help: "how times are written, as in strptime: \"%d.%m.%Y %H:%M\", \"%m/%d/%Y %I:%M %p\""
        ),
        CommandOption(
            "time-zone", "ZONE",
            help: "zone of times that name none, such as Europe/Berlin (default: UTC)"),
    ]

    /// - Throws: `ToolFailure` (usage).
    public init(_ arguments: ParsedArguments) throws {
        columns =
            arguments.value("columns").map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            } ?? []
        skippedLines = try arguments.integer("skip-lines", in: 0...1_000_000) ?? 0
        hasUnitsRow = arguments.has("units-row")
        timeFormat = try arguments.value("time-format").map { text in
            guard let format = TimeFormat(text) else {
                throw ToolFailure.usage("--time-format \(text): give \(TimeFormat.allowed)")
            }
            return format
        }
        timeZone = try arguments.value("time-zone").map { name in
            guard let zone = TimeZoneTable(named: name) else {
                throw ToolFailure.usage(
                    "--time-zone \(name): the system's time zone database has no such zone; give one"
                        + " such as Europe/Berlin or America/New_York")
            }
            return zone
        }
    }
}
