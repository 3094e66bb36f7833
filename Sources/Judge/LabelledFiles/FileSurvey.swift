import CSVFiles
import CommandLineTool
import Scoring
import Telemetry

/// One pass over a labelled file: times and labels of all rows, and what its columns hold.
struct FileSurvey {
    private(set) var series: [LabelledRows] = []
    /// What was passed over.
    private(set) var warnings: [String] = []
    let file: InputFile
    /// What each candidate's cells are like.
    private(set) var columns: [ColumnSurvey]
    /// Whether each candidate's cells are the label's, row for row.
    private(set) var isTwin: [Bool]
    private(set) var hasAnomaly = false
    /// Rows about which nothing is known.
    private var unlabelledCount = 0
    /// Whether commas stand between cells.
    private(set) var hasCommas = true

    init(_ file: InputFile, _ roles: ColumnRoles, _ options: DataOptions) throws {
        self.file = file
        columns = roles.candidates.map { _ in ColumnSurvey() }
        isTwin = roles.candidates.map { _ in roles.label != nil }
        let reader = try options.table.reader(file)
        hasCommas = reader.separator == UInt8(ascii: ",")
        try read(reader, roles, options)
        if unlabelledCount > 0 {
            warnings.append(
                "\(unlabelledCount) rows have no label, or labels that differ, and are not scored")
        }
        if let line = reader.repeatedHeaders.first, file.parts.isEmpty {
            let count = reader.repeatedHeaders.count
            warnings.append(
                "line \(line) repeats the header and is passed over"
                    + (count > 1 ? ", as are \(count - 1) more" : ""))
        }
    }

    private mutating func read(
        _ reader: CSVReader, _ roles: ColumnRoles, _ options: DataOptions
    ) throws {
        var index = NameIndex()
        var kinds = NameIndex()
        var events = NameIndex()
        var clock = options.table.clock
        var labels = LabelReader(normal: options.normalLabels)
        // One look-up of the series a row, not one an array.
        var rows = LabelledRows(machine: file.title)
        var place = 0
        if roles.id == nil { series.append(rows) }
        while case .row = try reader.next() {
            if let id = roles.id {
                let found = index[reader.cell(id)]
                if found == series.count {
                    series.append(LabelledRows(machine: index.names[found]))
                }
                if found != place || rows.times.isEmpty {
                    if !rows.times.isEmpty { series[place] = rows }
                    place = found
                    swap(&rows, &series[place])
                }
            }
            rows.times.append(try time(reader, roles, rows.times.count, &clock))
            let label = try label(reader, roles, options, &labels)
            rows.labels.append(label ?? false)
            if label == true { hasAnomaly = true }
            if let kind = roles.kind {
                rows.kindOfRow.append(Int32(truncatingIfNeeded: kinds[reader.cell(kind)]))
            }
            if let column = roles.events {
                rows.eventsOfRow.append(Int32(truncatingIfNeeded: events[reader.cell(column)]))
            }
            let isIgnored = try roles.ignored.map(reader.flag) ?? false
            if label == nil { unlabelledCount += 1 }
            rows.ignore(label == nil || isIgnored, always: roles.ignored != nil)
            for (place, column) in roles.candidates.enumerated() {
                let cell = reader.cell(column)
                columns[place].take(cell, line: reader.line)
                if isTwin[place], label != nil, cell.flag != label,
                    roles.label.map({ reader.cell($0).bytes.elementsEqual(cell.bytes) }) != true
                {
                    isTwin[place] = false
                }
            }
        }
        warnings += [clock.warning, labels.note].compactMap { $0 }
        if !series.isEmpty { series[place] = rows }
        for place in series.indices {
            series[place].kinds = kinds.names
            series[place].eventNames = events.names
        }
    }

    private func time(
        _ reader: CSVReader, _ roles: ColumnRoles, _ row: Int, _ clock: inout TimeCells
    ) throws -> Int64 {
        guard let column = roles.time else {
            let (time, overflow) = Int64(row).multipliedReportingOverflow(by: roles.interval)
            guard !overflow, time <= TimeCells.latest else {
                throw ToolFailure.usage(
                    "\(file.name):\(reader.line): rows so far apart reach beyond the year 2111;"
                        + " give a shorter --interval")
            }
            return time
        }
        guard let time = clock.nanoseconds(reader.cell(column)) else {
            throw reader.badCell(
                column,
                needed: TimeCells.needed(reader.cell(column)) + reader.unitsHint)
        }
        return time
    }

    /// - Returns: nil where nobody looked, or where too few say 1 and too many for a 0.
    private func label(
        _ reader: CSVReader, _ roles: ColumnRoles, _ options: DataOptions,
        _ labels: inout LabelReader
    ) throws -> Bool? {
        guard let column = roles.label else { return false }
        do {
            let first = try labels.label(reader, column)
            if roles.moreLabels.isEmpty { return first }
            var votes = [first].compactMap { $0 }
            for column in roles.moreLabels {
                if let vote = try labels.label(reader, column) { votes.append(vote) }
            }
            let marks = votes.count { $0 }
            if votes.isEmpty { return nil }
            if marks >= options.agreeing ?? votes.count / 2 + 1 { return true }
            return marks == 0 ? false : nil
        } catch CSVError.badCell(let file, let line, let column, let found, let needed) {
            throw CSVError.badCell(
                file: file, line: line, column: column, found: found,
                needed: needed + reader.unitsHint)
        }
    }
}
