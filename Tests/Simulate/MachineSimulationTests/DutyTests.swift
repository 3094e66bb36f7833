import MachineSimulation
import Telemetry
import Testing

@Suite struct DutyTests {
    private func loads(
        _ profile: String, _ parameters: [String: Double], ticks: Int, start: Int64 = 0,
        anomalies: [AnomalyPlan] = [], channel: Int = 0
    ) throws -> [Double] {
        let machine = MachinePlan(
            id: "m", profile: profile,
            parameters: parameters.merging(["s_u": 0, "tau_u": 0.001]) { $1 }, anomalies: anomalies)
        var simulated = try SimulatedMachine(
            machine, in: SimulationPlan(seed: 2, start: start, machines: [machine]))
        var values: [Double] = []
        simulated.advance(ticks) { _, _, _, row in
            values.append((row[channel] * 1e6).rounded() / 1e6)
        }
        return values
    }

    @Test func `pieces and load and unload follow their cycles`() throws {
        let spindle = try loads("spindle", [:], ticks: 180)
        let piece = [Double](repeating: 12, count: 15) + [Double](repeating: 85, count: 45)
        #expect(Array(spindle[1..<60]) == Array(piece[1...]))
        #expect(Array(spindle[60..<90]) == [Double](repeating: 55, count: 30))
        #expect(Array(spindle[90...]) == Array(spindle[..<90]))
        let compressor = try loads("compressor", [:], ticks: 480)
        #expect(compressor[..<150].allSatisfy { $0 == 88 })
        #expect(compressor[150..<240].allSatisfy { $0 == 25 })
        #expect(Array(compressor[240...]) == Array(compressor[..<240]))
    }

    @Test func `a stretched cycle takes longer, a shifted one is ahead`() throws {
        func changed(_ kind: String, _ parameters: [String: Double]) throws -> [Double] {
            try loads(
                "spindle", [:], ticks: 2000,
                anomalies: [
                    AnomalyPlan(
                        id: "a", kind: kind, start: 900, end: 1800, parameters: parameters)
                ])
        }
        let clean = try loads("spindle", [:], ticks: 2000)
        let stretched = try changed("cycle_stretch", ["k": 1.5])
        for tick in 900..<1800 where (tick - 900) % 3 == 0 {
            #expect(stretched[tick] == clean[900 + (tick - 900) * 2 / 3])
        }
        let shifted = try changed("cycle_shift", ["s": 40])
        #expect(Array(shifted[900..<1800]) == Array(clean[940..<1840]))
        let missing = try changed("cycle_shape", ["shape": 0])
        #expect(Set(missing[900..<1800]) == [12, 55])
        let swapped = try changed("cycle_shape", ["shape": 1])
        #expect(swapped[901..<930].allSatisfy { $0 == 55 })
        #expect(swapped[930..<975].allSatisfy { $0 == 85 })
        #expect(swapped[975..<990].allSatisfy { $0 == 12 })
    }

    @Test func `a set point steps by 6 and is held for 400 to 900 s`() throws {
        let pump = try loads("pump", ["setpoint_swing": 0], ticks: 40_000)
        #expect(Set(pump) == [62, 68, 74])
        let changes = (1..<pump.count).filter { pump[$0] != pump[$0 - 1] }
        for (a, b) in zip(changes, changes.dropFirst()) { #expect(b - a >= 400) }
    }

    @Test func `a shift stops the machine and the next one finds it cold`() throws {
        // 2026-01-02 was a Friday.
        let friday: Int64 = 1_767_312_000_000_000_000
        let shift: [String: Double] = [
            "shift_start": 6, "shift_stop": 18, "break_start": 12, "break_minutes": 30,
            "weekend": 1,
        ]
        let load = try loads("compressor", shift, ticks: 4 * 86_400, start: friday)
        func runs(_ day: Int, _ hour: Double) -> Bool {
            load[day * 86_400 + Int(hour * 3600)] > 1
        }
        #expect(!runs(0, 5.9) && runs(0, 6.1) && runs(0, 11.9) && !runs(0, 12.2) && runs(0, 12.6))
        #expect(!runs(0, 18.1) && !runs(1, 10) && !runs(2, 10) && runs(3, 10))
        let heat = try loads(
            "compressor", shift, ticks: 9 * 3600, start: friday, channel: 3)
        #expect(heat[6 * 3600] < 25)
        #expect(heat[6 * 3600 + 1500] > 35)
        #expect(heat[9 * 3600 - 1] > 50)
        let off = try loads(
            "compressor", shift, ticks: 8 * 3600, start: friday,
            anomalies: [
                AnomalyPlan(id: "a", kind: "off_schedule", start: 3600, end: 7200),
                AnomalyPlan(id: "b", kind: "off_schedule", start: 7 * 3600, end: 7 * 3600 + 600),
            ])
        #expect(off[5000] > 1)
        #expect(off[7 * 3600 + 300] < 1)
    }
}
