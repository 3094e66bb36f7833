import Scoring
import Telemetry
import Testbed

/// One series in memory, of rows evenly far apart: what formats without times and names come to.
public struct TableDataset: LabelledDataset {
    public let name: String
    public let title: String
    public let sha256: String
    public let channels: [String]
    public let series: [DatasetSeries]
    public var unused: [String] { [] }
    public var warnings: [String] = []
    public var hasIDs: Bool { false }
    /// Row after row, as many as there are channels in each.
    private let values: [Double]

    /// - Parameters:
    ///   - values: row after row, a value a channel; NaN is taken as missing.
    ///   - labels: of each row.
    ///   - kind: of all events.
    ///   - interval: nanoseconds from row to row, above 0; the first one is at 1970.
    ///   - probation: rows at the beginning that are not scored.
    public init(
        name: String, title: String, sha256: String, channels: [String], values: [Double],
        labels: [Bool], kind: String = "anomaly", interval: Int64 = 1_000_000_000, probation: Int
    ) {
        precondition(values.count == labels.count * channels.count && interval > 0)
        self.name = name
        self.title = title
        self.sha256 = sha256
        self.channels = channels
        self.values = values
        var rows = LabelledRows(
            machine: title, times: labels.indices.map { Int64($0) * interval }, labels: labels)
        rows.kinds = [kind]
        rows.kindOfRow = [Int32](repeating: 0, count: labels.count)
        series = [
            DatasetSeries(
                rows: rows, truth: rows.truth(period: interval),
                probationEnd: Probation.rows(probation).end(of: rows.times), period: interval)
        ]
    }

    public var summary: String {
        "\(name): \(rowCount) rows, \(DurationText.text(interval)) apart; channels = "
            + channels.joined(separator: ", ")
    }

    public func readings(_ body: (_ series: Int, _ piece: ReadingBatch) throws -> Void) throws {
        let pieceSize = 4096
        let rows = series[0].rows
        for start in stride(from: 0, to: rows.times.count, by: pieceSize) {
            let end = min(start + pieceSize, rows.times.count)
            var piece = ReadingBatch(
                series: SeriesIdentity(machineID: title, provider: "", run: ""),
                channels: channels, capacity: end - start)
            piece.times += rows.times[start..<end]
            piece.sequences += (start..<end).map { Int64($0 + 1) }
            piece.values += values[start * channels.count..<end * channels.count].map {
                $0.isNaN ? .missing : $0
            }
            try body(0, piece)
        }
    }
}
