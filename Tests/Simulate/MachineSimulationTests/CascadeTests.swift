import MachineSimulation
import TestSupport
import Testing

/// Anomalies that another one sets off when the machine reaches a limit.
@Suite struct CascadeTests {
    private static let seeds: ClosedRange<UInt64> = isFullSuite ? 1...60 : 1...3
    private static let second: Int64 = 1_000_000_000

    private func heat(_ end: Int? = 3600) -> AnomalyPlan {
        AnomalyPlan(
            id: "hot", kind: "cooling_loss", start: 900, end: end, parameters: ["k": 2])
    }

    private func trip(
        above value: Double, hold: Int = 1, delay: Int = 0, for length: Int = 600,
        channel: String = "temperature"
    ) -> AnomalyPlan {
        AnomalyPlan(
            id: "trip", kind: "trip", start: 901, end: 5000, cause: "hot",
            trigger: AnomalyTrigger(
                limit: StateLimit(channel: channel, .above, value, hold: hold), delay: delay,
                length: length))
    }

    /// First tick at which `hold` readings in a row were above.
    private func reached(_ run: Rows, _ value: Double, channel: Int = 3, hold: Int = 1) -> Int? {
        (900..<3600).first { tick in
            tick >= 899 + hold
                && (tick - hold + 1...tick).allSatisfy { run.faulty[4 * $0 + channel] > value }
        }
    }

    @Test(arguments: [("pump", 52.0), ("spindle", 50.0), ("compressor", 68.0)])
    func `a machine trips with the reading after the one that reached the limit`(
        _ profile: String, _ limit: Double
    ) throws {
        for seed in Self.seeds {
            let cause = try Rows(profile, seed, [heat()])
            for (hold, delay) in [(1, 0), (5, 0), (1, 30), (20, 7)] {
                let name = "\(profile), seed \(seed), hold \(hold), delay \(delay)"
                let due = try #require(reached(cause, limit, hold: hold), "\(name)") + 1 + delay
                let run = try Rows(
                    profile, seed, [heat(), trip(above: limit, hold: hold, delay: delay)])
                let record = try #require(run.records.last)
                #expect(record.kind == "trip" && record.cause == "hot")
                #expect(record.start == Int64(due) * Self.second, "\(name)")
                #expect(record.end == Int64(due + 600) * Self.second, "\(name)")
                // Before it the run is that of the cause, and there the trip shows at once.
                #expect(run.faulty[..<(4 * due)] == cause.faulty[..<(4 * due)], "\(name)")
                #expect(run.faulty[4 * due] != cause.faulty[4 * due], "\(name)")
                // It does what it does at that time without a cause.
                var plain = trip(above: limit)
                (plain.trigger, plain.start, plain.end) = (nil, due, due + 600)
                #expect(try Rows(profile, seed, [heat(), plain]).faulty == run.faulty, "\(name)")
                #expect(try Rows(profile, seed, [heat(), plain]).records == run.records)
                // Outside of both the run is the clean one.
                let clean = try Rows(profile, seed, [])
                let end = run.records.compactMap(\.effectEnd).max().map { Int($0 / Self.second) }
                #expect(run.faulty[..<3600] == clean.faulty[..<3600])
                #expect(
                    run.faulty[(4 * (end ?? 0))...] == clean.faulty[(4 * (end ?? 0))...], "\(name)")
            }
        }
    }

    @Test func `what is never reached sets nothing off`() throws {
        let cause = try Rows("pump", 1, [heat()])
        let run = try Rows("pump", 1, [heat(), trip(above: 500)])
        #expect(run.faulty == cause.faulty)
        #expect(run.records.map(\.id) == ["hot"])
        // A limit that only holds while nothing is wrong is not reached by the fault either.
        var over = try machine([heat(1000), trip(above: 60)])
        over.advance(7000) { _, _, _, _ in }
        #expect(over.records.map(\.id) == ["hot"])
        #expect(over.time(ofAnomaly: "trip") == nil)
        #expect(over.cascadeCount == 0)
    }

    @Test func `how many readings are asked for at a time changes no cascade`() throws {
        let plans = [
            heat(), trip(above: 52, for: 300),
            AnomalyPlan(
                id: "then", kind: "stuck", start: 901, end: 6000, cause: "trip",
                trigger: AnomalyTrigger(limit: nil, delay: 60, length: 100)),
        ]
        let whole = try Rows("pump", 5, plans)
        #expect(whole.records.map(\.id) == ["hot", "trip", "then"])
        #expect(whole.records[2].start == whole.records[1].start + 60 * Self.second)
        var pieces = try machine(plans, seed: 5)
        var faulty: [Double] = []
        var size = 1
        while pieces.nextTick < 7200 {
            pieces.advance(min(size, 7200 - pieces.nextTick)) { _, _, _, row in
                faulty.append(contentsOf: row)
            }
            size = size % 11 + 1
        }
        #expect(faulty == whole.faulty)
        #expect(pieces.records == whole.records)
    }

    @Test func `a sensor fault does not hide the machine from its protection`() throws {
        let stuck = AnomalyPlan(
            id: "stuck", kind: "stuck", start: 800, end: 5000, channels: ["temperature"])
        let plain = try Rows("pump", 1, [heat(), trip(above: 52)])
        let blind = try Rows("pump", 1, [heat(), trip(above: 52), stuck])
        #expect(blind.records[1].start == plain.records[1].start)
        #expect(blind.records[1] == plain.records[1])
    }

    @Test func `an end of the cause before its limit disarms what waits for it`() throws {
        var live = try machine([heat(nil), trip(above: 52)])
        live.advance(930) { _, _, _, _ in }
        try live.end(anomaly: "hot")
        live.advance(6000) { _, _, _, _ in }
        #expect(live.records.map(\.id) == ["hot"])
    }

    @Test func `a cascade needs a cause before it and a channel that there is`() throws {
        #expect(throws: SimulationError.unknownCause("hot", anomaly: "trip", known: [])) {
            try machine([trip(above: 52)])
        }
        #expect(throws: SimulationError.self) {
            try machine([heat(), trip(above: 52, channel: "pressure")])
        }
    }

    private func machine(_ anomalies: [AnomalyPlan], seed: UInt64 = 1) throws -> SimulatedMachine {
        let plan = MachinePlan(id: "m", profile: "pump", anomalies: anomalies)
        return try SimulatedMachine(
            plan, in: SimulationPlan(seed: seed, start: 0, machines: [plan]))
    }
}
