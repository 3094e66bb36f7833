import AlarmRules
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
    /// Length of the slice up to a series' newest reading, nanoseconds; nil for all there is.
    private let length: Int64?
    private let rule: AlarmRule
    private let makeDetector: DetectAnomalies.Factory
    private let detectorName: String
    private let scoreSink: (any ScoreSink)?
    private let settings: FollowingEngine.Settings
    private var survey: StoreSurvey
    private var transform = TransformData()
    /// Newest row written, by series.
    private var written: [SeriesIdentity: Int64] = [:]
    /// Newest row judged, by series.
    private var judged: [SeriesIdentity: Int64] = [:]
    private var ahead = AheadWatch()

    /// - Parameters:
    ///   - settings: of these `window`, `ahead`, `now` and `shouldStop` count.
    ///   - length: how far each slice reaches back from the newest reading of its series.
    public init(
        source: any FollowedSource, run: String? = nil, settings: FollowingEngine.Settings,
        length: Int64?, rule: AlarmRule, detectorName: String, scoreSink: (any ScoreSink)?,
        makeDetector: @escaping DetectAnomalies.Factory
    ) {
        self.source = source
        self.run = run
        self.settings = settings
        survey = StoreSurvey(source: source, run: run, window: settings.window, overlap: 0)
        self.length = length
        self.rule = rule
        self.detectorName = detectorName
        self.scoreSink = scoreSink
        self.makeDetector = makeDetector
    }

    public mutating func cycle(observe: (ScoredBatch) throws -> Void) throws -> CycleReport {
        var report = CycleReport()
        let now = settings.now()
        let end = min(
            now.addingSaturated(settings.ahead).addingSaturated(1), settings.window.end)
        // Looked at on copies, so that a cycle that fails leaves everything as it was.
        var (survey, ahead, transform, judged) = (survey, ahead, transform, judged)
        let found = try survey.run(judged, before: end)
        report.ahead = try ahead.look(
            survey, from: end, to: settings.window.end, taken: found, now: now, &report)
        let slices = found.mapValues { extent in
            let end = extent.upperBound.addingSaturated(1)
            let start = length.map { end.subtractingSaturated($0) } ?? .min
            return TimeWindow(start: min(end, max(settings.window.start, start)), end: end)
        }
        defer { self.ahead = ahead }
        // With nothing new nothing runs.
        guard let first = slices.values.map(\.start).min(),
            let last = slices.values.map(\.end).max()
        else {
            self.survey = survey
            return report
        }
        report.window = TimeWindow(start: first, end: last)
        transform.name(found.keys)
        report.notices += transform.takeShared().map { .sharedLabel($0) }
        for (series, extent) in found { judged[series] = extent.upperBound }
        var pipeline = Pipeline(
            load: LoadInfluxData(source: source, run: run),
            detect: DetectAnomalies(makeDetector: makeDetector),
            check: CheckAnomalies(rule: rule))
        pipeline.transform = transform
        let shouldStop = settings.shouldStop
        var newlyWritten = written
        let (name, before) = (detectorName, written)
        func take(
            _ batch: ScoredBatch, _ findings: [Finding], _ add: (ScoreBatch) throws -> Void
        ) throws {
            let series = batch.readings.series
            try add(ScoreBatch(batch, detector: name, after: before[series]))
            if let last = batch.readings.times.max() {
                newlyWritten[series] = max(newlyWritten[series] ?? .min, last)
            }
            try observe(batch)
            // A slice has no half results: what has been written stands, the rest is done next time.
            if shouldStop() { throw SliceStopped() }
            // Anomalies of rows that an earlier slice has decided are old news.
            report.findings += findings.filter { finding in
                before[series].map { finding.run.start > $0 } ?? true
            }.map {
                NamedFinding($0, run: series.run, channels: batch.readings.channels)
            }
        }
        try ScoreWriter.writing(to: scoreSink) { add in
            let output = { try take($0, $1, add) }
            report.summary = try pipeline.run(slices, wantsPause: { false }, output: output).summary
            let (rest, closed) = try pipeline.finish(output: output)
            report.summary.scored += rest.scored
            report.summary.anomalies += rest.anomalies
            for (block, count) in rest.runs { report.summary.runs[block, default: 0] += count }
            report.openRuns = closed.map(\.run)
        }
        written = newlyWritten
        (self.survey, self.transform, self.judged) = (survey, pipeline.transform, judged)
        return report
    }

    public mutating func finish(observe: (ScoredBatch) throws -> Void) throws -> CycleReport {
        CycleReport()
    }
}

/// A stop came while slices were judged.
public struct SliceStopped: Error {}
