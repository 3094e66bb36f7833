import MachineSimulation
import Telemetry
import Testing

/// Kinds against their formulas, on a machine with a constant load and no noise where that helps.
@Suite struct AnomalyFormulaTests {
    private static let calm: [String: Double] = [
        "duty": 4, "constant_load": 60, "s_u": 0, "s_P": 0, "s_T": 0, "s_v": 0,
    ]

    private struct Course {
        var clean: [[Double]] = []
        var faulty: [[Double]] = []
        var sigma: [Double]

        init(_ anomalies: [AnomalyPlan], calm: Bool = true, ticks: Int = 3000) throws {
            let machine = MachinePlan(
                id: "m", profile: "pump", parameters: calm ? AnomalyFormulaTests.calm : [:],
                anomalies: anomalies)
            var simulated = try SimulatedMachine(
                machine, in: SimulationPlan(seed: 3, start: 0, machines: [machine]))
            var rows: (clean: [[Double]], faulty: [[Double]]) = ([], [])
            simulated.advance(ticks) { _, _, clean, faulty in
                rows.clean.append(Array(clean))
                rows.faulty.append(Array(faulty))
            }
            (clean, faulty) = rows
            sigma = simulated.sigma
        }
    }

    private func anomaly(
        _ kind: String, _ parameters: [String: Double] = [:], _ channels: [String] = [],
        for length: Int = 200, _ envelope: Envelope = Envelope()
    ) -> AnomalyPlan {
        AnomalyPlan(
            id: kind, kind: kind, start: 1000, end: 1000 + length, channels: channels,
            parameters: parameters, envelope: envelope)
    }

    @Test(arguments: [
        (Envelope.Shape.step, [1.0, 1.0, 1.0]), (.linear, [0.0, 0.5, 1.0]),
        (.cosine, [0.0, 0.5, 1.0]), (.exp, [0.0, 0.1192, 1.0]), (.dirac, [1.0, 0.0, 0.0]),
    ])
    func `an envelope comes as its formula says`(_ shape: Envelope.Shape, _ gains: [Double]) throws
    {
        let run = try Course([
            anomaly("offset", ["k": 10], ["power"], Envelope(shape: shape, rampIn: 100))
        ])
        for (tick, gain) in zip([1000, 1050, 1100], gains) {
            let found = (run.faulty[tick][2] - run.clean[tick][2]) / run.sigma[2] / 10
            #expect(abs(found - gain) < 0.01, "\(shape) at \(tick): \(found)")
        }
    }

    @Test func `a ramp out ends in nothing`() throws {
        let run = try Course([
            anomaly("offset", ["k": 10], ["power"], Envelope(shape: .linear, rampOut: 100))
        ])
        let found = [1050, 1150, 1199].map { (run.faulty[$0][2] - run.clean[$0][2]) / run.sigma[2] }
        #expect(abs(found[0] - 10) < 1e-9 && abs(found[1] - 5) < 0.1 && found[2] < 0.1)
    }

    @Test func `an intermittent one is on half of the time in pieces of its mean`() throws {
        let run = try Course(
            [
                anomaly(
                    "offset", ["k": 10], ["power"], for: 20_000,
                    Envelope(shape: .intermittent, meanOn: 20, meanOff: 20))
            ], ticks: 21_000)
        let states = (1000..<21_000).map { run.faulty[$0][2] != run.clean[$0][2] }
        let changes = zip(states, states.dropFirst()).count { $0 != $1 }
        #expect(abs(Double(states.count { $0 }) / 20_000 - 0.5) < 0.07)
        #expect(abs(20_000 / Double(changes) - 20) < 3)
    }

    @Test func `sensor kinds do to the reading what they say`() throws {
        func check(
            _ kind: String, _ parameters: [String: Double], _ expected: (Int, Course) -> Double
        ) throws {
            let run = try Course([anomaly(kind, parameters, ["power"])], calm: false)
            for tick in 1000..<1200 {
                let wanted = expected(tick, run)
                #expect(abs(run.faulty[tick][2] - wanted) < 1e-9, "\(kind) at \(tick)")
                #expect(run.faulty[tick][0] == run.clean[tick][0])
            }
        }
        func spread(_ run: Course) -> (mean: Double, deviation: Double) {
            // As it is at the start: the 600 readings up to it.
            let values = run.clean[401...1000].map { $0[2] }
            let mean = values.reduce(0, +) / 600
            let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            return (mean, (squares / 599).squareRoot())
        }
        try check("stuck", [:]) { _, run in run.clean[1000][2] }
        try check("stuck_at", ["value": -40]) { _, _ in -40 }
        try check("sign", [:]) { -$1.clean[$0][2] }
        try check("unit_error", [:]) { 1.8 * $1.clean[$0][2] + 32 }
        try check("spike", ["k": 7, "width": 4, "sign": 1]) { tick, run in
            run.clean[tick][2] - (tick < 1004 ? 7 * run.sigma[2] : 0)
        }
        try check("offset", ["k": 3, "unit": 1]) { tick, run in
            run.clean[tick][2] + 3 * spread(run).deviation
        }
        try check("drift", ["k": 6, "unit": 0]) { tick, run in
            run.clean[tick][2] + 6 * run.sigma[2] * Double(tick - 999) / 200
        }
        try check("gain", ["k": 2.5]) { tick, run in
            let mean = spread(run).mean
            return mean + 2.5 * (run.clean[tick][2] - mean)
        }
        try check("decouple", ["lag": 137]) { $1.clean[$0 - 137][2] }
        try check("clip", ["lo": 4.2, "hi": 4.4]) { min(max($1.clean[$0][2], 4.2), 4.4) }
    }

