import MachineSimulation
import Telemetry
import Testing

@Suite struct DemoMachineTests {
    @Test func `the first change of load comes with the sixth message and then every five`() throws
    {
        let readings = try run(seed: 3, ticks: 60)
        let load = (0..<60).map { readings.row($0).first ?? .nan }
        for tick in 1..<60 { #expect((load[tick] != load[tick - 1]) == (tick % 5 == 0)) }
        #expect((10...50).contains(load[0]))
    }

    @Test func `overload climbs by 20 every 5 s to 200 and the end brings load to 50 at once`()
        throws
    {
        let fault = AnomalyPlan(id: "a", kind: "overload", start: 300, end: 400)
        let readings = try run(seed: 3, ticks: 420, anomalies: [fault])
        let load = (0..<420).map { readings.row($0).first ?? .nan }
        #expect(load[305] == load[300] + (300 % 5 == 0 ? 20 : 0))
        #expect(load[399] == 200)
        #expect(load[400] == 50)
    }

    @Test func `a live overload lasts until it is ended`() throws {
        let plan = SimulationPlan(seed: 1, start: 0, machines: [MachinePlan(id: "machine1")])
        var machine = try SimulatedMachine(plan.machines[0], in: plan)
        var batch = ReadingBatch(
            series: SeriesIdentity(machineID: "machine1", provider: "", run: ""),
            channels: machine.channels)
        machine.advance(100, into: &batch)
        try machine.inject(AnomalyPlan(id: "live", kind: "overload", start: 0, end: nil))
        machine.advance(60, into: &batch)
        #expect(batch.row(159).first == 200)
        try machine.end(anomaly: "live")
        machine.advance(1, into: &batch)
        #expect(batch.row(160).first == 50)
        let record = try #require(machine.records.first)
        #expect(record.start == 100_000_000_000)
        #expect(record.end == 160_000_000_000)
        #expect(record.affectedChannels == ["load", "vibration", "power", "temperature"])
    }
}

func run(
    seed: UInt64, ticks: Int, profile: String = "demo", anomalies: [AnomalyPlan] = []
) throws -> ReadingBatch {
    let plan = SimulationPlan(
        seed: seed, start: 0,
        machines: [MachinePlan(id: "machine1", profile: profile, anomalies: anomalies)])
    var machine = try SimulatedMachine(plan.machines[0], in: plan)
    var batch = ReadingBatch(
        series: SeriesIdentity(machineID: "machine1", provider: "", run: ""),
        channels: machine.channels, capacity: ticks)
    machine.advance(ticks, into: &batch)
    return batch
}
