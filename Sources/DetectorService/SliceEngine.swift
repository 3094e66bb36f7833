import AnomalyDetection
import DetectionPipeline
import Telemetry

/// Judges a whole slice of the past at a time, anew in each cycle, as the two demos do: for detectors
/// that need later rows, or a range over all of them.
///
/// A row's result can change when the slice moves on. What has been written is not written again
/// with another value, for a store may keep either: a row is decided by the first slice it is in.
public struct SliceEngine: DetectionEngine {
    private let source: any FollowedSource
    private let run: String?
    private let window: TimeWindow
    /// Length of the slice up to the newest reading, nanoseconds; nil for all there is.
    private let length: Int64?
    private let mergeGap: Int64
    private let makeDetector: DetectAnomalies.Factory
    private let detectorName: String
    private let scoreSink: (any ScoreSink)?
    /// Newest row written, by series.
    private var written: [SeriesIdentity: Int64] = [:]
    private var newestBefore: Int64?

    public init(
        source: any FollowedSource, run: String? = nil, window: TimeWindow = .all, length: Int64?,
        mergeGap: Int64, detectorName: String, scoreSink: (any ScoreSink)?,
        makeDetector: @escaping DetectAnomalies.Factory
    ) {
        self.source = source
        self.run = run
        self.window = window
        self.length = length
        self.mergeGap = mergeGap
        self.detectorName = detectorName
        self.scoreSink = scoreSink
        self.makeDetector = makeDetector
    }

    public mutating func cycle(observe: (ScoredBatch) throws -> Void) throws -> CycleReport {
        var report = CycleReport()
        let from = max(window.start, newestBefore ?? .min)
        guard let newest = try source.newestTime(run: run, from: from) else { return report }
        let end = min(newest.addingSaturated(1), window.end)
        // With nothing new nothing runs.
        guard newest != newestBefore, window.start < end else { return report }
        let start = max(window.start, length.map { end.subtractingSaturated($0) } ?? .min)
        let slice = TimeWindow(start: start, end: end)
        report.window = slice
        var pipeline = Pipeline(
            load: LoadInfluxData(source: source, run: run),
            detect: DetectAnomalies(makeDetector: makeDetector),
            check: CheckAnomalies(mergeGap: mergeGap))
        var newlyWritten = written
        let (name, sink, before) = (detectorName, scoreSink, written)
        func take(_ batch: ScoredBatch, _ findings: [Finding]) throws {
            let series = batch.readings.series
            let scores = ScoreBatch(batch, detector: name, after: before[series])
            if let sink, scores.count > 0 { try sink.send(scores) }
            if let last = batch.readings.times.max() {
                newlyWritten[series] = max(newlyWritten[series] ?? .min, last)
            }
            try observe(batch)
            // Anomalies of rows that an earlier slice has decided are old news.
            report.findings += findings.filter { finding in
                switch finding {
                case .opened(let found), .closed(let found):
                    before[series].map { found.start > $0 } ?? true
                }
            }.map {
                NamedFinding($0, run: series.run, channels: batch.readings.channels)
            }
        }
        report.summary = try pipeline.run(slice, output: take)
        let (rest, closed) = try pipeline.finish(output: take)
        report.summary.scored += rest.scored
        report.summary.anomalies += rest.anomalies
        for (block, count) in rest.runs { report.summary.runs[block, default: 0] += count }
        report.openRuns = closed.map(\.anomaly)
        written = newlyWritten
        newestBefore = newest
        return report
    }

    public mutating func finish(observe: (ScoredBatch) throws -> Void) throws -> CycleReport {
        CycleReport()
    }
}
