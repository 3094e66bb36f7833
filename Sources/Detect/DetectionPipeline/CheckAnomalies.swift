import AlarmRules
import AnomalyDetection
import Telemetry

/// Fourth block: filters the anomalies of each unique id and makes alarms of them, by the rule that
/// reports are made by.
///
/// Readings may be further apart than the merge gap; those that follow each other belong together all
/// the same. How far apart they come is learned from the series itself where nobody says it.
public struct CheckAnomalies: Sendable {
    public let rule: AlarmRule
    /// How far apart readings come, nanoseconds; nil for what each series shows.
    private let period: Int64?
    /// Anomalies before this time raise nothing.
    private let start: Int64
    var watches: [String: SeriesWatch] = [:]

    /// - Parameters:
    ///   - period: how far apart readings are known to come, nanoseconds.
    ///   - start: anomalies before this time raise nothing.
    public init(
        rule: AlarmRule = AlarmRule(), period: Int64? = nil, from start: Int64 = .min
    ) {
        self.rule = rule
        self.period = period
        self.start = start
    }

    func makeWatch() -> SeriesWatch { SeriesWatch(rule, period: period) }

    /// Unique ids in the order of their scalars.
    var uniqueIDs: [String] {
        watches.keys.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    }

    /// Runs that are raised and not over, in the order of unique ids.
    public var openRuns: [AnomalyRun] {
        uniqueIDs.compactMap { watches[$0]?.run }.filter { $0.alarmCount > 0 }
    }

    public mutating func callAsFunction(_ batch: ScoredBatch) -> [Finding] {
        var findings: [Finding] = []
        var watch = watches.removeValue(forKey: batch.uniqueID) ?? makeWatch()
        for (index, verdict) in batch.verdicts.enumerated() {
            let time = batch.readings.times[index]
            watch.pass(time, isAnomaly: verdict.isAnomaly, period: period, &findings)
            if verdict.isAnomaly, time >= start { watch.take(batch, index, &findings) }
        }
        watches[batch.uniqueID] = watch
        return findings
    }

    /// Closes what is open at the end of the data.
    public mutating func finish() -> [Finding] {
        var findings: [Finding] = []
        for id in uniqueIDs { watches[id]?.close(&findings) }
        return findings
    }
}
