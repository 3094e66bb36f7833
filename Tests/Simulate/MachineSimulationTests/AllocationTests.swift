import AllocationCounter
import MachineSimulation
import Telemetry
import Testing

/// Twice the readings, the same number of allocations: what a machine needs it takes at its start, or
/// when an anomaly comes and goes.
@Suite struct AllocationTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var profile: String
        var kinds: [String]
        var testDescription: String {
            "\(profile), \(kinds.isEmpty ? "clean" : kinds.joined(separator: " + "))"
        }
    }

    static let cases = MachineProfile.all.map(\.name).flatMap { profile in
        [
            [], ["overload"], ["cooling_loss", "bearing_wear", "efficiency_loss"],
            ["recipe_change", "shift_change", "imbalance", "leak"],
            AnomalyCatalogue.kinds.filter { $0.group == .sensor }.map(\.name),
            ["decouple", "cycle_stretch", "correlated_drift", "sensor_recalibrated"],
        ].map { Case(profile: profile, kinds: $0) }
    }

    /// What the language's runtime takes once, for 20,000 readings more.
    private static let tolerance = 20

    /// All of them act from 1000 on and do not end.
    private func machine(_ wanted: Case) throws -> SimulatedMachine {
        let plan = MachinePlan(
            id: "m", profile: wanted.profile,
            anomalies: wanted.kinds.map { AnomalyPlan(id: $0, kind: $0, start: 1000, end: nil) })
        return try SimulatedMachine(plan, in: SimulationPlan(seed: 1, start: 0, machines: [plan]))
    }

    private func count(_ body: () throws -> Void) rethrows -> Int {
        let before = allocationsOfThisThread()
        try body()
        return Int(allocationsOfThisThread() - before)
    }

    @Test func `the counter counts`() {
        var pieces: [[Int]] = []
        pieces.reserveCapacity(1000)
        let found = count {
            for number in 0..<1000 { pieces.append([number]) }
        }
        #expect((1000...1010).contains(found))
    }

    @Test(arguments: cases)
    func `a reading allocates nothing, with its twin and its faults`(_ wanted: Case) throws {
        var allocations: [Int] = []
        for ticks in [20_000, 40_000] {
            var machine = try machine(wanted)
            var sum = 0.0
            allocations.append(
                count {
                    machine.advance(ticks) { _, _, clean, faulty in sum += clean[1] + faulty[1] }
                })
            #expect(sum.isFinite)
        }
        #expect(abs(allocations[1] - allocations[0]) <= Self.tolerance)
    }

    @Test(arguments: cases)
    func `a piece of readings costs the same whatever its size`(_ wanted: Case) throws {
        var allocations: [Int] = []
        for ticks in [20_000, 40_000] {
            var machine = try machine(wanted)
            let series = SeriesIdentity(machineID: "m", provider: "", run: "")
            var batch = ReadingBatch(series: series, channels: machine.channels, capacity: 40_000)
            allocations.append(count { machine.advance(ticks, into: &batch) })
        }
        #expect(abs(allocations[1] - allocations[0]) <= Self.tolerance)
    }
}
