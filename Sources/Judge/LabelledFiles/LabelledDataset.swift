import Telemetry
import Testbed

/// Labelled data with what reports and messages say of them.
public protocol LabelledDataset: Dataset {
    /// As messages call it: mostly a path.
    var name: String { get }
    /// As reports call it.
    var title: String { get }
    /// SHA-256 of the bytes it was read from, hexadecimal.
    var sha256: String { get }
    var channels: [String] { get }
    /// Columns that are neither channels nor anything else, each with the reason.
    var unused: [String] { get }
    /// What became of columns, cells and rows that a user may not expect.
    var warnings: [String] { get }
    /// What was taken for what, in a line.
    var summary: String { get }
    /// Whether series have names of their own.
    var hasIDs: Bool { get }
}

extension LabelledDataset {
    /// How many rows there are in all series.
    public var rowCount: Int { series.reduce(0) { $0 + $1.rows.times.count } }
    /// Smallest period of all series, nanoseconds; a second without any.
    public var interval: Int64 { series.map(\.period).min() ?? 1_000_000_000 }
    /// First time of all; 0 without rows.
    public var start: Int64 { series.compactMap { $0.rows.times.min() }.min() ?? 0 }
    /// Last time of all; 0 without rows.
    public var end: Int64 { series.compactMap { $0.rows.times.max() }.max() ?? 0 }
    /// Whether rows say which events they belong to.
    public var hasEventNames: Bool { series.contains { !$0.rows.eventsOfRow.isEmpty } }
    /// Whether rows say that neither answer is wrong.
    public var hasIgnoredRows: Bool { series.contains { !$0.rows.ignored.isEmpty } }
}
