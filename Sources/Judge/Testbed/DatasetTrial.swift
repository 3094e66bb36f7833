import AnomalyDetection
import DetectionPipeline
import Scoring
import Telemetry

/// Readings with labels that are not from our simulation: anyone's file.
public protocol Dataset: Sendable {
    /// The series, in the order of first mention.
    var series: [DatasetSeries] { get }
    /// Calls `body` with all readings in the order of the data, in pieces of bounded size, each of
    /// one series. Times may repeat and go back.
    /// - Throws: what reading throws, or what `body` throws.
    func readings(_ body: (_ series: Int, _ piece: ReadingBatch) throws -> Void) throws
}

/// What is known of one series of a dataset beside its readings.
public struct DatasetSeries: Sendable {
    /// Times of all readings, in the order of the data.
    public var rows: LabelledRows
    public var truth: LabelledTruth
    /// Stretches where neither answer is wrong.
    public var ignoreZones: [TimeWindow] = []
    /// Readings before this time are not scored.
    public var probationEnd: Int64
    /// How long a row is, nanoseconds.
    public var period: Int64

    /// What a detector may be told of it beforehand.
    public var outlook: SeriesOutlook {
        SeriesOutlook(
            warmupRows: rows.times.count { $0 < probationEnd }, period: Double(period) / 1e9,
            rows: rows.times.count)
    }

    public init(rows: LabelledRows, truth: LabelledTruth, probationEnd: Int64, period: Int64) {
        self.rows = rows
        self.truth = truth
        self.probationEnd = probationEnd
        self.period = period
    }
}

/// One detector run over a dataset, and judged.
///
/// The readings go straight to the third and the fourth block, row after row as they lie in the data: there is no
/// store between, which would bring them into order and merge those of one time.
public struct DatasetTrial {
    public var dataset: any Dataset
    public var makeDetector: DetectAnomalies.Factory

    public init(dataset: any Dataset, makeDetector: @escaping DetectAnomalies.Factory) {
        self.dataset = dataset
        self.makeDetector = makeDetector
    }

    /// - Parameter progress: called now and then with the share of readings that is done.
    /// - Throws: what reading or the detector throws, and ``SpillFailure``.
    public func run(
        options: ScoringOptions, observers: [any TrialObserver] = [],
        progress: (Double) -> Void = { _ in }
    ) throws -> DetectorTrial.Outcome {
        let total = dataset.series.reduce(0) { $0 + $1.rows.times.count }
        // A block for each series: names that differ in bytes alone would be one to it.
        var detect = dataset.series.map { series in
            let outlook = series.outlook
            return DetectAnomalies { [makeDetector] context in
                var context = context
                context.outlook = outlook
                return try makeDetector(context)
            }
        }
        var ledger = PredictionLedger()
        var check = dataset.series.map {
            CheckAnomalies(
                rule: options.alarmRule, period: $0.period, from: $0.probationEnd)
        }
        func take(_ place: Int, _ batch: ScoredBatch) throws {
            if batch.verdicts.isEmpty { return }
            try ledger.add(batch, check[place](batch))
            for observer in observers { try observer.observe(batch) }
            progress(Double(ledger.scored) / Double(max(total, 1)))
        }
        try dataset.readings { place, piece in
            try take(
                place,
                detect[place](
                    NamedBatch(uniqueID: dataset.series[place].rows.machine, readings: piece)))
        }
        for place in detect.indices {
            for batch in try detect[place].finish() { try take(place, batch) }
            ledger.add(check[place].finish())
        }
        return try ledger.outcome(
            dataset.series.map { series in
                var judged = ScoredSeries(
                    machine: series.rows.machine, rows: ledger.rows(of: series.rows.machine),
                    events: series.truth.events, ignoreZones: series.ignoreZones,
                    probationEnd: series.probationEnd, period: series.period,
                    alarms: ledger.alarms(of: series.rows.machine))
                judged.placement = series.truth.placement
                return judged
            }, options)
    }
}
