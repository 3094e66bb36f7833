import CSVFiles
import MachineSimulation
import Scenarios
import Telemetry
import Testbed

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

    /// Memory is constant but for readings whose clock was wrong. The scenario is played twice where it
    /// has anomalies: what each did, and which reading comes at which time, has to be known before.
    /// - Returns: what each anomaly did.
    func write(
        _ format: any ExportFormat, to descriptor: Int32, name: String
    ) throws -> [InjectionRecord] {
        var out = CSVWriter(descriptor: descriptor, name: name)
        try format.begin(&out)
        var moved: [ExportRow] = []
        var measured: [SimulatedMachine] = []
        if try hasTrouble {
            measured = try play { row, index, isMoved in
                if isMoved { moved.append(row) }
            }
            moved = moved.enumerated().sorted {
                ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
            }.map(\.element)
        } else {
            measured = try plan.machines.map { try SimulatedMachine($0, in: plan) }
            for index in measured.indices where !plan.machines[index].anomalies.isEmpty {
                measured[index].advance(scenario.tickCount) { _, _, _, _ in }
            }
        }
        var labels = labels(of: measured)
        var next = 0
        func write(_ row: ExportRow) throws {
            var row = row
            labels[row.machine].label(&row, plan)
            try format.write(row, &out)
        }
        _ = try play { row, index, isMoved in
            while next < moved.count, moved[next].time < row.madeAt {
                try write(moved[next])
                next += 1
            }
            if !isMoved { try write(row) }
        }
        for row in moved[next...] { try write(row) }
        try out.flush()
        return measured.flatMap(\.records)
    }

    /// - Parameter machines: played to their end.
    private func labels(of machines: [SimulatedMachine]) -> [LabelCursor] {
        let judged = JudgedRecord.all(scenario, machines.flatMap(\.records))
        return machines.map { machine in
            LabelCursor(
                machine, judged.filter { $0.event.machine == machine.plan.id },
                scenario.scoredTrouble)
        }
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
    /// - Parameter body: given each reading that arrives, without its label, and whether its time is not
    ///   the one it was made at.
    private func play(
        _ body: (ExportRow, _ machine: Int, _ isMoved: Bool) throws -> Void
    ) throws -> [SimulatedMachine] {
        var machines = try plan.machines.map { try SimulatedMachine($0, in: plan) }
        var lines = try lines()
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
