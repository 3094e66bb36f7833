import AnomalyDetection
import CSVFiles

/// What the user says about a file's columns; nil or empty for what their names say.
public struct DataOptions: Sendable {
    public var label: String?
    /// Labels that mean normal, all others an anomaly; empty for 0, 1 and words.
    public var normalLabels: [String] = []
    /// Nothing is labelled: every alarm is a false one.
    public var hasNoLabels = false
    /// A file of truth events in place of labels.
    public var truth: TruthFile?
    /// Further columns of labels, each another person's.
    public var moreLabels: [String] = []
    /// How many of these, and the first, must say 1; nil for more than half.
    public var agreeing: Int?
    public var tolerance = Tolerance()
    /// What the file is like beside a plain one.
    public var table = TableFormat()
    /// Columns of a table with a row a value; nil for a row a time.
    public var long: LongForm?
    public var time: String?
    /// Nanoseconds from row to row, in place of a time column.
    public var interval: Int64?
    public var id: String?
    /// The only columns that are channels; empty for all that can be.
    public var channels: [String] = []
    public var ignored: [String] = []
    public var decimal: NumberStyle.Mark?
    public var probation = Probation.share(0.15, atMost: 750)
    /// What detectors learn from: none of them is judged by it.
    public var training: [TrainLength] = []

    public init() {}

    /// The first time that is scored, of a series with these times.
    func probationEnd(of times: [Int64]) -> Int64 {
        let trained = training.compactMap { $0.rows(of: times.count) }.max() ?? 0
        return max(probation.end(of: times), Probation.rows(trained).end(of: times))
    }
}
