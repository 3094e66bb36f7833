import GroundTruth
import MachineSimulation
import Telemetry

extension Scenario {
    /// The truth events that the simulation's records stand for.
    ///
    /// Benign changes and transport trouble are listed and not scored, as are faults whose effect
    /// could never be seen; trouble that the scenario wants scored is seen from its start. An anomaly
    /// that never ended counts to the end of the scenario.
    public func truth(of records: [InjectionRecord]) -> [TruthEvent] {
        let last = start + Int64(tickCount) * interval
        let wanted = scoredTrouble
        return records.map { record in
            let isWanted = wanted.contains("\(record.machine)/\(record.id)")
            let end = max(record.start, min(record.end ?? last, last))
            let group = TruthEvent.Group(record.group)
            let isFault = group != .benign && group != .transport
            return TruthEvent(
                id: record.id, machine: record.machine, kind: record.kind, group: group,
                window: TimeWindow(start: record.start, end: end),
                rootChannels: record.rootChannels, affectedChannels: record.affectedChannels,
                observableFrom: isWanted ? record.start : record.observableFrom,
                effectEnd: max(end, min(record.effectEnd ?? last, last)),
                peakSigma: record.peakSigma,
                isScored: isWanted || isFault && record.observableFrom != nil)
        }
    }
}

extension TruthEvent.Group {
    init(_ group: AnomalyGroup) {
        switch group {
        case .sensor: self = .sensor
        case .process: self = .process
        case .context: self = .context
        case .transport: self = .transport
        case .benign: self = .benign
        }
    }
}
