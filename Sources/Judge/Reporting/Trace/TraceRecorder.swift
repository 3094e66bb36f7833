import Telemetry

/// Watches a run as it passes and keeps what a chart needs, in memory that does not grow with it.
///
/// Each machine's time is cut into equal buckets. A bucket keeps the least and the greatest value of
/// every channel, of the score and of the threshold, so that a spike of one reading is still there
/// after a million others; when the buckets run out, neighbours are joined and each covers twice the
/// time. Around the truth events every reading is kept as it is, as far as the budget allows, so
/// that one can zoom in on them. The budget is shared by all machines.
public struct TraceRecorder: Sendable {
    /// What the page may spend on curves.
    public struct Budget: Sendable, Equatable {
        /// Least-and-greatest pairs over all machines, all columns: about 5.3 bytes of page each.
        public var pairs: Int
        /// Single values in the stretches kept whole: about 2.7 bytes of page each.
        public var detailValues: Int

        public init(pairs: Int = 480_000, detailValues: Int = 320_000) {
            self.pairs = pairs
            self.detailValues = detailValues
        }
    }

    /// What the detector said of a reading.
    public struct Mark: Sendable, Equatable {
        /// NaN if none.
        public var score: Double
        /// Infinity while there is none.
        public var threshold: Double
        public var isWarmup: Bool
        public var isAnomaly: Bool

        @inlinable
        public init(score: Double, threshold: Double, isWarmup: Bool, isAnomaly: Bool) {
            self.score = score
            self.threshold = threshold
            self.isWarmup = isWarmup
            self.isAnomaly = isAnomaly
        }
    }

    private let window: TimeWindow
    private let interval: Int64
    private let machineCount: Int
    private let budget: Budget
    private let details: [String: [TimeWindow]]
    private var index: [String: Int] = [:]
    private var buckets: [TraceBuckets] = []
    private var stretches: [TraceDetail] = []

    /// - Parameters:
    ///   - window: event time the run covers. Its start is where times in the trace count from; its
    ///     end may be a guess.
    ///   - interval: nanoseconds between readings of one machine.
    ///   - machineCount: how many machines share the budget.
    ///   - closeUps: per machine, stretches worth every reading: the truth events.
    public init(
        window: TimeWindow, interval: Int64, machineCount: Int,
        closeUps: [String: [TimeWindow]] = [:], budget: Budget = Budget()
    ) {
        precondition(interval > 0)
        self.window = window
        self.interval = interval
        self.machineCount = max(1, machineCount)
        self.budget = budget
        self.details = closeUps
    }

    /// Takes scored readings of one machine, in about the order of time.
    /// - Parameters:
    ///   - values: row after row, `channels.count` doubles each.
    ///   - mark: what the detector said of the row with this index.
    /// - Complexity: O(1) a row, some 20 ns.
    public mutating func record(
        machine: String, channels: [String], times: [Int64], values: [Double],
        mark: (Int) -> Mark
    ) {
        precondition(values.count == times.count * channels.count)
        let place = index[machine] ?? add(machine, channels)
        buckets[place].record(times: times, values: values, mark: mark)
        stretches[place].record(times: times, values: values, mark: mark)
    }

    private mutating func add(_ machine: String, _ channels: [String]) -> Int {
        let place = buckets.count
        index[machine] = place
        // The channels, the score and the threshold.
        let columns = channels.count + 2
        let share = max(64, budget.pairs / machineCount / columns)
        // Unscored spans outside the window still find a bucket; the window only sets the width.
        let span = window.end.subtractingReportingOverflow(window.start)
        let rows = span.overflow ? 0 : Int(span.partialValue / interval)
        // One row a bucket needs no pairs, and may have twice the buckets.
        let capacity = rows <= 2 * share ? max(64, rows) : share
        let width = max(1, (rows + capacity - 1) / capacity)
        buckets.append(
            TraceBuckets(
                machine: machine, channels: channels, origin: window.start, interval: interval,
                width: interval.multipliedSaturated(by: Int64(width)),
                capacity: capacity + capacity % 2))
        stretches.append(
            TraceDetail(
                columns: columns, interval: interval,
                windows: width == 1 ? [] : details[machine] ?? [],
                rowLimit: budget.detailValues / machineCount / columns))
        return place
    }

    /// What has been recorded, machines in the order of their names.
    public func trace() -> Trace {
        Trace(
            start: window.start,
            machines: buckets.indices.map { place in
                var machine = buckets[place].trace()
                machine.closeUps = stretches[place].trace()
                return machine
            }.sorted {
                $0.id.unicodeScalars.lexicographicallyPrecedes($1.id.unicodeScalars)
            })
    }
}
