import CSVFiles
import MachineSimulation
import Scenarios
import Telemetry

/// A scenario played to a file, row by row over all machines, as a store gives it to a detector: in
/// the order of the times that readings carry, each once.
struct ScenarioExport {
    let columns: [String]
    private let scenario: Scenario
    private let plan: SimulationPlan
    private let withClean: Bool
    /// Whether transport trouble is left out.
    private let asMade: Bool

    init(_ scenario: Scenario, seed: UInt64?, withClean: Bool, asMade: Bool) throws {
        self.scenario = scenario
        self.withClean = withClean
        self.asMade = asMade
        plan = scenario.plan(seed: seed)
        var names: [String] = []
        for machine in plan.machines {
            for channel in MachineProfile.named(machine.profile)?.channels ?? []
            where !names.contains(channel.name) { names.append(channel.name) }
        }
        columns = withClean ? names + names.map { "clean_\($0)" } : names
    }

    /// Memory is constant but for readings whose clock was wrong: these have to be known before their
    /// time comes, so the scenario is then played twice.
    /// - Returns: what each anomaly did.
    func write(
        _ format: any ExportFormat, to descriptor: Int32, name: String
    ) throws -> [InjectionRecord] {
        var out = CSVWriter(descriptor: descriptor, name: name)
        try format.begin(&out)
        var moved: [ExportRow] = []
        var labels = plan.machines.map { _ in LabelCursor() }
        let isTroubled = try hasTrouble
        let scored = scenario.scoredTrouble
        if isTroubled {
            let machines = try play { row, index, isMoved in
                if isMoved { moved.append(row) }
            }
            for index in labels.indices { labels[index].learn(machines[index], scored) }
            moved = moved.enumerated().sorted {
                ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
            }.map(\.element)
        }
        var next = 0
        func write(_ row: ExportRow) throws {
            var row = row
            labels[row.machine].label(&row, plan)
            try format.write(row, &out)
        }
        let machines = try play { row, index, isMoved in
            while next < moved.count, moved[next].time < row.madeAt {
                try write(moved[next])
                next += 1
            }
            if !isMoved { try write(row) }
        } each: { machine, index in
            // What has been played once is known to its end.
            if !isTroubled { labels[index].learn(machine, scored) }
        }
        for row in moved[next...] { try write(row) }
        try out.flush()
        return machines.flatMap(\.records)
    }

    private var hasTrouble: Bool {
        get throws { try lines().contains { !$0.isClear } }
    }

    private func lines() throws -> [DeliveryLine] {
        try plan.machines.map { machine in
            var machine = machine
            if asMade { machine.anomalies = [] }
            return try DeliveryLine(
                machine, in: plan, channels: columns,
                trouble: asMade ? DeliveryLine.Trouble() : scenario.delivery)
        }
    }

    /// Plays the scenario from start to end.
    /// - Parameters:
    ///   - body: given each reading that arrives, without its label, and whether its time is not the
    ///     one it was made at.
    ///   - each: given a machine after each of its readings, before `body` sees the reading.
    private func play(
        _ body: (ExportRow, _ machine: Int, _ isMoved: Bool) throws -> Void,
        each: (SimulatedMachine, Int) -> Void = { _, _ in }
    ) throws -> [SimulatedMachine] {
        var machines = try plan.machines.map { try SimulatedMachine($0, in: plan) }
        var lines = try lines()
        var known = machines.map { _ in -1 }
        var batches = plan.machines.map {
            ReadingBatch(
                series: SeriesIdentity(machineID: $0.id, provider: $0.provider, run: ""),
                channels: columns, capacity: 1)
        }
        let width = withClean ? columns.count / 2 : columns.count
        var values = [Double](repeating: .missing, count: columns.count)
        for tick in 0..<scenario.tickCount {
            for index in machines.indices {
                batches[index].removeAll()
                machines[index].advance(1) { time, sequence, clean, faulty in
                    for channel in 0..<faulty.count {
                        values[channel] = faulty[channel]
                        if withClean { values[width + channel] = clean[channel] }
                    }
                    batches[index].append(time: time, sequence: sequence, row: values)
                }
                if machines[index].cascadeCount != known[index] {
                    known[index] = machines[index].cascadeCount
                    each(machines[index], index)
                }
                let made = plan.time(ofTick: tick)
                try lines[index].settle(batches[index]) { arrived in
                    let row = ExportRow(
                        time: arrived.times[0], sequence: arrived.sequences[0], machine: index,
                        machineID: arrived.series.machineID, provider: arrived.series.provider,
                        madeAt: made, values: arrived.values)
                    try body(row, index, row.time != made)
                }
            }
        }
        return machines
    }
}

/// What acts on a machine at a time, brought up to date where something comes or goes.
private struct LabelCursor {
    private struct Stretch {
        var ticks: Range<Int>
        var kind: String
        var group: AnomalyGroup
    }

    private var stretches: [Stretch] = []
    /// Ticks for which what was found last is right: of the time a row carries, and of the row.
    private var valid = 0..<0
    private var validMade = 0..<0
    private var isAnomalous = false
    private var kind = ""

    /// Takes the times of the machine's anomalies, as far as they are settled.
    /// - Parameter scored: trouble of the transport that counts as a fault, as "machine/id".
    mutating func learn(_ machine: SimulatedMachine, _ scored: Set<String>) {
        valid = 0..<0
        stretches = machine.plan.anomalies.compactMap { anomaly in
            guard let group = AnomalyCatalogue.kind(anomaly.kind)?.group,
                let time = machine.time(ofAnomaly: anomaly.id)
            else { return nil }
            let counts = scored.contains("\(machine.plan.id)/\(anomaly.id)")
            return Stretch(
                ticks: time.start..<max(time.start, time.end ?? .max), kind: anomaly.kind,
                group: counts ? .sensor : group)
        }
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
    }

    private mutating func find(_ tick: Int, _ made: Int) {
        valid = Int.min..<Int.max
        validMade = valid
        isAnomalous = false
        var names: (faults: [String], others: [String]) = ([], [])
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
                    if !names.faults.contains(stretch.kind) { names.faults.append(stretch.kind) }
                }
            }
            if isTransport { validMade = range } else { valid = range }
        }
        // Where a fault counts it is named alone, or what comes and goes meanwhile would make two events
        // of it for whoever reads events off this column.
        kind = (isAnomalous ? names.faults : names.others).joined(separator: "+")
    }
}
