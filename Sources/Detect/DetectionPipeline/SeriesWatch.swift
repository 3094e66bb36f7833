import AlarmRules
import AnomalyDetection
import Telemetry

/// One series as the fourth block sees it: the anomalous readings that may become an alarm.
struct SeriesWatch: Sendable {
    /// Learned where nobody has said how far apart readings come.
    var sampling = SamplingPeriod()
    var group: AlarmGroup
    /// What is known of the group; nil where none is open.
    var run: AnomalyRun?

    init(_ rule: AlarmRule, period: Int64?) {
        group = AlarmGroup(rule, period: period ?? 0)
    }

    /// Takes the time of the next reading, before anything is said of it.
    /// - Parameter period: how far apart readings are known to come; nil if that is to be learned.
    mutating func pass(
        _ time: Int64, isAnomaly: Bool, period: Int64?, _ findings: inout [Finding]
    ) {
        if period == nil {
            sampling.take(time)
            if run != nil || isAnomaly { group.set(period: sampling.nanoseconds) }
        }
        guard let run else { return }
        group.pass(time) { run.end($0, &findings) }
        if group.state == nil { self.run = nil }
    }

    /// Takes the anomalous reading at `index` of `batch`.
    mutating func take(_ batch: ScoredBatch, _ index: Int, _ findings: inout [Finding]) {
        let time = batch.readings.times[index]
        var known: AnomalyRun
        if let run {
            known = run
            known.last = max(known.last, time)
            known.anomalousCount += 1
            if batch.verdicts[index].score > known.peakScore { known.takePeak(batch, index) }
        } else {
            known = AnomalyRun(batch, index, period: group.period)
        }
        var raises: [Int64] = []
        group.flag(time) { if case .raised(let time) = $0 { raises.append(time) } }
        for raised in raises {
            known.alarm = TimeWindow(start: raised, end: max(raised, group.end))
            known.alarmCount += 1
            findings.append(known.alarmCount == 1 ? .opened(known) : .repeated(known))
        }
        if group.isRaised { known.alarm.end = max(known.alarm.start, group.end) }
        run = known
    }

    /// Ends what is open at the end of the data.
    mutating func close(_ findings: inout [Finding]) {
        guard let run else { return }
        group.close { run.end($0, &findings) }
        self.run = nil
    }
}

extension AnomalyRun {
    fileprivate func end(_ event: AlarmGroup.Event, _ findings: inout [Finding]) {
        guard case .ended(let window) = event else { return }
        var over = self
        over.alarm = window
        findings.append(.closed(over))
    }

    /// The reading at `index` alone, not yet an alarm.
    fileprivate init(_ batch: ScoredBatch, _ index: Int, period: Int64) {
        let time = batch.readings.times[index]
        self.init(
            uniqueID: batch.uniqueID, machineID: batch.readings.series.machineID, start: time,
            last: time, anomalousCount: 1, peakScore: 0, peakTime: time, leadingChannel: nil,
            peakValues: [], period: period)
        alarmCount = 0
        takePeak(batch, index)
    }

    fileprivate mutating func takePeak(_ batch: ScoredBatch, _ index: Int) {
        let verdict = batch.verdicts[index]
        let lead = Int(verdict.leadingChannel)
        let channels = batch.readings.channels
        peakScore = verdict.score
        peakTime = batch.readings.times[index]
        leadingChannel = channels.indices.contains(lead) ? channels[lead] : nil
        peakValues = Array(batch.readings.row(index))
    }
}
