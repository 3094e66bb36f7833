import CSVFiles
import CommandLineTool
import Telemetry

/// Which column of a labelled file is what.
public struct ColumnRoles: Sendable {
    /// Why a column is no channel.
    public enum Reason: Sendable, Equatable {
        case asked, noName, rowNumbers, tellsAnswer, labelTwin
        case text(numbers: Int)
    }

    public internal(set) var header: [String]
    /// Nil where rows are ``interval`` apart.
    public internal(set) var time: Int?
    public internal(set) var interval: Int64 = 1_000_000_000
    /// Nil where the truth comes from elsewhere, or from nowhere.
    public internal(set) var label: Int?
    /// Columns of other people's labels.
    public internal(set) var moreLabels: [Int] = []
    /// Whether nothing but its place and its cells says that this is the label.
    public internal(set) var isLabelByPlace = false
    public internal(set) var id: Int?
    public internal(set) var kind: Int?
    public internal(set) var events: Int?
    public internal(set) var ignored: Int?
    /// Columns that are channels if they hold numbers, in the file's order.
    var candidates: [Int] = []
    var leftOut: [(column: Int, reason: Reason)] = []

    /// Columns with a name, or what stands for one.
    public func name(_ column: Int) -> String {
        header[column].isEmpty ? "column \(column + 1)" : header[column]
    }

    /// - Throws: ``ToolFailure`` (usage) naming the column that is missing and how to name it.
    init(_ file: InputFile, _ options: DataOptions) throws {
        let reader = try options.table.reader(file)
        header = reader.header
        let peek = try ColumnPeek(reader)
        id =
            try column(options.id, "id-column", file)
            ?? ColumnNames.first(
                ColumnNames.ids, in: header)
        kind = ColumnNames.first(["kind"], in: header)
        events = ColumnNames.first(["events"], in: header)
        ignored = ColumnNames.first(["ignored"], in: header).flatMap { peek.isFlag[$0] ? $0 : nil }
        try findTime(file, options, peek)
        try findLabel(file, options, peek)
        try findCandidates(file, options, peek)
    }

    private func column(_ name: String?, _ option: String, _ file: InputFile) throws -> Int? {
        guard let name else { return nil }
        if let place = ColumnNames.place(of: name, in: header) { return place }
        throw ToolFailure.usage(
            "\(file.name): --\(option) \(name): there is no such column; the columns are "
                + header.joined(separator: ", ") + Spelling.question(name, in: header))
    }

    private mutating func findTime(
        _ file: InputFile, _ options: DataOptions, _ peek: ColumnPeek
    ) throws {
        if let interval = options.interval {
            self.interval = interval
            return
        }
        time =
            try column(options.time, "time-column", file)
            ?? ColumnNames.first(ColumnNames.times, in: header)
        guard time == nil else { return }
        // Rows a second apart are no harm where there is nothing that could be a time.
        let suspect = header.indices.first { column in
            column != id && (peek.isDate[column] || peek.isRising[column])
                && !ColumnNames.isUnnamed(header[column])
                && !ColumnNames.tellsAnswer(header[column])
                && !(ColumnNames.isRowIndex(header[column]) && peek.countsRows[column])
        }
        if let suspect {
            throw ToolFailure.usage(
                "\(file.name):1: there is no column timestamp or time; name it with --time-column"
                    + " (\(header[suspect]) may be one), name all with --columns if this is no header, or say how far rows are apart with"
                    + " --interval 1s; the columns are " + header.joined(separator: ", "))
        }
    }

    private mutating func findLabel(
        _ file: InputFile, _ options: DataOptions, _ peek: ColumnPeek
    ) throws {
        if options.hasNoLabels || options.truth != nil { return }
        if let named = try column(options.label, "label-column", file) {
            label = named
            moreLabels = try options.moreLabels.compactMap { try column($0, "label-column", file) }
            return
        }
        let rest = header.indices.filter { column in
            column != time && column != id && column != kind && column != events
                && !ColumnNames.isUnnamed(header[column])
                && ColumnNames.place(of: header[column], in: options.ignored) == nil
        }
        let named = rest.filter { ColumnNames.rank(header[$0], in: ColumnNames.labels) != nil }
        let names = named.map { header[$0] }
        if let best = ColumnNames.first(ColumnNames.labels, in: names).map({ named[$0] }) {
            // "class" may hold words and "target" a set point: a column of 0 and 1 goes before.
            let ranked = [best] + named.filter { $0 != best }
            label = ranked.first { peek.isFlag[$0] } ?? best
            return
        }
        if let last = rest.last, rest.count > 1, peek.isFlag[last] {
            label = last
            isLabelByPlace = true
            return
        }
        throw ToolFailure.usage(
            "\(file.name):1: there is no column label (0 or 1); name it with --label-column, give a"
                + " file of events with --truth, or count false alarms alone with --no-labels; if"
                + " this line is no header, name the columns with --columns, or say --skip-lines; the"
                + " columns are " + header.joined(separator: ", "))
    }

