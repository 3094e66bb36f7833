import AnomalyDetection
import Telemetry

extension ScoreBatch {
    /// Scores as they are written back: warm-up makes no claim and is left out.
    /// - Parameters:
    ///   - detector: under which name they are kept.
    ///   - after: rows up to this time are left out.
    public init(_ batch: ScoredBatch, detector: String, after: Int64? = nil) {
        self.init(
            uniqueID: batch.uniqueID, machineID: batch.readings.series.machineID,
            detector: detector, run: batch.readings.series.run)
        for (index, verdict) in batch.verdicts.enumerated() where verdict.state != .warmup {
            let time = batch.readings.times[index]
            if let after, time <= after { continue }
            let row = batch.readings.row(index)
            let lead = max(0, Int(verdict.leadingChannel))
            times.append(time)
            scores.append(verdict.score)
            flags.append(verdict.isAnomaly)
            values.append(lead < row.count ? row[row.startIndex + lead] : .missing)
        }
    }
}
