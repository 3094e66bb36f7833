import MachineSimulation
import Scenarios
import Telemetry
import Testbed

/// What acts on a machine at a time, brought up to date where something comes or goes.
struct LabelCursor {
    private struct Stretch {
        var ticks: Range<Int>
        var kind: String
        var group: AnomalyGroup
        /// Its name among its machine's: kind and number. Nil for what nobody has to find.
        var event: String?
    }

    private let stretches: [Stretch]
    /// Where neither answer is wrong: ascending, disjoint.
    private let ignored: [TimeWindow]
    /// Ticks for which what was found last is right: of the time a row carries, and of the row.
    private var valid = 0..<0
    private var validMade = 0..<0
    private var isAnomalous = false
    private var kind = ""
    private var events = ""

    /// - Parameters:
    ///   - machine: played to its end.
    ///   - judged: its records.
    ///   - scored: trouble of the transport that counts as a fault, as "machine/id".
    init(_ machine: SimulatedMachine, _ judged: [JudgedRecord], _ scored: Set<String>) {
        let found = Set(judged.filter(\.event.isScored).map(\.event.id))
        stretches = machine.plan.anomalies.enumerated().compactMap { index, anomaly in
            guard let group = AnomalyCatalogue.kind(anomaly.kind)?.group,
                let time = machine.time(ofAnomaly: anomaly.id)
            else { return nil }
            let counts = scored.contains("\(machine.plan.id)/\(anomaly.id)")
            return Stretch(
                ticks: time.start..<max(time.start, time.end ?? .max), kind: anomaly.kind,
                group: counts ? .sensor : group,
                event: found.contains(anomaly.id) ? "\(anomaly.kind)#\(index + 1)" : nil)
        }
        var zones: [TimeWindow] = []
        for zone in judged.flatMap(\.ignored).sorted(by: { $0.start < $1.start }) {
            if let last = zones.last, zone.start <= last.end {
                zones[zones.count - 1].end = max(last.end, zone.end)
            } else {
                zones.append(zone)
            }
        }
        ignored = zones
    }

    /// Faults count where the time that the row carries lies in them, as a run scores them; trouble of
    /// the transport is what the row went through.
    mutating func label(_ row: inout ExportRow, _ plan: SimulationPlan) {
        let offset = row.time - plan.start
        let tick = Int((offset >= 0 ? offset : offset - plan.interval + 1) / plan.interval)
        let made = Int((row.madeAt - plan.start) / plan.interval)
        if !valid.contains(tick) || !validMade.contains(made) { find(tick, made) }
        // Nothing is known of a machine of another name.
        row.isAnomalous = isAnomalous && row.machineID == plan.machines[row.machine].id
        row.kind = kind
        row.events = row.isAnomalous ? events : ""
        row.isIgnored = isIgnored(row.time) && row.machineID == plan.machines[row.machine].id
    }

    private func isIgnored(_ time: Int64) -> Bool {
        var (low, high) = (0, ignored.count)
        while low < high {
            let middle = (low + high) / 2
            if ignored[middle].end <= time { low = middle + 1 } else { high = middle }
        }
        return low < ignored.count && ignored[low].start <= time
    }

    private mutating func find(_ tick: Int, _ made: Int) {
        valid = Int.min..<Int.max
        validMade = valid
        isAnomalous = false
        var names: (faults: [String], others: [String]) = ([], [])
        var numbered: [String] = []
        for stretch in stretches {
            let isTransport = stretch.group == .transport
            let place = isTransport ? made : tick
            var range = isTransport ? validMade : valid
            if place < stretch.ticks.lowerBound {
                range = range.lowerBound..<min(range.upperBound, stretch.ticks.lowerBound)
            } else if place >= stretch.ticks.upperBound {
                range = max(range.lowerBound, stretch.ticks.upperBound)..<range.upperBound
            } else {
                range = range.clamped(to: stretch.ticks)
                if isTransport || stretch.group == .benign {
                    if !names.others.contains(stretch.kind) { names.others.append(stretch.kind) }
                } else {
                    isAnomalous = true
                    if let event = stretch.event { numbered.append(event) }
                    if !names.faults.contains(stretch.kind) { names.faults.append(stretch.kind) }
                }
            }
            if isTransport { validMade = range } else { valid = range }
        }
        events = numbered.joined(separator: "+")
        // Where a fault counts, it is named alone: what comes and goes meanwhile is no part of it.
        kind = (isAnomalous ? names.faults : names.others).joined(separator: "+")
    }
}