    private mutating func findCandidates(
        _ file: InputFile, _ options: DataOptions, _ peek: ColumnPeek
    ) throws {
        var asked = Set(try options.ignored.compactMap { try column($0, "ignore-columns", file) })
        let wanted = Set(try options.channels.compactMap { try column($0, "channels", file) })
        if options.interval != nil, wanted.isEmpty,
            let time = ColumnNames.first(ColumnNames.times, in: header)
        {
            asked.insert(time)
        }
        for column in header.indices {
            if [time, label, id].contains(column) || moreLabels.contains(column) {
                guard !wanted.contains(column) else {
                    throw ToolFailure.usage(
                        "\(file.name): --channels \(header[column]): that column is the time, the"
                            + " label or the id")
                }
                continue
            }
            if !wanted.isEmpty {
                if wanted.contains(column) {
                    candidates.append(column)
                } else {
                    leftOut.append((column, .asked))
                }
                continue
            }
            let name = header[column]
            if asked.contains(column) {
                leftOut.append((column, .asked))
            } else if ColumnNames.isUnnamed(name) {
                leftOut.append((column, peek.isRising[column] ? .rowNumbers : .noName))
            } else if ColumnNames.tellsAnswer(name) {
                leftOut.append((column, .tellsAnswer))
            } else if ColumnNames.isRowIndex(name), peek.countsRows[column] {
                leftOut.append((column, .rowNumbers))
            } else if ColumnNames.rank(name, in: ColumnNames.described + ColumnNames.ids) == nil {
                candidates.append(column)
            }
        }
    }
}

/// What the first rows of each column look like.
struct ColumnPeek {
    private static let rows = 1000

    /// Whether all cells are 0 or 1.
    private(set) var isFlag: [Bool]
    /// Whether each cell is a number above the one before; true of a single one.
    private(set) var isRising: [Bool]
    /// Whether cells are 0, 1, 2, ... or 1, 2, 3, ...
    private(set) var countsRows: [Bool]
    /// Whether the first cell is a date.
    private(set) var isDate: [Bool]

    /// Reads the first rows of a reader that is not needed any more.
    init(_ reader: CSVReader) throws {
        let width = reader.header.count
        isFlag = [Bool](repeating: true, count: width)
        isRising = isFlag
        countsRows = isFlag
        isDate = [Bool](repeating: false, count: width)
        var last = [Double](repeating: -.infinity, count: width)
        var row = 0
        while row < Self.rows, case .row = try reader.next() {
            for column in 0..<width {
                let cell = reader.cell(column)
                if isFlag[column], cell.flag == nil { isFlag[column] = false }
                let value = cell.number ?? .nan
                if row == 0 { isDate[column] = TimeCells.isDate(cell) }
                if !(value > last[column]) { isRising[column] = false }
                if row == 0 ? value != 0 && value != 1 : value != last[column] + 1 {
                    countsRows[column] = false
                }
                last[column] = value
            }
            row += 1
        }
        if row == 0 { isRising = [Bool](repeating: false, count: width) }
    }
}

extension TableFormat {
    /// Opens a file of the user's as all commands here read it.
    func reader(_ file: InputFile) throws -> CSVReader {
        guard !file.parts.isEmpty else { return try reader(path: file.path, name: file.name) }
        guard skippedLines == 0, !hasUnitsRow else {
            throw ToolFailure.usage(
                "\(file.name): --skip-lines and --units-row are for single files; name them one by one"
            )
        }
        return try reader(paths: file.parts, name: file.name)
    }
}
