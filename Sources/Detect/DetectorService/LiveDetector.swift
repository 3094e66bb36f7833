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
    /// What was last told as missing, by series.
    private var toldMissing: [SeriesIdentity: Int64] = [:]
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
        try cycle(window: window, [:], { false }, observe).summary
    }

    /// One cycle over what is new in a window of each series.
    /// - Parameter wantsPause: asked after each piece; true ends the cycle there, in good order.
    public mutating func cycle(
        _ windows: [SeriesIdentity: TimeWindow], wantsPause: () -> Bool,
        observe: (ScoredBatch, [Finding]) throws -> Void
    ) throws -> (summary: CycleSummary, loaded: LoadInfluxData.Outcome) {
        try cycle(window: nil, windows, wantsPause, observe)
    }

    private mutating func cycle(
        window: TimeWindow?, _ windows: [SeriesIdentity: TimeWindow], _ wantsPause: () -> Bool,
        _ observe: (ScoredBatch, [Finding]) throws -> Void
    ) throws -> (summary: CycleSummary, loaded: LoadInfluxData.Outcome) {
        let lateBefore = pipeline.load.lateCount
        var warmup = 0
        var (summary, loaded) = (CycleSummary(), LoadInfluxData.Outcome())
        // Behind this all scores are confirmed, and only then may a position move over their readings.
        let name = detectorName
        try ScoreWriter.writing(to: scoreSink) { add in
            func take(_ batch: ScoredBatch, _ findings: [Finding]) throws {
                try add(ScoreBatch(batch, detector: name))
                warmup += batch.verdicts.count { $0.state == .warmup }
                try observe(batch, findings)
            }
            if let window {
                summary = try pipeline.run(window, output: take)
            } else {
                (summary, loaded) = try pipeline.run(windows, wantsPause: wantsPause, output: take)
            }
        }
        totals.warmup += warmup
        totals.cycles += 1
        totals.loaded += summary.loaded
        totals.scored += summary.scored
        totals.anomalies += summary.anomalies
        totals.late += pipeline.load.lateCount - lateBefore
        return (summary, loaded)
    }

    /// Names the machines among `series` that have no unique id yet.
    /// - Returns: who would have shared one.
    mutating func name(_ series: some Sequence<SeriesIdentity>) -> [DetectorNotice] {
        pipeline.transform.name(series)
        return pipeline.transform.takeShared().map { .sharedLabel($0) }
    }

    /// What the series that were just loaded lack more of than was told before.
    mutating func takeNotices(_ loaded: LoadInfluxData.Outcome) -> [DetectorNotice] {
        var news: [SeriesIdentity: Int64] = [:]
        for series in loaded.counts.keys {
            let missing = pipeline.load.cursor.positions[series]?.numbers.missing ?? 0
            if missing > toldMissing[series] ?? 0 { news[series] = missing }
            if missing > 0 || toldMissing[series] != nil { toldMissing[series] = missing }
        }
        return news.isEmpty ? [] : [.missing(news)]
    }

    /// Readings between others that never reached the store, over all series.
    public var missing: Int64 {
        pipeline.load.cursor.positions.values.reduce(0) {
            $0.addingSaturated($1.numbers.missing)
        }
    }

    /// Ends the data: what detectors held back, and runs still open.
    public mutating func finish(
        observe: (ScoredBatch, [Finding]) throws -> Void
    ) throws -> [Finding] {
        var warmup = 0
        var (summary, closed) = (CycleSummary(), [Finding]())
        let name = detectorName
        try ScoreWriter.writing(to: scoreSink) { add in
            (summary, closed) = try pipeline.finish { batch, findings in
                try add(ScoreBatch(batch, detector: name))
                warmup += batch.verdicts.count { $0.state == .warmup }
                try observe(batch, findings)
            }
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
        writer.write(Self.form)
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
        // In the old form the number of cycles came first, which is never negative.
        let first = try reader.readInt()
        guard first >= 0 || first == Self.form else {
            throw StateError.invalid("a checkpoint of a later version (form \(first.magnitude))")
        }
        func count() throws -> Int {
            let count = try reader.readInt()
            guard (0...Int.max / 2).contains(count) else {
                throw StateError.invalid("a total of \(count)")
            }
            return count
        }
        restored.totals.cycles = first >= 0 ? min(first, Int.max / 2) : try count()
        restored.totals.loaded = try count()
        restored.totals.scored = try count()
        restored.totals.warmup = try count()
        restored.totals.anomalies = try count()
        restored.totals.late = try count()
        try restored.pipeline.restore(from: &reader, isOld: first >= 0)
        let outbox = try reader.readBytes()
        guard reader.isAtEnd else { throw StateError.invalid("bytes after the end") }
        self = restored
        return outbox
    }
}

extension LiveDetector {
    /// Marks the form of the bytes: positions by series, with the numbers of their readings.
    private static let form = -2
}
