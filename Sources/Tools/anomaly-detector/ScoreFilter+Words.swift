import CSVFiles
import CommandLineTool
import Telemetry

/// What is said of a file while it is scored.
extension ScoreFilter {
    mutating func number(_ column: Int) throws -> Double {
        do { return try numbers.value(reader, column, orMissing: .missing) } catch CSVError.badCell(
            let file, let line, let name, let found, let needed)
        {
            throw CSVError.badCell(
                file: file, line: line, column: name, found: found,
                needed: needed + hint(column))
        }
    }

    /// What may be meant by a cell that is no number, where it stands in the first row.
    func hint(_ column: Int) -> String {
        guard series.isEmpty, reader.cell(column).shape == .text else { return "" }
        let units = reader.unitsHint
        guard units.isEmpty else { return units }
        let name = reader.header[column]
        let isTime = columns.time == nil && TimeCells.isDate(reader.cell(column))
        return isTime
            ? "; if it has times, say --time-column \(name)"
            : "; --ignore-columns \(name) leaves a column of text out"
    }

    func say(_ what: String) {
        Terminal.error("anomaly-detector: \(reader.name): \(what)")
    }

    func sayPassedOver() {
        guard !columns.passedOver.isEmpty else { return }
        say(
            "not used: \(columns.passedOver.joined(separator: ", ")); --channels names the channels"
        )
    }

    /// Names a channel that may have the times, where no column is one.
    func sayLikelyTime() {
        guard columns.time == nil, !columns.areNamed else { return }
        let likely = columns.columns.compactMap { $0 }.first {
            reader.cell($0).number.map(TimeCells.isLikelyCount) == true
        }
        guard let name = likely.map({ reader.header[$0] }) else { return }
        say(
            "warning: \(name) is scored as a channel, and rows are taken to be a second apart; if it has"
                + " times, say --time-column \(name)")
    }

    /// Leaves out columns that number the rows, as the first row tells.
    mutating func watchRowNumbers() {
        if rowNumbers == nil {
            let numbers = RowNumbers(columns.maybeRowNumbers, firstRow: reader)
            rowNumbers = numbers
            columns.leaveOut(rowNumbers: numbers.columns, of: reader.header)
            row = [Double](repeating: .missing, count: columns.channels.count)
            largeCounts = [Int](repeating: 0, count: columns.channels.count)
            if !columns.maybeRowNumbers.isEmpty { sayPassedOver() }
            sayLikelyTime()
        }
        if let column = rowNumbers?.broken(reader) {
            say(
                "\(reader.header[column]) was left out as row numbers, but line \(reader.line) does not"
                    + " count on; --channels names the channels")
        }
    }

    mutating func sayDecimalCommas() {
        guard numbers.hasCommas else { return }
        let commas = numbers.commaColumns
        guard commas.count > namedCommas else { return }
        namedCommas = commas.count
        say(
            "read with a decimal comma: \(commas.map { reader.header[$0] }.joined(separator: ", "))"
                + " (--decimal . if commas part thousands)")
    }
}
