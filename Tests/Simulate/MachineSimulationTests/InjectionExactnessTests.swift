import MachineSimulation
import Telemetry
import TestSupport
import Testing

/// What an anomaly may change and what not, for every kind, profile and three strengths.
@Suite struct InjectionExactnessTests {
    static let seeds: ClosedRange<UInt64> = isFullSuite ? 1...60 : 1...2
    private static let ticks = 7200
    private static let window = 900..<1200

    @Test(arguments: MachineProfile.all.map(\.name))
    func `a run is the clean one bit for bit outside an anomaly's effect and another inside`(
        _ profile: String
    ) throws {
        for seed in Self.seeds {
            let clean = try Rows(profile, seed, [])
            for kind in AnomalyCatalogue.kinds where kind.group != .transport {
                for magnitude in [0.5, 1, 2] {
                    let anomaly = AnomalyPlan(
                        id: "a", kind: kind.name, start: Self.window.lowerBound,
                        end: Self.window.upperBound, magnitude: magnitude)
                    let run = try Rows(profile, seed, [anomaly])
                    let record = try #require(run.record)
                    let effectEnd = try #require(record.effectEnd.map { Int($0 / 1_000_000_000) })
                    let name = "\(kind.name) x\(magnitude), \(profile), seed \(seed)"
                    #expect(record.start == 900_000_000_000, "\(name)")
                    if !run.acts(as: .process), kind.group != .benign {
                        #expect(effectEnd <= Self.window.upperBound, "\(name)")
                    }
                    // The demo's machine starts again from 50 after an overload, and so does its twin.
                    let reference =
                        profile == "demo" && kind.name == "overload"
                        ? run.twin
                        : clean
                            .faulty
                    let inside = Self.window.lowerBound * 4..<Self.window.upperBound * 4
                    #expect(
                        run.faulty[..<inside.lowerBound] == reference[..<inside.lowerBound],
                        "\(name)")
                    #expect(
                        run.faulty[(4 * effectEnd)...] == reference[(4 * effectEnd)...], "\(name)")
                    #expect(run.faulty[inside] != reference[inside], "\(name)")
                }
            }
        }
    }

    @Test(arguments: MachineProfile.all.map(\.name))
    func `another anomaly and another machine change nobody else's bytes`(_ profile: String) throws
    {
        for kind in ["overload", "stuck", "decouple", "recipe_change", "noise"] {
            let anomaly = AnomalyPlan(id: "b", kind: kind, start: 500, end: 700)
            let alone = try Rows(profile, 7, [anomaly], machine: "machine2")
            let other = try Rows(profile, 7, [], machine: "machine1")
            let machines = [
                MachinePlan(id: "machine3", profile: profile),
                MachinePlan(id: "machine2", profile: profile, anomalies: [anomaly]),
                MachinePlan(
                    id: "machine1", profile: profile,
                    anomalies: [
                        AnomalyPlan(id: "transport", kind: "dropout", start: 10, end: 20)
                    ]),
            ]
            let plan = SimulationPlan(seed: 7, start: 0, machines: machines)
            #expect(try Rows(machines[1], plan).faulty == alone.faulty)
            #expect(try Rows(machines[2], plan).faulty == other.faulty)
        }
    }

    @Test(arguments: MachineProfile.all.map(\.name))
    func `how many readings are asked for at a time changes nothing`(_ profile: String) throws {
        let anomalies = ["overload", "loose_wire", "replay", "shift_change", "bearing_wear"]
            .enumerated().map {
                AnomalyPlan(
                    id: $1, kind: $1, start: 300 + 40 * $0, end: 600,
                    envelope: Envelope(shape: .intermittent))
            }
        let plan = SimulationPlan(
            seed: 3, start: 0,
            machines: [MachinePlan(id: "machine1", profile: profile, anomalies: anomalies)])
        let whole = try Rows(plan.machines[0], plan)
        var machine = try SimulatedMachine(plan.machines[0], in: plan)
        var faulty: [Double] = []
        var size = 1
        while machine.nextTick < Self.ticks {
            machine.advance(min(size, Self.ticks - machine.nextTick)) { _, _, _, row in
                faulty.append(contentsOf: row)
            }
            size = size % 7 + 1
        }
        #expect(faulty == whole.faulty)
        #expect(machine.records == whole.records)
    }

    @Test func `an anomaly whose effect cannot be seen has no time to see it from`() throws {
        let faint = AnomalyPlan(
            id: "a", kind: "offset", start: 900, end: 1200, parameters: ["k": 0.5])
        let record = try #require(try Rows("pump", 1, [faint]).record)
        #expect(record.observableFrom == nil)
        #expect(abs(record.peakSigma - 0.5) < 1e-9)
        #expect(record.affectedChannels.isEmpty)
    }

    @Test func `what a record says is what the twin shows`() throws {
        let fault = AnomalyPlan(id: "a", kind: "cooling_loss", start: 900, end: 3300)
        let run = try Rows("pump", 1, [fault])
        let record = try #require(run.record)
        let plan = SimulationPlan(
            seed: 1, start: 0, machines: [MachinePlan(id: "m", profile: "pump")])
        let sigma = try SimulatedMachine(plan.machines[0], in: plan).sigma
        var first: Int?
        var last = 0
        var peak = 0.0
        for tick in 900..<Self.ticks {
            let distances = (0..<4).map {
                abs(run.faulty[4 * tick + $0] - run.twin[4 * tick + $0]) / sigma[$0]
            }
            let sum = distances.reduce(0) { $0 + $1 * $1 }
            if first == nil, sum.squareRoot() > 3 { first = tick }
            let largest = distances.reduce(0, max)
            if largest > 1 { last = tick }
            peak = max(peak, largest)
        }
        #expect(record.observableFrom == first.map { Int64($0) * 1_000_000_000 })
        #expect(record.effectEnd == Int64(last + 1) * 1_000_000_000)
        #expect(abs(record.peakSigma - peak) < 1e-9)
        #expect(record.affectedChannels == ["temperature"])
        #expect(record.longestTail == 1_200_000_000_000)
    }

    @Test func `a fault in a changed recipe is measured against that recipe`() throws {
        let recipe = AnomalyPlan(
            id: "recipe", kind: "recipe_change", start: 600, end: 7200, parameters: ["factor": 0.6])
        let fault = AnomalyPlan(id: "fault", kind: "imbalance", start: 3000, end: 3300)
        let run = try Rows("spindle", 1, [recipe, fault])
        let record = try #require(run.records.last)
        #expect(record.affectedChannels == ["vibration"])
        #expect(record.effectEnd == 3_300_000_000_000)
    }
}
