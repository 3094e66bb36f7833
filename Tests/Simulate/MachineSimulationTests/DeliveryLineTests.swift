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
        let first = sent.arrived.filter { $0.passage == .readings }
        #expect(Set(first.map(\.sequence)).count == first.count)
        #expect(first.count == 1000 - sent.counts.withheld)
        #expect(sent.arrived.count { $0.passage == .copies } == sent.counts.repeated)
        #expect(sent.arrived.count == first.count + sent.counts.repeated + sent.counts.broken)
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

    @Test func `a broken payload takes the place of its reading, late like any other`() throws {
        func broken(_ parameters: [String: Double]) throws -> (
            forms: [PayloadDamage], counts: DeliveryLine.Counts, sound: Int
        ) {
            var machine = MachinePlan(id: "m1", profile: "pump")
            machine.anomalies = [
                AnomalyPlan(
                    id: "a", kind: "malformed", start: 100, end: 900, parameters: parameters)
            ]
            let sent = try deliver(
                machine, ticks: 1000,
                trouble: DeliveryLine.Trouble(drop: 0.1, delay: 5_000_000_000))
            let forms = sent.arrived.compactMap { arrival -> PayloadDamage? in
                if case .broken(let damage) = arrival.passage { damage } else { nil }
            }
            return (forms, sent.counts, sent.arrived.count { $0.passage == .readings })
        }
        let some = try broken(["r": 0.5])
        #expect(abs(Double(some.forms.count) - 360) < 60)
        #expect(Set(some.forms) == Set(PayloadDamage.allCases))
        #expect(some.counts.broken == some.forms.count)
        #expect(some.sound == 1000 - some.counts.withheld)
        // What does not go out at all is not broken.
        #expect(some.counts.withheld > some.counts.broken + 50)
        let empty = try broken(["r": 1, "form": 4])
        #expect(Set(empty.forms) == [.empty] && empty.forms.count > 600)
    }

    private struct Arrival: Equatable {
        var machine: String
        var time: Int64
        var sequence: Int64
        var values: [Double]
        var passage: DeliveryLine.Passage

        static func == (a: Arrival, b: Arrival) -> Bool {
            a.machine == b.machine && a.time == b.time && a.sequence == b.sequence
                && a.values.map(\.bitPattern) == b.values.map(\.bitPattern)
                && a.passage == b.passage
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
        func take(_ batch: ReadingBatch, _ passage: DeliveryLine.Passage) {
            for row in 0..<batch.count {
                arrived.append(
                    Arrival(
                        machine: batch.series.machineID, time: batch.times[row],
                        sequence: batch.sequences[row], values: Array(batch.row(row)),
                        passage: passage))
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
