import CSVFiles
import CommandLineTool
import Telemetry

/// A table with a row a value, `time,id,channel,value`, turned into one with a row a time.
///
/// Rows of one time and series come together wherever they stand, so all values are in memory for this; the
/// wide table goes to a temporary file without a name.
public struct LongForm: Sendable, Equatable {
    /// Names of the columns that name a channel and hold its value.
    public var channel: String
    public var value: String

    /// - Parameter text: `channel,value`.
    /// - Returns: nil where these are not two names.
    public init?(_ text: String) {
        let names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard names.count == 2, !names.contains(""), names[0] != names[1] else { return nil }
        (channel, value) = (names[0], names[1])
    }

    /// A row of the wide table: cells that all its values share, and the values by channel.
    private struct Row {
        var shared: [String]
        var values: [Int: String]
    }

    /// - Throws: ``ToolFailure`` for columns that are not there, `CSVError`.
    func widen(_ file: InputFile, _ table: TableFormat, normalLabels: [String]) throws -> InputFile
    {
        let reader = try table.reader(file)
        func place(_ name: String) throws -> Int {
            if let place = ColumnNames.place(of: name, in: reader.header) { return place }
            throw ToolFailure.usage(
                "\(file.name): --long \(channel),\(value): there is no column \(name); the columns are "
                    + reader.header.joined(separator: ", ")
                    + Spelling.question(name, in: reader.header))
        }
        let (channelColumn, valueColumn) = (try place(channel), try place(value))
        // Labels may differ between the values of a time: any 1 is the row's.
        let label = ColumnNames.first(ColumnNames.labels, in: reader.header)
        let keys = reader.header.indices.filter {
            $0 != channelColumn && $0 != valueColumn && $0 != label
        }
        var channels = NameIndex()
        var rows: [Row] = []
        var places: [[String]: Int] = [:]
        var labels: [String] = []
        var labelReader = LabelReader(normal: normalLabels)
        while case .row = try reader.next() {
            let shared = keys.map { reader.cell($0).text }
            let row = places[shared] ?? rows.count
            if row == rows.count {
                places[shared] = row
                rows.append(Row(shared: shared, values: [:]))
                labels.append("")
            }
            rows[row].values[channels[reader.cell(channelColumn)]] = reader.cell(valueColumn).text
            if let label {
                // What is no label is refused when the wide table is read.
                let isAnomaly = (try? labelReader.label(reader, label)) == true
                if labels[row].isEmpty || isAnomaly { labels[row] = reader.cell(label).text }
            }
        }
        let names = channels.names
        let header =
            keys.map { reader.header[$0] } + names + (label.map { [reader.header[$0]] } ?? [])
        return try InputFile(rewriting: file) { write in
            try write(Self.line(header))
            for (row, label) in zip(rows, labels) {
                let cells = names.indices.map { row.values[$0] ?? "" }
                try write(
                    Self.line(
                        row.shared + cells
                            + (header.count > keys.count + names.count ? [label] : [])))
            }
        }
    }

    private static func line(_ cells: [String]) -> [UInt8] {
        let quoted = cells.map { cell in
            cell.contains { "\t\"\r\n".contains($0) }
                ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
        }
        return Array((quoted.joined(separator: "\t") + "\n").utf8)
    }
}
