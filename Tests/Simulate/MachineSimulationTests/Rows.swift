import MachineSimulation
import Telemetry

/// A run of one machine, all rows of it and of its clean twin.
struct Rows {
    /// Four values a tick.
    var twin: [Double] = []
    var faulty: [Double] = []
    var records: [InjectionRecord]

    var record: InjectionRecord? { records.first }

    init(
        _ profile: String, _ seed: UInt64, _ anomalies: [AnomalyPlan], machine: String = "m"
    ) throws {
        let plan = SimulationPlan(
            seed: seed, start: 0,
            machines: [MachinePlan(id: machine, profile: profile, anomalies: anomalies)])
        try self.init(plan.machines[0], plan)
    }

    init(_ machine: MachinePlan, _ plan: SimulationPlan) throws {
        var machine = try SimulatedMachine(machine, in: plan)
        var rows: (twin: [Double], faulty: [Double]) = ([], [])
        rows.twin.reserveCapacity(4 * 7200)
        rows.faulty.reserveCapacity(4 * 7200)
        machine.advance(7200) { _, _, clean, faulty in
            rows.twin.append(contentsOf: clean)
            rows.faulty.append(contentsOf: faulty)
        }
        (twin, faulty) = rows
        records = machine.records
    }

    func acts(as group: AnomalyGroup) -> Bool {
        guard let record else { return false }
        let kind = AnomalyCatalogue.kind(record.kind)
        if case .follow = kind?.channels { return true }
        return kind?.group == group
    }
}
