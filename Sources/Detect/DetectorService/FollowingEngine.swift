import AnomalyDetection
import DetectionPipeline
import Telemetry

/// Follows a store with warm models: each cycle takes what has come since the last one, and of much
/// history no more than a piece.
public struct FollowingEngine: DetectionEngine {
    public struct Settings: Sendable {
        /// Event time to look at.
        public var window = TimeWindow.all
        /// Readings younger than this, measured from the newest one of their series, are left for the
        /// next cycle, so that late ones can still come in their order; nanoseconds, and one sampling period
        /// at least unless it is 0. Once nothing new arrives all are taken.
        public var settle: Int64 = 0
        /// Event time taken of a series at a time when there is history to catch up with.
        public var step: Int64 = 6 * 3600 * 1_000_000_000
        /// Work after which a cycle ends although there is more to load: a stop must not wait longer.
        public var piece = Duration.seconds(1)
        /// How far ahead of the clock a reading may lie and still be taken; nanoseconds. What lies further
        /// ahead waits: taken in, it would make its machine's true readings come too late.
        public var ahead: Int64 = 600 * 1_000_000_000
        /// The time of day, nanoseconds since 1970 UTC.
        public var now: @Sendable () -> Int64
        /// Whether the cycle at work should end early.
        public var shouldStop: @Sendable () -> Bool = { false }

        public init(now: @escaping @Sendable () -> Int64) { self.now = now }
    }

    /// Above this lead a reading is named, though it may be taken; nanoseconds.
    static let namedLead: Int64 = 5 * 1_000_000_000

    public private(set) var detector: LiveDetector
    private let settings: Settings
    private var survey: StoreSurvey
    private var plan: LoadPlan
    /// Newest readings as the last survey found them, to see that nothing more comes.
    private var newestBefore: [SeriesIdentity: Int64] = [:]
    private var ahead = AheadWatch()
    private var aheadCount = 0

    /// - Parameter source: the one that the detector's pipeline loads from.
    public init(_ detector: LiveDetector, source: any FollowedSource, settings: Settings) {
        self.detector = detector
        self.settings = settings
        let load = detector.pipeline.load
        survey = StoreSurvey(
            source: source, run: load.run, window: settings.window, overlap: load.overlap)
        plan = LoadPlan(step: settings.step)
    }

    public mutating func cycle(observe: (ScoredBatch) throws -> Void) throws -> CycleReport {
        // What fails half-way has been learned already: all goes back to where it was.
        var attempt = self
        let report = try attempt.attemptCycle(observe)
        self = attempt
        return report
    }

    private mutating func attemptCycle(
        _ observe: (ScoredBatch) throws -> Void
    ) throws -> CycleReport {
        var report = CycleReport()
        if plan.isEmpty { try makePlan(&report) }
        report.ahead = aheadCount
        let windows = plan.next
        guard !windows.isEmpty || report.window != nil else { return report }
        if let start = windows.values.map(\.start).min(), let end = windows.values.map(\.end).max()
        {
            report.window = TimeWindow(start: start, end: end)
        }
        let lateBefore = detector.totals.late
        let deadline = Deadline(settings.piece)
        let shouldStop = settings.shouldStop
        let wantsPause = { shouldStop() || deadline.isOver() }
        let done = try detector.cycle(windows, wantsPause: wantsPause) { batch, findings in
            try observe(batch)
            report.add(findings, of: batch)
        }
        report.summary = done.summary
        let positions = detector.pipeline.load.cursor.positions
        plan.done(
            windows, counts: done.loaded.counts,
            positions: done.loaded.isCutShort ? { positions[$0]?.newest } : nil)
        report.hasMore = !plan.isEmpty
        report.openRuns = detector.pipeline.check.openRuns
        report.notices += detector.takeNotices(done.loaded)
        report.missing = detector.missing
        report.late = detector.totals.late - lateBefore
        if report.late > 0 { report.notices.append(.late(report.late)) }
        return report
    }

    /// Asks the store what is new, and lays down what is to be loaded of it.
    private mutating func makePlan(_ report: inout CycleReport) throws {
        let now = settings.now()
        let end = min(
            now.addingSaturated(settings.ahead).addingSaturated(1), settings.window.end)
        let newest = detector.pipeline.load.cursor.positions.mapValues(\.newest)
        let found = try survey.run(newest, before: end)
        for (series, extent) in found {
            var stretchEnd = extent.upperBound.addingSaturated(1)
            // What was the newest a cycle ago still is: nothing comes that it would have to wait for.
            if newestBefore[series] != extent.upperBound {
                stretchEnd = stretchEnd.subtractingSaturated(settle(series))
            }
            newestBefore[series] = extent.upperBound
            let start = newest[series]?.addingSaturated(1) ?? extent.lowerBound
            if start < stretchEnd {
                plan.add(
                    series, TimeWindow(start: max(start, settings.window.start), end: stretchEnd))
            }
        }
        report.notices += detector.name(found.keys)
        if let last = newest.values.max() {
            report.window = TimeWindow(start: last, end: last.addingSaturated(1))
        } else if !found.isEmpty {
            report.window = TimeWindow(start: end, end: end)
        }
        aheadCount = try ahead.look(
            survey, from: end, to: settings.window.end, taken: found, now: now, &report)
        ahead.look(
            newest.merging(found.mapValues(\.upperBound)) { max($0, $1) }, lead: settings.ahead,
            &report)
    }

    private func settle(_ series: SeriesIdentity) -> Int64 {
        settings.settle > 0
            ? max(settings.settle, detector.pipeline.load.period(of: series)) : 0
    }

    public mutating func finish(observe: (ScoredBatch) throws -> Void) throws -> CycleReport {
        var report = CycleReport()
        let before = detector.totals
        report.openRuns = try detector.finish { batch, findings in
            try observe(batch)
            report.add(findings, of: batch)
        }
        .map(\.run)
        report.summary.scored = detector.totals.scored - before.scored
        report.summary.anomalies = detector.totals.anomalies - before.anomalies
        return report
    }

    /// As ``LiveDetector/restore(_:)``.
    public mutating func restore(_ bytes: [UInt8]) throws -> [UInt8] {
        try detector.restore(bytes)
    }
}

/// Counts from the first time it is asked: the store's own time to answer is not work.
private final class Deadline {
    private let duration: Duration
    private var end: ContinuousClock.Instant?

    init(_ duration: Duration) { self.duration = duration }

    func isOver() -> Bool {
        let now = ContinuousClock.now
        let end = end ?? now + duration
        self.end = end
        return now >= end
    }
}

extension CycleReport {
    mutating func add(_ findings: [Finding], of batch: ScoredBatch) {
        self.findings += findings.map {
            NamedFinding($0, run: batch.readings.series.run, channels: batch.readings.channels)
        }
    }
}
