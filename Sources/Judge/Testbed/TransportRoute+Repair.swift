import Scenarios
import Telemetry

extension TransportRoute {
    /// Makes the missing readings again, which the seed allows, and sends them.
    func resend(
        _ missing: [MissingReadings], _ scenario: Scenario, seed: UInt64, run: String
    ) throws {
        let wanted = Dictionary(
            missing.map { ($0.series, $0.sequences) }, uniquingKeysWith: { $0 + $1 })
        var playhead = try Playhead(scenario, seed: seed, run: run)
        try playhead.play(pieces: 64) { piece, passage in
            guard passage == .readings, let ranges = wanted[piece.series] else { return }
            var part = ReadingBatch(series: piece.series, channels: piece.channels)
            for row in 0..<piece.count
            where ranges.contains(where: { $0.contains(piece.sequences[row]) }) {
                part.append(
                    time: piece.times[row], sequence: piece.sequences[row], row: piece.row(row))
            }
            if !part.isEmpty { try sink.send(part) }
        } progress: { _ in
        }
    }
}
