import Telemetry

/// Anomalous readings of one series that belong together: what a person would be told of once.
public struct AnomalyRun: Sendable, Equatable {
    public var uniqueID: String
    public var machineID: String
    /// Time of the first anomalous reading, nanoseconds since 1970 UTC.
    public var start: Int64
    /// Time of the last one so far.
    public var last: Int64
    /// How many readings were anomalous.
    public var anomalousCount: Int
    public var peakScore: Double
    /// Time of the reading with the highest score.
    public var peakTime: Int64
    /// Channel that contributed most at the peak; nil where the detector cannot say.
    public var leadingChannel: String?
    /// The values of all channels at the peak, in the order of the series' channels.
    public var peakValues: [Double]
    /// How far apart the series' readings came when it began, nanoseconds; 0 where that is not known.
    public var period: Int64
    /// The alarm it is at the moment: from its raise, or from when it counted again, to the end of the
    /// last anomalous reading so far.
    public var alarm: TimeWindow
    /// How many alarms it has been: 1 once it is raised, one more each time that it counts again.
    public var alarmCount: Int

    /// A run that was raised at its first reading, where nothing else is said.
    public init(
        uniqueID: String, machineID: String, start: Int64, last: Int64, anomalousCount: Int,
        peakScore: Double, peakTime: Int64, leadingChannel: String?, peakValues: [Double],
        period: Int64 = 0
    ) {
        self.period = period
        self.uniqueID = uniqueID
        self.machineID = machineID
        self.start = start
        self.last = last
        self.anomalousCount = anomalousCount
        self.peakScore = peakScore
        self.peakTime = peakTime
        self.leadingChannel = leadingChannel
        self.peakValues = peakValues
        alarm = TimeWindow(start: start, end: max(start, last))
        alarmCount = 1
    }
}

/// What the fourth block found in a batch. The alarms of a report are those that these tell of.
public enum Finding: Sendable, Equatable {
    /// An alarm was raised: a person is paged.
    case opened(AnomalyRun)
    /// It has lasted for so long that it counts again.
    case repeated(AnomalyRun)
    /// It is over: the series was normal for longer than the merge gap, or than its readings are apart.
    case closed(AnomalyRun)

    /// The run it is about.
    public var run: AnomalyRun {
        switch self {
        case .opened(let run), .repeated(let run), .closed(let run): run
        }
    }
}
