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

    public init(
        machine: String, times: [Int64] = [], labels: [Bool] = [], kindOfRow: [Int32] = [],
        kinds: [String] = []
    ) {
        self.machine = machine
        self.times = times
        self.labels = labels
        self.kindOfRow = kindOfRow
        self.kinds = kinds
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
    private var order: [Int]? {
        if zip(times, times.dropFirst()).allSatisfy({ $0 <= $1 }) { return nil }
        return times.indices.sorted { (times[$0], $0) < (times[$1], $1) }
    }

    /// An event for each run of label 1, and of one kind, the rows in order of time.
    /// - Parameter period: how long a row is, nanoseconds.
    public func events(period: Int64) -> [TruthEvent] {
        let order = order
        func row(_ place: Int) -> Int { order?[place] ?? place }
        func kind(_ place: Int) -> Int32 { kindOfRow.isEmpty ? -1 : kindOfRow[row(place)] }
        var events: [TruthEvent] = []
        var place = 0
        while place < times.count {
            guard labels[row(place)] else {
                place += 1
                continue
            }
            var end = place + 1
            while end < times.count, labels[row(end)], kind(end) == kind(place) { end += 1 }
            // Up to the next row where that comes first: repeated or crowded times must not make two
            // events out of one row.
            let last = times[row(end - 1)]
            let next = end < times.count ? times[row(end)] : .max
            events.append(
                TruthEvent(
                    id: "\(machine)-\(events.count + 1)", machine: machine,
                    kind: kindOfRow.isEmpty ? "anomaly" : kinds[Int(kind(place))],
                    group: .process,
                    window: TimeWindow(
                        start: times[row(place)], end: max(last + 1, min(last + period, next)))))
            place = end
        }
        return events
    }

    /// The rows beside what was predicted for each of them.
    /// - Parameters:
    ///   - scores: of each row; empty for none.
    ///   - events: of ``events(period:)``.
    public func scored(
        scores: [Double], flags: [Bool], events: [TruthEvent], probationEnd: Int64, period: Int64
    ) -> ScoredSeries {
        ScoredSeries(
            machine: machine, times: times, scores: scores, flags: flags, events: events,
            probationEnd: probationEnd, period: period)
    }
}
