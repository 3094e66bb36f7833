/// How flagged rows become alarms a person is paged for; belongs to the scenario, not the detector.
public struct AlarmRule: Sendable, Equatable, Codable {
    /// Flagged rows this far apart still belong to one alarm, seconds.
    public var mergeGap: Double
    /// An alarm is raised at its `minRows`-th flagged row; a group with fewer is none.
    public var minRows: Int
    /// A longer alarm counts again every so many seconds; nil for never.
    public var cap: Double?

    public init(mergeGap: Double = 10, minRows: Int = 1, cap: Double? = 300) {
        self.mergeGap = mergeGap
        self.minRows = minRows
        self.cap = cap
    }
}
