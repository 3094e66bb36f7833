import AnomalyDetection
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
    }
}

/// What the fourth block found in a batch.
public enum Finding: Sendable, Equatable {
    /// A run of anomalies began.
    case opened(AnomalyRun)
    /// A run is over: the series was normal for longer than the merge gap, or than its readings are
    /// apart.
    case closed(AnomalyRun)
}

/// Fourth block: filters the anomalies of each unique id and joins neighbours to runs.
///
/// Readings may be further apart than the merge gap; those that follow each other belong together all
/// the same. How far apart they come is learned from the series itself.
public struct CheckAnomalies: Sendable {
    /// Anomalies this far apart still belong to one run, nanoseconds.
    public let mergeGap: Int64
    /// So many readings on they still do, however far apart the readings are.
    public let leastRows: Int64
    private var open: [String: AnomalyRun] = [:]
    var periods: [String: SamplingPeriod] = [:]

    /// - Parameters:
    ///   - mergeGap: nanoseconds; the scenarios' default is 10 s.
    ///   - leastRows: readings that the gap lasts at least: 1 for those that follow each other.
    public init(mergeGap: Int64 = 10_000_000_000, leastRows: Int = 1) {
        self.mergeGap = mergeGap
        self.leastRows = Int64(leastRows)
    }

    /// Runs that have not closed, in the order of unique ids.
    public var openRuns: [AnomalyRun] {
        open.keys.sorted {
            $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
        }.compactMap { open[$0] }
    }

    /// Takes `runs` as the ones that are open.
    /// - Throws: ``StateError`` where a series has two.
    mutating func reopen(_ runs: [AnomalyRun]) throws {
        var reopened: [String: AnomalyRun] = [:]
        for run in runs where reopened.updateValue(run, forKey: run.uniqueID) != nil {
            throw StateError.invalid("two open runs of \(run.uniqueID)")
        }
        open = reopened
    }

    /// The gap for readings so far apart: half a step more than they should be, for some come late.
    private func gap(_ period: SamplingPeriod) -> Int64 {
        let step = period.nanoseconds
        return max(mergeGap, step.multipliedSaturated(by: leastRows).addingSaturated(step / 2))
    }

    public mutating func callAsFunction(_ batch: ScoredBatch) -> [Finding] {
        var findings: [Finding] = []
        var run = open[batch.uniqueID]
        var period = periods.removeValue(forKey: batch.uniqueID) ?? SamplingPeriod()
        let channels = batch.readings.channels
        for (index, verdict) in batch.verdicts.enumerated() {
            let time = batch.readings.times[index]
            period.take(time)
            if let known = run, time.subtractingSaturated(known.last) > gap(period) {
                findings.append(.closed(known))
                run = nil
            }
            guard verdict.isAnomaly else { continue }
            let lead = Int(verdict.leadingChannel)
            if var known = run {
                known.last = max(known.last, time)
                known.anomalousCount += 1
                if verdict.score > known.peakScore {
                    known.peakScore = verdict.score
                    known.peakTime = time
                    known.leadingChannel = channels.indices.contains(lead) ? channels[lead] : nil
                    known.peakValues = Array(batch.readings.row(index))
                }
                run = known
            } else {
                let begun = AnomalyRun(
                    uniqueID: batch.uniqueID, machineID: batch.readings.series.machineID,
                    start: time, last: time, anomalousCount: 1, peakScore: verdict.score,
                    peakTime: time,
                    leadingChannel: channels.indices.contains(lead) ? channels[lead] : nil,
                    peakValues: Array(batch.readings.row(index)), period: period.nanoseconds)
                findings.append(.opened(begun))
                run = begun
            }
        }
        open[batch.uniqueID] = run
        periods[batch.uniqueID] = period
        return findings
    }

    /// Closes what is open at the end of the data.
    public mutating func finish() -> [Finding] {
        defer { open = [:] }
        return openRuns.map { .closed($0) }
    }
}
