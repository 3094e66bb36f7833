import AnomalyDetection
import DetectionPipeline
import Telemetry

/// The pipeline at work for good: loads what is new, writes scores back, and can be saved between
/// two cycles.
///
/// Scores are written before the position is saved. A process killed in between writes the same
/// rows again when it comes back, and their key makes that nothing.
public struct LiveDetector: Sendable {
    /// Totals since the detector was first started, over all restarts.
    public struct Totals: Sendable, Equatable {
        public var cycles = 0
        public var loaded = 0
        public var scored = 0
        public var warmup = 0
        public var anomalies = 0
        /// Readings that came too late to be scored in order.
        public var late = 0
        public init() {}
    }

    public private(set) var pipeline: Pipeline
    public private(set) var totals = Totals()
    private let detectorName: String
    private let scoreSink: (any ScoreSink)?

    /// - Parameter detectorName: under which the scores are kept.
    public init(pipeline: Pipeline, detectorName: String, scoreSink: (any ScoreSink)?) {
        self.pipeline = pipeline
        self.detectorName = detectorName
        self.scoreSink = scoreSink
    }

    /// One cycle over what is new in `window`.
    /// - Parameter observe: gets each scored piece with what CheckAnomalies found in it.
    /// - Returns: what the cycle did; with nothing new, only the query ran.
    public mutating func cycle(
        _ window: TimeWindow, observe: (ScoredBatch, [Finding]) throws -> Void
    ) throws -> CycleSummary {
        let lateBefore = pipeline.load.lateCount
        let (sink, name) = (scoreSink, detectorName)
        var warmup = 0
        let summary = try pipeline.run(window) { batch, findings in
            try Self.write(batch, of: name, to: sink)
            warmup += batch.verdicts.count { $0.state == .warmup }
            try observe(batch, findings)
        }
        totals.warmup += warmup
        totals.cycles += 1
        totals.loaded += summary.loaded
        totals.scored += summary.scored
        totals.anomalies += summary.anomalies
        totals.late += pipeline.load.lateCount - lateBefore
        return summary
    }

    /// Ends the data: what detectors held back, and runs still open.
    public mutating func finish(
        observe: (ScoredBatch, [Finding]) throws -> Void
    ) throws -> [Finding] {
        let (sink, name) = (scoreSink, detectorName)
        var warmup = 0
        let (summary, closed) = try pipeline.finish { batch, findings in
            try Self.write(batch, of: name, to: sink)
            warmup += batch.verdicts.count { $0.state == .warmup }
            try observe(batch, findings)
        }
        totals.warmup += warmup
        totals.scored += summary.scored
        totals.anomalies += summary.anomalies
        return closed
    }

    /// The detector as bytes.
    /// - Parameter outbox: alerts that still have to go out, kept with it.
    public func save(outbox: [UInt8]) -> [UInt8] {
        var writer = StateWriter()
        for count in [
            totals.cycles, totals.loaded, totals.scored, totals.warmup, totals.anomalies,
            totals.late,
        ] { writer.write(count) }
        pipeline.save(to: &writer)
        writer.write(outbox)
        return writer.bytes
    }

    /// Becomes what was saved, with the same store and detector.
    /// - Returns: the outbox that was saved with it.
    /// - Throws: ``StateError``; the detector is then as it was.
    public mutating func restore(_ bytes: [UInt8]) throws -> [UInt8] {
        var reader = StateReader(bytes)
        var restored = self
        restored.totals.cycles = try reader.readInt()
        restored.totals.loaded = try reader.readInt()
        restored.totals.scored = try reader.readInt()
        restored.totals.warmup = try reader.readInt()
        restored.totals.anomalies = try reader.readInt()
        restored.totals.late = try reader.readInt()
        try restored.pipeline.restore(from: &reader)
        let outbox = try reader.readBytes()
        guard reader.isAtEnd else { throw StateError.invalid("bytes after the end") }
        self = restored
        return outbox
    }
}

extension LiveDetector {
    private static func write(
        _ batch: ScoredBatch, of detectorName: String, to sink: (any ScoreSink)?
    ) throws {
        guard let sink else { return }
        let scores = ScoreBatch(batch, detector: detectorName)
        if scores.count > 0 { try sink.send(scores) }
    }
}
