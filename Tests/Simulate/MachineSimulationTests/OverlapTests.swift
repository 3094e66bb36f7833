import MachineSimulation
import TestSupport
import Testing

/// Faults that overlap on one machine: each is measured by what it does alone.
@Suite struct OverlapTests {
    static let profiles = MachineProfile.all.map(\.name)
    private static let seeds: ClosedRange<UInt64> = isFullSuite ? 1...40 : 1...3

    private func anomaly(
        _ kind: String, _ times: Range<Int>, _ parameters: [String: Double] = [:]
    ) -> AnomalyPlan {
        AnomalyPlan(
            id: kind, kind: kind, start: times.lowerBound, end: times.upperBound,
            parameters: parameters)
    }

    @Test(arguments: profiles)
    func `a record is the same whether or not other faults act meanwhile`(_ profile: String) throws
    {
        let faults = [
            anomaly("imbalance", 900..<1500), anomaly("efficiency_loss", 1000..<1300),
            anomaly("cooling_loss", 1200..<2400), anomaly("bearing_wear", 1250..<1900),
            anomaly("hot_ambient", 1300..<1350), anomaly("recipe_change", 1100..<3000),
            // All of them heat: effects that cancel are gone together before each is.
            anomaly("shift_change", 1150..<2000, ["added": -4]),
        ]
        for seed in Self.seeds {
            let together = try Rows(profile, seed, faults)
            // The recipe is what faults are measured against; beside it a change is measured alone.
            for fault in faults {
                let isBenign = ["recipe_change", "shift_change"].contains(fault.kind)
                let changes = isBenign ? [] : faults.suffix(2)
                let alone = try Rows(profile, seed, [fault] + changes)
                var expected = try #require(alone.record)
                let found = try #require(together.records.first { $0.id == fault.id })
                // What is left of several together may last longer.
                #expect(found.effectEnd ?? 0 >= expected.effectEnd ?? 0)
                expected.effectEnd = found.effectEnd
                #expect(found == expected, "\(fault.kind), \(profile), seed \(seed)")
            }
        }
    }

    @Test(arguments: profiles)
    func `outside all of them the run is the clean one bit for bit, however they overlap`(
        _ profile: String
    ) throws {
        let kinds = ["cooling_loss", "efficiency_loss", "surge", "leak", "imbalance", "supply_sag"]
        for seed in Self.seeds {
            let clean = try Rows(profile, seed, [])
            for number in kinds.indices {
                let first = 700 + Int(seed) * 97 + number * 31
                let faults = (0..<3).map { place in
                    let start = first + place * 140
                    return anomaly(kinds[(number + place) % kinds.count], start..<start + 300)
                }
                let run = try Rows(profile, seed, faults)
                var isInside = [Bool](repeating: false, count: 7200)
                for record in run.records {
                    let end = try #require(record.effectEnd)
                    for tick in Int(record.start / 1_000_000_000)..<Int(end / 1_000_000_000) {
                        isInside[tick] = true
                    }
                }
                for tick in 0..<7200 where !isInside[tick] {
                    let row = 4 * tick..<4 * tick + 4
                    #expect(
                        run.faulty[row] == clean.faulty[row],
                        "tick \(tick), \(kinds[number]), \(profile), seed \(seed)")
                }
            }
        }
    }

    @Test func `each of two that overlap is said to affect its own channels`() throws {
        let run = try Rows(
            "pump", 1, [anomaly("imbalance", 900..<1800), anomaly("cooling_loss", 1000..<2200)])
        #expect(run.records.map(\.affectedChannels) == [["vibration"], ["temperature"]])
        #expect(run.records[0].effectEnd == 1_800_000_000_000)
        // Heat takes its time, whatever shakes meanwhile.
        #expect(try #require(run.records[1].observableFrom) > 1_010_000_000_000)
        #expect(try #require(run.records[1].effectEnd) > 2_300_000_000_000)
    }

    @Test func `the next fault is not made visible by the trace of the one before`() throws {
        let first = anomaly("cooling_loss", 900..<2400)
        var second = first
        second.id = "second"
        second.start = 2500
        second.end = 4000
        let run = try Rows("pump", 1, [first, second])
        let alone = try Rows("pump", 1, [second])
        #expect(run.records[1].observableFrom == alone.records[0].observableFrom)
        #expect(try #require(run.records[0].effectEnd) > 2_500_000_000_000)
    }
}
