import AnomalyDetection
import DetectionPipeline
import JSONText
import LabelledFiles
import Scoring
import Telemetry
import Testbed

/// Sums up a set's own score over its series.
public protocol SetScore: Sendable {
    /// What it is called where it was published.
    static var title: String { get }
    /// Takes what was said of a series.
    /// - Throws: what scoring throws.
    mutating func add(_ result: SetResult) throws
    /// The figures so far, the one that the published table is sorted by first.
    func figures() -> [SetFigure]
}

/// A number of a set's own score.
public struct SetFigure: Sendable, Equatable {
    public var name: String
    /// Nil where it is undefined.
    public var value: Double?

    public init(_ name: String, _ value: Double?) {
        self.name = name
        self.value = value
    }

    /// `[{"name": ..., "value": ...}]` of a detector's figures.
    public static func json(_ figures: [SetFigure]) -> JSONValue {
        .object(figures.map { ($0.name, JSONValue($0.value)) })
    }
}

/// What a detector said of one series, row for row as they lie in the data.
public struct SetResult: Sendable {
    public var times: [Int64]
    public var labels: [Bool]
    /// NaN where the detector gave none.
    public var scores: [Double]
    public var flags: [Bool]
    /// Rows from here on are scored.
    public var firstRow: Int
    /// The first channel's values, for sets whose score depends on them.
    public var values: [Double]
    public var facts: SetMember.Facts

    /// - Parameters:
    ///   - data: of one series.
    ///   - values: the first channel's.
    public init(
        _ data: any LabelledDataset, scores: [Double], flags: [Bool], values: [Double],
        facts: SetMember.Facts
    ) {
        let series = data.series[0]
        times = series.rows.times
        labels = series.rows.labels
        firstRow =
            facts.firstRow ?? times.firstIndex { $0 >= series.probationEnd } ?? times.count
        self.scores = scores
        self.flags = flags
        self.values = values
        self.facts = facts
    }

    /// The rows that count.
    var counted: Range<Int> { min(firstRow, labels.count)..<labels.count }

    /// Of these, by label and flag.
    var counts: PointCounts {
        counted.reduce(into: PointCounts()) { counts, row in
            switch (labels[row], flags[row]) {
            case (true, true): counts.truePositives += 1
            case (true, false): counts.falseNegatives += 1
            case (false, true): counts.falsePositives += 1
            case (false, false): counts.trueNegatives += 1
            }
        }
    }
}

/// Keeps each row's score and flag while a dataset of one series is judged.
public final class SetObserver: TrialObserver {
    private var scores: [Double] = []
    private var flags: [Bool] = []
    private var values: [Double] = []

    public init() {}

    public func observe(_ batch: ScoredBatch) {
        for verdict in batch.verdicts {
            let hasScore = verdict.state != .warmup && !verdict.score.isNaN
            scores.append(hasScore ? verdict.score : .nan)
            flags.append(verdict.isAnomaly)
        }
        let width = max(1, batch.readings.channels.count)
        for row in batch.readings.times.indices {
            values.append(batch.readings.values[row * width])
        }
    }

    /// What was seen, beside the labels of `data`, which has one series.
    public func result(_ data: any LabelledDataset, _ facts: SetMember.Facts) -> SetResult {
        SetResult(data, scores: scores, flags: flags, values: values, facts: facts)
    }
}
