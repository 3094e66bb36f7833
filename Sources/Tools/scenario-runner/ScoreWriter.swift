import DetectionPipeline
import GroundTruth
import InfluxDBStore
import Scoring
import Telemetry
import Testbed

/// Writes scores back as they come, in pieces that are worth a request.
final class ScoreWriter: TrialObserver {
    private let sink: any ScoreSink
    private let detector: String
    private var waiting: [String: ScoreBatch] = [:]
    private static let piece = 5000

    init(_ sink: any ScoreSink, detector: String) {
        self.sink = sink
        self.detector = detector
    }

    func observe(_ batch: ScoredBatch) throws {
        let more = ScoreBatch(batch, detector: detector)
        guard var scores = waiting.removeValue(forKey: batch.uniqueID) else {
            waiting[batch.uniqueID] = more
            return
        }
        scores.times += more.times
        scores.scores += more.scores
        scores.flags += more.flags
        scores.values += more.values
        if scores.count >= Self.piece {
            try sink.send(scores)
        } else {
            waiting[batch.uniqueID] = scores
        }
    }

    /// Writes what is left.
    func finish() throws {
        for uniqueID in waiting.keys.sorted() {
            if let scores = waiting[uniqueID], scores.count > 0 { try sink.send(scores) }
        }
        waiting = [:]
    }
}

extension TruthRow {
    /// A truth event as a row of the run it belongs to.
    init(_ event: TruthEvent, run: String) {
        self.init(
            id: event.id, machineID: event.machine, kind: event.kind, run: run,
            window: event.window, channels: event.rootChannels, isScored: event.isScored)
    }
}
