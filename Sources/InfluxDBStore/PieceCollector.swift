import Glibc
import Telemetry

/// Makes batches of rows that come ordered by series and time, and remembers how far the consumer
/// has got, so that an answer that broke off can be asked for again without giving a row twice.
package struct PieceCollector {
    private let pieceSize: Int
    private var piece: ReadingBatch
    private var rawSeries: [UInt8] = []
    private var hasSeries = false
    /// The last reading given away.
    private var position: (series: SeriesIdentity, time: Int64)?
    /// Rows up to the position are skipped while the repeated answer catches up.
    private var isCatchingUp = false

    package init(channels: [String], pieceSize: Int) {
        self.pieceSize = pieceSize
        piece = ReadingBatch(
            series: SeriesIdentity(machineID: "", provider: "", run: ""), channels: channels,
            capacity: pieceSize)
    }

    package mutating func take(_ row: RowDecoder.Row, _ body: (ReadingBatch) throws -> Void) throws
    {
        if !hasSeries || !isSameSeries(row.rawTexts) {
            try flush(body)
            rawSeries = Array(row.rawTexts)
            hasSeries = true
            let cells = CSVText.cells(row.rawTexts)
            piece.series = SeriesIdentity(machineID: cells[2], provider: cells[1], run: cells[0])
        }
        let time = row.integers[0]
        if isCatchingUp {
            if let position, (piece.series, time) <= position { return }
            isCatchingUp = false
        }
        piece.times.append(time)
        piece.sequences.append(row.integers[1])
        piece.values.append(contentsOf: row.floats)
        if piece.count == pieceSize { try flush(body) }
    }

    /// Gives away what has been collected.
    package mutating func flush(_ body: (ReadingBatch) throws -> Void) throws {
        guard let last = piece.times.last else { return }
        try body(piece)
        position = (piece.series, last)
        piece.removeAll()
    }

    /// The answer will come again from its start.
    mutating func restart() {
        piece.removeAll()
        hasSeries = false
        isCatchingUp = position != nil
    }

    private func isSameSeries(_ raw: UnsafeRawBufferPointer) -> Bool {
        raw.count == rawSeries.count
            && rawSeries.withUnsafeBytes {
                memcmp($0.baseAddress!, raw.baseAddress!, raw.count) == 0
            }
    }
}
