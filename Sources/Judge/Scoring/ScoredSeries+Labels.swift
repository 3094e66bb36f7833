import Telemetry

/// Rows with a label each, as anyone's file has them, made into truth events.
public struct LabelledRows: Sendable {
    public var machine: String
    /// Time of each row, nanoseconds since 1970 UTC, in any order.
    public var times: [Int64]
    public var labels: [Bool]
    /// Kind of each row's anomaly, an index into `kinds`; empty where the file does not say.
    public var kindOfRow: [Int32]
    public var kinds: [String]
    /// Events each row belongs to, an index into `eventNames`; empty where the file does not say.
    public var eventsOfRow: [Int32]
    /// Names of events as a cell has them: `KIND#NUMBER`, several joined by +.
    public var eventNames: [String]
    /// Rows about which neither answer is wrong; empty where the file does not say.
    public var ignored: [Bool] = []

    public init(
        machine: String, times: [Int64] = [], labels: [Bool] = [], kindOfRow: [Int32] = [],
        kinds: [String] = [], eventsOfRow: [Int32] = [], eventNames: [String] = []
    ) {
        self.machine = machine
        self.times = times
        self.labels = labels
        self.kindOfRow = kindOfRow
        self.kinds = kinds
        self.eventsOfRow = eventsOfRow
        self.eventNames = eventNames
    }

    /// Median distance of neighbouring times that differ, the rows in order of time, at most a year; a
    /// second where there is none.
    public var period: Int64 {
        let year: Int64 = 366 * 86_400_000_000_000
        guard let order else { return min(Self.period(count: times.count) { times[$0] }, year) }
        return min(Self.period(count: order.count) { times[order[$0]] }, year)
    }

    private static func period(count: Int, time: (Int) -> Int64) -> Int64 {
        var first: Int64?
        var isEven = true
        for index in stride(from: 1, to: count, by: 1) {
            let step = time(index) - time(index - 1)
            if step > 0, let known = first {
                if step != known { isEven = false }
            } else if step > 0 {
                first = step
            }
            if !isEven { break }
        }
        if isEven { return first ?? 1_000_000_000 }
        var steps: [Int64] = []
        for index in 1..<count where time(index) > time(index - 1) {
            steps.append(time(index) - time(index - 1))
        }
        steps.sort()
        return steps[(steps.count - 1) / 2]
    }

    /// The rows in order of time, those of one time as they came; nil where they are in order.
    var order: [Int]? {
        if zip(times, times.dropFirst()).allSatisfy({ $0 <= $1 }) { return nil }
        return times.indices.sorted { (times[$0], $0) < (times[$1], $1) }
    }

    /// Says of the row whose label came last whether neither answer is wrong about it.
    /// - Parameter always: whether to keep that even where no row so far is such a one.
    public mutating func ignore(_ isIgnored: Bool, always: Bool = false) {
        if ignored.isEmpty, !always {
            guard isIgnored else { return }
            ignored = [Bool](repeating: false, count: labels.count - 1)
        }
        ignored.append(isIgnored)
    }

    /// How many rows have a time before that of the row above them.
    public var backwardCount: Int { zip(times, times.dropFirst()).count { $0 > $1 } }

    /// The rows beside what was predicted for each of them.
    /// - Parameters:
    ///   - scores: of each row; empty for none.
    ///   - truth: of ``truth(period:)``.
    public func scored(
        scores: [Double], flags: [Bool], truth: LabelledTruth, probationEnd: Int64, period: Int64
    ) -> ScoredSeries {
        var series = ScoredSeries(
            machine: machine, times: times, scores: scores, flags: flags, events: truth.events,
            probationEnd: probationEnd, period: period)
        series.placement = truth.placement
        series.ignoreZones = zones(period: period)
        return series
    }
}
