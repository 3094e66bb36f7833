import ControlPanel
import MachineSimulation
import Scenarios
import Telemetry
import Testing

@Suite struct ScenarioExportTests {
    private let start: Int64 = 1_767_225_600_000_000_000

    /// Every reading that the machines of `plan` make in `ticks`.
    private func readings(_ plan: SimulationPlan, ticks: Int) throws -> [ReadingBatch] {
        try plan.machines.map { machine in
            var simulated = try SimulatedMachine(machine, in: plan)
            var batch = ReadingBatch(
                series: SeriesIdentity(
                    machineID: machine.id, provider: machine.provider, run: "r1"),
                channels: simulated.channels)
            simulated.advance(ticks, into: &batch)
            return batch
        }
    }

    @Test func `playing the exported file makes the same readings again`() throws {
        // As it happens live: machines run, and anomalies come and go in the middle.
        let plan = SimulationPlan(
            seed: 7, start: start,
            machines: [
                MachinePlan(
                    id: "machine1", provider: "O'Brien \"& Co\"\n\u{2028}\\", barcode: "123"),
                MachinePlan(id: "machine2"),
            ])
        var live = try SimulatedMachine(plan.machines[0], in: plan)
        var batch = ReadingBatch(
            series: SeriesIdentity(
                machineID: "machine1", provider: plan.machines[0].provider, run: "r1"),
            channels: live.channels)
        let first = AnomalyPlan(id: "switch-1", kind: "overload", start: 100, end: nil)
        let second = AnomalyPlan(
            id: "panel-2", kind: "overload", start: 180, end: 220, magnitude: 0.5)
        live.advance(100, into: &batch)
        try live.inject(first)
        live.advance(47, into: &batch)
        try live.end(anomaly: "switch-1")
        live.advance(33, into: &batch)
        try live.inject(second)
        live.advance(20, into: &batch)

        var done = plan
        var ended = first
        ended.end = 147
        done.machines[0].anomalies = [ended, second]
        let text = ScenarioExport.text(done, ticks: 200, name: "panel", description: "By hand")
        let scenario = try Scenario(text: text, name: "panel.json5")
        #expect(scenario.start == start)
        #expect(scenario.tickCount == 200)
        #expect(scenario.machines.map(\.provider) == plan.machines.map(\.provider))
        #expect(scenario.anomalies.map(\.plan.id) == ["switch-1", "panel-2"])
        #expect(
            scenario.anomalies.map(\.plan.end) == [147, 200], "what still runs ends at the end")

        let again = try readings(scenario.plan(), ticks: 200)
        #expect(again[0].times == batch.times)
        #expect(again[0].values.map(\.bitPattern) == batch.values.map(\.bitPattern))
        let clean = try readings(plan, ticks: 200)
        #expect(again[1] == clean[1])
        #expect(again[0] != clean[0], "the anomalies left their mark")
    }

    @Test func `what had not begun is left out`() throws {
        var plan = SimulationPlan(seed: 1, start: start, machines: [MachinePlan(id: "m")])
        plan.machines[0].anomalies = [
            AnomalyPlan(id: "a", kind: "overload", start: 10, end: nil),
            AnomalyPlan(id: "b", kind: "overload", start: 60, end: 90),
        ]
        let text = ScenarioExport.text(plan, ticks: 60, name: "panel", description: "")
        let scenario = try Scenario(text: text, name: "panel.json5")
        #expect(scenario.anomalies.map(\.plan.id) == ["a"])
    }

    @Test func `lengths keep their parts of a second`() throws {
        let plan = SimulationPlan(
            seed: .max, start: start, interval: 250_000_000, machines: [MachinePlan(id: "m")])
        let text = ScenarioExport.text(plan, ticks: 7, name: "panel", description: "")
        let scenario = try Scenario(text: text, name: "panel.json5")
        #expect(scenario.interval == 250_000_000)
        #expect(scenario.duration == 1_750_000_000)
        #expect(scenario.seed == .max)
    }
}
