import MachineSimulation
import Scenarios
import Telemetry

extension TransportRoute {
    /// Makes the missing readings again, which the seed allows, and sends them.
    func resend(_ missing: [MissingReadings], _ plan: SimulationPlan) throws {
        for gaps in missing {
            guard let machinePlan = plan.machines.first(where: { $0.id == gaps.series.machineID })
            else { continue }
            var machine = try SimulatedMachine(machinePlan, in: plan)
            for range in gaps.sequences {
                // Every reading before it must be made, too: a machine has a history.
                machine.advance(Int(range.lowerBound) - 1 - machine.nextTick) { _, _, _, _ in }
                var batch = ReadingBatch(
                    series: gaps.series, channels: machine.channels, capacity: range.count)
                machine.advance(range.count, into: &batch)
                try sink.send(batch)
            }
        }
    }
}