    @Test func `replay repeats all channels, swap exchanges two`() throws {
        let replay = try Course([anomaly("replay", ["window": 60])], calm: false)
        for tick in 1000..<1200 {
            #expect(replay.faulty[tick] == replay.clean[940 + (tick - 1000) % 60])
        }
        let swap = try Course([anomaly("swap", [:], ["load", "power"])], calm: false)
        #expect(swap.faulty[1100][0] == swap.clean[1100][2])
        #expect(swap.faulty[1100][2] == swap.clean[1100][0])
    }

    @Test func `noise and loose wires have the strength and the share they are given`() throws {
        let noise = try Course(
            [anomaly("noise", ["k": 6], ["temperature"], for: 1900)], calm: false)
        let squares = (1000..<2900).reduce(0.0) { sum, tick in
            let distance = (noise.faulty[tick][3] - noise.clean[tick][3]) / noise.sigma[3]
            return sum + distance * distance
        }
        #expect(abs((squares / 1900).squareRoot() - 6) < 0.4)
        let wire = try Course([anomaly("loose_wire", ["r": 0.15], ["power"], for: 1900)])
        let zeros = (1000..<2900).count { wire.faulty[$0][2] == 0 }
        #expect(abs(Double(zeros) / 1900 - 0.15) < 0.03)
    }

    @Test func `overload climbs by its rate every 5 s to its limit, power more than in proportion`()
        throws
    {
        var plan = anomaly("overload", ["rate": 20, "every": 5, "max": 110])
        plan.parameters["every"] = 5
        let machine = MachinePlan(
            id: "m", profile: "pump",
            parameters: Self.calm.merging(["tau_u": 0.001]) { $1 }, anomalies: [plan])
        var simulated = try SimulatedMachine(
            machine, in: SimulationPlan(seed: 3, start: 0, machines: [machine]))
        var loads: [Double] = []
        var powers: [Double] = []
        simulated.advance(1300) { _, _, _, row in
            loads.append(row[0])
            powers.append(row[2])
        }
        for tick in 1000..<1200 {
            let wanted = 60 + min(20 * Double((tick - 1000) / 5 + 1), 110)
            #expect(abs(loads[tick] - wanted) < 1e-9)
        }
        #expect(powers[1199] / powers[999] > loads[1199] / loads[999])
        #expect(loads[1201] == loads[999])
    }

    @Test func `process kinds move the state they say, and the channels follow`() throws {
        let imbalance = try Course([anomaly("imbalance", ["k": 2])])
        let (v, w) = (imbalance.faulty[1100][1], imbalance.clean[1100][1])
        #expect(abs((v * v - w * w).squareRoot() - 2) < 1e-9)
        #expect(imbalance.faulty[1100][2] == imbalance.clean[1100][2])

        let loss = try Course([anomaly("efficiency_loss", ["k": 0.12])])
        #expect(abs(loss.faulty[1000][2] / loss.clean[1000][2] - 1.12) < 1e-9)
        #expect(loss.faulty[1199][3] > loss.clean[1199][3])

        // Five time constants on, the rise above ambient is half as much again.
        let cooling = try Course([anomaly("cooling_loss", ["k": 1.5], for: 4000)], ticks: 4500)
        let ambient = 22 + 2 * 0.28
        let ratio = (cooling.faulty[4499][3] - ambient) / (cooling.clean[4499][3] - ambient)
        #expect(abs(ratio - 1.5) < 0.02)
        #expect(cooling.faulty[1060][3] - cooling.clean[1060][3] < 3)

        let trip = try Course([anomaly("trip")])
        #expect(trip.faulty[1100][0] < 1e-9)
        #expect(trip.faulty[1100][2] < 1e-3)
        #expect(trip.faulty[1100][3] < trip.clean[1100][3])

        let blockage = try Course([anomaly("blockage", ["k": 0.35, "j": 0.5])])
        #expect(abs(blockage.faulty[1100][0] - 0.65 * 60) < 1e-9)

        let jam = try Course([anomaly("jam", ["stall": 2])])
        #expect(jam.faulty[1000][0] == 0)
        #expect(abs(jam.faulty[1000][2] - 15) < 1e-9)
        #expect(abs(jam.faulty[1000][1] - 0.21) < 1e-9)
        #expect(jam.faulty[1199][3] > jam.clean[1199][3] + 20)

        let recipe = try Course([anomaly("recipe_change", ["factor": 0.6, "added": 4])])
        #expect(abs(recipe.faulty[1100][0] - 40) < 1e-6)
    }

    @Test func `faults of one machine add up`() throws {
        let both = try Course([
            anomaly("efficiency_loss", ["k": 0.1]), anomaly("supply_sag", ["k": 0.2]),
            anomaly("offset", ["k": 10], ["power"]),
        ])
        let load = 60 * 0.9
        let power = (1.2 + 6.3 * (0.35 * load / 100 + 0.65 * load * load / 1e4)) * 1.1 * 0.8
        #expect(abs(both.faulty[1100][2] - power - 10 * both.sigma[2]) < 1e-9)
    }
}
