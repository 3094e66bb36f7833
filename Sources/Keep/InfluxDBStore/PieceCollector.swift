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
    /// Rows that had series and time of the one before them, and were taken into it.
    private(set) var sharedCount = 0

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
            piece.series = ReadingsTable.series(cells)
        }
        let time = row.integers[0]
        if isCatchingUp {
            if let position, (piece.series, time) <= position { return }
            isCatchingUp = false
        }
        // Before a piece is given away, so that the last row can still be added to.
        if piece.times.last == time { return merge(row) }
        if piece.count == pieceSize { try flush(body) }
        piece.times.append(time)
        piece.sequences.append(row.integers[1])
        piece.values.append(contentsOf: row.floats)
    }

    /// Two rows of one series and time differ in a tag of others: what the first lacks the second gives.
    private mutating func merge(_ row: RowDecoder.Row) {
        sharedCount += 1
        let last = piece.count - 1
        if piece.sequences[last] == 0 { piece.sequences[last] = row.integers[1] }
        let start = piece.values.count - row.floats.count
        for (index, value) in row.floats.enumerated()
        where piece.values[start + index].isMissing && !value.isMissing {
            piece.values[start + index] = value
        }
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
