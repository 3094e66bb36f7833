import MachineSimulation
import Telemetry
import Testing

@Suite struct DeliveryLineTests {
    @Test(arguments: AnomalyCatalogue.kinds.filter { $0.group == .transport }.map(\.name))
    func `trouble of the transport leaves the machine alone and every reading accounted for`(
        _ kind: String
    ) throws {
        let machine = MachinePlan(
            id: "machine1", profile: "pump",
            anomalies: [AnomalyPlan(id: "a", kind: kind, start: 300, end: 400)])
        let sent = try deliver(machine, ticks: 1000)
        let clean = try deliver(MachinePlan(id: "machine1", profile: "pump"), ticks: 1000)
        #expect(sent.made == clean.made)
        #expect(sent.arrived != clean.arrived)
        let first = sent.arrived.filter { !$0.isRepeat }
        #expect(Set(first.map(\.sequence)).count == first.count)
        #expect(first.count == 1000 - sent.counts.withheld)
        #expect(sent.arrived.count - first.count == sent.counts.repeated)
        // No two readings of one series at one time: a store would take them for one.
        #expect(Set(first.map { "\($0.machine) \($0.time)" }).count == first.count)
        func outside(_ readings: [Arrival]) -> [Arrival] {
            readings.filter { !(301...400).contains($0.sequence) }
                .sorted { $0.sequence < $1.sequence }
        }
        #expect(outside(sent.arrived) == outside(clean.arrived))
    }

    @Test func `steady trouble drops, doubles and delays the shares it is told to`() throws {
        let sent = try deliver(
            MachinePlan(id: "machine1", profile: "demo"), ticks: 20_000,
            trouble: DeliveryLine.Trouble(drop: 0.1, duplicate: 0.2, delay: 20_000_000_000))
        #expect(abs(Double(sent.counts.withheld) - 2000) < 150)
        #expect(abs(Double(sent.counts.repeated) - 0.2 * 18_000) < 250)
        let late = zip(sent.arrived, sent.arrived.dropFirst()).count { $0.sequence > $1.sequence }
        #expect(late > 1000)
        var latest: Int64 = 0
        for arrival in sent.arrived {
            #expect(latest - arrival.sequence <= 20)
            latest = max(latest, arrival.sequence)
        }
    }

    private struct Arrival: Equatable {
        var machine: String
        var time: Int64
        var sequence: Int64
        var values: [Double]
        var isRepeat: Bool

        static func == (a: Arrival, b: Arrival) -> Bool {
            a.machine == b.machine && a.time == b.time && a.sequence == b.sequence
                && a.values.map(\.bitPattern) == b.values.map(\.bitPattern)
                && a.isRepeat == b.isRepeat
        }
    }

    private func deliver(
        _ machine: MachinePlan, ticks: Int,
        trouble: DeliveryLine.Trouble = DeliveryLine.Trouble()
    ) throws -> (made: [Double], arrived: [Arrival], counts: DeliveryLine.Counts) {
        let plan = SimulationPlan(seed: 5, start: 0, machines: [machine])
        var simulated = try SimulatedMachine(machine, in: plan)
        var line = try DeliveryLine(
            machine, in: plan, channels: simulated.channels, trouble: trouble)
        var made: [Double] = []
        var arrived: [Arrival] = []
        func take(_ batch: ReadingBatch, _ isRepeat: Bool) {
            for row in 0..<batch.count {
                arrived.append(
                    Arrival(
                        machine: batch.series.machineID, time: batch.times[row],
                        sequence: batch.sequences[row], values: Array(batch.row(row)),
                        isRepeat: isRepeat))
            }
        }
        var piece = ReadingBatch(
            series: SeriesIdentity(machineID: machine.id, provider: "", run: "r"),
            channels: simulated.channels)
        for _ in stride(from: 0, to: ticks, by: 50) {
            piece.removeAll()
            simulated.advance(50, into: &piece)
            made += piece.values
            line.carry(piece, take)
        }
        line.finish(piece.series, take)
        return (made, arrived, line.counts)
    }
}
