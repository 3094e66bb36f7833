import CSVFiles
import CommandLineTool
import Telemetry
import Testbed

extension LabelledCSV {
    public func readings(_ body: (_ series: Int, _ piece: ReadingBatch) throws -> Void) throws {
        try readingCSV { try readRows(body) }
    }

    private func readRows(_ body: (_ series: Int, _ piece: ReadingBatch) throws -> Void) throws {
        let pieceSize = max(64, min(4096, 65_536 / series.count))
        let reader = try table.reader(file)
        var pieces = series.map {
            ReadingBatch(
                series: SeriesIdentity(machineID: $0.rows.machine, provider: "", run: ""),
                channels: channels, capacity: pieceSize)
        }
        var counts = [Int](repeating: 0, count: series.count)
        var index = NameIndex()
        var place = 0
        while case .row = try reader.next() {
            if let id = roles.id { place = index[reader.cell(id)] }
            guard place < series.count, counts[place] < series[place].rows.times.count else {
                throw ToolFailure.failed(
                    "\(file.name):\(reader.line): the file has grown while it was read; run again")
            }
            pieces[place].times.append(series[place].rows.times[counts[place]])
            counts[place] += 1
            pieces[place].sequences.append(Int64(counts[place]))
            for (column, style) in columns {
                // What is no number was counted and named by the survey; a cell that says nan is as
                // missing as one that says nothing.
                let value = reader.cell(column).number(style) ?? .missing
                pieces[place].values.append(value.isNaN ? .missing : value)
            }
            if pieces[place].count == pieceSize {
                try body(place, pieces[place])
                pieces[place].removeAll()
            }
        }
        for place in pieces.indices where !pieces[place].isEmpty { try body(place, pieces[place]) }
        guard zip(counts, series).allSatisfy({ $0 == $1.rows.times.count }) else {
            throw ToolFailure.failed(
                "\(file.name): the file has shrunk while it was read; run again")
        }
    }
}
