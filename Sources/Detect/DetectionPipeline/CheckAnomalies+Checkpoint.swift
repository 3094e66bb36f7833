import AlarmRules
import AnomalyDetection
import Telemetry

extension CheckAnomalies {
    /// Which form the saved bytes have. The first had no mark: the number of open runs came first,
    /// which is never negative.
    private enum Form: Int {
        case runsAlone = 0
        /// With the steps between readings.
        case periods = -1
        /// With what each run has come to by the alarm rule.
        case alarms = -2
    }

    package func save(to writer: inout StateWriter) {
        writer.write(Form.alarms.rawValue)
        let ids = uniqueIDs
        writer.write(ids.count)
        for id in ids {
            writer.write(id)
            watches[id]?.sampling.save(to: &writer)
        }
        let open = ids.compactMap { watches[$0] }.filter { $0.run != nil }
        writer.write(open.count)
        for watch in open {
            guard let run = watch.run, let state = watch.group.state else { continue }
            run.save(to: &writer)
            writer.write(run.alarmCount)
            writer.write(state.end)
            writer.write(state.raised)
            writer.write(state.due)
        }
    }

    /// - Throws: ``StateError``; the block is then as it was.
    package mutating func restore(from reader: inout StateReader) throws {
        var restored = self
        restored.watches = [:]
        let first = try reader.readInt()
        guard let form = first >= 0 ? .runsAlone : Form(rawValue: first) else {
            throw StateError.invalid("open runs in a form of a later version")
        }
        if form != .runsAlone {
            for _ in 0..<(try reader.readCount()) {
                let id = try reader.readString()
                var watch = makeWatch()
                try watch.sampling.restore(from: &reader)
                restored.watches[id] = watch
            }
        }
        for _ in 0..<(form == .runsAlone ? first : try reader.readCount()) {
            let run = try AnomalyRun(from: &reader, hasPeriod: form != .runsAlone)
            var watch = restored.watches[run.uniqueID] ?? makeWatch()
            guard watch.run == nil else {
                throw StateError.invalid("two open runs of \(run.uniqueID)")
            }
            let alarm =
                try form == .alarms
                ? SavedAlarm(from: &reader) : SavedAlarm(of: run, rule, watch.sampling.nanoseconds)
            try watch.resume(run, alarm)
            restored.watches[run.uniqueID] = watch
        }
        self = restored
    }
}

/// What an open run has come to by the alarm rule.
private struct SavedAlarm {
    var count: Int
    var end: Int64
    var raised: Int64
    var due: Int64

    init(from reader: inout StateReader) throws {
        count = try reader.readInt(in: 0...Int.max / 2)
        end = try reader.readInt64()
        raised = try reader.readInt64()
        due = try reader.readInt64()
    }

    /// Of a run that was saved when an alarm was told of once: it counts again from now on.
    init(of run: AnomalyRun, _ rule: AlarmRule, _ period: Int64) {
        let cap = rule.inForce(period: period).cap?.inNanoseconds
        count = 1
        end = run.last.addingSaturated(period)
        raised = run.last
        due = run.last.addingSaturated(cap ?? .max)
    }
}

extension SeriesWatch {
    fileprivate mutating func resume(_ run: AnomalyRun, _ saved: SavedAlarm) throws {
        let state = AlarmGroup.State(
            rows: run.anomalousCount, last: run.last, end: saved.end, raised: saved.raised,
            due: saved.due)
        guard group.resume(state), group.isRaised == (saved.count > 0) else {
            throw StateError.invalid("an open run of \(run.uniqueID) that cannot be")
        }
        var run = run
        run.alarmCount = saved.count
        run.alarm = TimeWindow(start: saved.raised, end: max(saved.raised, saved.end))
        self.run = run
    }
}

extension AnomalyRun {
    fileprivate func save(to writer: inout StateWriter) {
        writer.write(uniqueID)
        writer.write(machineID)
        writer.write(start)
        writer.write(last)
        writer.write(anomalousCount)
        writer.write(peakScore)
        writer.write(peakTime)
        writer.write(optional: leadingChannel)
        writer.write(peakValues)
        writer.write(period)
    }

    fileprivate init(from reader: inout StateReader, hasPeriod: Bool) throws {
        self.init(
            uniqueID: try reader.readString(), machineID: try reader.readString(),
            start: try reader.readInt64(), last: try reader.readInt64(),
            anomalousCount: try reader.readInt(in: 0...Int.max / 2),
            peakScore: try reader.readDouble(), peakTime: try reader.readInt64(),
            leadingChannel: nil, peakValues: [])
        leadingChannel = try reader.readOptionalString()
        peakValues = try reader.readDoubles()
        if hasPeriod { period = try reader.readInt64() }
    }
}
