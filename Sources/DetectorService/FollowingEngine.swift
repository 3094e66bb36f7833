import AnomalyDetection
import DetectionPipeline
import Telemetry

/// Follows a store with warm models: each cycle takes what has come since the last one.
public struct FollowingEngine: DetectionEngine {
    public struct Settings: Sendable, Equatable {
        /// Event time to look at.
        public var window = TimeWindow.all
        /// Readings younger than this, measured from the newest one, are left for the next cycle, so
        /// that late ones can still come in their order; nanoseconds. Once nothing new arrives all are
        /// taken.
        public var settle: Int64 = 0
        /// Most event time in one cycle when there is history to catch up with.
        public var longest: Int64 = 6 * 3600 * 1_000_000_000

        public init() {}
    }

    public private(set) var detector: LiveDetector
    private let source: any FollowedSource
    private let settings: Settings
    private var newestBefore: Int64?

    /// - Parameter source: the one that the detector's pipeline loads from.
    public init(_ detector: LiveDetector, source: any FollowedSource, settings: Settings) {
        self.detector = detector
        self.source = source
        self.settings = settings
    }

    public mutating func cycle(observe: (ScoredBatch) throws -> Void) throws -> CycleReport {
        var report = CycleReport()
        let load = detector.pipeline.load
        let reach = load.cursor.loadedUpTo
        let from = max(settings.window.start, reach.subtractingSaturated(load.overlap))
        guard let newest = try source.newestTime(run: load.run, from: from) else { return report }
        let isIdle = newest == newestBefore
        newestBefore = newest
        var end = newest.addingSaturated(1)
        if !isIdle { end = end.subtractingSaturated(settings.settle) }
        if reach != .min, end > reach.addingSaturated(settings.longest) {
            end = reach.addingSaturated(settings.longest)
            report.hasMore = true
        }
        // Never behind what has been asked for: the overlap is looked at even when nothing is newer.
        end = min(max(end, reach, from), settings.window.end)
        guard settings.window.start <= end else { return report }
        let window = TimeWindow(start: settings.window.start, end: end)
        report.window = TimeWindow(start: min(from, end), end: end)
        // A piece that fails half-way has been learned already: the models go back with everything else.
        var attempt = detector
        report.summary = try attempt.cycle(window) { batch, findings in
            try observe(batch)
            report.findings += findings.map {
                NamedFinding(
                    $0, run: batch.readings.series.run, channels: batch.readings.channels)
            }
        }
        detector = attempt
        report.openRuns = detector.pipeline.check.openRuns
        return report
    }

    public mutating func finish(observe: (ScoredBatch) throws -> Void) throws -> CycleReport {
        var report = CycleReport()
        let before = detector.totals
        report.openRuns = try detector.finish { batch, findings in
            try observe(batch)
            report.findings += findings.map {
                NamedFinding(
                    $0, run: batch.readings.series.run, channels: batch.readings.channels)
            }
        }
        .map(\.anomaly)
        report.summary.scored = detector.totals.scored - before.scored
        report.summary.anomalies = detector.totals.anomalies - before.anomalies
        return report
    }

    /// As ``LiveDetector/restore(_:)``.
    public mutating func restore(_ bytes: [UInt8]) throws -> [UInt8] {
        try detector.restore(bytes)
    }
}
